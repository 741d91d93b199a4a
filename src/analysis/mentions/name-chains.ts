/** Named spans -> chains: the spans that name the same country, place, organisation, group or person. */
import type { Place } from "../../lexicon/places.ts";
import type { CountryCode } from "../../model.ts";
import { extended } from "../../text/extended.ts";
import { nameKey } from "../../text/fold.ts";
import {
  addMention,
  type Draft,
  type DraftChain,
  type NamedSpan,
  newChain,
  wholeSpan,
} from "./drafts.ts";
import { nameText, placeText } from "./name-text.ts";
import { linkOrganizations } from "./organizations.ts";
import { linkPersons } from "./persons.ts";
import type { Reading } from "./reading.ts";

export function linkNames(reading: Reading, found: readonly NamedSpan[], draft: Draft): void {
  const countries = new Set<CountryCode>();
  for (const { kind, country } of found) if (kind === "country" && country) countries.add(country);
  const owned = ownedInstitutions(found);
  const spans = found.map((span) => {
    if (span.doubtful !== true) return span;
    const owner = otherOwner(reading, span, owned);
    if (owner) return extended(unproven(span), { country: owner.country!, key: owner.key! });
    return isUnproven(span, countries) ? unproven(span) : span;
  });
  const chainOf = new Map<NamedSpan, DraftChain>();
  linkCountries(reading, spans, draft, chainOf);
  linkPlaces(reading, spans, draft, countries, chainOf);
  linkGroups(reading, spans, draft, chainOf);
  linkOrganizations(reading, spans, draft, chainOf);
  linkPersons(reading, spans, draft, chainOf);
  nameFully(reading, spans, chainOf);
  // In text order, so that "the mention before" means what it says.
  for (const span of spans) {
    const chain = chainOf.get(span);
    if (chain) addMention(draft, chain, { ...span, form: formOf(reading, span, chain) });
  }
}

/** *Congress* in an article that does not name the United States may be India's. */
function isUnproven(span: NamedSpan, countries: ReadonlySet<CountryCode>): boolean {
  return span.doubtful === true && span.country !== undefined && !countries.has(span.country);
}

/** Institutions that are named with their country, by what they are called without it. */
function ownedInstitutions(spans: readonly NamedSpan[]): Map<string, NamedSpan[]> {
  const owned = new Map<string, NamedSpan[]>();
  for (const span of spans) {
    if (span.rule !== "country-institution" || !span.key || !span.country) continue;
    const phrase = span.key.slice(span.key.indexOf("|") + 1);
    owned.set(phrase, [...(owned.get(phrase) ?? []), span]);
  }
  return owned;
}

/** *Congress* in an article that speaks of *Brazil's Congress*, and of no other, is that one. */
function otherOwner(
  reading: Reading,
  span: NamedSpan,
  owned: ReadonlyMap<string, readonly NamedSpan[]>,
): NamedSpan | undefined {
  const owners = owned.get(nameKey(nameText(reading, span))) ?? [];
  const isOne = owners.every(({ country }) => country === owners[0]!.country);
  return isOne && owners[0]?.country !== span.country ? owners[0] : undefined;
}

function unproven({ first, last, kind, rule }: NamedSpan): NamedSpan {
  return wholeSpan({ first, last, kind, form: "name", rule });
}

/** A chain goes by the fullest of its names, and not by one in capitals where it is written plainly too. */
function nameFully(
  reading: Reading,
  spans: readonly NamedSpan[],
  chainOf: ReadonlyMap<NamedSpan, DraftChain>,
): void {
  for (const span of spans) {
    const chain = chainOf.get(span);
    if (!chain || span.fullName || chain.kind === "country" || chain.kind === "group") continue;
    const name = chain.kind === "place" ? placeText(reading, span) : nameText(reading, span);
    const isPlainer =
      isCapitals(chain.name) && !isCapitals(name) && nameKey(name) === nameKey(chain.name);
    const isFuller =
      chain.kind === "person" && wordsIn(name) > wordsIn(chain.name) && !isCapitals(name);
    if (isPlainer || isFuller || isWithoutTail(chain, name)) chain.name = name;
  }
}

const SMALL_WORDS = /^(?: \p{Ll}[\p{L}-]*)+$/u;

/** *Northwind*, where *the Northwind fund-raiser* is named too. */
function isWithoutTail(chain: DraftChain, name: string): boolean {
  return (
    chain.kind === "organization" &&
    chain.name.startsWith(`${name} `) &&
    SMALL_WORDS.test(chain.name.slice(name.length))
  );
}

function isCapitals(name: string): boolean {
  return name.length > 4 && name === name.toUpperCase();
}

function wordsIn(name: string): number {
  return name.split(" ").length;
}

function formOf(reading: Reading, span: NamedSpan, chain: DraftChain): NamedSpan["form"] {
  if (span.form !== "name" || chain.kind === "country") return span.form;
  const text = nameKey(nameText(reading, span));
  return text === nameKey(chain.name) ? "name" : "short";
}

function linkCountries(
  { lexicon }: Reading,
  spans: readonly NamedSpan[],
  draft: Draft,
  chainOf: Map<NamedSpan, DraftChain>,
): void {
  const chains = new Map<CountryCode, DraftChain>();
  for (const span of spans) {
    if (span.kind !== "country" || !span.country) continue;
    const code = span.country;
    let chain = chains.get(code);
    if (!chain) {
      const name = lexicon.countries.byCode.get(code)?.name ?? code;
      chain = newChain(draft, { kind: "country", name, country: code });
      chains.set(code, chain);
    }
    chainOf.set(span, chain);
  }
}

/** Places of one name are one place in an article; where it lies is chosen among the countries that the article names. */
function linkPlaces(
  reading: Reading,
  spans: readonly NamedSpan[],
  draft: Draft,
  countries: ReadonlySet<CountryCode>,
  chainOf: Map<NamedSpan, DraftChain>,
): void {
  const chains = new Map<string, DraftChain>();
  for (const [i, span] of spans.entries()) {
    if (span.kind !== "place") continue;
    const text = placeText(reading, span);
    const around = landBehind(reading, span, text, spans[i + 1]);
    const near = around === undefined ? countries : new Set([around]);
    const place = reading.lexicon.places.choose(text, near);
    const key = nameKey(place?.name ?? text);
    let chain = chains.get(key);
    if (!chain) {
      // A namesake in a country that the article names comes before the capital of one that it does not.
      const isNear = place?.country !== undefined && near.has(place.country);
      const isSure =
        !place || countries.size === 0 || span.rule === "capital-place" || isWellKnown(place);
      const country = isNear
        ? place.country
        : (around ?? (isSure ? (span.country ?? place?.country) : undefined));
      const name = place !== undefined && ABBREVIATED.test(text) ? place.name : text;
      chain = newChain(draft, { kind: "place", name, ...(country ? { country } : {}) });
      chains.set(key, chain);
    }
    chainOf.set(span, chain);
  }
}

/** *Nogales, Ariz.*, *Paris, Texas*, *Georgetown, Guyana*: where a town lies stands behind it. */
function landBehind(
  { tokens, lexicon: { places } }: Reading,
  { last, kind }: NamedSpan,
  text: string,
  next: NamedSpan | undefined,
): CountryCode | undefined {
  if (kind !== "place" || next?.first !== last + 1 || tokens.form[last] !== ",") return undefined;
  const { country } = next;
  if (country === undefined || (next.kind === "country" && next.form !== "name")) return undefined;
  const behind = tokens.form
    .slice(next.first, next.last)
    .join(" ")
    .replace(/^[RDI]-/, "");
  const isLand =
    next.kind === "country" ||
    (next.kind === "place" && places.find(behind)[0]?.sort === "division");
  if (isLand && next.kind === "place" && LANDS_OF_STATES.has(country)) return country;
  // "Officials from Kabul, Pakistan and India": a list.
  return isLand && places.find(text).some((place) => place.country === country)
    ? country
    : undefined;
}

/** A state or province stands behind a town that the table may lack (*Cairo, Illinois*). */
const LANDS_OF_STATES = new Set(["USA", "CAN", "AUS"]);

/** *Ariz.*, *L.A.*, *MD*: the place goes by its name. */
const ABBREVIATED = /^(?:\p{Lu}{2}|.*\.)$/u;

/** Smaller towns have namesakes that the table lacks: an article about Liberia means no Greenville in Carolina. */
function isWellKnown(place: Place | undefined): boolean {
  return place !== undefined && (place.sort !== "city" || place.population > 200_000);
}

function linkGroups(
  reading: Reading,
  spans: readonly NamedSpan[],
  draft: Draft,
  chainOf: Map<NamedSpan, DraftChain>,
): void {
  const chains = new Map<string, DraftChain>();
  for (const span of spans) {
    if (span.kind !== "group") continue;
    const name = nameText(reading, span);
    const key = nameKey(name);
    const chain = chains.get(key) ?? newChain(draft, { kind: "group", name });
    chains.set(key, chain);
    chainOf.set(span, chain);
  }
}
