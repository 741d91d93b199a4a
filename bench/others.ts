/**
 * What other libraries do with the same text, as far as they go: sentences and tags. wink-nlp is the fastest of its kind
 * in JavaScript; neither parses, finds who did what, or links anything. Each runs in a process of its own (`others-child.ts`), as it would
 * be used: in one process the heap and the compiled code of each slow the others down.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export const OTHERS = ["wink-nlp", "compromise"] as const;

export interface OtherLibrary {
  readonly name: (typeof OTHERS)[number];
  /** Milliseconds of user CPU that sentences and tags of the texts took. */
  tag(texts: readonly string[]): Promise<number>;
  end(): void;
}

export function startOthers(): OtherLibrary[] {
  return OTHERS.map((name) => {
    const child = fork(join(import.meta.dirname, "others-child.js"), [name]);
    const ended = once(child, "exit").then((): never => {
      throw new Error(`bench: ${name} ended`);
    });
    // It ends when all is measured; who waits for an answer is told.
    ended.catch(() => undefined);
    return {
      name,
      async tag(texts) {
        child.send(texts);
        const [milliseconds] = (await Promise.race([once(child, "message"), ended])) as [number];
        return milliseconds;
      },
      end: () => child.disconnect(),
    };
  });
}
