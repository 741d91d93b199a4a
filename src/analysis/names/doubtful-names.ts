/**
 * Names that the model doubts and nothing else speaks for: *a Minky Wing*, *Vyne*. Mostly things, works and places; as actors they
 * would be wrong two times in three.
 */
import { NAME_KINDS } from "./labels.ts";
import { keyOf } from "./name-key.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const ORGANIZATION = NAME_KINDS.indexOf("ORG");
const OTHER = NAME_KINDS.indexOf("MISC");
const DOUBT = 0.45;
const BODY = listBits(
  "noun for an organization",
  "company ending",
  "organization",
  "team",
  "firm or medium",
  "region",
  "country",
  "nationality",
  "large city",
  "city",
);
const SPOKE = new Set(
  "said says told added adds asked wrote tweeted announced warned insisted argued".split(" "),
);
const PERSONS = listBits("given name", "family name", "family name that comes first");

export function withoutDoubtful(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  if (!spans.some(isDoubted)) return [...spans];
  const sure = new Set<string>();
  for (const span of spans) {
    if (isDoubted(span) || span.kind === OTHER) continue;
    sure.add(keyOf(tagged.forms, span));
    for (let i = span.first; i < span.last; i++) sure.add(tagged.forms[i]!.toLowerCase());
  }
  return spans.map((span) =>
    isDoubted(span) && !isNamedSurely(span) && !isShown(tagged, span)
      ? { ...span, kind: OTHER }
      : span,
  );

  /** In whole, or by its first word: *Gambino*, *the Gambino family*. */
  function isNamedSurely(span: TaggedSpan): boolean {
    return sure.has(keyOf(tagged.forms, span)) || sure.has(tagged.forms[span.first]!.toLowerCase());
  }
}

function isDoubted({ kind, first, last, confidence, rule }: TaggedSpan): boolean {
  if (rule !== undefined || confidence >= DOUBT) return false;
  return kind === ORGANIZATION || (kind === PERSON && last - first === 1);
}

/** By a word of its own, by what stands before it, or by speaking. */
function isShown(
  { forms, edges, words, text }: Tagged,
  { first, last, kind }: TaggedSpan,
): boolean {
  const before = (forms[first - 1] ?? "").toLowerCase();
  if (SPOKE.has(forms[last] ?? "") || SPOKE.has(before)) return true;
  if (kind === PERSON) return edges.titles.has(before.replace(/\.$/, "")) || hasWord(PERSONS);
  return hasWord(BODY) || /^\p{Lu}{2,}$/u.test(forms[first]!);

  function hasWord(lists: number): boolean {
    for (let i = first; i < last; i++) {
      if ((words.lists[text.word[i]!]! & lists) !== 0 || (text.phrase[i]! & lists) !== 0)
        return true;
    }
    return false;
  }
}

function listBits(...lists: readonly (typeof WORD_LISTS)[number][]): number {
  return lists.reduce((bits, list) => bits | (1 << WORD_LISTS.indexOf(list)), 0);
}
