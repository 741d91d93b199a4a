/** Unpacks deflate piece by piece, and gives back what stands behind its end. */
import { createInflateRaw } from "node:zlib";

export interface Inflated {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Packed bytes so far. */
  taken(): number;
}

/** `giveBack` gets what follows the end of the packed stream in the last piece. */
export function inflated(
  pieces: AsyncIterable<Uint8Array>,
  giveBack: (rest: Uint8Array) => void,
): Inflated {
  let taken = 0;
  async function* unpack(): AsyncGenerator<Uint8Array> {
    const inflate = createInflateRaw({ chunkSize: 1 << 16 });
    const ready: Uint8Array[] = [];
    let isOver = false;
    inflate.on("data", (chunk: Uint8Array) => void ready.push(chunk));
    const over = new Promise<void>((resolve, reject) => {
      inflate.once("error", reject);
      inflate.once("end", () => {
        isOver = true;
        resolve();
      });
    });
    over.catch(() => {}); // It is waited for below, each time that something is given in.
    try {
      for await (const piece of pieces) {
        taken += piece.length;
        await Promise.race([over, written(inflate, piece)]);
        while (ready.length > 0) yield ready.shift()!;
        if (!isOver) continue;
        giveBack(piece.subarray(piece.length - (taken - inflate.bytesWritten)));
        return;
      }
      inflate.end();
      await over;
      yield* ready;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!code?.startsWith("Z_")) throw error;
      throw new Error(code === "Z_BUF_ERROR" ? "it ends too early" : "it is damaged");
    } finally {
      inflate.destroy();
    }
  }
  return { bytes: unpack(), taken: () => taken };
}

/** When the stream ends inside the piece, this is never done: the end is told instead. */
function written(stream: ReturnType<typeof createInflateRaw>, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
