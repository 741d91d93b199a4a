/** Our own line in a process of its own, told to go on block by block. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Stages } from "./line.ts";

export type Input = "texts" | "pages";

export interface MeasuredLine {
  readonly stages: Stages;
  /** Of all that was read. */
  readonly bytes: number;
}

export interface OwnLine {
  next(): Promise<void>;
  finish(): Promise<MeasuredLine>;
  end(): void;
}

export function startLine(input: Input, count: number): OwnLine {
  const child = fork(join(import.meta.dirname, "line-child.js"), [input, String(count)]);
  const ended = once(child, "exit").then((): never => {
    throw new Error(`bench: the line of ${input} ended`);
  });
  // It ends when all is measured; who waits for an answer is told.
  ended.catch(() => undefined);
  const ask = async (what: "next" | "finish"): Promise<unknown> => {
    child.send(what);
    const [answer] = await Promise.race([once(child, "message"), ended]);
    return answer;
  };
  return {
    next: async () => void (await ask("next")),
    finish: async () => (await ask("finish")) as MeasuredLine,
    end: () => child.disconnect(),
  };
}
