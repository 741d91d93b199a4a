/**
 * A fingerprint of a list of strings, 16 hexadecimal digits: two 32-bit FNV-1a sums (Fowler, Noll, Vo, 1991)
 * that run in opposite directions. It tells two inputs apart; it does not withstand an attacker, nor need to.
 * Written here because a browser has no synchronous SHA.
 */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

export function digest(parts: readonly string[]): string {
  let forward = OFFSET;
  let backward = OFFSET ^ 0x5bd1e995;
  for (const part of parts) {
    for (let i = 0; i <= part.length; i++) {
      const unit = i === part.length ? 0x10000 : part.charCodeAt(i);
      forward = Math.imul(forward ^ unit, PRIME);
    }
    for (let i = part.length; i >= 0; i--) {
      const unit = i === part.length ? 0x10000 : part.charCodeAt(i);
      backward = Math.imul(backward ^ unit, PRIME);
    }
  }
  return hex(forward) + hex(backward);
}

function hex(sum: number): string {
  return (sum >>> 0).toString(16).padStart(8, "0");
}
