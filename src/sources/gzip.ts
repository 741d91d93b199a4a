/** Unpacks gzip, also of several members one after another, and stops where the ratio gives a bomb away. */
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ReadLimits } from "./limits.ts";

export class PackingRatioError extends Error {}

export async function* gunzip(
  bytes: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const input = Readable.from(counted(), { objectMode: false, highWaterMark: 1 << 16 });
  const gunzipped = createGunzip({ chunkSize: 1 << 16 });
  // `pipe` passes no errors on: an error of the input has to end the output too.
  input.once("error", (error) => gunzipped.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzipped) as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length;
      if (unpacked > RATIO_FREE_BYTES && unpacked > packed * limits.packingRatio) {
        throw new PackingRatioError(`unpacks to more than ${limits.packingRatio} times its size`);
      }
      yield chunk;
    }
  } finally {
    input.destroy();
    gunzipped.destroy();
  }
}

/** Small files may pack as well as they like. */
const RATIO_FREE_BYTES = 4 * 1024 * 1024;
