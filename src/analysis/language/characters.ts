/** What a UTF-16 unit is to the tokenizer. A table for the first 64 K units, filled once. */
export const Kind = {
  other: 0,
  space: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  period: 5,
  hyphen: 6,
  /** `!` and `?` run together: *?!*. */
  exclamation: 7,
  /** Marks of which a run is one token: `* = ~`. */
  repeatable: 8,
  surrogate: 9,
  hash: 10,
  at: 11,
  backtick: 12,
  /** Inside words: `_`, combining marks, soft hyphen. */
  joiner: 13,
} as const;

const LETTER = /\p{L}|\p{M}/u;
const SPACE = /\s|[\u200b\u2060\ufeff]/;
const KINDS = fillKinds();

export function kindOf(code: number): number {
  return KINDS[code] ?? Kind.other;
}

/** Letters beyond Latin, Greek and Cyrillic are told by Unicode property on first use of the module: 3 ms. */
function fillKinds(): Uint8Array {
  const kinds = new Uint8Array(65536);
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) kinds[code] = Kind.surrogate;
    else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)) {
      kinds[code] = Kind.letter;
    } else {
      const character = String.fromCharCode(code);
      if (LETTER.test(character)) kinds[code] = Kind.letter;
      else if (SPACE.test(character)) kinds[code] = Kind.space;
    }
  }
  for (let code = 0x30; code <= 0x39; code++) kinds[code] = Kind.digit;
  for (const mark of "'’ʼ‘`´") kinds[mark.charCodeAt(0)] = Kind.apostrophe;
  kinds[0x60] = Kind.backtick;
  kinds[0x2e] = Kind.period;
  for (const mark of "-‐‑") kinds[mark.charCodeAt(0)] = Kind.hyphen;
  for (const mark of "!?") kinds[mark.charCodeAt(0)] = Kind.exclamation;
  for (const mark of "*=~+<>|$,–—") kinds[mark.charCodeAt(0)] = Kind.repeatable;
  kinds[0x5f] = Kind.joiner;
  kinds[0xad] = Kind.joiner;
  kinds[0x23] = Kind.hash;
  kinds[0x40] = Kind.at;
  return kinds;
}
