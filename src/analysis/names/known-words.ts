/**
 * What the word lists know better than the model: *Kremlin* is no person, and *Xi* in *China's Xi* is one, however
 * short the name.
 */
import { NAME_KINDS } from "./labels.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS, type WordList } from "./word-lists.ts";
import { Case, isCapitalized } from "./words.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const ORGANIZATION = NAME_KINDS.indexOf("ORG");
/** A model this sure of a person has seen one. */
const CERTAIN = 0.9;
const LEADER_CONFIDENCE = 0.7;

const bit = (list: WordList): number => 1 << WORD_LISTS.indexOf(list);
const KNOWN = bit("organization");
const OFTEN_PERSON = bit("given name") | bit("family name that comes first");
const COUNTRY = bit("country");
const FAMILY_FIRST = bit("family name that comes first");

export function withKnownWords(tagged: Tagged): TaggedSpan[] {
  const { words, text, spans } = tagged;
  const corrected = spans.map((span) => {
    if (span.kind !== PERSON || span.last - span.first > 1 || span.confidence >= CERTAIN)
      return span;
    const lists = words.lists[text.word[span.first]!]!;
    return lists & KNOWN && !(lists & OFTEN_PERSON)
      ? { ...span, kind: ORGANIZATION, rule: "known-organization" }
      : span;
  });
  const leaders = findLeaders(tagged, corrected);
  if (leaders.length === 0) return corrected;
  return [...corrected, ...leaders].sort((a, b) => a.first - b.first);
}

/** A family name after a country's genitive, where the model saw nothing. */
function findLeaders({ forms, words, text }: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const leaders: TaggedSpan[] = [];
  const taken = new Uint8Array(text.count);
  for (const { first, last } of spans) taken.fill(1, first, last);
  for (let i = 2; i < text.count; i++) {
    if (forms[i - 1] !== "'s" && forms[i - 1] !== "’s") continue;
    const id = text.word[i]!;
    const isLeader =
      words.caseClass[id] === Case.initial &&
      (words.lists[id]! & FAMILY_FIRST) !== 0 &&
      (words.lists[text.word[i - 2]!]! & COUNTRY) !== 0 &&
      !(i + 1 < text.count && isCapitalized(words.caseClass[text.word[i + 1]!]!)) &&
      taken[i] === 0;
    if (!isLeader) continue;
    leaders.push({
      first: i,
      last: i + 1,
      kind: PERSON,
      confidence: LEADER_CONFIDENCE,
      rule: "country-and-leader",
    });
  }
  return leaders;
}
