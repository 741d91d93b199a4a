/** A world for commands to run in: what they print is kept, the clock stands still. */
import { Readable } from "node:stream";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly color?: boolean;
  /** Called when a server waits to be stopped; it stops when this is done. */
  readonly whileServing?: (out: string) => Promise<void>;
}

export async function dramatis(args: readonly string[], world: World = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const io: Io = {
    stdin: Readable.from([Buffer.from(world.stdin ?? "")]),
    write: async (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    terminal: world.terminal ?? false,
    color: world.color ?? false,
    now: () => 0,
    stopping: () => ({ signal: new AbortController().signal, release: () => {} }),
    untilStopped: async () => world.whileServing?.(out),
  };
  const code = await run(args, io);
  return { code, out, err };
}
