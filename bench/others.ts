/**
 * What other libraries do with the same text, as far as they go: sentences and tags. wink-nlp is the fastest of its kind
 * in JavaScript; neither parses, finds who did what, or links anything. Each runs in a process of its own (`others-child.ts`), as it would
 * be used: in one process the heap and the compiled code of each slow the others down.
 */
import { startChild } from "./child.ts";

export const OTHERS = ["wink-nlp", "compromise"] as const;

export interface OtherLibrary {
  readonly name: (typeof OTHERS)[number];
  /** Milliseconds of user CPU that sentences and tags of the texts took. */
  tag(texts: string[]): Promise<number>;
  end(): void;
}

export function startOthers(): OtherLibrary[] {
  return OTHERS.map((name) => {
    const { ask, end } = startChild("others-child.js", name, [name]);
    return { name, tag: async (texts) => (await ask(texts)) as number, end };
  });
}
