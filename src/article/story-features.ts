/**
 * Features of a line of a dump against the story as a whole: whether it shares the words of the likely headline, has
 * the small words that sentences need, begins as another line does, speaks to the reader, and what stands beside it.
 */
import { bestRun } from "./context-features.ts";
import type { LineFacts } from "./line-facts.ts";
import type { Line } from "./lines.ts";
import { phraseBit } from "./phrases.ts";
import { sharedBeginnings } from "./shared-beginnings.ts";
import type { StoryWords } from "./story-words.ts";

export const STORY_FEATURES: readonly string[] = [
  "lines since headline",
  "headline words share",
  "headline words share within 3",
  "function words share",
  "function words share before",
  "function words share after",
  "function words share against run",
  "shared beginning",
  "shared beginning share",
  "begins another line",
  "begins with another line",
  "begins with a line within 3",
  "shared beginnings within 4",
  "glued words",
  "spaced marks",
  "has handle",
  "lines to handle",
  "lines since handle",
  "caption words",
  "before is teaser head",
  "before is video or picture",
  "before is date or byline",
  "after is teaser head",
  "after is credit",
  "after is date or byline",
  "sentence 2 before",
  "sentence 2 after",
  "starts as line before",
  "long words since headline",
  "furniture since headline",
  "reader words share",
  "reader words share within 3",
  "terms",
  "terms within 4",
  "question before",
];

type Run = ReturnType<typeof bestRun>;

const FAR = 60;
/** So much of a line is looked through. */
const READ = 1000;
/** So much of the story tells its language. */
const SAMPLED = 6000;
/** Words of fewer letters are articles and prepositions in most languages. */
const CONTENT_WORD_LENGTH = 4;
const WORD = /[\p{L}\p{M}\p{N}']+/gu;
const LETTER_WORD = /[\p{L}\p{M}']+/gu;
/** *Best Piers Of HarwickReaders sent in*, *Kutter im Hafen.Anna Berg/dpa*: what stood in two elements. */
const GLUED = /\p{Ll}[.!?)"”’]{0,2}\p{Lu}\p{Ll}/gu;
/** Whatever `GLUED` finds this finds too, in a fraction of the time. */
const MAYBE_GLUED = /[a-z\u0080-\uffff][.!?)"”’]{0,2}[A-Z\u0080-\uffff]/;
/** *our Privacy Policy .*: scrapers set a space behind a link. */
const SPACED_MARK = /\p{L} [.,;](?= |$)/gu;
/** Marks of a post that is shown inside the story: its lines end with *— Name (@name) 2 March 2024*. */
const HANDLE = /(?:^|[\s(])@\w{2,20}\b|pic\.twitter\.com|https?:\/\/t\.co\//;
const CAPTION_WORD =
  /\b(?:pictured|from left|left to right|clockwise|far (?:left|right)|poses? (?:for|with)|seen (?:here|in|at|on|during)|file (?:photo|picture|image)|in this (?:photo|picture|image|file)|v\. ?l\.|von links|de gauche|de izquierda|da sinistra|archivbild|archivfoto)\b|\((?:l|r|left|right|links|rechts|c|centre|center|m)\.?\)|,\s(?:left|right|links|rechts|centre|center),/i;
const LONGEST_CAPTION = 400;
/** Consent, accounts and offers, which are told in whole sentences between those of the story. */
const TERMS =
  /privacy (?:policy|notice)|terms (?:of|and)|cookies?\b|\bconsent\b|personal data|third[- ]part|affiliate|e-?mail|newsletter|subscri|sign(?:ing)? up|\bapp\b|datenschutz|einverstand|personenbezogen|extern\w{0,2} inhalt|drittplattform|nutzungsbedingungen|einwilligung|données personnelles|confidentialité|abonn|protección de datos|privacidad|suscri|términos|informativa|dati personali|iscri/i;
const TEASER_HEAD = phraseBit("related", "more", "advertisement", "newsletter", "share");
const PICTURE = phraseBit("video", "credit");
const CREDIT = phraseBit("credit");
const DATED = phraseBit("date", "byline", "reading");
/** Phrases of longer lines may be words of a sentence. */
const SHORT = 60;
const SAME_START = 12;

/** Writes the features of all lines; a row has `width` numbers, these begin at `at`. */
export function writeStoryFeatures(
  rows: Float32Array,
  width: number,
  at: number,
  lines: readonly Line[],
  facts: readonly LineFacts[],
  storyWords: StoryWords,
): void {
  const n = lines.length;
  const run = bestRun(facts);
  const texts = lines.map(({ text }) => text.slice(0, READ));
  const spoken = texts.map((text): readonly string[] => text.match(LETTER_WORD) ?? []);
  const words = texts.map((text) => new Set(text.toLowerCase().match(WORD)?.filter(isContent)));
  const headline = likelyHeadline(words, facts, run);
  const inHeadline = Float32Array.from(words, (own) => shareIn(own, words[headline]));
  const story = lines.slice(run.start, run.end).map(({ text }) => text);
  const known = storyWords.functionWordsOf(story.join(" ").slice(0, SAMPLED));
  const small = functionShares(spoken, facts, run, known);
  const beginnings = sharedBeginnings(lines);
  const isTwin = beginnings.beginsOther.map((begins, i) => begins | beginnings.hasOther[i]!);
  const isTerms = Uint8Array.from(texts, (text) => (TERMS.test(text) ? 1 : 0));
  const toReader = Float32Array.from(
    texts,
    (_, i) => storyWords.countToReader(spoken[i]!) / facts[i]!.words,
  );
  const isHandle = lines.map(({ text }) => HANDLE.test(text));
  const toHandle = distancesAfter(isHandle);
  let sinceHandle = FAR;
  let [longWords, furniture] = [-1, -1];
  for (let i = 0; i < n; i++) {
    const [fact, before, after] = [facts[i]!, facts[i - 1], facts[i + 1]];
    const text = texts[i]!;
    let o = i * width + at;
    rows[o++] = headline < 0 ? -FAR : Math.max(-FAR, Math.min(FAR, i - headline));
    rows[o++] = inHeadline[i]!;
    rows[o++] = meanWithin(inHeadline, i, 3);
    rows[o++] = small.shares[i]!;
    rows[o++] = small.shares[i - 1] ?? -1;
    rows[o++] = small.shares[i + 1] ?? -1;
    rows[o++] = small.shares[i]! < 0 ? -1 : small.shares[i]! - small.ofRun;
    rows[o++] = Math.min(120, beginnings.lengths[i]!);
    rows[o++] = beginnings.lengths[i]! / fact.length;
    rows[o++] = beginnings.beginsOther[i]!;
    rows[o++] = beginnings.hasOther[i]!;
    rows[o++] = beginnings.near[i]!;
    rows[o++] = countWithin(isTwin, i, 4);
    rows[o++] = MAYBE_GLUED.test(text) ? Math.min(9, text.match(GLUED)?.length ?? 0) : 0;
    rows[o++] = Math.min(9, text.match(SPACED_MARK)?.length ?? 0);
    rows[o++] = isHandle[i] ? 1 : 0;
    rows[o++] = toHandle[i]!;
    rows[o++] = sinceHandle;
    rows[o++] = fact.length < LONGEST_CAPTION && CAPTION_WORD.test(text) ? 1 : 0;
    rows[o++] = hasPhrase(before, TEASER_HEAD);
    rows[o++] = hasPhrase(before, PICTURE);
    rows[o++] = hasPhrase(before, DATED);
    rows[o++] = hasPhrase(after, TEASER_HEAD);
    rows[o++] = hasPhrase(after, CREDIT);
    rows[o++] = hasPhrase(after, DATED);
    rows[o++] = facts[i - 2]?.endsSentence ? 1 : 0;
    rows[o++] = facts[i + 2]?.endsSentence ? 1 : 0;
    rows[o++] = i > 0 && text.slice(0, SAME_START) === texts[i - 1]!.slice(0, SAME_START) ? 1 : 0;
    rows[o++] = Math.min(2000, longWords);
    rows[o++] = Math.min(FAR, furniture);
    rows[o++] = toReader[i]!;
    rows[o++] = meanWithin(toReader, i, 3);
    rows[o++] = isTerms[i]!;
    rows[o++] = countWithin(isTerms, i, 4);
    rows[o++] = i > 0 && lines[i - 1]!.text.endsWith("?") ? 1 : 0;
    if (i === headline) [longWords, furniture] = [0, 0];
    else if (longWords >= 0) {
      if (fact.isLong) longWords += fact.words;
      if (fact.isFurniture) furniture++;
    }
    sinceHandle = isHandle[i] ? 1 : Math.min(FAR, sinceHandle + 1);
  }
}

function isContent(word: string): boolean {
  return word.length >= CONTENT_WORD_LENGTH;
}

function hasPhrase(facts: LineFacts | undefined, bits: number): number {
  return facts !== undefined && facts.length < SHORT && (facts.phrases & bits) !== 0 ? 1 : 0;
}

const BEFORE_RUN = 40;
const LONGEST_HEADLINE = 200;
const LEAST_HEADLINE_WORDS = 4;

/** The short line before the best run, or at its beginning, that shares most words with it; -1 without one. */
function likelyHeadline(
  words: readonly ReadonlySet<string>[],
  facts: readonly LineFacts[],
  run: Run,
): number {
  const inRun = new Set<string>();
  for (let i = run.start; i < run.end; i++)
    if (facts[i]!.isLong) for (const word of words[i]!) inRun.add(word);
  let best = -1;
  let most = 0;
  for (let i = Math.max(0, run.start - BEFORE_RUN); i <= run.start && i < facts.length; i++) {
    const { length, words: count, endsSentence } = facts[i]!;
    if (length > LONGEST_HEADLINE || count < LEAST_HEADLINE_WORDS || endsSentence) continue;
    let shared = 0;
    for (const word of words[i]!) if (inRun.has(word)) shared++;
    const sum = (shared * shared) / Math.max(1, words[i]!.size);
    if (sum < most || sum === 0) continue;
    most = sum;
    best = i;
  }
  return best;
}

/** -1 for a line without words. */
function shareIn(own: ReadonlySet<string>, known: ReadonlySet<string> | undefined): number {
  if (own.size === 0) return -1;
  let shared = 0;
  for (const word of own) if (known?.has(word)) shared++;
  return shared / own.size;
}

const LEAST_WORDS = 3;

/**
 * Headlines, menus and lists leave out the small words that sentences need. -1 for a line of hardly any words, and in
 * a language that the table lacks.
 */
function functionShares(
  spoken: readonly (readonly string[])[],
  facts: readonly LineFacts[],
  run: Run,
  known: ReadonlySet<string> | undefined,
): { readonly shares: Float32Array; readonly ofRun: number } {
  if (known === undefined) return { shares: new Float32Array(spoken.length).fill(-1), ofRun: 0 };
  let [inRun, allInRun] = [0, 0];
  const shares = Float32Array.from(spoken, (words, i) => {
    if (words.length < LEAST_WORDS) return -1;
    let found = 0;
    for (const word of words) if (known.has(word.toLowerCase())) found++;
    if (i >= run.start && i < run.end && facts[i]!.isLong) {
      inRun += found;
      allInRun += words.length;
    }
    return found / words.length;
  });
  return { shares, ofRun: inRun / Math.max(1, allInRun) };
}

/** Of the numbers that are not below zero; -1 without any. */
function meanWithin(shares: Float32Array, i: number, reach: number): number {
  let [sum, count] = [0, 0];
  for (let k = Math.max(0, i - reach); k <= i + reach && k < shares.length; k++) {
    if (shares[k]! < 0) continue;
    sum += shares[k]!;
    count++;
  }
  return count === 0 ? -1 : sum / count;
}

function countWithin(holds: Uint8Array, i: number, reach: number): number {
  let count = 0;
  for (let k = Math.max(0, i - reach); k <= i + reach && k < holds.length; k++) count += holds[k]!;
  return count;
}

function distancesAfter(holds: readonly boolean[]): Uint8Array {
  const distances = new Uint8Array(holds.length);
  let distance = FAR;
  for (let i = holds.length - 1; i >= 0; i--) {
    distances[i] = distance;
    distance = holds[i] ? 1 : Math.min(FAR, distance + 1);
  }
  return distances;
}
