/** Organisations that the tables know: by one of their names, or as an institution in capitals. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import { nameKey } from "../../text/fold.ts";
import { countryAt } from "./country-words.ts";
import type { NamedSpan } from "./drafts.ts";
import { isBuilding } from "./governments.ts";
import { institutionKey } from "./institutions.ts";
import { isCapitalized, type Reading } from "./reading.ts";
import { OPENS } from "./word-facets.ts";

export function knownOrganizationAt(
  reading: Reading,
  first: number,
  end: number,
): NamedSpan | undefined {
  const { keys, lexicon, tokens, article } = reading;
  if (!(reading.opens[first]! & OPENS.organization)) return undefined;
  if (!isCapitalized(tokens.form[first]!) && keys[first] !== "al") return undefined;
  const match = longestPhrase(lexicon.organizations.names, keys, first, end);
  if (!match) return undefined;
  const written = article.text.slice(tokens.start[first]!, tokens.end[match.to - 1]!);
  const found = match.values.find(({ exact }) => exact === undefined || exact === written);
  const isWrittenSo = isCapitalized(tokens.form[match.to - 1]!) || keys[match.to - 1] === "'s";
  if (!found || !isWrittenSo) return undefined;
  const { name, country, sort } = found.organization;
  // "Russia's Security Council" is not the one of the United Nations.
  if (
    sort === "alliance" &&
    keys[first - 1] === "'s" &&
    match.key.includes(" ") &&
    match.key !== nameKey(name)
  )
    return undefined;
  if (sort === "government" && isBuilding(reading, first, match.to))
    return {
      first,
      last: match.to,
      kind: "place",
      form: "name",
      rule: "palace-place",
      ...(country ? { country } : {}),
    };
  const nation = countryAt(reading, first, match.to);
  const isNations = nation !== undefined && nation.last < match.to && nation.country === country;
  return {
    first,
    last: withLegalForm(reading, match.to),
    kind: "organization",
    form: sort === "government" && country ? "metonym" : "name",
    rule: "known-organization",
    fullName: name,
    sort,
    ...(found.doubtful ? { doubtful: true } : {}),
    ...(isNations ? { owner: nation, ...institutionOf(reading, nation, match.to) } : {}),
    ...(country ? { country } : {}),
  };
}

/** *EADS N.V.*, *Intel Corp.* */
function withLegalForm({ keys, tokens, lexicon }: Reading, end: number): number {
  if (end >= tokens.count || tokens.sentence[end] !== tokens.sentence[end - 1]) return end;
  const isForm = lexicon.organizations.legalForms.has(keys[end]!);
  return isForm && isCapitalized(tokens.form[end]!) ? end + 1 : end;
}

/** *the Defense Ministry*: an institution in capitals is named, though its country is not. */
export function capitalizedInstitution(
  reading: Reading,
  first: number,
  end: number,
): NamedSpan | undefined {
  const { lexicon, keys, tokens } = reading;
  if (!(reading.opens[first]! & OPENS.institution)) return undefined;
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
