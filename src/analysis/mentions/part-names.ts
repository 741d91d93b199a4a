/** Names in which whose an office is and who holds it were found as one. */
import type { NameSpan } from "../parsed.ts";
import { countryAt } from "./country-words.ts";
import { knownOrganizationAt } from "./known-organizations.ts";
import { isCapitalized, type Reading, sentenceOf } from "./reading.ts";
import { type TitleMatch, titleBefore } from "./titles.ts";

const OF = new Set(["of", "for", "to"]);
const INSIDE_OFFICE = new Set(["of", "for", "to", "the", "and", "&", ",", ""]);
/** *Assistant Secretary of the Air Force for Acquisition Marvin Sambur*: words between the title and the name. */
const LONGEST_OFFICE = 10;

/**
 * *U.S. ambassador to the European Union Gordon Sondland*, *President of Iceland Ólafur Grímsson*, found as one name: whose the
 * office is, and who holds it.
 */
export function partNames(reading: Reading, name: NameSpan): readonly NameSpan[] {
  if (name.kind === "misc" || name.lastToken - name.firstToken < 3) return [name];
  return ownerAndHolder(reading, name) ?? holderOfOffice(reading, name) ?? [name];
}

function ownerAndHolder(reading: Reading, name: NameSpan): readonly NameSpan[] | undefined {
  const { keys, tokens, lexicon } = reading;
  const { firstToken, lastToken } = name;
  const before = keys[firstToken - 1] === "the" ? firstToken - 2 : firstToken - 1;
  if (before < 1 || (keys[before] !== "of" && keys[before] !== "to")) return undefined;
  const title = titleBefore(reading, before, Math.max(0, before - 6));
  if (title === undefined) return undefined;
  const country = countryAt(reading, firstToken, lastToken);
  const owner = knownOrganizationAt(reading, firstToken, lastToken) ?? country;
  if (owner === undefined) return undefined;
  let last = owner.last;
  while (last < lastToken && isCapitalized(tokens.form[last]!)) last += 1;
  const words = last - owner.last;
  const isHolder =
    words === 2 || words === 3
      ? HEADS.has(title.entry.class) || lexicon.givenNames.gender(keys[owner.last]!) !== undefined
      : false;
  if (!isHolder) return undefined;
  return [
    { ...name, kind: owner === country ? "place" : "organization", lastToken: owner.last },
    { ...name, kind: "person", firstToken: owner.last, lastToken: last },
  ];
}

/** Classes of titles whose country or organization stands between them and the name. */
const HEADS: ReadonlySet<string> = new Set(["state", "envoy", "monarch"]);

/** *Commissioner for Trade Jane Doe*, *Secretary of the Navy Jane Doe*: the last two words are the holder's, the first of them a given name. */
function holderOfOffice(reading: Reading, name: NameSpan): readonly NameSpan[] | undefined {
  const { keys, tokens, lexicon } = reading;
  const { firstToken, lastToken, kind } = name;
  let holder = lastToken - 2;
  while (holder > firstToken + 1 && keys[holder - 1] === "") holder -= 2;
  if (!isCapitalized(tokens.form[holder]!) || !isCapitalized(tokens.form[lastToken - 1]!))
    return undefined;
  if (lexicon.givenNames.gender(keys[holder]!) === undefined) return undefined;
  while (holder - 1 > firstToken && isGiven(reading, holder - 1)) holder -= 1;
  if (lexicon.organizationNouns("end").has(keys[lastToken - 1]!)) return undefined;
  const office = officeBefore(reading, holder);
  if (office === undefined) return undefined;
  const person = { ...name, kind: "person" as const, firstToken: holder };
  if (kind !== "organization" || firstToken < office.last) return [person];
  let last = firstToken;
  while (last < holder && !INSIDE_OFFICE.has(keys[last]!)) last += 1;
  return last - firstToken > 1 ? [{ ...name, lastToken: last }, person] : [person];
}

function isGiven({ keys, tokens, lexicon }: Reading, at: number): boolean {
  return (
    /^\p{Lu}\.?$/u.test(tokens.form[at]!) || lexicon.givenNames.gender(keys[at]!) !== undefined
  );
}

/** The title with a capital that governs the words up to here. */
function officeBefore(reading: Reading, end: number): TitleMatch | undefined {
  const { keys, tokens } = reading;
  const from = Math.max(sentenceOf(reading, end)[0], end - LONGEST_OFFICE);
  for (let i = end - 1; i > from; i--) {
    if (!INSIDE_OFFICE.has(keys[i]!) && !isCapitalized(tokens.form[i]!)) return undefined;
    if (!OF.has(keys[i]!)) continue;
    const title = titleBefore(reading, i, from);
    if (title !== undefined && isCapitalized(tokens.form[title.last - 1]!)) return title;
  }
  return undefined;
}
