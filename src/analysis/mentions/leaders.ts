/**
 * *President Biden*, *Narendra Modi*, and no word of his country: leaders whom every reader knows are those of the table. A name that others
 * bear, too, and a family name alone want an office beside them, and a country that has it; a mere minister's family name also that the article
 * names the country.
 */
import type { CountryCode } from "../../model.ts";
import type { Draft } from "./drafts.ts";
import type { Reading } from "./reading.ts";
import { holdForCountry } from "./roles.ts";

export function placeLeaders({ lexicon }: Reading, draft: Draft): void {
  const national = lexicon.titleClasses("national");
  const heads = lexicon.titleClasses("heads");
  let told: Set<CountryCode | undefined> | undefined;
  for (const chain of draft.chains) {
    const { kind, titles } = chain;
    if (kind !== "person" || chain.country || chain.members || chain.unnamed) continue;
    const leaders = lexicon.leaders.named(chain.name);
    if (leaders.length === 0) continue;
    told ??= new Set(draft.chains.map(({ country }) => country));
    const offices = titles.filter(({ class: group, of }) => national.has(group) && !of);
    const isHead = offices.some(({ class: group }) => heads.has(group));
    const fitting = leaders.filter(({ country, sort }) => {
      if (!offices.every((held) => lexicon.leaders.hasOffice(country, held))) return false;
      if (sort === "whole" || isHead) return true;
      const isTold = told!.has(country);
      return sort === "common" ? isTold || offices.length > 0 : isTold && offices.length > 0;
    });
    const near = fitting.length > 1 ? fitting.filter(({ country }) => told!.has(country)) : fitting;
    if (near.length === 1) holdForCountry(draft, chain, near[0]!.country, "known-leader");
  }
}
