/** Analyses of many articles -> one cast, one set of events. The only state of the line: `add` many, `finish` once. */
import type { DataSource } from "../lexicon/data.ts";
import type { Analysis, Knowledge } from "../model.ts";

export class Linker {
  constructor(_data: DataSource) {}

  add(_analysis: Analysis): void {}

  /** Independent of the order in which analyses were added. */
  finish(): Knowledge {
    throw new Error("not there yet");
  }
}
