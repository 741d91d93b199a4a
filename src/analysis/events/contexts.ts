/** What an event is about, by the words of its sentence: PLOVER's contexts, the *why* beside act and mode. */
import type { Act } from "../../model.ts";
import type { Found } from "./found.ts";
import type { ContextCue } from "./lexicon.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";
import { FACET } from "./word-facets.ts";

/** From here on the words of a sentence set a context. */
const ENOUGH = 1;

/** More than these would say nothing. */
const MOST = 3;

/** The contexts of one event, heaviest first, of equal ones in the order of the alphabet. */
export type ContextsOf = (found: Found) => string[];

export function createContexts(reading: Reading): ContextsOf {
  const bySentence = new Map<number, readonly ContextCue[]>();
  return ({ candidate, sides }) => {
    const sentence = reading.tokens.sentence[candidate.token]!;
    let cues = bySentence.get(sentence);
    if (cues === undefined) {
      cues = cuesOf(reading, sentence);
      bySentence.set(sentence, cues);
    }
    return heaviest(hintsOf(candidate.act, sides), cues);
  };
}

/** The cues of the words and pairs of words of a sentence, each once. */
function cuesOf({ parsed, lexicon, facets, lemma }: Reading, sentence: number): ContextCue[] {
  const { firstToken, lastToken } = parsed.sentences[sentence]!;
  const found: ContextCue[] = [];
  const seen = new Set<string>();
  const add = (key: string): void => {
    const cues = lexicon.contextCues.get(key);
    if (cues === undefined || seen.has(key)) return;
    seen.add(key);
    found.push(...cues);
  };
  let before = 0;
  for (let token = firstToken; token < lastToken; token++) {
    const facet = facets[token]!;
    if (before & FACET.beginsContext && facet & FACET.endsContext)
      add(`${lemma(token - 1)}_${lemma(token)}`);
    if (facet & FACET.context) add(lemma(token));
    before = facet;
  }
  return found;
}

function heaviest(weights: Map<string, number>, cues: readonly ContextCue[]): string[] {
  for (const { context, weight } of cues)
    weights.set(context, (weights.get(context) ?? 0) + weight);
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
