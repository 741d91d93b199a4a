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
  clear(): void;
}

export function createProgressLine(io: Io, quiet: boolean): ProgressLine {
  if (quiet || !io.terminal) return { show: () => {}, clear: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  let step: Progress["step"] | undefined;
  return {
    show(progress) {
      if (progress.step === step && io.now() - last < INTERVAL_MS) return;
      last = io.now();
      step = progress.step;
      io.error(CLEAR_LINE + line(progress));
    },
    clear() {
      if (step !== undefined) io.error(CLEAR_LINE);
    },
  };
}

function line({ step, articles, notes, origin }: Progress): string {
  const left = `${STEPS[step]} · ${articles} articles · ${notes} notes`;
  const text = origin === undefined ? left : `${left} · ${origin}`;
  return printable(text).slice(0, WIDTH);
}

const WHITE_SPACE = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** Names and quotes may hold anything; a terminal must not obey it, nor turn a line around. */
export function printable(text: string): string {
  return text.replace(WHITE_SPACE, " ").replace(UNPRINTABLE, "\ufffd");
}
