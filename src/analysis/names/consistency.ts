/**
 * One name, one kind: what the model is sure of in one place of an article settles the places where it is not.
 * Surnames follow full names, abbreviations in brackets the name before them, headlines the body.
 */
import { withKnownWords } from "./known-words.ts";
import { NAME_KINDS } from "./labels.ts";
import { Style, sentenceOf } from "./name-text.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { markTeams } from "./teams.ts";
import { WORD_LISTS } from "./word-lists.ts";
import { Case } from "./words.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const FAMILY_FIRST = 1 << WORD_LISTS.indexOf("family name that comes first");

/** Sums of confidence by kind, for one name in one article. */
type Votes = Float64Array;

/** A name that is at least this sure is looked for where the model saw none. */
const SURE = 0.8;
const CERTAIN = 0.95;
/** In words; longer ones are not looked for again. */
const LONGEST_NAME = 12;

export function makeConsistent(tagged: Tagged): TaggedSpan[] {
  const settled = settleKinds(tagged, withKnownWords(tagged));
  return markTeams(tagged, addMissed(tagged, withoutCommonWords(tagged, settled)));
}

function settleKinds(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const { forms } = tagged;
  const names = new Map<string, Votes>();
  for (const span of spans) vote(names, keyOf(forms, span), span);
  const surnames = new Map<string, number>();
  for (const span of spans) {
    const surname = surnameOf(tagged, span);
    if (surname === undefined) continue;
    surnames.set(surname, Math.max(span.confidence, surnames.get(surname) ?? 0));
  }
  return spans.map((span) => {
    const key = keyOf(forms, span);
    const votes = names.get(key)!;
    const bearer = span.last - span.first === 1 ? (surnames.get(key) ?? 0) : 0;
    const kind = winner(votes, bearer);
    return kind === span.kind ? span : { ...span, kind, rule: "one-name-one-kind" };
  });
}

/** The last word of a person's full name, or the first where family names come first: *Xi Jinping*. */
function surnameOf(
  { forms, words, text }: Tagged,
  { first, last, kind }: TaggedSpan,
): string | undefined {
  if (kind !== PERSON || last - first < 2) return undefined;
  const isFamilyFirst = (words.lists[text.word[first]!]! & FAMILY_FIRST) !== 0;
  return forms[isFamilyFirst ? first : last - 1]!.toLowerCase();
}

function winner(votes: Votes, bearer: number): number {
  let best = 0;
  for (let kind = 0; kind < votes.length; kind++) {
    const share = votes[kind]! + (kind === PERSON ? bearer : 0);
    const bestShare = votes[best]! + (best === PERSON ? bearer : 0);
    if (share > bestShare) best = kind;
  }
  return best;
}

/**
 * *Jam has always been ...* in an article about jam: a single word whose capital comes from its place, and which the
 * article also writes small, is a name only where the model is sure.
 */
function withoutCommonWords(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const isDoubtful = ({ first, last, confidence }: TaggedSpan): boolean =>
    last - first === 1 && confidence < CERTAIN && capitalSaysNothing(tagged, first);
  if (!spans.some(isDoubtful)) return [...spans];
  const { words, text } = tagged;
  const small = new Set<number>();
  for (const id of text.word) {
    if (words.caseClass[id] === Case.lower) small.add(words.lowerHash[id]!);
  }
  return spans.filter(
    (span) => !isDoubtful(span) || !small.has(words.lowerHash[text.word[span.first]!]!),
  );
}

function capitalSaysNothing({ text }: Tagged, token: number): boolean {
  const sentence = sentenceOf(text, token);
  const style = text.style[sentence];
  return (
    token === text.sentenceStart[sentence] || style === Style.title || style === Style.capitals
  );
}

/** Names that the model was sure of elsewhere, where it found nothing. */
function addMissed(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const { forms, text } = tagged;
  const known = new Map<string, TaggedSpan>();
  for (const span of spans) {
    if (span.confidence < SURE || NAME_KINDS[span.kind] === "MISC") continue;
    keepSurest(known, keyOf(forms, span), span);
    const surname = surnameOf(tagged, span);
    if (surname !== undefined) keepSurest(known, surname, span);
  }
  if (known.size === 0) return [...spans];
  let longest = 1;
  for (const { first, last } of known.values()) longest = Math.max(longest, last - first);
  longest = Math.min(longest, LONGEST_NAME);
  const taken = new Uint8Array(text.count);
  for (const { first, last } of spans) taken.fill(1, first, last);
  const added: TaggedSpan[] = [];
  for (let s = 0; s + 1 < text.sentenceStart.length; s++) {
    const end = text.sentenceStart[s + 1]!;
    for (let i = text.sentenceStart[s]!; i < end; i++) {
      if (taken[i] || !startsName(forms[i]!)) continue;
      const found = longestKnown(forms, known, taken, i, Math.min(end, i + longest));
      if (found === undefined || !standsAlone(found, text.style[s]!, text, taken)) continue;
      added.push(found);
      i = found.last - 1;
    }
  }
  return [...spans, ...added].sort((a, b) => a.first - b.first);
}

function longestKnown(
  forms: readonly string[],
  known: ReadonlyMap<string, TaggedSpan>,
  taken: Uint8Array,
  first: number,
  end: number,
): TaggedSpan | undefined {
  let found: TaggedSpan | undefined;
  let key = "";
  for (let last = first + 1; last <= end && !taken[last - 1]; last++) {
    key += (key === "" ? "" : " ") + forms[last - 1]!.toLowerCase();
    const span = known.get(key);
    if (span === undefined) continue;
    found = {
      first,
      last,
      kind: span.kind,
      confidence: span.confidence * SURE,
      rule: "named-elsewhere",
    };
  }
  return found;
}

/** Inside a longer run of capitals the words may well be part of another name: *Trump Tower*. Headlines are all capitals. */
function standsAlone(
  { first, last }: TaggedSpan,
  style: number,
  text: Tagged["text"],
  taken: Uint8Array,
): boolean {
  if (style === Style.title || style === Style.capitals) return true;
  if (text.runEnd[first] === 0) return true;
  for (let i = text.runStart[first]!; i < text.runEnd[last - 1]!; i++) {
    if ((i < first || i >= last) && !taken[i]) return false;
  }
  return true;
}

function startsName(form: string): boolean {
  const first = form.charAt(0);
  return first !== first.toLowerCase();
}

function vote(names: Map<string, Votes>, key: string, { kind, confidence }: TaggedSpan): void {
  let votes = names.get(key);
  if (votes === undefined) {
    votes = new Float64Array(NAME_KINDS.length);
    names.set(key, votes);
  }
  votes[kind]! += confidence;
}

function keepSurest(known: Map<string, TaggedSpan>, key: string, span: TaggedSpan): void {
  const other = known.get(key);
  if (other === undefined || other.confidence < span.confidence) known.set(key, span);
}

function keyOf(forms: readonly string[], { first, last }: TaggedSpan): string {
  return forms.slice(first, last).join(" ").toLowerCase();
}
