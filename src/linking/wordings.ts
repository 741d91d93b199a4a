/**
 * How one article words an event: who comes before the verb, the verb, and what is told after it, cut into phrases at
 * prepositions so that a label can leave the last ones away. Names are those of the cast. Words are cut by tables alone:
 * the trees of an article do not reach the linker.
 */
import type { EventRole } from "../model.ts";
import type { Cast } from "./entities.ts";
import { groupBy } from "./groups.ts";
import { type LabelWords, possessive } from "./label-words.ts";
import type { EventFacts, LinkRecord, MentionFacts, SentenceRecord } from "./records.ts";

/** Words that belong together, with the entities that they name. */
export interface Phrase {
  readonly text: string;
  readonly names: readonly string[];
}

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

const MOST_PHRASES = 5;
const MOST_WORDS = 7;
/** Without its first phrase a label is a bare verb. */
const MOST_FIRST_WORDS = 11;
const WORD = /[$€£]?[\p{L}\p{N}](?:[\p{L}\p{N}’'$%-]|[.,](?=\p{N}))*/uy;
const BLANKS = /\s*/y;
const POSSESSIVE = /['’]s?(?![\p{L}\p{N}])/uy;
/** *Russian-controlled territory*. */
const HYPHENED = /[-‐‑][\p{L}\p{N}][\p{L}\p{N}-]*/uy;
const APPOSITION = /,\s/y;
/** *flew to Florida two days before the handover*. */
const BEFORE_OR_AFTER = /\s+(?:before|after|ago|earlier|later|prior)\b/y;
/** *was launched*, *are both scheduled*. */
const IS_DONE = /\b(?:is|are|was|were|been|being|be)(?: (?!not)[a-z]+)? $/;
/** *blamed "Western culture"*: marks that a label does without. */
const QUOTE_OPENS = /(?<=\s)["“‘'](?=[\p{L}\p{N}])/uy;
const QUOTE_ENDS = /["”’'](?=[\s.,;:!?]|$)/y;
const CLOSING = /[’']$/;
/** *condemned what he calls a "cowardly act"*: the words before what is meant. */
const SO_CALLED =
  /what (?:he|she|it|they) (?:(?:has|have|had) )?(?:calls?|called|said (?:is|was)|describes? as|described as) /y;
const ARTICLE = /^(?:the|an?) /i;
/** Enough of a noun to know it in the plural. */
const STEM = 5;
const NOT_LETTERS = /[^\p{L}-]+/u;
/** *greeted her in the street*, *reminded her*: no noun follows that would be hers. */
const BEFORE_NOUN =
  /\s+(?!(?:in|on|at|to|for|with|by|from|and|or|but|as|of|after|before|when|while|that|into|out|up|down|off|over|about|against|last|this)\b)[\p{L}\p{N}"“‘]/uy;
const OWNERS: ReadonlySet<string> = new Set(["its", "his", "her", "their"]);
/** *said Moscow would have to*: what is told is a clause. */
const AUXILIARY = /^(?:would|will|must|should|could|may|might|has|have|had|is|are|was|were)$/;
/** *The agreement was [brokered by Turkey]*: what it was done to, where it is no name. */
const OBJECT_BEFORE =
  /(?:^|[,;:]\s)((?:[Tt]he |[Aa]n? |[A-Z](?=[a-z]+ [a-z]))?[a-z-]{3,20}(?: [a-z-]{3,20}){0,2}) (?:was|were|is|are|has been|have been|had been) $/;
const PRONOUNS = /^(?:it|this|that|they|he|she|which|who|what|there)\b/i;
/** Operators that leave what they are said of as it is. */
const PLAIN_OPERATORS = /^(?:do|begin|end|try|enable|support|condemn|discuss) > /;

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
  if (words.is("adjective", written)) {
    return { verb: "be", ...base, form: "adjective", subjects: before, tail: told };
  }
  const after = sideOf((mention, role) => isDoer(role) && !isBefore(mention));
  if (before.length === 0 && words.isParticiple(written)) {
    const patients = sideOf((mention, role) => role === "recipient" && isBefore(mention));
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

/** *a conference hosted by officials*: what was hosted, where *by* tells who did it. */
function madeBy(
  text: SentenceRecord,
  { start }: EventFacts,
  written: string,
  [object, ...more]: readonly string[],
  [by]: readonly Phrase[],
  words: LabelWords,
): string | undefined {
  if (object === undefined || more.length > 0 || !words.isParticiple(written)) return undefined;
  if (by === undefined || !by.text.startsWith("by ")) return undefined;
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

function isOperator({ rule }: EventFacts): boolean {
  return rule.includes(" > ") && !PLAIN_OPERATORS.test(rule);
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

/** What is told after the trigger, as far as it is one piece. */
function tailOf(
  record: LinkRecord,
  article: number,
  event: EventFacts,
  cast: Cast,
  words: LabelWords,
  subjects: readonly string[],
): Phrase[] {
  const text = record.sentences[event.sentence]!;
  const { end } = text;
  const mentions = outermost(record, event);
  const times = inSentence(record.times, event.sentence).filter(
    (time) =>
      time.start >= event.end &&
      (time.timex === "DATE" ||
        time.timex === "TIME" ||
        after(BEFORE_OR_AFTER, text, time.end) !== undefined),
  );
  const phrases: { words: string[]; names: string[] }[] = [{ words: [], names: [] }];
  let at = event.end;
  let inClause = false;
  let inQuote = false;
  for (;;) {
    const quoteEnd = inQuote ? after(QUOTE_ENDS, text, at) : undefined;
    if (quoteEnd !== undefined) inQuote = false;
    at = quoteEnd ?? at;
    at = after(BLANKS, text, at) ?? at;
    at = after(SO_CALLED, text, at) ?? at;
    const quote = after(QUOTE_OPENS, text, at);
    if (quote !== undefined) inQuote = true;
    at = quote ?? at;
    const phrase = phrases.at(-1)!;
    const time = times.find(({ start }) => start === at);
    if (time) {
      if (words.is("preposition", phrase.words.at(-1) ?? "")) phrase.words.pop();
      phrases.push({ words: [], names: [] });
      at = time.end;
      continue;
    }
    const mention = mentions.find(({ start }) => start === at);
    if (mention && mention.end <= end) {
      const isOwner = after(BEFORE_NOUN, text, mention.end) !== undefined;
      addName(phrase, mention, isOwner, article, cast, words, subjects);
      at = mention.end;
      const isLast = inQuote && after(QUOTE_ENDS, text, at) !== undefined;
      const glued = isLast ? undefined : (after(POSSESSIVE, text, at) ?? after(HYPHENED, text, at));
      if (glued !== undefined) {
        phrase.words.push(`${phrase.words.pop()}${piece(text, at, glued)}`);
        at = glued;
      }
      at = afterApposition(text, at, mention, mentions);
      continue;
    }
    const next = at < end ? after(WORD, text, at) : undefined;
    if (next === undefined || next > end) {
      at = afterDescription(text, at, phrase, event, record, mentions, words) ?? end;
      if (at === end) break;
      continue;
    }
    const told = piece(text, at, next);
    const word: string = inQuote ? told.replace(CLOSING, "") : told;
    inQuote &&= word === told;
    const lower = word.toLowerCase();
    const isClause =
      lower === "that" && phrases.length === 1 && phrase.words.length === 0 && isTold(event);
    if (isClause) inClause = true;
    const isVerb = AUXILIARY.test(lower) && (isFirstName(phrases) || isObliged(event));
    if (isVerb) inClause = true;
    // "More than 70 million".
    const isMeasure = lower === "than" && MORE.has(phrase.words.at(-1)?.toLowerCase() ?? "");
    const goesOn =
      isVerb || isClause || isMeasure || (inClause && phrase.words.length < MOST_WORDS);
    if (words.is("stop", lower) && !goesOn) break;
    if (words.is("preposition", lower) && phrase.words.length > 0) {
      phrases.push({ words: [word], names: [] });
    } else phrase.words.push(word);
    at = next;
    if (phrases.filter((one) => one.words.length > 0).length > MOST_PHRASES) break;
  }
  return wholePhrases(phrases, words);
}

/** What is said, asked or promised may be a clause: *suggested that Spain pay*; but *nationalised that same year*. */
function isTold(event: EventFacts): boolean {
  return isOperator(event) || VERBAL.has(event.act);
}

const VERBAL: ReadonlySet<string> = new Set([
  "REQUEST",
  "ACCUSE",
  "AGREE",
  "REJECT",
  "THREATEN",
  "OTHER",
]);

const MORE: ReadonlySet<string> = new Set(["more", "less", "fewer", "rather"]);

/** *says residents in the affected areas should continue*: what is said is all of it. */
function isObliged({ rule }: EventFacts): boolean {
  return rule === "said must";
}

/** Nothing but one name was told yet. */
function isFirstName(
  phrases: readonly { readonly words: readonly string[]; readonly names: readonly string[] }[],
): boolean {
  const [first] = phrases;
  return phrases.length === 1 && first!.words.length === 1 && first!.names.length === 1;
}

/** *the Polish president, Andrzej Duda*: the name of who takes part stands for its description. */
function afterDescription(
  text: SentenceRecord,
  at: number,
  phrase: { readonly words: string[]; readonly names: readonly string[] },
  { roles }: EventFacts,
  { mentions }: LinkRecord,
  here: readonly MentionFacts[],
  words: LabelWords,
): number | undefined {
  const next = after(APPOSITION, text, at);
  const described = phrase.words.findLastIndex((word) => words.is("determiner", word));
  if (next === undefined || described < 0 || described === phrase.words.length - 1)
    return undefined;
  const mention = here.find(({ start }) => start === next);
  if (!mention || !roles.some((role) => mentions[role.mention] === mention)) return undefined;
  phrase.words.splice(described);
  return next;
}

/** Phrases up to the first that is too long (of the very first as much as there is room for); a preposition with nothing behind it goes, a particle stays. */
function wholePhrases(
  phrases: readonly { readonly words: readonly string[]; readonly names: readonly string[] }[],
  words: LabelWords,
): Phrase[] {
  const whole: Phrase[] = [];
  for (const { words: told, names } of phrases) {
    const kept = [...told];
    while (kept.length > 0 && isLoose(kept, whole.length === 0, words)) kept.pop();
    if (kept.length === 0) continue;
    const isFirst = whole.length === 0;
    if (isFirst && kept.length > MOST_FIRST_WORDS) {
      kept.length = MOST_FIRST_WORDS;
      while (isLoose(kept, false, words)) kept.pop();
      return [{ text: `${kept.join(" ")} …`, names }];
    }
    if ((!isFirst && kept.length > MOST_WORDS) || whole.length === MOST_PHRASES) break;
    whole.push({ text: kept.join(" "), names });
  }
  return whole;
}

/** *sworn in*, *drove him out*; but not *gathered at the palace in*. */
function isLoose(told: readonly string[], isFirst: boolean, words: LabelWords): boolean {
  const last = told.at(-1)!.toLowerCase();
  if (words.is("determiner", last)) return true;
  if (!words.is("preposition", last)) return false;
  if (told.length > 1 || !words.is("particle", last)) return true;
  return !isFirst && !words.is("late_particle", last);
}

function addName(
  phrase: { readonly words: string[]; readonly names: string[] },
  mention: MentionFacts,
  isOwner: boolean,
  article: number,
  cast: Cast,
  words: LabelWords,
  subjects: readonly string[],
): void {
  const ids = cast.resolve(article, mention.entity);
  const isSubject = ids.some((id) => subjects.includes(id));
  const name = ids.length === 1 ? cast.byId.get(ids[0]!)?.name : undefined;
  if (isOwner && OWNERS.has(mention.text.toLowerCase())) {
    phrase.words.push(isSubject || name === undefined ? mention.text : possessive(name));
    return;
  }
  const isNamed =
    name !== undefined && !isSubject && mention.form !== "adjective" && name !== mention.text;
  const before = phrase.words.at(-1)?.toLowerCase() ?? "";
  if (words.is("honorific", before) || (isNamed && words.is("determiner", before)))
    phrase.words.pop();
  phrase.words.push(isNamed ? name : mention.text);
  phrase.names.push(...ids);
}

/** *the Polish president, Andrzej Duda*: once is enough. */
function afterApposition(
  text: SentenceRecord,
  at: number,
  { entity }: MentionFacts,
  mentions: readonly MentionFacts[],
): number {
  const next = after(APPOSITION, text, at);
  const twin = next === undefined ? undefined : mentions.find(({ start }) => start === next);
  return twin?.entity === entity ? twin.end : at;
}

/** Mentions of the sentence after the trigger; of one within another the outer. */
function outermost({ mentions }: LinkRecord, { sentence, end }: EventFacts): MentionFacts[] {
  const here = inSentence(mentions, sentence)
    .filter((mention) => mention.start >= end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return here.filter((mention) => {
    if (mention.start < reached) return false;
    reached = mention.end;
    return true;
  });
}

interface InSentence {
  readonly sentence: number;
}

/** Found out once for a list: an article may have thousands of mentions and times, and as many events. */
function inSentence<T extends InSentence>(all: readonly T[], sentence: number): readonly T[] {
  let found = SENTENCES.get(all) as ReadonlyMap<number, readonly T[]> | undefined;
  if (found === undefined) {
    found = groupBy(all, (one) => one.sentence);
    SENTENCES.set(all, found);
  }
  return found.get(sentence) ?? [];
}

const SENTENCES = new WeakMap<readonly InSentence[], ReadonlyMap<number, readonly InSentence[]>>();

/** Offsets are those of the article. */
function piece({ start, quote }: SentenceRecord, from: number, to: number): string {
  return quote.slice(from - start, to - start);
}

/** Where a match at exactly this place of the article ends. */
function after(pattern: RegExp, { start, quote }: SentenceRecord, at: number): number | undefined {
  pattern.lastIndex = at - start;
  return pattern.test(quote) ? start + pattern.lastIndex : undefined;
}
