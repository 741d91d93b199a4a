import { expect, test } from "vitest";
import { HashNumbers } from "../../src/text/hash-numbers.ts";
import { WideHash } from "../../src/text/wide-hash.ts";

function hashed(text: string): WideHash {
  const hash = new WideHash();
  hash.addText(text);
  return hash;
}

test("each hash has the number that it was given, also among thousands", () => {
  const numbers = new HashNumbers();
  for (let i = 1; i <= 20_000; i++) numbers.set(hashed(`sentence ${i}`), i * 3);
  for (let i = 1; i <= 20_000; i++) expect(numbers.find(hashed(`sentence ${i}`))).toBe(i * 3);
  expect(numbers.find(hashed("sentence 0"))).toBeUndefined();
});

test("a hash is told from one that shares one of its halves, or its place", () => {
  const numbers = new HashNumbers();
  const of = (high: number, low: number) => ({ high, low }) as WideHash;
  numbers.set(of(1, 5), 1);
  numbers.set(of(2, 5), 2);
  numbers.set(of(1, 5 + 2 ** 20), 3);
  expect([of(1, 5), of(2, 5), of(1, 5 + 2 ** 20)].map((hash) => numbers.find(hash))).toEqual([
    1, 2, 3,
  ]);
  expect(numbers.find(of(2, 5 + 2 ** 20))).toBeUndefined();
});
