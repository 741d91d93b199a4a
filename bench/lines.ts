/** Our own line in a process of its own, which is given block after block: to make the corpus there would cost it a tenth. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Page } from "../src/model.ts";
import type { Stages } from "./line.ts";

export type Input = "texts" | "pages";

export interface Block {
  readonly pages: readonly Page[];
  readonly isMeasured: boolean;
}

export interface MeasuredLine {
  readonly stages: Stages;
}

export interface OwnLine {
  read(block: Block): Promise<void>;
  finish(): Promise<MeasuredLine>;
  end(): void;
}

export function startLine(input: Input): OwnLine {
  const child = fork(join(import.meta.dirname, "line-child.js"));
  const ended = once(child, "exit").then((): never => {
    throw new Error(`bench: the line of ${input} ended`);
  });
  // It ends when all is measured; who waits for an answer is told.
  ended.catch(() => undefined);
  const ask = async (what: Block | "finish"): Promise<unknown> => {
    child.send(what);
    const [answer] = await Promise.race([once(child, "message"), ended]);
    return answer;
  };
  return {
    read: async (block) => void (await ask(block)),
    finish: async () => (await ask("finish")) as MeasuredLine,
    end: () => child.disconnect(),
  };
}
