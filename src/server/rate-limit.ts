/**
 * A token bucket for all clients together: the server is for one user, or for a few behind a proxy of theirs. A page of the
 * viewer asks for some ten things when it opens; a program that asks one question after another does not reach it.
 */
const A_SECOND = 500;
const AT_ONCE = 2000;

/** `now` in milliseconds. The function says whether one more question may be asked. */
export function createRateLimit(now: () => number): () => boolean {
  let tokens = AT_ONCE;
  let last = now();
  return () => {
    const time = now();
    // A clock that was set back gives nothing and takes nothing.
    tokens = Math.min(AT_ONCE, tokens + (Math.max(0, time - last) / 1000) * A_SECOND);
    last = time;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}
