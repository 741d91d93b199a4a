/**
 * Broken and hostile variants of a good input: bytes flipped, cut, repeated, moved, joined with another input, and
 * fragments put in that have broken readers before (open tags, entities, separators, control characters, lone
 * surrogates, huge numbers, deep nesting). The same random numbers give the same variant.
 */
import type { Random } from "../src/graph/random.ts";

const MOST_BYTES = 200_000;

const FRAGMENTS: readonly Uint8Array[] = [
  "<",
  ">",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<script>",
  "</script>",
  "<style>",
  '<!DOCTYPE html [<!ENTITY a "&a;&a;">]>',
  "&a;",
  "&#0;",
  "&#x110000;",
  "&#xD800;",
  "&amp",
  "\0",
  "\r\n",
  "\r",
  "\n\n",
  "\t",
  "\u2028",
  "\uFEFF",
  "\u202E",
  "\u0085",
  "\u200b",
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  "\\u",
  "\\ud800",
  "null",
  "1e999",
  "-1",
  "99999999999999999999",
  "NaN",
  "=cmd|' /C calc'!A0",
  "../../../../etc/passwd",
  "%00",
  "%2e%2e%2f",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "1970-01-01",
  "9999-99-99",
  "31 February 2023",
  "last next last year",
  "Mr. Mr. Mr.",
  "the the the",
  "\u0130\u0131\u00df\ufb03",
  "😀\u200d👩",
  "e\u0301\u0301\u0301\u0301",
  "Content-Length: 99999999999",
  "Transfer-Encoding: chunked",
  "ffffffffffffffff\r\n",
  "WARC/1.0\r\n",
  "PK\u0003\u0004",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  " = ",
  " ≠ ",
  " -> ",
].map((text) => new TextEncoder().encode(text));

const RAW: readonly Uint8Array[] = [
  [0x1f, 0x8b, 8],
  [0xff, 0xfe],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xff],
  [0x80],
].map((bytes) => Uint8Array.from(bytes));

/** What is opened and never closed, many times over. */
const NESTED = [
  "<div>",
  "<b><i>",
  "[",
  '{"a":',
  "(",
  '"',
  "<a href=",
  "<node>",
  "((((",
  "&a;",
  "> ",
  "said that ",
];

export function mutate(input: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = input;
  const steps = 1 + Math.floor(random() ** 2 * 8);
  for (let step = 0; step < steps; step++) {
    const change = CHANGES[Math.floor(random() * CHANGES.length)]!;
    bytes = change(bytes, other, random);
    if (bytes.length > MOST_BYTES) bytes = bytes.subarray(0, MOST_BYTES);
  }
  return bytes;
}

/**
 * For a database, whose pages must stay in their places if more than its head is to be tried: parts of it are
 * written over with noise, zeros, fragments or another part of it.
 */
export function overwriteParts(input: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(input);
  const steps = 1 + Math.floor(random() ** 2 * 20);
  for (let step = 0; step < steps; step++) {
    const start = at(bytes, random);
    const length = 1 + Math.floor(random() ** 6 * 8192);
    const from = at(bytes, random);
    const kind = Math.floor(random() * 4);
    if (kind === 0) bytes[start]! ^= 1 << Math.floor(random() * 8);
    else if (kind === 1) bytes.fill(0, start, start + length);
    else if (kind === 2) bytes.copyWithin(start, from, from + length);
    else {
      const fragment = pick(FRAGMENTS, random);
      bytes.set(fragment.subarray(0, bytes.length - start), start);
    }
  }
  return bytes;
}

type Change = (bytes: Uint8Array, other: Uint8Array, random: Random) => Uint8Array;

const CHANGES: readonly Change[] = [
  function flip(bytes, _other, random) {
    const copy = Uint8Array.from(bytes);
    if (copy.length > 0) copy[at(copy, random)]! ^= 1 << Math.floor(random() * 8);
    return copy;
  },
  function overwrite(bytes, _other, random) {
    const copy = Uint8Array.from(bytes);
    const start = at(copy, random);
    copy.fill(Math.floor(random() * 256), start, start + Math.floor(random() * 20));
    return copy;
  },
  function cutOut(bytes, _other, random) {
    const [start, end] = span(bytes, random);
    return concat(bytes.subarray(0, start), bytes.subarray(end));
  },
  function cutOff(bytes, _other, random) {
    return bytes.subarray(0, at(bytes, random));
  },
  function repeat(bytes, _other, random) {
    const [start, end] = span(bytes, random);
    const part = bytes.subarray(start, Math.min(end, start + 400));
    const times = 1 + Math.floor(random() ** 4 * 200);
    return concat(
      bytes.subarray(0, end),
      ...Array.from({ length: times }, () => part),
      bytes.subarray(end),
    );
  },
  function insert(bytes, _other, random) {
    return spliced(bytes, pick([...FRAGMENTS, ...RAW], random), random);
  },
  insertAgain,
  insertAgain,
  function nest(bytes, _other, random) {
    const times = 1 + Math.floor(random() ** 3 * 8000);
    return spliced(bytes, new TextEncoder().encode(pick(NESTED, random).repeat(times)), random);
  },
  function join(bytes, other, random) {
    const [start, end] = span(other, random);
    return spliced(bytes, other.subarray(start, end), random);
  },
  function move(bytes, _other, random) {
    const [start, end] = span(bytes, random);
    return spliced(
      concat(bytes.subarray(0, start), bytes.subarray(end)),
      bytes.subarray(start, end),
      random,
    );
  },
  function oneLongWord(bytes, _other, random) {
    const length = Math.floor(random() ** 3 * 100_000);
    return spliced(bytes, new Uint8Array(length).fill(97 + Math.floor(random() * 26)), random);
  },
];

function insertAgain(bytes: Uint8Array, _other: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let i = 0; i < 3; i++) result = spliced(result, pick(FRAGMENTS, random), random);
  return result;
}

function spliced(bytes: Uint8Array, part: Uint8Array, random: Random): Uint8Array {
  const place = at(bytes, random);
  return concat(bytes.subarray(0, place), part, bytes.subarray(place));
}

function at(bytes: Uint8Array, random: Random): number {
  return Math.floor(random() * bytes.length);
}

function span(bytes: Uint8Array, random: Random): [number, number] {
  const start = at(bytes, random);
  return [start, Math.min(bytes.length, start + Math.floor(random() ** 2 * 2000))];
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    result.set(part, end);
    end += part.length;
  }
  return result;
}
