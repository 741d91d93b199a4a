/**
 * *The two countries*, *both leaders*, *the two sides*, *our leaders*: chains of their own with the two that were
 * named last as members. The same two are one chain in an article.
 */
import { mentionsBefore } from "./antecedents.ts";
import { type Draft, type DraftChain, type DraftMention, newChain } from "./drafts.ts";
import type { Reading } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";

export const PLURAL_OPENERS: ReadonlySet<string> = new Set([
  "the",
  "both",
  "our",
  "these",
  "those",
]);
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
const SENTENCES_BACK = 6;

export function pluralAt(scene: Scene, token: number, end: number): Reference | undefined {
  const koreas = koreasAt(scene, token);
  if (koreas) return koreas;
  const { reading, draft } = scene;
  const { keys, quotation } = reading;
  const opener = keys[token]!;
  if (!PLURAL_OPENERS.has(opener)) return undefined;
  let at = token + 1;
  const number = COUNTS[keys[at]!];
  if (number) at += 1;
  const isBoth = opener === "both" || number !== undefined;
  const isOurs = opener === "our" && quotation[token] !== 0;
  const isBare = opener === "the" && number === undefined;
  if (at >= end || !(isBoth || isOurs || isBare)) return undefined;
  // "The leaders" alone are the two of the sentences just before, or nobody in particular.
  if (isBare && !reading.lexicon.pluralNouns("leader").has(keys[at]!)) return undefined;
  if (isBare && keys[at + 1] === "of") return undefined;
  if (keys[at] === "neighboring" || keys[at] === "neighbouring" || keys[at] === "foreign") at += 1;
  if (draft.at[at] && draft.at[at]!.form !== "pronoun") return undefined;
  const kinds = kindsOf(reading, keys[at] ?? "");
  if (kinds.length === 0) return undefined;
  for (const fits of kinds) {
    const members = lastNamed(scene, token, number ?? 2, fits, isBare ? 1 : SENTENCES_BACK);
    if (!members) continue;
    const chain = pluralOf(draft, members);
    return { first: token, last: at + 1, form: "role", rule: "plural", chain };
  }
  return undefined;
}

/** *The two Koreas*: the only two countries with a plural of their own. */
function koreasAt({ reading, draft }: Scene, token: number): Reference | undefined {
  if (reading.tokens.form[token] !== "Koreas" || draft.at[token]) return undefined;
  const members = ["PRK", "KOR"].map((country) => {
    const known = draft.chains.find(
      (chain) => chain.kind === "country" && chain.country === country,
    );
    const name = reading.lexicon.countries.byCode.get(country)?.name ?? country;
    return known ?? newChain(draft, { kind: "country", name, country });
  });
  const chain = pluralOf(draft, members);
  return { first: token, last: token + 1, form: "role", rule: "koreas", chain };
}

type Fits = (chain: DraftChain) => boolean;

/** What the noun can stand for, the likeliest first. */
function kindsOf({ lexicon }: Reading, noun: string): readonly Fits[] {
  const kinds: Fits[] = [];
  const isCountry: Fits = ({ kind }) => kind === "country";
  const isPerson: Fits = ({ kind, members }) => kind === "person" && !members;
  const isLeader: Fits = (chain) =>
    isPerson(chain) &&
    (chain.titles.length === 0
      ? chain.country !== undefined
      : chain.titles.some((held) => lexicon.titleClasses("leads").has(held.class)));
  const isOrganization: Fits = ({ kind, members }) => kind === "organization" && !members;
  const { pluralNouns } = lexicon;
  const isSides = pluralNouns("sides").has(noun);
  if (pluralNouns("country").has(noun) || isSides) kinds.push(isCountry);
  if (pluralNouns("leader").has(noun)) kinds.push(isLeader);
  if (pluralNouns("person").has(noun)) kinds.push(isPerson);
  if (pluralNouns("organization").has(noun) || isSides) kinds.push(isOrganization);
  return kinds;
}

/** The chains named last that fit; the whole of a sentence counts before the one before it. `undefined` when they are too few or it is not clear which. */
function lastNamed(
  scene: Scene,
  token: number,
  number: number,
  fits: Fits,
  sentencesBack: number,
): readonly DraftChain[] | undefined {
  const { reading, history } = scene;
  const found: DraftChain[] = [];
  let distanceNow = -1;
  for (const { mention, distance } of mentionsBefore(reading, history, token, sentencesBack)) {
    if (distance !== distanceNow) {
      if (found.length >= number) break;
      // One of a pair that was named together calls the other: "Iran ... The two countries".
      const pair =
        number === 2 && found.length === 1
          ? lastPairWith(scene, token, found[0]!, fits)
          : undefined;
      if (pair) return pair;
      distanceNow = distance;
    }
    const { chain } = mention;
    if (mention.rule === "country-of-place") continue;
    if (chain.members) {
      if (chain.members.length === number && chain.members.every(fits)) return chain.members;
      continue;
    }
    if (fits(chain) && !found.includes(chain)) found.push(chain);
  }
  return found.length === number ? found : undefined;
}

/** The last *A and B* or *A-B* of which this is one, as far back as the headline. */
function lastPairWith(
  { reading, history }: Scene,
  token: number,
  one: DraftChain,
  fits: Fits,
): readonly DraftChain[] | undefined {
  let before: DraftMention | undefined;
  let found: readonly DraftChain[] | undefined;
  let distanceFound = -1;
  for (const { mention, distance } of mentionsBefore(reading, history, token, PAIRS_BACK)) {
    if (found && distance !== distanceFound) break;
    const isJoined = before !== undefined && isJoin(reading, before.last, mention.first);
    const pair = isJoined ? [before!.chain, mention.chain] : (mention.chain.members ?? []);
    if (pair.length === 2 && pair[0] !== pair[1] && pair.includes(one) && pair.every(fits)) {
      [found, distanceFound] = [pair, distance];
    }
    before = mention;
  }
  return found;
}

const PAIRS_BACK = 30;

/** Nothing but *and* or a hyphen lies between. */
function isJoin({ keys }: Reading, from: number, to: number): boolean {
  if (to === from + 2 && keys[from] === "and" && keys[from + 1] === "the") return true;
  return to === from + 1 && (keys[from] === "and" || keys[from] === "");
}

export function pluralOf(draft: Draft, members: readonly DraftChain[]): DraftChain {
  const known = draft.chains.find(
    ({ members: others }) =>
      others?.length === members.length && members.every((member) => others.includes(member)),
  );
  if (known) return known;
  const name = members.map((member) => member.name).join(" and ");
  return newChain(draft, { kind: members[0]!.kind, name, members, unnamed: true });
}
