/** Whose an organisation is: the Kremlin is Russia's, the US military the United States'. */
import type { CountryCode } from "../../model.ts";
import type { Draft, DraftChain, DraftMention } from "./drafts.ts";

/** Said only where the article names the country. */
export function ownOrganizations(draft: Draft): void {
  const named = new Map<CountryCode, DraftMention>();
  const waiting = new Map<CountryCode, DraftMention[]>();
  const seen = new Set<DraftChain>();
  for (const mention of draft.mentions) {
    const { chain } = mention;
    const { country, kind } = chain;
    if (!country) continue;
    if (kind === "country") {
      named.set(country, mention);
      for (const organization of waiting.get(country) ?? []) own(draft, organization, mention);
      waiting.delete(country);
    } else if (isOwned(chain) && !seen.has(chain)) {
      seen.add(chain);
      const of = named.get(country);
      if (of) own(draft, mention, of);
      else waiting.set(country, [...(waiting.get(country) ?? []), mention]);
    }
  }
}

function isOwned({ kind, sort }: DraftChain): boolean {
  // Sectors in capitals are those of institutions; a party or a militia is in its country, but no part of it.
  return kind === "organization" && sort !== undefined && (sort === "government" || sort in TITLES);
}

function own(draft: Draft, person: DraftMention, of: DraftMention): void {
  const { first, last, chain } = person;
  const { sort = "" } = chain;
  const title = sort.toUpperCase() === sort ? (TITLES[sort] ?? "institution") : sort;
  draft.roles.push({ person, of, title, former: false, first, last, rule: "organization-country" });
}

const TITLES: Readonly<Record<string, string>> = {
  MIL: "armed forces",
  GOV: "government",
  COP: "police",
  SPY: "intelligence service",
  LEG: "parliament",
  JUD: "court",
};
