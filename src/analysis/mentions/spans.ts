/**
 * Every span that names something, without overlap: what the name finder found, corrected and typed by the tables,
 * and what only the tables know.
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import type { NameSpan } from "../parsed.ts";
import { countryAt } from "./country-words.ts";
import type { NamedSpan } from "./drafts.ts";
import { capitalAt, governmentRule } from "./governments.ts";
import { groupAt } from "./groups.ts";
import { institutionAfter } from "./institutions.ts";
import { trimName } from "./name-edges.ts";
import { nameText } from "./name-text.ts";
import { isAllCapitals, isCapitalized, type Reading } from "./reading.ts";
import { withRepeats } from "./repeats.ts";
import { titledNames } from "./titled-names.ts";

export function findSpans(reading: Reading, names: readonly NameSpan[]): NamedSpan[] {
  const { parsed, skipped } = reading;
  const nameAt = trimmedNames(reading, names);
  const fullPersons = wordsOfFullPersons(reading, names);
  const spans: NamedSpan[] = [];
  for (const { firstToken, lastToken } of parsed.sentences) {
    let i = firstToken;
    while (i < lastToken) {
      if (skipped[i]) {
        i += 1;
        continue;
      }
      const span = spanAt(reading, i, lastToken, nameAt, fullPersons);
      if (!span) {
        i += 1;
        continue;
      }
      if (span.owner) spans.push(span.owner);
      spans.push(span);
      i = span.last;
    }
  }
  return withRepeats(reading, titledNames(reading, spans));
}

function trimmedNames(reading: Reading, names: readonly NameSpan[]): ReadonlyMap<number, NameSpan> {
  const nameAt = new Map<number, NameSpan>();
  for (const name of names) {
    const trimmed = trimName(reading, name);
    if (trimmed) nameAt.set(trimmed.firstToken, trimmed);
  }
  return nameAt;
}

/** The words of persons named in full: *Michael Jordan* makes a later *Jordan* the man. */
function wordsOfFullPersons({ keys }: Reading, names: readonly NameSpan[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { kind, firstToken, lastToken } of names) {
    if (kind !== "person" || lastToken - firstToken < 2) continue;
    for (let i = firstToken; i < lastToken; i++) words.add(keys[i]!);
  }
  return words;
}

function spanAt(
  reading: Reading,
  first: number,
  end: number,
  nameAt: ReadonlyMap<number, NameSpan>,
  fullPersons: ReadonlySet<string>,
): NamedSpan | undefined {
  const part = partOfPlace(reading, first, end, nameAt);
  if (part) return part;
  const name = nameAt.get(first);
  const nameEnd = name?.lastToken ?? first;
  const country = countryAt(reading, first, end);
  if (country && isPair(reading, country, end)) return country;
  if (
    country &&
    country.last >= nameEnd &&
    !isPersonNotCountry(reading, country, name, fullPersons)
  ) {
    return institutionAfter(reading, country, end) ?? groupAt(reading, first, end) ?? country;
  }
  const known = knownOrganizationAt(reading, first, end);
  if (known && known.last >= nameEnd && name?.kind !== "person") return known;
  const capital = capitalAt(reading, first, end);
  if (capital && capital.last >= nameEnd && name?.kind !== "person") {
    return capitalSpan(reading, first, capital.last, capital.country);
  }
  if (name && name.kind !== "misc") return nameSpan(reading, name, country);
  if (capital && !capital.doubtful && !name)
    return capitalSpan(reading, first, capital.last, capital.country);
  const group = groupAt(reading, first, end);
  if (group) return group;
  if (name) return undefined;
  return regionAt(reading, first, end);
}

/** *Russian-Chinese relations*: two countries, whatever the name finder took it for. */
function isPair(reading: Reading, country: NamedSpan, end: number): boolean {
  const { keys } = reading;
  return (
    keys[country.last] === "" &&
    country.last + 1 < end &&
    countryAt(reading, country.last + 1, end) !== undefined
  );
}

function isPersonNotCountry(
  reading: Reading,
  country: NamedSpan,
  name: NameSpan | undefined,
  fullPersons: ReadonlySet<string>,
): boolean {
  if (name?.kind !== "person" || country.last - country.first > 1) return false;
  return country.form === "name" && fullPersons.has(reading.keys[country.first]!);
}

function knownOrganizationAt(reading: Reading, first: number, end: number): NamedSpan | undefined {
  const { keys, lexicon, tokens, article } = reading;
  if (!isCapitalized(tokens.form[first]!) && keys[first] !== "al") return undefined;
  const match = longestPhrase(lexicon.organizations.names, keys, first, end);
  if (!match) return undefined;
  const written = article.text.slice(tokens.start[first]!, tokens.end[match.to - 1]!);
  const found = match.values.find(({ exact }) => exact === undefined || exact === written);
  if (!found || !isCapitalized(tokens.form[match.to - 1]!)) return undefined;
  const { name, country, sort } = found.organization;
  const nation = countryAt(reading, first, match.to);
  const isNations = nation !== undefined && nation.last < match.to && nation.country === country;
  return {
    first,
    last: match.to,
    kind: "organization",
    form: sort === "government" && country ? "metonym" : "name",
    rule: "known-organization",
    fullName: name,
    sort,
    ...(isNations ? { owner: nation } : {}),
    ...(country ? { country } : {}),
  };
}

function capitalSpan(
  reading: Reading,
  first: number,
  last: number,
  country: CountryCode,
): NamedSpan {
  const rule = governmentRule(reading, first, last);
  if (rule) return { first, last, kind: "country", form: "metonym", rule, country };
  return { first, last, kind: "place", form: "name", rule: "capital-place", country };
}

function nameSpan(
  reading: Reading,
  name: NameSpan,
  country: NamedSpan | undefined,
): NamedSpan | undefined {
  const { firstToken: first, lastToken: last, kind, rule, confidence } = name;
  if (kind === "misc") return undefined;
  const span = { first, last, form: "name" as const, rule, confidence };
  if (kind === "place") {
    const place = placeOf(reading, first, last);
    return { ...span, kind, ...(place ? { country: place } : {}) };
  }
  if (kind === "organization" && country?.country) {
    const owner = isOwner(reading, country, last) ? { owner: country } : {};
    return { ...span, kind, country: country.country, ...owner };
  }
  return { ...span, kind };
}

/** *UK RAF*, *Russian Foreign Ministry*: the country is named beside the name; in *China Eastern Airlines* it is a part of it. */
function isOwner({ tokens, keys, lexicon }: Reading, country: NamedSpan, last: number): boolean {
  const from = keys[country.last] === "'s" ? country.last + 1 : country.last;
  if (from > country.last) return from < last;
  if (last - from === 1 && isAllCapitals(tokens.form[from]!)) return true;
  return longestPhrase(lexicon.organizations.institutions, keys, from, last)?.to === last;
}

function placeOf(
  { lexicon, article, tokens }: Reading,
  first: number,
  last: number,
): CountryCode | undefined {
  const text = article.text.slice(tokens.start[first]!, tokens.end[last - 1]!);
  return lexicon.places.choose(text)?.country;
}

/** *eastern Siberia*, *northern Iraq*: a part of a land is a place of its own; of a town it is the town (*central London*). */
function partOfPlace(
  reading: Reading,
  first: number,
  end: number,
  nameAt: ReadonlyMap<number, NameSpan>,
): NamedSpan | undefined {
  const { lexicon, keys, tokens } = reading;
  const { directions } = lexicon.places;
  if (!directions.has(keys[first]!) || first + 1 >= end) return undefined;
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
    return { ...whole, owner: country, ...(country.country ? { country: country.country } : {}) };
  const place = lexicon.places.choose(nameText(reading, { first: at, last }));
  if (place?.sort === "city" || place?.sort === "capital")
    return { ...whole, first: at, rule: "name-model", country: place.country! };
  return { ...whole, ...(place?.country ? { country: place.country } : {}) };
}

function regionAt(reading: Reading, first: number, end: number): NamedSpan | undefined {
  const { lexicon, keys, tokens } = reading;
  if (!isCapitalized(tokens.form[first]!)) return undefined;
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
