/**
 * The parts of a person's name, and whether two names can be one person's. Works on folded words, so that *Erdoğan*
 * and *Erdogan* are one; the caller strips titles and forms of address.
 */
import { nameKey } from "./fold.ts";

export interface NameParts {
  /** Folded words without suffixes: `["john", "f", "kennedy"]`. */
  readonly words: readonly string[];
  /** Folded family name with its particles: `von der leyen`. */
  readonly family: string;
  /** The first word, where it is not the family name. */
  readonly given?: string;
  /** `jr`, `sr`, `iii`: parts a father from his son. */
  readonly suffix?: string;
}

const SUFFIXES: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);
const PARTICLES: ReadonlySet<string> = new Set([
  "al", "el", "bin", "ibn", "bint", "abu", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "du", "st", "ben", "ter", "ten", "zu", "mc", "mac", "o",
]); // biome-ignore format: a list

/** `isFamilyFirst`: whether this folded word is a family name of those that stand first (*Xi Jinping*). */
export function nameParts(name: string, isFamilyFirst?: (word: string) => boolean): NameParts {
  const all = nameKey(name)
    .split(" ")
    .filter((word) => word !== "" && word !== ",");
  const last = all.at(-1) ?? "";
  const suffix = all.length > 1 && SUFFIXES.has(last) ? last : undefined;
  const words = suffix ? all.slice(0, -1) : all;
  if (words.length < 2) return { words, family: words[0] ?? "", ...(suffix ? { suffix } : {}) };
  if (words.length <= 3 && isFamilyFirst?.(words[0]!)) {
    return { words, family: words[0]!, given: words.slice(1).join(" ") };
  }
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(words[from - 1]!)) from -= 1;
  return {
    words,
    family: words.slice(from).join(" "),
    given: words[0]!,
    ...(suffix ? { suffix } : {}),
  };
}

/**
 * Whether two names of two or more words can be one person's: the same words, or the same family name with given
 * names that agree (equal, or one the initial of the other, middle names left out).
 */
export function isSameFullName(a: NameParts, b: NameParts): boolean {
  if (a.suffix !== b.suffix && a.suffix !== undefined && b.suffix !== undefined) return false;
  if (a.words.join(" ") === b.words.join(" ")) return true;
  if (a.family !== b.family || a.given === undefined || b.given === undefined) return false;
  if (!givenAgrees(a.given, b.given)) return false;
  return middleAgrees(a.words.slice(1, -1), b.words.slice(1, -1));
}

/**
 * Whether the short name (one word, or a family name with particles) is a part that stands for the full one. A word
 * from the middle (*Lula* of *Luiz Inácio Lula da Silva*) says no more than a given name.
 */
export function isPartOfName(short: NameParts, full: NameParts): "family" | "given" | undefined {
  const key = short.words.join(" ");
  if (key === full.family) return "family";
  if (full.words.length > 1 && key === full.words.at(-1)) return "family";
  if (short.words.length > 1 && ` ${full.words.join(" ")}`.endsWith(` ${key}`)) return "family";
  if (key === full.given || key === full.words[0]) return "given";
  const isMiddle = key.length > 2 && !PARTICLES.has(key) && full.words.includes(key);
  return isMiddle ? "given" : undefined;
}

function givenAgrees(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length === 1 && long.startsWith(short);
}

/** Middle names may be missing on one side; where both have them, they must agree. */
function middleAgrees(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.length === b.length && a.every((word, i) => givenAgrees(word, b[i]!));
}
