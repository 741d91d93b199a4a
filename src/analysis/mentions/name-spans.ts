/** What the name finder found, as a span with the country that its words tell. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import { extended } from "../../text/extended.ts";
import type { NameSpan } from "../parsed.ts";
import { countryAt } from "./country-words.ts";
import { type NamedSpan, wholeSpan } from "./drafts.ts";
import { capitalAt } from "./governments.ts";
import { institutionKey } from "./institutions.ts";
import { nameText, placeText } from "./name-text.ts";
import { isAllCapitals, type Reading } from "./reading.ts";

export function nameSpan(
  reading: Reading,
  name: NameSpan,
  country: NamedSpan | undefined,
): NamedSpan | undefined {
  const { firstToken: first, lastToken: last, rule, confidence } = name;
  const kind = isBody(reading, name) ? "organization" : name.kind;
  if (kind === "misc") return undefined;
  const span = wholeSpan({ first, last, kind, form: "name", rule, confidence });
  if (kind !== "place" && isState(reading, first, last))
    return extended(span, { kind: "place" as const, country: "USA", rule: "state-abbreviation" });
  if (kind === "place") {
    const state = stateNamed(reading, first, last);
    if (state)
      return extended(span, {
        kind: "country" as const,
        rule: "full-country-name",
        country: state,
      });
    const place = reading.lexicon.places.choose(placeText(reading, { first, last }))?.country;
    return place ? extended(span, { country: place }) : span;
  }
  if (kind === "organization" && country?.country) {
    const owner = isOwner(reading, country, last) ? country : undefined;
    const { sort, key } = institutionIn(reading, country, last);
    return extended(span, { country: country.country, owner, sort, key });
  }
  const inside = kind === "organization" ? countryInside(reading, first, last) : undefined;
  return inside ? extended(span, { country: inside }) : span;
}

/** *Kamla Nehru Hospital*, *Baltimore Sun*. */
function isBody({ keys, lexicon }: Reading, { kind, firstToken, lastToken }: NameSpan): boolean {
  if (kind !== "person" || lastToken - firstToken < 2) return false;
  return lexicon.organizationNouns("not-person").has(keys[lastToken - 1]!);
}

/** *Sen. Rick Scott (Fla.)*, *Harrisburg, PA*, *R-Wis.* */
function isState(reading: Reading, first: number, last: number): boolean {
  if (last - first !== 1 && last - first !== 3) return false;
  const written = nameText(reading, { first, last });
  if (!STATE.test(written)) return false;
  const before = reading.tokens.form[first - 1];
  const isMarked = PARTY.test(written) || before === "(" || before === ",";
  if (!isMarked) return false;
  const places = reading.lexicon.places.find(written.replace(PARTY, ""));
  return places.some(({ sort, country }) => sort === "division" && country === "USA");
}

/** As party and state stand behind a name. */
const STATE = /^(?:[RDI]-)?(?:\p{Lu}{2}|(?:\p{Lu}[\p{L}]{0,5}\.){1,2})$/u;
const PARTY = /^[RDI]-/;

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
  const { keys, lexicon } = reading;
  let i = first;
  while (i < last) {
    // "University of New Mexico" is not Mexico's.
    const blocked = longestPhrase(lexicon.notCountries, keys, i, last);
    if (blocked) {
      i = blocked.to;
      continue;
    }
    const country = i > first ? countryAt(reading, i, last) : undefined;
    if (country) return country.country;
    i += 1;
  }
  return undefined;
}

/** *Ukraine's Defence Ministry*: an institution like any written in lower case. */
function institutionIn(
  { keys, lexicon }: Reading,
  country: NamedSpan,
  last: number,
): { sort?: string; key?: string } {
  const from = keys[country.last] === "'s" ? country.last + 1 : country.last;
  const match =
    from < last ? longestPhrase(lexicon.organizations.institutions, keys, from, last) : undefined;
  if (match?.to !== last) return {};
  return { sort: match.values[0]!, key: institutionKey(country.country, match.key) };
}

/** *UK RAF*, *Russian Foreign Ministry*: the country is named beside the name; in *China Eastern Airlines* it is a part of it. */
function isOwner({ tokens, keys, lexicon }: Reading, country: NamedSpan, last: number): boolean {
  const from = keys[country.last] === "'s" ? country.last + 1 : country.last;
  if (from > country.last) return from < last;
  if (last - from === 1 && isAllCapitals(tokens.form[from]!)) return true;
  return longestPhrase(lexicon.organizations.institutions, keys, from, last)?.to === last;
}
