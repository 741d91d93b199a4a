/**
 * Who is answered at all: the right host (a name pointed at 127.0.0.1 by a stranger is turned away), pages of this server
 * and programs but no page of another (its `Origin` tells), addresses of a sane length, so many questions a
 * second, and nothing but reading where there is nothing to write.
 */
import type { Context, MiddlewareHandler } from "hono";
import { isKnownHost } from "./headers.ts";
import { createRateLimit } from "./rate-limit.ts";

export interface GuardOptions {
  /** Names in the `Host` header besides loopback. */
  readonly hosts: readonly string[];
  /** Addresses that take `POST` and `DELETE`. */
  readonly writable: ReadonlySet<string>;
  /** Milliseconds. */
  readonly now: () => number;
}

const LONGEST_ADDRESS = 8192;

export function guard({ hosts, writable, now }: GuardOptions): MiddlewareHandler {
  const mayAsk = createRateLimit(now);
  return async (context, next) => {
    const { req } = context;
    if (!isKnownHost(req.header("host") ?? new URL(req.url).host, hosts)) {
      return context.text("This server does not answer to that name.", 403);
    }
    if (!isOwnOrigin(req.header("origin"), hosts)) {
      return context.text("This server does not answer to pages of other sites.", 403);
    }
    if (req.url.length > LONGEST_ADDRESS) return context.text("The address is too long.", 414);
    if (!isAllowed(context, writable)) {
      const allowed = writable.has(req.path) ? "GET, HEAD, POST, DELETE" : "GET, HEAD";
      return context.text(`Only ${allowed} are answered here.`, 405, { Allow: allowed });
    }
    if (!mayAsk()) return context.text("Too many questions at once.", 429, { "Retry-After": "1" });
    return next();
  };
}

function isAllowed({ req }: Context, writable: ReadonlySet<string>): boolean {
  if (req.method === "POST" || req.method === "DELETE") return writable.has(req.path);
  return req.method === "GET" || req.method === "HEAD";
}

/** Programs send none; browsers send one with what a page of another site asks, or `null` when they hide it. */
function isOwnOrigin(origin: string | undefined, hosts: readonly string[]): boolean {
  if (origin === undefined) return true;
  try {
    return isKnownHost(new URL(origin).host, hosts);
  } catch {
    return false;
  }
}
