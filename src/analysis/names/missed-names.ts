/** Names that the model was sure of elsewhere in the article, where it found nothing: headlines are labeled from the body. */
import { NAME_KINDS } from "./labels.ts";
import { keyOf, surnameOf } from "./name-key.ts";
import { Style } from "./name-text.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";

/** A name that is at least this sure is looked for where the model saw none. */
const SURE = 0.8;
/** In words; longer ones are not looked for again. */
const LONGEST_NAME = 12;

export function addMissed(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
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

function keepSurest(known: Map<string, TaggedSpan>, key: string, span: TaggedSpan): void {
  const other = known.get(key);
  if (other === undefined || other.confidence < span.confidence) known.set(key, span);
}
