/** What is said of each entity, as bytes until it is asked for: as objects those of a large pile take more memory than all of its records. */
import { createBytes } from "./byte-pile.ts";
import type { EntityHead } from "./entities.ts";

/** An entity goes by how many came before it. */
export interface HeadPile {
  add(head: EntityHead): void;
  at(number: number): EntityHead;
}

/** The last ones read, by the end of their numbers: the same few countries and people are asked for in all articles. */
const MOST_READ = 2 ** 12;

const USUAL_BYTES = 2 ** 14;

/** Room for so many. */
export function createHeadPile(count: number): HeadPile {
  const bytes = createBytes();
  const places = new Float64Array(count);
  const lengths = new Uint32Array(count);
  const room = Buffer.allocUnsafeSlow(USUAL_BYTES);
  let added = 0;
  return {
    add(head) {
      const packed = Buffer.from(JSON.stringify(head));
      lengths[added] = packed.length;
      places[added++] = bytes.append(packed);
    },
    at: remembering((number) => unpack(bytes.read(places[number]!, lengths[number]!, room))),
  };
}

function unpack(bytes: Uint8Array): EntityHead {
  const { buffer, byteOffset, byteLength } = bytes;
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString()) as EntityHead;
}

function remembering(read: (number: number) => EntityHead): (number: number) => EntityHead {
  const numbers = new Int32Array(MOST_READ).fill(-1);
  const heads = new Array<EntityHead | undefined>(MOST_READ).fill(undefined);
  return (number) => {
    const place = number % MOST_READ;
    const known = numbers[place] === number ? heads[place] : undefined;
    if (known !== undefined) return known;
    const head = read(number);
    numbers[place] = number;
    heads[place] = head;
    return head;
  };
}
