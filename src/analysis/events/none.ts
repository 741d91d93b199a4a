/**
 * Sentences that use the words of news events without telling one: sport, business talk, fiction, history, weather,
 * polls, general truths. Cues come from `none-cues.tsv`; a named actor on both sides speaks against them.
 */
import type { Candidate } from "./candidate.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";

export interface NoneReading {
  /** Kinds whose cues weigh enough, `sport`. */
  readonly kinds: ReadonlySet<string>;
}

/** From here on the cues of one kind decide. */
const ENOUGH = 1;

export function readNoneCues(reading: Reading, firstToken: number, lastToken: number): NoneReading {
  const weights = new Map<string, number>();
  const seen = new Set<string>();
  for (let token = firstToken; token < lastToken; token++) {
    const lemma = reading.lemma(token);
    const pair = token > firstToken ? `${reading.lemma(token - 1)}_${lemma}` : "";
    for (const key of [pair, lemma]) {
      const cue = reading.lexicon.noneCues.get(key);
      if (cue === undefined || seen.has(key)) continue;
      seen.add(key);
      weights.set(cue.kind, (weights.get(cue.kind) ?? 0) + cue.weight);
    }
  }
  const kinds = new Set<string>();
  for (const [kind, weight] of weights) if (weight >= ENOUGH) kinds.add(kind);
  return { kinds };
}

/** Kinds that run through the whole article: a quarter of its sentences, at least three. */
export function pervadingKinds(readings: readonly NoneReading[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { kinds } of readings) {
    for (const kind of kinds)
      if (PERVADING.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const found = new Set<string>();
  for (const [kind, count] of counts)
    if (count >= 3 && count * 4 >= readings.length) found.add(kind);
  return found;
}

const PERVADING: ReadonlySet<string> = new Set(["sport", "fiction", "recipe", "nature"]);

/** Why the candidate is no news event; undefined when nothing speaks against it. */
export function vetoOf(
  reading: Reading,
  candidate: Candidate,
  sides: Sides,
  none: NoneReading,
): string | undefined {
  const countries = new Set(
    [...sides.actors, ...sides.recipients]
      .map(({ country }) => country)
      .filter((code) => code !== undefined),
  );
  const isBetweenCountries = countries.size > 1;
  for (const kind of none.kinds) {
    if (kind === "sport" || kind === "fiction" || kind === "nature" || kind === "recipe")
      return `none:${kind}`;
    if (!isBetweenCountries) return `none:${kind}`;
  }
  if (candidate.nominal && reading.preposition(candidate.token) === "under") return "none:under";
  if (isGeneric(reading, candidate, sides)) return "none:generic";
  if (isBareHarm(reading, candidate, sides)) return "none:accident";
  return undefined;
}

/** *Bosses often reject such requests*: simple present, nobody named. */
function isGeneric(reading: Reading, candidate: Candidate, sides: Sides): boolean {
  const verb = candidate.verb >= 0 ? candidate.verb : candidate.token;
  const xpos = reading.xpos(verb);
  if (xpos !== "VBP" && xpos !== "VBZ") return false;
  const sentence = reading.parsed.sentences[reading.tokens.sentence[verb]!];
  if (sentence?.block === "headline") return false;
  const isNamed = [...sides.actors, ...sides.recipients].some(
    ({ unnamed, country }) => !unnamed || country !== undefined,
  );
  return !isNamed;
}

/** Verbs of harm that accidents share with attacks. */
const BARE_HARM: ReadonlySet<string> = new Set(["kill", "wound", "injure", "maim", "hurt"]);

const VIOLENCE: readonly string[] = [
  "ASSAULT",
  "explosive",
  "weapon",
  "armed",
  "military",
  "police",
];

/** *Twenty people were killed*: without a doer and without a word of violence it may be an accident. */
function isBareHarm(reading: Reading, { token }: Candidate, { actors }: Sides): boolean {
  if (actors.length > 0 || !BARE_HARM.has(reading.lemma(token))) return false;
  const { firstToken, lastToken } = reading.parsed.sentences[reading.tokens.sentence[token]!]!;
  for (let at = firstToken; at < lastToken; at++) {
    if (at === token || reading.tag(at) === "VERB") continue;
    const lemma = reading.lemma(at);
    if (VIOLENCE.some((name) => reading.lexicon.classes.get(name)?.has(lemma))) return false;
  }
  return true;
}
