/**
 * Common nouns with *the* that take up a named thing: *the company*, *the bank*, *the alliance*, *the country*. Only
 * where one thing fits among what was named last.
 */
import { nameKey } from "../../text/fold.ts";
import { type Standing, standing } from "./antecedents.ts";
import type { DraftChain } from "./drafts.ts";
import { hasTag, type Reading } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";

const SENTENCES_BACK = 3;
/** Words before the noun that do not point elsewhere: how it fares, what it deals in. */
const TRANSPARENT = new Set(
  (
    "giant big large troubled beleaguered struggling embattled tech technology software electric internet online energy oil gas mining " +
    "drug pharmaceutical chip phone game media social entertainment streaming retail budget investment human rights aid advocacy " +
    "militant rebel car luxury sportswear"
  ).split(" "),
);
const MOST_MODIFIERS = 2;

export function companyNounAt(scene: Scene, token: number, end: number): Reference | undefined {
  const { reading, draft } = scene;
  const { keys, lexicon } = reading;
  if (keys[token] !== "the" && keys[token] !== "that") return undefined;
  let at = token + 1;
  const nation = draft.at[at]?.form === "adjective" ? draft.at[at] : undefined;
  if (nation?.kind === "country") at = nation.last;
  const mostAt = at + MOST_MODIFIERS;
  while (at < end && at < mostAt && TRANSPARENT.has(keys[at]!) && hasNounBehind(reading, at))
    at += 1;
  const kinds = at < end ? lexicon.nounsForNames.get(keys[at]!) : undefined;
  if (!kinds || draft.at[at] || !hasTag(reading, at, "NOUN")) return undefined;
  // "the company president", "the state of emergency", "the group that calls itself": not the thing itself.
  if (
    at + 1 < end &&
    (hasTag(reading, at + 1, "NOUN", "PROPN") || keys[at + 1] === "of" || keys[at + 1] === "that")
  )
    return undefined;
  const chain = lastFitting(scene, token, kinds, keys[at]!);
  // "The Japanese firm": no firm that is known to be of another country, and no country.
  if (
    nation &&
    (chain?.kind !== "organization" ||
      (chain.country ?? nation.chain.country) !== nation.chain.country)
  )
    return undefined;
  return chain && { first: token, last: at + 1, form: "role", rule: "noun-for-name", chain };
}

/** *The giant* may be the noun itself. */
function hasNounBehind(reading: Reading, at: number): boolean {
  return hasTag(reading, at + 1, "NOUN", "ADJ");
}

/** The one thing of the last sentences that fits; of two, the subject. */
function lastFitting(
  scene: Scene,
  token: number,
  kinds: readonly string[],
  noun: string,
): DraftChain | undefined {
  const { reading, history } = scene;
  const sentence = reading.tokens.sentence[token]!;
  for (let distance = 0; distance <= SENTENCES_BACK && sentence >= distance; distance++) {
    const found = new Map<DraftChain, Standing>();
    for (const mention of history.of(sentence - distance)) {
      if (mention.last > token || mention.form === "adjective") continue;
      if (mention.rule === "country-of-place") continue;
      if (!canBe(reading, mention.chain, kinds, noun)) continue;
      const part = standing(reading, mention);
      if (!found.has(mention.chain) || part === "subject") found.set(mention.chain, part);
    }
    if (found.size === 1) return [...found.keys()][0];
    // "Finland gave Tanzania a grant for projects in the country": not the subject here.
    if (found.size > 1 && kinds.includes("country")) return undefined;
    const subjects = [...found].filter(([, part]) => part === "subject" || part === "passive");
    if (subjects.length === 1) return subjects[0]![0];
    if (found.size > 1) return undefined;
  }
  return undefined;
}

function canBe(
  { lexicon }: Reading,
  chain: DraftChain,
  kinds: readonly string[],
  noun: string,
): boolean {
  if (chain.members) return false;
  if (chain.kind === "country") return kinds.includes("country");
  if (chain.kind === "place") return kinds.includes("city") || kinds.includes("region");
  if (chain.kind !== "organization") return false;
  const words = chain.name.toLowerCase();
  if (words.includes(noun)) return true;
  if (chain.sort !== undefined)
    return kinds.includes(chain.sort) || (kinds.includes("organization") && chain.sort === "ngo");
  // A name that no table knows is most often a company's, unless its last word says what else it is.
  return (
    kinds.includes("company") &&
    !nameKey(chain.name)
      .split(" ")
      .some((word) => lexicon.organizationNouns("not-company").has(word))
  );
}
