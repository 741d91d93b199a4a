/**
 * What is told after the trigger of an event, cut into phrases at prepositions so that a label can leave the last ones away. Names are those of
 * the cast. Words are cut by tables alone: the trees of an article do not reach the linker.
 */
import type { Cast } from "./entities.ts";
import { groupBy } from "./groups.ts";
import { type LabelWords, possessive } from "./label-words.ts";
import type { EventFacts, LinkRecord, MentionFacts, SentenceRecord } from "./records.ts";
import { after, BLANKS, COMMA, piece, WORD } from "./sentence-cuts.ts";
import { dividesNoun, joined, type Open, withoutClause } from "./told-joins.ts";

/** Words that belong together, with the entities that they name. */
export interface Phrase {
  readonly text: string;
  readonly names: readonly string[];
}

const MOST_PHRASES = 5;
const MOST_WORDS = 7;
/** Without its first phrase a label is a bare verb. */
const MOST_FIRST_WORDS = 11;
const POSSESSIVE = /['’]s?(?![\p{L}\p{N}])/uy;
/** *Russian-controlled territory*. */
const HYPHENED = /[-‐‑][\p{L}\p{N}][\p{L}\p{N}-]*/uy;
/** *flew to Florida two days before the handover*. */
const BEFORE_OR_AFTER = /\s+(?:before|after|ago|earlier|later|prior)\b/y;
/** *on Monday morning*: goes with the day. */
const DAY_PART = / (?:morning|afternoon|evening|night|noon)\b/y;
/** *blamed "Western culture"*: marks that a label does without. */
const QUOTE_OPENS = /(?<=\s)["“‘'](?=[\p{L}\p{N}])/uy;
const QUOTE_ENDS = /["”’'](?=[\s.,;:!?]|$)/y;
const CLOSING = /[’']$/;
/** *condemned what he calls a "cowardly act"*: the words before what is meant. */
const SO_CALLED =
  /what (?:he|she|it|they) (?:(?:has|have|had) )?(?:calls?|called|said (?:is|was)|describes? as|described as) /y;
/** *greeted her in the street*, *reminded her*: no noun follows that would be hers. */
const BEFORE_NOUN =
  /\s+(?!(?:in|on|at|to|for|with|by|from|and|or|but|as|of|after|before|when|while|that|into|out|up|down|off|over|about|against|last|this|the|an?)\b)[\p{L}\p{N}"“‘]/uy;
const OWNERS: ReadonlySet<string> = new Set(["its", "his", "her", "their"]);
/** *said Moscow would have to*: what is told is a clause. */
const AUXILIARY = /^(?:would|will|must|should|could|may|might|has|have|had|is|are|was|were)$/;
/** Operators that leave what they are said of as it is. */
const PLAIN_OPERATORS = /^(?:do|begin|end|try|enable|support|condemn|discuss) > /;

/** What is told after the trigger, as far as it is one piece. */
export function tailOf(
  record: LinkRecord,
  article: number,
  event: EventFacts,
  cast: Cast,
  words: LabelWords,
  subjects: readonly string[],
): Phrase[] {
  const text = record.sentences[event.sentence]!;
  const [from, end] = toldSpan(text, event);
  const mentions = outermost(record, event.sentence, from);
  const times = inSentence(record.times, event.sentence).filter(
    (time) =>
      time.start >= from &&
      (time.timex === "DATE" ||
        time.timex === "TIME" ||
        after(BEFORE_OR_AFTER, text, time.end) !== undefined),
  );
  const phrases: Open[] = [{ words: [], names: [] }];
  let at = from;
  let inClause = false;
  let inQuote = OPENING.test(piece(text, event.start - 1, event.start));
  let last: MentionFacts | undefined;
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
    if (time && dividesNoun(phrase.words, text, time.end, words)) {
      at = time.end;
      continue;
    }
    if (time) {
      if (words.is("approximate", phrase.words.at(-1) ?? "")) phrase.words.pop();
      if (words.is("preposition", phrase.words.at(-1) ?? "")) phrase.words.pop();
      phrases.push({ words: [], names: [] });
      at = after(DAY_PART, text, time.end) ?? time.end;
      continue;
    }
    const mention = mentions.find(({ start }) => start === at);
    if (mention && mention.end <= end) {
      const isOwner = after(BEFORE_NOUN, text, mention.end) !== undefined;
      addName(phrase, mention, isOwner, article, cast, words, subjects);
      at = mention.end;
      last = mention;
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
      const described = isObliged(event)
        ? undefined
        : afterDescription(text, at, phrase, event, record, mentions, words);
      const more = described ?? joined(phrase.words, text, at, last, mentions, event, record);
      if (more === undefined) break;
      at = more;
      continue;
    }
    const told = piece(text, at, next);
    const word: string = inQuote ? told.replace(CLOSING, "") : told;
    inQuote &&= word === told;
    const lower = word.toLowerCase();
    const isClause =
      lower === "that" &&
      phrases.length === 1 &&
      (phrase.words.length === 0 || isFirstName(phrases)) &&
      isTold(event);
    if (isClause) inClause = true;
    const isVerb = AUXILIARY.test(lower) && (isFirstName(phrases) || isObliged(event));
    if (isVerb) inClause = true;
    // "More than 70 million".
    const isMeasure = lower === "than" && MORE.has(phrase.words.at(-1)?.toLowerCase() ?? "");
    // "Due to be released", "advises citizens to have cash".
    const isBehindTo = (lower === "be" || lower === "have") && phrase.words.at(-1) === "to";
    // "Between $12 million and $20 million".
    const isRange =
      lower === "and" && phrase.words[0] === "between" && !phrase.words.includes("and");
    const goesOn =
      isBehindTo ||
      isRange ||
      isVerb ||
      isClause ||
      isMeasure ||
      (inClause && phrase.words.length < MOST_WORDS);
    const isInfinitive = phrase.words[0] === "to" && phrase.words.length === 2;
    if (words.is("stop", lower) && !goesOn) {
      const more = joined(phrase.words, text, at, last, mentions, event, record);
      if (more === undefined) {
        // "To discuss how": what is discussed is not told.
        if (ASKING.has(lower) && phrases.length > 1 && isInfinitive) phrases.pop();
        if (AUXILIARY.test(lower)) withoutClause(phrase, last?.end === at - 1, words);
        // "Opened fire shortly after".
        if (words.is("approximate", phrase.words.at(-1) ?? "")) phrase.words.pop();
        break;
      }
      at = more;
      continue;
    }
    // "To shut down the plant".
    const isParticle = isInfinitive && words.is("late_particle", lower);
    if (words.is("preposition", lower) && phrase.words.length > 0 && !isParticle) {
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

export function isOperator({ rule, status }: EventFacts): boolean {
  if (!rule.includes(" > ")) return false;
  // "Quits an inquiry": the verb says itself that the inner event is off.
  return !PLAIN_OPERATORS.test(rule) || (status === "cancelled" && rule.startsWith("end > "));
}

const VERBAL: ReadonlySet<string> = new Set([
  "REQUEST",
  "ACCUSE",
  "AGREE",
  "REJECT",
  "THREATEN",
  "OTHER",
]);

const ASKING: ReadonlySet<string> = new Set(["how", "what", "why", "whether", "that", "if"]);

const MORE: ReadonlySet<string> = new Set(["more", "less", "fewer", "rather"]);

/** *says residents in the affected areas should continue*: what is said is all of it. */
function isObliged({ rule }: EventFacts): boolean {
  return rule === "said must";
}

/** Where what is told stands; before the verb in *Spain must pay, he added*. */
function toldSpan({ start, end, quote }: SentenceRecord, event: EventFacts): [number, number] {
  const isTurned = isObliged(event) && !ANY_WORD.test(quote.slice(event.end - start));
  return isTurned
    ? [start + (QUOTE_FIRST.exec(quote)?.[0].length ?? 0), event.start]
    : [event.end, end];
}

const ANY_WORD = /[\p{L}\p{N}]/u;
const OPENING = /["“‘]/;
const QUOTE_FIRST = /^["“‘']{0,2}/;

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
  const next = after(COMMA, text, at);
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
    // "Between $12 million": its other end was not reached.
    if (kept[0] === "between" && !kept.includes("and")) break;
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
  const next = after(COMMA, text, at);
  const twin = next === undefined ? undefined : mentions.find(({ start }) => start === next);
  return twin?.entity === entity ? twin.end : at;
}

/** Mentions of the sentence from there on; of one within another the outer. */
function outermost({ mentions }: LinkRecord, sentence: number, from: number): MentionFacts[] {
  const here = inSentence(mentions, sentence)
    .filter((mention) => mention.start >= from)
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
