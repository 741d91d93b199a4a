/** Numbers that are read in their order, seldom otherwise: many of them lie in a file without a name, of which a block is in memory. */
import { createBytes } from "./byte-pile.ts";

export interface SpilledNumbers {
  at(place: number): number;
}

const BLOCK_BITS = 14;
const BLOCK_SIZE = 2 ** BLOCK_BITS;
const NUMBER_BYTES = 4;
/** Fewer stay as they are. */
const FEW = 2 ** 18;

export function spillNumbers(numbers: Uint32Array, few = FEW): SpilledNumbers {
  if (numbers.length <= few) return { at: (place) => numbers[place]! };
  const bytes = createBytes(0);
  const blocks: number[] = [];
  for (let begin = 0; begin < numbers.length; begin += BLOCK_SIZE) {
    const block = numbers.subarray(begin, begin + BLOCK_SIZE);
    blocks.push(bytes.append(new Uint8Array(block.buffer, block.byteOffset, block.byteLength)));
  }
  return reader(bytes, blocks, numbers.length);
}

function reader(
  bytes: ReturnType<typeof createBytes>,
  blocks: readonly number[],
  length: number,
): SpilledNumbers {
  let open = -1;
  let block = new Uint32Array();
  return {
    at(place) {
      const number = place >> BLOCK_BITS;
      if (number !== open) {
        const size = Math.min(BLOCK_SIZE, length - number * BLOCK_SIZE);
        // A copy of what lies in memory, for numbers must begin at a multiple of their size.
        const read = Uint8Array.from(bytes.read(blocks[number]!, size * NUMBER_BYTES));
        block = new Uint32Array(read.buffer);
        open = number;
      }
      return block[place % BLOCK_SIZE]!;
    },
  };
}
