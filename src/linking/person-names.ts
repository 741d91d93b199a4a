/**
 * When two names of persons may be one person. Measured on newswire: first and last name decide, the surname alone
 * never does unless one bearer has nearly all mentions (B³ 98.7 against 87.5 for equal strings).
 */
import { foldLetters } from "../text/fold.ts";
import { remembered } from "../text/remembered.ts";

const MARKS = /\p{M}+/gu;
const APOSTROPHE = /'/g;
const NOT_LETTER = /[^\p{L}\p{N}.]+/gu;
const GENERATION = new Set(["jr", "sr", "ii", "iii", "iv"]);
/** *al-Assad*, *Bashar al Assad*; not *Al Gore*. */
const ARABIC_ARTICLE = /(?:^(?:al|el|as|ash)-| (?:al|el|as|ash)[- ])(?=\p{L})/gu;

export interface PersonName {
  /** Folded tokens, without the generation; initials keep their dot. */
  readonly tokens: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly middle: readonly string[];
  /** `jr` of *Donald Trump Jr.*, else empty. */
  readonly generation: string;
}

/** `folded`: by `foldName`. */
export function toPersonName(folded: string, given: ReadonlyMap<string, string>): PersonName {
  const words = folded.split(" ");
  const generation = words.length > 2 ? words.at(-1)!.replace(".", "") : "";
  const isGeneration = GENERATION.has(generation);
  const tokens = (isGeneration ? words.slice(0, -1) : words).filter((token) => token !== "");
  const [head, ...rest] = tokens;
  const first = head === undefined ? "" : (given.get(head) ?? head);
  return {
    tokens,
    first,
    last: rest.at(-1) ?? first,
    middle: rest.slice(0, -1),
    generation: isGeneration ? generation : "",
  };
}

/**
 * Lower case, without diacritics, apostrophes and hyphens, with the spellings of transliterated endings folded:
 * *Zelenskyy, Zelenskiy, Zelensky*; *Sergei, Sergey*; *Müller, Mueller*; *el-Sisi, al-Sisi*.
 */
export const foldName: (name: string) => string = remembered(fold);

/** The same for whoever remembers what it gave himself. */
export function fold(name: string): string {
  return foldLetters(name.normalize("NFKD"))
    .replace(MARKS, "")
    .replace(APOSTROPHE, "")
    .replace(ARABIC_ARTICLE, " ")
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
    .replace(/(?:yy|iy|ij|ii|yi|i)$/, "y")
    .replace(/([aou])e(?=[^aeiouy])/g, "$1");
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
