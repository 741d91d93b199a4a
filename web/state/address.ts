/** Writes the address at once, but not more often than browsers allow (Safari throws after 100 changes in 30 seconds): a drag is written when it rests. */
const WINDOW_MS = 10_000;
const MOST_IN_WINDOW = 25;
const REST_MS = 400;

export function createAddressWriter(): { write(hash: string): void; cancel(): void } {
  let written: number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = (hash: string): void => {
    written.push(performance.now());
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  };
  return {
    write(hash) {
      clearTimeout(timer);
      const now = performance.now();
      written = written.filter((time) => now - time < WINDOW_MS);
      if (written.length < MOST_IN_WINDOW) put(hash);
      else timer = setTimeout(() => put(hash), REST_MS);
    },
    cancel: () => clearTimeout(timer),
  };
}
