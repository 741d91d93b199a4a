/** Headers of every answer: the page may run its own scripts only, and nobody else may frame or read it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self' blob:",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether the `Host` header names this server. A page from elsewhere that points a name of its own at 127.0.0.1
 * (DNS rebinding) is turned away by this.
 */
export function isKnownHost(host: string | undefined, more: readonly string[] = []): boolean {
  if (host === undefined) return false;
  const name = host.toLowerCase().replace(/:\d{1,5}$/, "");
  return LOOPBACK.includes(name) || more.some((known) => known.toLowerCase() === name);
}
