/** One line on a terminal that says how far a build is; nothing anywhere else. */
import type { Progress } from "../build.ts";
import type { Io } from "./io.ts";

const INTERVAL_MS = 100;
const CLEAR_LINE = "\r\u001b[2K";
const WIDTH = 78;

const STEPS: Readonly<Record<Progress["step"], string>> = {
  reading: "reading",
  linking: "joining who is who",
  drawing: "laying out the graph",
};

export interface ProgressLine {
  show(progress: Progress): void;
  /** Of `total` bytes to be read, `count` more are. */
  addBytes(count: number): void;
  /** Without it there is no share and no time left. */
  expect(total: number): void;
  clear(): void;
}

export function createProgressLine(io: Io, quiet: boolean): ProgressLine {
  if (quiet || !io.terminal) {
    return { show: () => {}, addBytes: () => {}, expect: () => {}, clear: () => {} };
  }
  const start = io.now();
  let last = Number.NEGATIVE_INFINITY;
  let step: Progress["step"] | undefined;
  let bytes = 0;
  let total = 0;
  return {
    show(progress) {
      if (progress.step === step && io.now() - last < INTERVAL_MS) return;
      last = io.now();
      step = progress.step;
      const share = total === 0 ? undefined : Math.min(1, bytes / total);
      io.error(CLEAR_LINE + line(progress, (last - start) / 1000, share));
    },
    addBytes(count) {
      bytes += count;
    },
    expect(size) {
      total = size;
    },
    clear() {
      if (step !== undefined) io.error(CLEAR_LINE);
    },
  };
}

/** Looks how much there is to read, for the share that is done. */
export async function expectBytes(
  inputs: readonly string[],
  progress: ProgressLine,
): Promise<void> {
  const { sizeOf } = await import("../sources/index.ts");
  // A path that is not there is told by the reader, in its own words.
  progress.expect(await sizeOf(inputs).catch(() => 0));
}

function line(progress: Progress, seconds: number, share: number | undefined): string {
  const { step, articles, notes, origin } = progress;
  const parts = [STEPS[step], `${articles} articles`, `${notes} notes`];
  if (step === "reading" && seconds >= SETTLED_SECONDS) {
    parts.push(`${Math.round(articles / seconds)} a second`);
    if (share !== undefined && share > 0.01) {
      parts.push(
        `${Math.floor(100 * share)} %`,
        `${duration((seconds / share) * (1 - share))} left`,
      );
    }
  }
  if (origin !== undefined) parts.push(origin);
  return printable(parts.join(" · ")).slice(0, WIDTH);
}

/** Before this a rate says little. */
const SETTLED_SECONDS = 2;

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}

const WHITE_SPACE = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** Names and quotes may hold anything; a terminal must not obey it, nor turn a line around. */
export function printable(text: string): string {
  return text.replace(WHITE_SPACE, " ").replace(UNPRINTABLE, "\ufffd");
}
