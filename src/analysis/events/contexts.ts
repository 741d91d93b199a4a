/** What an event is about, by the words of its sentence: PLOVER's contexts, the *why* beside act and mode. */
import type { Act } from "../../model.ts";
import type { Found } from "./found.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";

/** From here on the words of a sentence set a context. */
const ENOUGH = 1;

/** More than these would say nothing. */
const MOST = 3;

/** The contexts of one event, heaviest first, of equal ones in the order of the alphabet. */
export function contextsOf(reading: Reading, { candidate, sides }: Found): string[] {
  const { firstToken, lastToken } =
    reading.parsed.sentences[reading.tokens.sentence[candidate.token]!]!;
  const weights = hintsOf(candidate.act, sides);
  const seen = new Set<string>();
  for (let token = firstToken; token < lastToken; token++) {
    const lemma = reading.lemma(token);
    const pair = token > firstToken ? `${reading.lemma(token - 1)}_${lemma}` : "";
    for (const key of [pair, lemma]) {
      const cues = reading.lexicon.contextCues.get(key);
      if (cues === undefined || seen.has(key)) continue;
      seen.add(key);
      for (const { context, weight } of cues)
        weights.set(context, (weights.get(context) ?? 0) + weight);
    }
  }
  return [...weights]
    .filter(([, weight]) => weight >= ENOUGH)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([context]) => context);
}

/** What act and sides hint at: states that talk, armies that fight. Words of the sentence must bear it out. */
function hintsOf(act: Act, { actors, recipients }: Sides): Map<string, number> {
  const countries = [...actors, ...recipients].map(({ country }) => country);
  const isBetween = new Set(countries.filter((code) => code !== undefined)).size > 1;
  if (FORCE.has(act)) return new Map([["military", HINT]]);
  return isBetween && TALK.has(act) ? new Map([["diplomatic", HINT]]) : new Map();
}

const HINT = 0.5;

const FORCE: ReadonlySet<Act> = new Set<Act>(["ASSAULT", "MOBILIZE"]);

const TALK: ReadonlySet<Act> = new Set<Act>(["CONSULT", "AGREE", "SUPPORT", "REJECT"]);
