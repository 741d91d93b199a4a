/**
 * Every span that names something, without overlap: what the name finder found, corrected and typed by the tables,
 * and what only the tables know.
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import { extended } from "../../text/extended.ts";
import type { NameSpan } from "../parsed.ts";
import { commonAcronyms } from "./common-acronyms.ts";
import { compassCountryAt } from "./compass-countries.ts";
import { type CountryMatch, countryAt } from "./country-words.ts";
import { type NamedSpan, wholeSpan } from "./drafts.ts";
import { capitalAt, governmentRule } from "./governments.ts";
import { groupAt } from "./groups.ts";
import { institutionAfter } from "./institutions.ts";
import { capitalizedInstitution, knownOrganizationAt } from "./known-organizations.ts";
import { trimName } from "./name-edges.ts";
import { nameSpan } from "./name-spans.ts";
import { isPerson, wordsOfFullPersons } from "./namesakes.ts";
import { isModel, isNamedEvent, isNoActor } from "./no-actors.ts";
import { withOwnArticles } from "./own-articles.ts";
import { partNames } from "./part-names.ts";
import { prefixedCountryAt } from "./prefixed-countries.ts";
import { hasTag, isCapitalized, type Reading } from "./reading.ts";
import { partOfPlace, regionAt } from "./regions.ts";
import { withRepeats } from "./repeats.ts";
import { titledNames } from "./titled-names.ts";
import { OPENS, OPENS_NAME } from "./word-facets.ts";

export function findSpans(reading: Reading, found: readonly NameSpan[]): NamedSpan[] {
  const { parsed, skipped, lexicon, keys, opens } = reading;
  const names = found.filter((name) => !isDescription(reading, name));
  const nameAt = trimmedNames(reading, names);
  const fullPersons = wordsOfFullPersons(reading, names);
  const works = names.filter(
    ({ kind, firstToken, lastToken }) => kind === "misc" && lastToken - firstToken > 1,
  );
  const inWork = new Uint8Array(reading.tokens.count);
  for (const { firstToken, lastToken } of works) inWork.fill(1, firstToken + 1, lastToken);
  const things = commonAcronyms(reading);
  const spans: NamedSpan[] = [];
  for (const { firstToken, lastToken } of parsed.sentences) {
    let i = firstToken;
    while (i < lastToken) {
      if (skipped[i] || things.has(keys[i]!) || (inWork[i] && !nameAt.has(i))) {
        i += 1;
        continue;
      }
      const mayBegin = (opens[i]! & OPENS_NAME) !== 0 || nameAt.has(i);
      const span = mayBegin ? spanAt(reading, i, lastToken, nameAt, fullPersons) : undefined;
      if (!span) {
        if (!(opens[i]! & OPENS.notCountry)) {
          i += 1;
          continue;
        }
        // Past "African American" as a whole: its second word is no country either.
        i = Math.max(i + 1, longestPhrase(lexicon.notCountries, keys, i, lastToken)?.to ?? 0);
        continue;
      }
      if (span.owner) spans.push(wholeSpan(span.owner));
      spans.push(wholeSpan(span));
      i = span.last;
    }
  }
  const owned = spans.map((span, i) => ownedBy(reading, span, spans[i - 1]));
  const titled = titledNames(
    reading,
    owned,
    names.filter(({ kind }) => kind === "misc"),
  );
  return withOwnArticles(reading, withRepeats(reading, titled, works));
}

/** *China's Huawei*, *Russian Gazprom*: the country named just before an organisation is its country. */
function ownedBy({ keys }: Reading, span: NamedSpan, before: NamedSpan | undefined): NamedSpan {
  if (span.kind !== "organization" || span.country || span.sort === "alliance") return span;
  if (before?.kind !== "country" || !before.country || before.form === "metonym") return span;
  const isPossessive = keys[before.last] === "'s" && before.last + 1 === span.first;
  const isAdjective = before.form === "adjective" && before.last === span.first;
  return isPossessive || isAdjective ? extended(span, { country: before.country }) : span;
}

/** *Russian invasion of Ukraine*: an event that the name finder took for a title; titles have capitals, and what stands in this is named. */
function isDescription(reading: Reading, { kind, firstToken, lastToken }: NameSpan): boolean {
  if (kind !== "misc") return false;
  for (let at = firstToken; at < lastToken; at++) {
    if (hasTag(reading, at, "NOUN", "VERB") && !isCapitalized(reading.tokens.form[at]!))
      return true;
  }
  return false;
}

function trimmedNames(reading: Reading, names: readonly NameSpan[]): ReadonlyMap<number, NameSpan> {
  const nameAt = new Map<number, NameSpan>();
  for (const name of names.flatMap((whole) => partNames(reading, whole))) {
    const trimmed = trimName(reading, name);
    if (trimmed) nameAt.set(trimmed.firstToken, trimmed);
  }
  return nameAt;
}

function spanAt(
  reading: Reading,
  first: number,
  end: number,
  nameAt: ReadonlyMap<number, NameSpan>,
  fullPersons: ReadonlySet<string>,
): NamedSpan | undefined {
  const opens = reading.opens[first]!;
  const special =
    (opens & OPENS.hyphen ? prefixedCountryAt(reading, first) : undefined) ??
    (opens & OPENS.direction
      ? (compassCountryAt(reading, first) ?? partOfPlace(reading, first, end, nameAt))
      : undefined);
  if (special) return special;
  const name = nameAt.get(first);
  const nameEnd = name?.lastToken ?? first;
  const country = countryAt(reading, first, end);
  const known = knownOrganizationAt(reading, first, end);
  if (country && (isPair(reading, country, end) || isOnlyNation(reading, country, name)))
    return country;
  if (
    country &&
    country.last >= nameEnd &&
    !(country.form === "name" && isPerson(reading, first, name, fullPersons))
  ) {
    if (known && known.last > country.last) return known;
    return institutionAfter(reading, country, end) ?? groupAt(reading, first, end) ?? country;
  }
  if (isNoActor(reading, first, Math.max(nameEnd, known?.last ?? 0, first + 1))) return undefined;
  const isKnown = known && (known.last >= nameEnd || isCommonFrom(reading, known.last, nameEnd));
  if (isKnown && !isPerson(reading, first, name, fullPersons)) return known;
  if (name && (isNamedEvent(reading, name) || isModel(reading, name))) return undefined;
  const institution =
    name && name.kind !== "misc" ? undefined : capitalizedInstitution(reading, first, end);
  if (institution) return institution;
  const capital = capitalAt(reading, first, end);
  if (capital && capital.last >= nameEnd && !isPerson(reading, first, name, fullPersons)) {
    return capitalSpan(reading, first, capital.last, capital.country);
  }
  // "Hutu", "Tamil": a people's name alone is neither a place nor an organisation.
  if (name && name.lastToken - first === 1 && isOrigin(reading, first))
    return groupAt(reading, first, end);
  const group = groupAt(reading, first, end);
  if (group && group.last >= nameEnd) return group;
  if (name?.kind === "organization") {
    const tail = knownTail(reading, name);
    if (tail) return tail;
    const party = partyAt(reading, name);
    if (party) return party;
  }
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

/** *U.N. World Food Program*: a known organisation with another before it, whose it is. */
function knownTail(reading: Reading, { firstToken, lastToken }: NameSpan): NamedSpan | undefined {
  const first = knownOrganizationAt(reading, firstToken, lastToken);
  if (!first || first.last >= lastToken) return undefined;
  const tail = knownOrganizationAt(reading, first.last, lastToken);
  return tail?.last === lastToken ? { ...tail, first: firstToken } : undefined;
}

/** *Democratic* of a *Democratic senator*: a party that the table knows with its last word. */
function partyAt(
  { lexicon, keys }: Reading,
  { firstToken, lastToken }: NameSpan,
): NamedSpan | undefined {
  const known = lexicon.organizations.names.entries.get(`${keys[firstToken]!} party`);
  const party = known?.find(
    ({ organization, exact }) => organization.sort === "party" && exact === undefined,
  );
  if (!party || lastToken - firstToken > 1) return undefined;
  const { name, country, sort } = party.organization;
  return {
    first: firstToken,
    last: lastToken,
    kind: "organization",
    form: "name",
    rule: "party-word",
    fullName: name,
    sort,
    ...(party.doubtful ? { doubtful: true } : {}),
    ...(country ? { country } : {}),
  };
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
  if (!name || name.lastToken <= country.last || name.kind === "person") return false;
  if (country.word.sort === "people") return false;
  for (let i = country.last; i < name.lastToken; i++)
    if (isCapitalized(tokens.form[i]!)) return false;
  return (
    longestPhrase(lexicon.organizations.institutions, keys, country.last, name.lastToken) ===
    undefined
  );
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
