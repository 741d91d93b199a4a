/** Our own line in a process of its own, which is given block after block: to make the corpus there would cost it a tenth. */
import type { Page } from "../src/model.ts";
import { startChild } from "./child.ts";
import type { Stages } from "./line.ts";

export interface Block {
  readonly pages: readonly Page[];
  readonly isMeasured: boolean;
}

export interface OwnLine {
  read(block: Block): Promise<void>;
  finish(): Promise<Stages>;
  end(): void;
}

export function startLine(input: "texts" | "pages"): OwnLine {
  const { ask, end } = startChild("line-child.js", `the line of ${input}`);
  return {
    read: async (block) => void (await ask(block)),
    finish: async () => (await ask("finish")) as Stages,
    end,
  };
}
