/**
 * *The Senate*, *Sen. Elizabeth Warren*, *the foreign minister, Jane Doe* of an article that is set in one country, without a word that says whose:
 * they are that country's. A bare institution is not where the article tells of a state or province, which has its own.
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import { nameKey } from "../../text/fold.ts";
import type { Draft, DraftChain } from "./drafts.ts";
import { isCapitalized, type Reading } from "./reading.ts";
import { holdForCountry } from "./roles.ts";

/** Mentions of the country and of what lies in it, and their share of those of all countries. */
const FEWEST = 3;
const SHARE = 0.8;
/** Of states and provinces, beside the nation. */
const OF_A_STATE = ["legislature", "legislatures", "statehouse", "assemblyman", "assemblymember", "premier"]; // biome-ignore format: a list
const NATIONAL = new Set(["LEG", "JUD"]);

export function placeAtHome(reading: Reading, draft: Draft): void {
  const institutions = draft.chains.filter((chain) => isBare(reading, chain));
  const officers = draft.chains.filter((chain) => isOfficer(reading, chain));
  if (institutions.length + officers.length === 0) return;
  const home = homeOf(draft);
  if (home === undefined) return;
  const { leaders } = reading.lexicon;
  for (const chain of officers) {
    if (chain.titles.every((held) => leaders.hasOffice(home, held)))
      holdForCountry(draft, chain, home, "office-at-home");
  }
  if (OF_A_STATE.some((word) => reading.vocabulary.has(word))) return;
  for (const chain of institutions) chain.country = home;
}

/** Who has nothing but an office that only states have. */
function isOfficer({ lexicon }: Reading, { kind, country, members, titles }: DraftChain): boolean {
  if (kind !== "person" || country || members || titles.length === 0) return false;
  const classes = lexicon.titleClasses("of-state");
  return titles.every(({ class: group, of }) => classes.has(group) && !of);
}

/** *Senate*, with nothing beside it. */
function isBare({ lexicon }: Reading, { kind, name, country, unnamed }: DraftChain): boolean {
  if (kind !== "organization" || country || unnamed || !isCapitalized(name)) return false;
  const words = nameKey(name).split(" ");
  const match = longestPhrase(lexicon.organizations.institutions, words, 0, words.length);
  return match?.to === words.length && NATIONAL.has(match.values[0]!);
}

function homeOf({ chains }: Draft): CountryCode | undefined {
  const counts = new Map<CountryCode, number>();
  let all = 0;
  for (const { country, mentions } of chains) {
    if (country === undefined) continue;
    counts.set(country, (counts.get(country) ?? 0) + mentions.length);
    all += mentions.length;
  }
  for (const [country, count] of counts)
    if (count >= FEWEST && count >= SHARE * all) return country;
  return undefined;
}
