/** Names that stand for nobody who takes part (`no-actors.tsv`): *God*, *Alzheimer's disease*, what is posted *on Twitter*. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { NameSpan } from "../parsed.ts";
import { RELATIONS } from "../tag-sets.ts";
import { hasTag, headOf, type Reading } from "./reading.ts";

/** What is done or stands *on* a medium. */
const ON_A_MEDIUM = new Set(
  (
    "post posts account page profile feed video clip photo picture image message statement thread story channel comment live livestream " +
    "follower handle interview stream broadcast share publish tweet appear circulate follow watch find upload release trend visit see " +
    "contact message join listen viral available air announce launch download chat meet up"
  ).split(" "),
);
const ON = new Set(["on", "via", "through", "over"]);
/** Coordinated names, *on Facebook, X and TikTok*. */
const LONGEST_LIST = 6;

export function isNoActor(reading: Reading, first: number, last: number): boolean {
  const { keys, lexicon } = reading;
  const when = lexicon.noActors.get(keys.slice(first, last).join(" "));
  if (when === undefined || when === "ending") return false;
  if (when === "always") return true;
  if (when === "medium") return isMedium(reading, headOf(reading, first, last));
  return when.split("|").includes(keys[last] ?? "");
}

/** *FA Cup*, *American Rescue Plan*: an event, a law, taken for an organization. */
export function isNamedEvent(
  { keys, lexicon }: Reading,
  { kind, firstToken, lastToken }: NameSpan,
): boolean {
  if (kind !== "organization" || lastToken - firstToken < 2) return false;
  return lexicon.noActors.get(keys[lastToken - 1]!) === "ending";
}

/** *Hyundai Elantra*, *Airbus A330*: the model of a maker; *Ford Foundation*, *Nissan North America* are bodies. */
export function isModel(
  { keys, tokens, lexicon }: Reading,
  { kind, firstToken, lastToken }: NameSpan,
): boolean {
  if (kind !== "organization") return false;
  const { makers, companyTails, divisions } = lexicon.organizations;
  if (lastToken - firstToken < 2 || !makers.beginnings.has(keys[firstToken]!)) return false;
  const maker = longestPhrase(makers, keys, firstToken, lastToken);
  if (maker === undefined || maker.to >= lastToken || lastToken - maker.to > 2) return false;
  for (let i = maker.to; i < lastToken; i++) {
    const key = keys[i]!;
    if (!/^[\p{Lu}\d]/u.test(tokens.form[i]!) || companyTails.has(key) || divisions.has(key))
      return false;
    if (BODIES.some((sort) => lexicon.organizationNouns(sort).has(key))) return false;
    if (/^\p{Lu}{2,}$/u.test(tokens.form[i]!) || lexicon.countries.words.entries.has(key))
      return false;
    if (lexicon.places.find(tokens.form[i]!).length > 0) return false;
  }
  return true;
}

const BODIES = ["short", "not-company", "end", "not-person", "not-model"] as const;

function isMedium(reading: Reading, name: number): boolean {
  const { tokens, lexicon } = reading;
  let head = name;
  for (let step = 0; step < LONGEST_LIST && RELATIONS[tokens.relation[head]!] === "conj"; step++) {
    head = tokens.head[head]!;
  }
  const relation = RELATIONS[tokens.relation[head]!];
  if (relation !== "obl" && relation !== "nmod") return false;
  if (!hasPreposition(reading, head)) return false;
  const lemma = tokens.lemma[tokens.head[head]!]!;
  return ON_A_MEDIUM.has(lemma) || lexicon.speechVerbs.has(lemma);
}

function hasPreposition(reading: Reading, head: number): boolean {
  for (let i = head - 1; i >= 0 && i >= head - 4; i--) {
    if (hasTag(reading, i, "ADP")) return ON.has(reading.keys[i]!);
  }
  return false;
}
