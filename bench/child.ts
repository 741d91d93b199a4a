/** A process that is asked one thing after the other, and ends when all is measured. */
import { fork, type Serializable } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Child {
  ask(what: Serializable): Promise<unknown>;
  end(): void;
}

/** `file`: beside this one. `name`: what ended, where it ends before its time. */
export function startChild(file: string, name: string, args: readonly string[] = []): Child {
  const child = fork(join(import.meta.dirname, file), args);
  const ended = once(child, "exit").then((): never => {
    throw new Error(`bench: ${name} ended`);
  });
  // Who waits for an answer is told.
  ended.catch(() => undefined);
  return {
    async ask(what) {
      child.send(what);
      const [answer] = await Promise.race([once(child, "message"), ended]);
      return answer;
    },
    end: () => child.disconnect(),
  };
}
