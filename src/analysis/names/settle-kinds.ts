/** One name, one kind: what the model is sure of in one place settles the places where it is not; surnames follow full names. */
import { isCalled } from "./appositions.ts";
import { NAME_KINDS } from "./labels.ts";
import { keyOf, surnameOf } from "./name-key.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";
import { isWork } from "./works.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const PLACE = NAME_KINDS.indexOf("LOC");
const ORGANIZATION = NAME_KINDS.indexOf("ORG");
const OTHER = NAME_KINDS.indexOf("MISC");
/** What a word beside the name says counts more than a model that is sure twice. */
const SIGN_VOTE = 2.5;
/** ... and less than two sure places without quotation marks. */
const WORK_VOTE = 1.5;

const TWO_WORDS = /^\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u;
const NAME_HEAD =
  /^(?:Al|An|Da|De|Del|Des|Di|Du|El|Fitz|Ja|Jo|Ka|Ke|Kwa|La|Le|Lo|Mac|Mar|Mc|Ra|Sha|St|Ta|Ty|Van|Vander|Von|Wil)\p{Lu}/u;
/** Different signs of an organization that outweigh what the model took for something else. */
const ENOUGH_SIGNS = 2;
const BEFORE_OWNER = new Set(["of", "for", "from", "at"]);
const PEOPLES =
  (1 << WORD_LISTS.indexOf("nationality")) |
  (1 << WORD_LISTS.indexOf("faith, people or part of the world"));

/** Sums of confidence by kind, for one name in one article. */
type Votes = Float64Array;

export function settleKinds(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const { forms } = tagged;
  const names = new Map<string, Votes>();
  const bearers = new Set(
    spans.flatMap(({ kind, first, last }) =>
      kind === PERSON && last - first > 1 ? [forms[first], forms[last - 1]] : [],
    ),
  );
  for (const span of spans) {
    vote(names, keyOf(forms, span), span);
    if (isFirm(tagged, span) || (isBrand(tagged, span) && !bearers.has(forms[span.first]))) {
      vote(names, keyOf(forms, span), { ...span, kind: ORGANIZATION, confidence: SIGN_VOTE });
    }
    if (isWork(tagged, span)) {
      vote(names, keyOf(forms, span), { ...span, kind: OTHER, confidence: WORK_VOTE });
    }
  }
  const bodies = findBodies(tagged, spans);
  const surnames = new Map<string, number>();
  for (const span of spans) {
    const surname = surnameOf(tagged, span);
    if (surname === undefined) continue;
    surnames.set(surname, Math.max(span.confidence, surnames.get(surname) ?? 0));
  }
  return spans.map((span) => {
    const key = keyOf(forms, span);
    const votes = names.get(key)!;
    const bearer = surnames.get(key) ?? 0;
    const kind = span.kind === OTHER && bodies.has(key) ? ORGANIZATION : winner(votes, bearer);
    return kind === span.kind ? span : { ...span, kind, rule: "one-name-one-kind" };
  });
}

/** *the startup Ascom*, *Ascom shares*, *Ascom's customers*. */
function isFirm(tagged: Tagged, span: TaggedSpan): boolean {
  const { forms, edges } = tagged;
  const { first, last, kind } = span;
  if (kind !== PERSON || last - first > 1) return false;
  if (isCalled(tagged, span, edges.beforeFirm)) return true;
  if (edges.beforeFirm.has(forms[first - 1]?.toLowerCase() ?? "")) return true;
  const after = forms[last] === "'s" || forms[last] === "’s" ? last + 1 : last;
  return edges.afterFirm.has(forms[after]?.toLowerCase() ?? "");
}

/** *BuzzFeed*, *SoftBank*: two words in one, whose first is none of those that given and family names begin with (*LeBron*, *McCain*). */
function isBrand({ forms }: Tagged, { first, last, kind }: TaggedSpan): boolean {
  if (last - first > 1 || (kind !== PERSON && kind !== PLACE)) return false;
  return TWO_WORDS.test(forms[first]!) && !NAME_HEAD.test(forms[first]!);
}

/**
 * Names that the model took for works or events, and that have officials, members or lawyers in this article: *Scientology officials*,
 * *former members of Scientology*. Peoples have members too, but no two different ones of these.
 */
function findBodies(tagged: Tagged, spans: readonly TaggedSpan[]): ReadonlySet<string> {
  const { forms, edges } = tagged;
  const signs = new Map<string, Set<string>>();
  for (const span of spans) {
    if (span.kind !== OTHER || isPeople(tagged, span)) continue;
    const after = forms[span.last]?.toLowerCase() ?? "";
    const before = BEFORE_OWNER.has(forms[span.first - 1] ?? "") ? forms[span.first - 2]! : "";
    for (const [place, word] of [
      ["after", after],
      ["before", before.toLowerCase()],
    ] as const) {
      if (!edges.bodies.has(word)) continue;
      const key = keyOf(forms, span);
      signs.set(key, (signs.get(key) ?? new Set()).add(`${place} ${word}`));
    }
  }
  return new Set([...signs].filter(([, { size }]) => size >= ENOUGH_SIGNS).map(([key]) => key));
}

function isPeople({ words, text }: Tagged, { first, last }: TaggedSpan): boolean {
  return last - first === 1 && (words.lists[text.word[first]!]! & PEOPLES) !== 0;
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

function vote(names: Map<string, Votes>, key: string, { kind, confidence }: TaggedSpan): void {
  let votes = names.get(key);
  if (votes === undefined) {
    votes = new Float64Array(NAME_KINDS.length);
    names.set(key, votes);
  }
  votes[kind]! += confidence;
}
