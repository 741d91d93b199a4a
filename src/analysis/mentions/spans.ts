/**
 * Every span that names something, without overlap: what the name finder found, corrected and typed by the tables,
 * and what only the tables know.
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import type { NameSpan } from "../parsed.ts";
import { type CountryMatch, countryAt } from "./country-words.ts";
import type { NamedSpan } from "./drafts.ts";
import { capitalAt, governmentRule } from "./governments.ts";
import { groupAt } from "./groups.ts";
import { institutionAfter, institutionKey } from "./institutions.ts";
import { trimName } from "./name-edges.ts";
import { nameText } from "./name-text.ts";
import { isAllCapitals, isCapitalized, type Reading } from "./reading.ts";
import { withRepeats } from "./repeats.ts";
import { titledNames } from "./titled-names.ts";
import { titleBefore } from "./titles.ts";

export function findSpans(reading: Reading, names: readonly NameSpan[]): NamedSpan[] {
  const { parsed, skipped, lexicon, keys } = reading;
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
        // Past "African American" as a whole: its second word is no country either.
        i = Math.max(i + 1, longestPhrase(lexicon.notCountries, keys, i, lastToken)?.to ?? 0);
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
  const known = knownOrganizationAt(reading, first, end);
  if (country && (isPair(reading, country, end) || isOnlyNation(reading, country, name)))
    return country;
  if (
    country &&
    country.last >= nameEnd &&
    !isPersonNotCountry(reading, country, name, fullPersons)
  ) {
    if (known && known.last > country.last) return known;
    return institutionAfter(reading, country, end) ?? groupAt(reading, first, end) ?? country;
  }
  const isKnown = known && (known.last >= nameEnd || isCommonFrom(reading, known.last, nameEnd));
  if (isKnown && !isPersonNotPlace(reading, first, name, fullPersons)) return known;
  const institution =
    name && name.kind !== "misc" ? undefined : capitalizedInstitution(reading, first, end);
  if (institution) return institution;
  const capital = capitalAt(reading, first, end);
  if (capital && capital.last >= nameEnd && !isPersonNotPlace(reading, first, name, fullPersons)) {
    return capitalSpan(reading, first, capital.last, capital.country);
  }
  // "Hutu", "Tamil": a people's name alone is neither a place nor an organisation.
  if (name && name.lastToken - first === 1 && isOrigin(reading, first))
    return groupAt(reading, first, end);
  const group = groupAt(reading, first, end);
  if (group && group.last >= nameEnd) return group;
  if (name && name.kind !== "misc") return nameSpan(reading, name, country);
  if (capital && !capital.doubtful && !name)
    return capitalSpan(reading, first, capital.last, capital.country);
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

/** *Air India order*: what follows the name is no part of it. */
function isCommonFrom({ tokens }: Reading, from: number, last: number): boolean {
  for (let i = from; i < last; i++) if (isCapitalized(tokens.form[i]!)) return false;
  return from < last;
}

function isOrigin({ lexicon, keys }: Reading, at: number): boolean {
  return (
    lexicon.organizations.origins.entries.get(keys[at]!)?.some((sort) => sort !== "region") ?? false
  );
}

/** *Irish nationalist guerrillas*: a nationality word and common nouns are no name. */
function isOnlyNation(
  { tokens, keys, lexicon }: Reading,
  country: CountryMatch,
  name: NameSpan | undefined,
): boolean {
  if (!name || name.lastToken <= country.last || country.form !== "adjective") return false;
  if (country.word.sort === "people") return false;
  for (let i = country.last; i < name.lastToken; i++)
    if (isCapitalized(tokens.form[i]!)) return false;
  return (
    longestPhrase(lexicon.organizations.institutions, keys, country.last, name.lastToken) ===
    undefined
  );
}

/** A capital that the name finder took for a person is one only where the article names such a person in full, or a title stands before it. */
function isPersonNotPlace(
  reading: Reading,
  first: number,
  name: NameSpan | undefined,
  fullPersons: ReadonlySet<string>,
): boolean {
  if (name?.kind !== "person") return false;
  if (name.lastToken - name.firstToken > 1 || fullPersons.has(reading.keys[first]!)) return true;
  const { titles } = reading.lexicon;
  const before = reading.keys[first - 1] ?? "";
  return (
    titles.honorifics.has(before) ||
    titleBefore(reading, first, Math.max(0, first - 4)) !== undefined
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
    ...(isNations ? { owner: nation, ...institutionOf(reading, nation, match.to) } : {}),
    ...(country ? { country } : {}),
  };
}

/** *the Defense Ministry*: an institution in capitals is named, though its country is not. */
function capitalizedInstitution(
  reading: Reading,
  first: number,
  end: number,
): NamedSpan | undefined {
  const { lexicon, keys, tokens } = reading;
  if (!isCapitalized(tokens.form[first]!) || keys[first - 1] !== "the") return undefined;
  const match = longestPhrase(lexicon.organizations.institutions, keys, first, end);
  if (!match || match.to - first < 2 || !isCapitalized(tokens.form[match.to - 1]!))
    return undefined;
  return {
    first,
    last: match.to,
    kind: "organization",
    form: "name",
    rule: "institution",
    sort: match.values[0]!,
  };
}

/** *US Air Force* is also what *the air force* takes up. */
function institutionOf(reading: Reading, nation: NamedSpan, last: number): { key?: string } {
  const { lexicon, keys } = reading;
  const match = longestPhrase(lexicon.organizations.institutions, keys, nation.last, last);
  return match?.to === last ? { key: institutionKey(nation.country, match.key) } : {};
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
    const state = stateNamed(reading, first, last);
    if (state) return { ...span, kind: "country", rule: "full-country-name", country: state };
    const place = placeOf(reading, first, last);
    return { ...span, kind, ...(place ? { country: place } : {}) };
  }
  if (kind === "organization" && country?.country) {
    const owner = isOwner(reading, country, last) ? { owner: country } : {};
    return { ...span, kind, country: country.country, ...owner };
  }
  const inside = kind === "organization" ? countryInside(reading, first, last) : undefined;
  return { ...span, kind, ...(inside ? { country: inside } : {}) };
}

/** *Kingdom of Morocco*, *Republic of Poland*. */
function stateNamed(reading: Reading, first: number, last: number): CountryCode | undefined {
  if (!STATE_FORMS.has(reading.keys[first]!) || reading.keys[first + 1] !== "of") return undefined;
  const at = reading.keys[first + 2] === "the" ? first + 3 : first + 2;
  const country = at < last ? countryAt(reading, at, last) : undefined;
  return country?.form === "name" && country.last === last ? country.country : undefined;
}

const STATE_FORMS = new Set([
  "kingdom",
  "republic",
  "state",
  "sultanate",
  "emirate",
  "principality",
  "commonwealth",
]);

/** Whose it is by its own words: *National Bank of Angola*, *Baghdad University*. */
function countryInside(reading: Reading, first: number, last: number): CountryCode | undefined {
  const capital = capitalAt(reading, first, last);
  if (capital && !capital.doubtful && capital.last < last) return capital.country;
  for (let i = first + 1; i < last; i++) {
    const country = countryAt(reading, i, last);
    if (country) return country.country;
  }
  return undefined;
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
    return {
      ...whole,
      owner: { ...country, rule: "country-of-place" },
      ...(country.country ? { country: country.country } : {}),
    };
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
