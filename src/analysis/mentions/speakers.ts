/** Who speaks in each quotation: the subject of the reporting verb beside it, else the speaker of the one before. */
import type { Draft, DraftChain } from "./drafts.ts";
import { hasRelation, hasTag, type Reading } from "./reading.ts";

/** The speaker of each quotation, the first at 0. */
export function findSpeakers(reading: Reading, draft: Draft): (DraftChain | undefined)[] {
  const { quotations, tokens } = reading;
  const speakers: (DraftChain | undefined)[] = [];
  for (let i = 0; i < quotations.length; i++) {
    const speaker = speakerBeside(reading, draft, i + 1);
    // A quotation without a speaker of its own goes on from one that ended in the sentence before.
    const gap =
      i === 0
        ? Number.POSITIVE_INFINITY
        : tokens.sentence[quotations[i]![0]]! - tokens.sentence[quotations[i - 1]![1] - 1]!;
    speakers.push(speaker ?? (gap <= 1 ? speakers[i - 1] : undefined));
  }
  return speakers;
}

/** Who is named as speaker in the sentences in which the quotation ends or begins. */
export function speakerBeside(
  reading: Reading,
  draft: Draft,
  quotation: number,
): DraftChain | undefined {
  if (quotation === 0) return undefined;
  const { quotations, tokens } = reading;
  const [first, end] = quotations[quotation - 1]!;
  const [from, to] = [tokens.sentence[first]!, tokens.sentence[end - 1]!];
  return (
    speakerIn(reading, draft, to) ?? (from === to ? undefined : speakerIn(reading, draft, from))
  );
}

function speakerIn(reading: Reading, draft: Draft, sentence: number): DraftChain | undefined {
  const { parsed, tokens, quotation, lexicon } = reading;
  const { firstToken, lastToken } = parsed.sentences[sentence]!;
  for (let i = firstToken; i < lastToken; i++) {
    if (quotation[i] !== 0 || !hasRelation(reading, i, "nsubj")) continue;
    const verb = tokens.head[i]!;
    if (verb < 0 || quotation[verb] !== 0 || !hasTag(reading, verb, "VERB")) continue;
    if (!lexicon.speechVerbs.has(tokens.lemma[verb]!)) continue;
    return draft.at[i]?.chain;
  }
  for (let i = firstToken + 1; i < lastToken; i++) {
    if (quotation[i] !== 0 || quotation[i - 1] === 0) continue;
    if (lexicon.speechVerbs.has(tokens.lemma[i]!))
      return namedAfter(reading, draft, i + 1, lastToken);
  }
  return undefined;
}

/** *"...," said Kremlin spokesman Dmitry Peskov*: the person behind the verb, where the parse did not see its subject. */
function namedAfter(
  { keys }: Reading,
  draft: Draft,
  from: number,
  end: number,
): DraftChain | undefined {
  for (let i = from; i < Math.min(end, from + LONGEST_OFFICE); i++) {
    if (keys[i] === "," || keys[i] === ".") return undefined;
    const mention = draft.at[i];
    if (mention?.kind === "person" && mention.first === i) return mention.chain;
  }
  return undefined;
}

const LONGEST_OFFICE = 8;
