/**
 * How one article words an event: who comes before the verb, the verb, and what is told after it, cut into phrases at
 * prepositions so that a label can leave the last ones away. Names are those of the cast. Words are cut by tables alone:
 * the trees of an article do not reach the linker.
 */
import type { EventRole } from "../model.ts";
import type { Cast } from "./entities.ts";
import type { LabelWords } from "./label-words.ts";
import type { EventFacts, LinkRecord, MentionFacts, SentenceRecord } from "./records.ts";
import { piece } from "./sentence-cuts.ts";
import { isOperator, type Phrase, tailOf } from "./told-phrases.ts";

export type { Phrase };

export interface Wording {
  /** Base form: `hold`; of a noun what it is as a verb: `hold talks with`. */
  readonly verb: string;
  /** The word as it was told: `held`, `talks`. */
  readonly written: string;
  readonly form: "verb" | "noun" | "adjective" | "passive";
  /** The verb says itself that nothing happened yet: *plans*, *wants*, *denies*. */
  readonly isOperator: boolean;
  /** Entities that the label begins with, in the order of the text. */
  readonly subjects: readonly string[];
  /** What the label begins with where no name does: *agreement* of *the agreement was reached*. */
  readonly topic?: string;
  /** Those that it was done to. */
  readonly recipients: readonly string[];
  readonly tail: readonly Phrase[];
}

/** *was launched*, *are both scheduled*. */
const IS_DONE = /\b(?:is|are|was|were|been|being|be)(?: (?!not)[a-z]+)? $/;
/** *In Lviv, another missile [struck]*: a subject of its own. */
const OTHER_SUBJECT = /,\s(?:an?|the|another|one|two|several|some)\s[^,]*$/i;
const ARTICLE = /^(?:the|an?) /i;
/** Enough of a noun to know it in the plural. */
const STEM = 5;
const NOT_LETTERS = /[^\p{L}-]+/u;
/** *The agreement was [brokered by Turkey]*: what it was done to, where it is no name. */
const OBJECT_BEFORE =
  /(?:^|[,;:]\s)((?:[Tt]he |[Aa]n? |[A-Z](?=[a-z]+ [a-z]))?(?:[A-Z][a-z]{2,15} )?[a-z-]{3,20}(?: [a-z-]{3,20}){0,2}) (?:was|were|is|are|has been|have been|had been) $/;
const PRONOUNS = /^(?:it|this|that|they|he|she|which|who|what|there)\b/i;

export function wordingOf(
  record: LinkRecord,
  article: number,
  event: EventFacts,
  cast: Cast,
  words: LabelWords,
): Wording {
  const text = record.sentences[event.sentence]!;
  const written = piece(text, event.start, event.end).toLowerCase();
  const [first = event.lemma, ...rest] = event.lemma.split(" ");
  const isWord = !written.includes(" ");
  const noun = nounOf(event, first, written, words);
  const sideOf = (isWanted: (mention: MentionFacts, role: EventRole) => boolean): string[] =>
    namesOf(record, article, event, cast, isWanted);
  const isBefore = (mention: MentionFacts): boolean =>
    mention.sentence !== event.sentence || mention.start < event.start;
  const isDoer = (role: EventRole): boolean => role === "actor" || role === "participant";
  const before = sideOf((mention, role) => isDoer(role) && isBefore(mention));
  const recipients = sideOf((_, role) => role === "recipient");
  const told = isWord
    ? tailOf(record, article, event, cast, words, before)
    : rest.length > 0
      ? [{ text: rest.join(" "), names: [] }]
      : [];
  const base = { written, recipients, isOperator: isOperator(event) };
  if (noun !== undefined) {
    return {
      verb: noun,
      ...base,
      form: "noun",
      subjects: sideOf((_, role) => isDoer(role)),
      tail: told,
    };
  }
  // "Is set to meet" and "is open to talks", but "was set on fire" and "open talks".
  const isVerb =
    words.is("also_verb", written) &&
    (event.rule.startsWith(`${written}[`) || event.rule.startsWith("begin > "));
  if (words.is("adjective", written) && !isVerb) {
    const those = sideOf((mention, role) => role === "recipient" && isBefore(mention));
    const subjects = before.length > 0 ? before : those;
    return { verb: "be", ...base, form: "adjective", subjects, tail: told };
  }
  const after = sideOf((mention, role) => isDoer(role) && !isBefore(mention));
  if (before.length === 0 && words.isParticiple(written)) {
    const isSubject = (mention: MentionFacts): boolean =>
      mention.sentence !== event.sentence ||
      IS_DONE.test(piece(text, text.start, event.start)) ||
      !OTHER_SUBJECT.test(piece(text, mention.end, event.start));
    const patients = sideOf(
      (mention, role) => role === "recipient" && isBefore(mention) && isSubject(mention),
    );
    if (patients.length > 0) {
      return { verb: first, ...base, form: "passive", subjects: patients, tail: told };
    }
    const topic = objectBefore(record, event);
    if (topic !== undefined && after.length > 0) {
      const tail = [{ text: topic, names: [] }];
      return { verb: first, ...base, form: "verb", subjects: after, tail };
    }
    if (topic !== undefined) {
      const headline = topic.replace(ARTICLE, "");
      return { verb: first, ...base, form: "passive", subjects: [], topic: headline, tail: told };
    }
  }
  const [object, ...others] = told;
  const isDone = words.isParticiple(written) && IS_DONE.test(piece(text, text.start, event.start));
  if (isDone && before.length > 0) {
    return { verb: first, ...base, form: "passive", subjects: before, tail: told };
  }
  if (before.length === 0 && object?.names.length === 1 && recipients.includes(object.names[0]!)) {
    const written = words.participle(first);
    if (isNameAlone(object, cast)) {
      const subjects = object.names;
      return { verb: first, ...base, written, form: "passive", subjects, tail: others };
    }
  }
  const topic = before.length === 0 ? madeBy(text, event, written, rest, told, words) : undefined;
  if (topic !== undefined)
    return { verb: first, ...base, form: "passive", subjects: [], topic, tail: told };
  const isMany = !isWord || (before.length === 0 && told.every(({ names }) => names.length === 0));
  return {
    verb: first,
    ...base,
    form: "verb",
    subjects: isMany ? [...before, ...after] : before,
    tail: isOperator(event) ? told : withObject(text, event, rest, told),
  };
}

/** *a conference hosted by officials*, *emergency declared in hospitals*: what was done, where no object follows. */
function madeBy(
  text: SentenceRecord,
  { start }: EventFacts,
  written: string,
  [object, ...more]: readonly string[],
  [by]: readonly Phrase[],
  words: LabelWords,
): string | undefined {
  if (object === undefined || more.length > 0 || !words.isParticiple(written)) return undefined;
  if (by !== undefined && !words.is("preposition", by.text.split(" ")[0]!)) return undefined;
  const before = piece(text, text.start, start).trimEnd().toLowerCase();
  return [object, `${object}s`].find((noun) => before.endsWith(noun));
}

/** *the meeting that Biden and Xi held in Bali*: what was held stands before the verb. */
function withObject(
  text: SentenceRecord,
  event: EventFacts,
  [object, ...more]: readonly string[],
  told: readonly Phrase[],
): readonly Phrase[] {
  const { start, end } = text;
  const stem = object?.slice(0, STEM) ?? "";
  if (object === undefined || more.length > 0 || event.start === start) return told;
  const isIn = (words: string): boolean => words.toLowerCase().includes(stem);
  if (told.some((phrase) => isIn(phrase.text))) return told;
  const before = piece(text, start, event.start).split(NOT_LETTERS);
  const written = before.find((word) => word.toLowerCase().startsWith(stem));
  const isAfter = isIn(piece(text, event.end, end));
  return written === undefined || isAfter ? told : [{ text: written, names: [] }, ...told];
}

function isNameAlone({ text, names }: Phrase, cast: Cast): boolean {
  return cast.byId.get(names[0]!)?.name === text;
}

/** The verb phrase of an event that a noun tells; the noun itself where the table has none. */
function nounOf(
  { rule, lemma }: EventFacts,
  first: string,
  written: string,
  words: LabelWords,
): string | undefined {
  if (rule.startsWith("noun:")) {
    return words.verbOfNoun(lemma) ?? words.verbOfNoun(lemma.split(" ").at(-1)!) ?? "";
  }
  const isInflected = written.endsWith("ing") || words.isParticiple(written);
  return isInflected || written.includes(" ") ? undefined : properNoun(first, words);
}

/** *agreement*, *refusal*: words of the table that are no verbs. */
function properNoun(word: string, words: LabelWords): string | undefined {
  const verb = words.verbOfNoun(word);
  return verb !== undefined && verb.split(" ")[0] !== word && /(?:al|ion|ment|eat)$/.test(word)
    ? verb
    : undefined;
}

/** In the order of the text. Who is only named by an adjective gives way to those it is said of: *Saudi, Iranian foreign ministers*. */
function namesOf(
  { mentions }: LinkRecord,
  article: number,
  { roles }: EventFacts,
  cast: Cast,
  isWanted: (mention: MentionFacts, role: EventRole) => boolean,
): string[] {
  const wanted: MentionFacts[] = [];
  for (const { role, mention } of roles) {
    const filler = mentions[mention]!;
    if (isWanted(filler, role)) wanted.push(filler);
  }
  if (wanted.length === 0) return [];
  if (wanted.length === 1) return [...new Set(cast.resolve(article, wanted[0]!.entity))];
  wanted.sort((a, b) => a.start - b.start);
  const full = wanted.filter(({ form }) => form !== "adjective");
  const used = full.length > 0 ? full : wanted;
  return [...new Set(used.flatMap(({ entity }) => cast.resolve(article, entity)))];
}

function objectBefore(record: LinkRecord, { start, sentence }: EventFacts): string | undefined {
  const text = record.sentences[sentence]!;
  const before = piece(text, text.start, start);
  const object = OBJECT_BEFORE.exec(before)?.[1];
  return object === undefined || PRONOUNS.test(object)
    ? undefined
    : object[0]!.toLowerCase() + object.slice(1);
}
