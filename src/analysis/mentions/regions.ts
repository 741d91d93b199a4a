/** Regions, and parts of lands: *the Middle East*, *eastern Siberia*. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import { extended } from "../../text/extended.ts";
import type { NameSpan } from "../parsed.ts";
import { countryAt } from "./country-words.ts";
import type { NamedSpan } from "./drafts.ts";
import { nameText } from "./name-text.ts";
import { isCapitalized, type Reading } from "./reading.ts";
import { OPENS } from "./word-facets.ts";

/** *eastern Siberia*, *northern Iraq*: a part of a land is a place of its own; of a town it is the town (*central London*). */
export function partOfPlace(
  reading: Reading,
  first: number,
  end: number,
  nameAt: ReadonlyMap<number, NameSpan>,
): NamedSpan | undefined {
  const { lexicon, keys, tokens } = reading;
  const { directions } = lexicon.places;
  const direction = directions.get(keys[first]!);
  if (direction === undefined || first + 1 >= end) return undefined;
  // "South Korea", "West Bank", "North London" with capitals are names as they stand, and the tables know them.
  if (isCapitalized(tokens.form[first]!)) return undefined;
  const at = first + 1;
  const country = countryAt(reading, at, end);
  const name = nameAt.get(at) ?? nameAt.get(first);
  const region = regionAt(reading, at, end);
  const last = Math.max(
    country?.last ?? 0,
    region?.last ?? 0,
    name?.kind === "place" ? name.lastToken : 0,
  );
  if (last <= at || (country && country.form !== "name")) return undefined;
  const whole = {
    first,
    last,
    kind: "place" as const,
    form: "name" as const,
    rule: "part-of-place",
  };
  if (country)
    return extended(whole, {
      form: "role" as const,
      owner: { ...country, rule: "country-of-place" },
      country: country.country,
    });
  const place = lexicon.places.choose(nameText(reading, { first: at, last }));
  if (place?.sort === "city" || place?.sort === "capital")
    return extended(whole, { first: at, rule: "name-model", country: place.country! });
  const own = extended(whole, { country: place?.country });
  return direction === "land" ? { ...own, first: at, rule: region?.rule ?? "name-model" } : own;
}

export function regionAt(reading: Reading, first: number, end: number): NamedSpan | undefined {
  const { lexicon, keys, tokens } = reading;
  if (!(reading.opens[first]! & OPENS.region) || !isCapitalized(tokens.form[first]!))
    return undefined;
  const match = longestPhrase(lexicon.regions, keys, first, end);
  if (!match || !isCapitalized(tokens.form[match.to - 1]!)) return undefined;
  const country = lexicon.places.find(match.key)[0]?.country;
  return {
    first,
    last: match.to,
    kind: "place",
    form: "name",
    rule: "region",
    ...(country ? { country } : {}),
  };
}
