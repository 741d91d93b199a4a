/** Where what is told goes on, by tables and forms alone: lists of names, paired adjectives, a time inside a noun phrase, the start of a clause. */
import type { LabelWords } from "./label-words.ts";
import type { EventFacts, LinkRecord, MentionFacts, SentenceRecord } from "./records.ts";
import { after, BLANKS, COMMA, piece, WORD } from "./sentence-cuts.ts";

/** A phrase that is still written. */
export interface Open {
  readonly words: string[];
  readonly names: string[];
}

const AND = /(?:\s*,)?\s*(?:and|or) (?:the )?/y;
const ADJECTIVE = /(?:[a-z]al|ic|ive|ous|ful|able|ible|less)$/;

/** *urged India and Pakistan*, *financial and technical support*: the place behind what joins them, which is written; undefined where nothing is joined. */
export function joined(
  words: string[],
  text: SentenceRecord,
  at: number,
  last: MentionFacts | undefined,
  mentions: readonly MentionFacts[],
  { roles }: EventFacts,
  record: LinkRecord,
): number | undefined {
  const word = words.at(-1);
  if (word === undefined) return undefined;
  const isNamed = last !== undefined && piece(text, last.end, at).trim() === "";
  const from = isNamed ? last.end : at;
  const comma = after(COMMA, text, from);
  const and = after(AND, text, from);
  const next = and ?? comma;
  if (next === undefined) return undefined;
  const mention = mentions.find(({ start }) => start === next);
  const isSide =
    mention !== undefined &&
    roles.some(
      ({ role, mention: index }) =>
        role !== "actor" && role !== "place" && record.mentions[index] === mention,
    );
  if (isNamed && isSide) {
    if (and === undefined) words.push(`${words.pop()},`);
    else words.push("and");
    return next;
  }
  const second = and === undefined ? undefined : after(WORD, text, and);
  if (isNamed || second === undefined || !ADJECTIVE.test(word)) return undefined;
  if (!ADJECTIVE.test(piece(text, and!, second))) return undefined;
  words.push("and");
  return and;
}

const LOWER = /\s*(?![a-z]+ing\b)[a-z]{3,}/y;

/** *the April 22 attack*, *an attempted overnight raid*: a time between an article and its noun is left away, and the phrase goes on. */
export function dividesNoun(
  words: readonly string[],
  text: SentenceRecord,
  at: number,
  labelWords: LabelWords,
): boolean {
  const hasArticle = words.some((word) => labelWords.is("determiner", word.toLowerCase()));
  if (!hasArticle || after(LOWER, text, at) === undefined) return false;
  const start = after(BLANKS, text, at) ?? at;
  const next = piece(text, start, after(WORD, text, start) ?? start);
  return !labelWords.is("stop", next) && !labelWords.is("preposition", next);
}

const SUBJECTS: ReadonlySet<string> = new Set(["he", "she", "it", "they", "we", "i"]);

/** *the troops it [has sent]*, *the raid Iran [had ordered]*: whoever stands before the verb of another clause goes with it. */
export function withoutClause(
  { words, names }: Open,
  isName: boolean,
  labelWords: LabelWords,
): void {
  const [before = "", last = ""] = words.slice(-2).map((word) => word.toLowerCase());
  if (words.length < 2 || (!isName && !SUBJECTS.has(last))) return;
  if (labelWords.is("preposition", before) || labelWords.is("determiner", before)) return;
  words.pop();
  if (isName) names.pop();
}
