/** Content hashes for ids: SHA-256, cut to 16 hexadecimal digits (64 bits). */
import { hash } from "node:crypto";

export function contentHash(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}
