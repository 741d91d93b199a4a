/** Who speaks in each quotation: the subject of the reporting verb beside it, else the speaker of the one before. */
import type { Draft, DraftChain } from "./drafts.ts";
import { hasRelation, hasTag, type Reading } from "./reading.ts";

/** Speaker of each quotation, by its number; filled up to the token that is being resolved. */
export function speakerOf(
  reading: Reading,
  draft: Draft,
  quotation: number,
): DraftChain | undefined {
  const { quotation: numbers, parsed, tokens } = reading;
  if (quotation === 0) return undefined;
  const first = numbers.indexOf(quotation);
  let last = first;
  while (last + 1 < tokens.count && numbers[last + 1] === quotation) last += 1;
  const from = parsed.sentences[tokens.sentence[first]!]!;
  const to = parsed.sentences[tokens.sentence[last]!]!;
  return (
    speakerIn(reading, draft, to.firstToken, to.lastToken) ??
    speakerIn(reading, draft, from.firstToken, from.lastToken) ??
    (quotation > 1 && isNear(reading, quotation)
      ? speakerOf(reading, draft, quotation - 1)
      : undefined)
  );
}

/** A quotation without a speaker of its own goes on from one that ended in the sentence before. */
function isNear({ quotation: numbers, tokens }: Reading, quotation: number): boolean {
  const first = numbers.indexOf(quotation);
  const previous = numbers.lastIndexOf(quotation - 1, first);
  return previous >= 0 && tokens.sentence[first]! - tokens.sentence[previous]! <= 1;
}

function speakerIn(
  reading: Reading,
  draft: Draft,
  first: number,
  last: number,
): DraftChain | undefined {
  const { tokens, quotation, lexicon } = reading;
  for (let i = first; i < last; i++) {
    if (quotation[i] !== 0 || !hasRelation(reading, i, "nsubj")) continue;
    const verb = tokens.head[i]!;
    if (verb < 0 || quotation[verb] !== 0 || !hasTag(reading, verb, "VERB")) continue;
    if (!lexicon.speechVerbs.has(tokens.lemma[verb]!)) continue;
    return draft.at[i]?.chain;
  }
  return undefined;
}
