/** Offices before a name: *Russian President Vladimir Putin*, *the head of the bank, Jane Doe*. */
import type { Draft, DraftMention } from "./drafts.ts";
import { DETERMINERS, former, type Held, OF_WORDS } from "./held-titles.ts";
import { type Reading, sentenceOf } from "./reading.ts";
import { pluralTitleBefore, type TitleMatch, titleBefore } from "./titles.ts";

export function titleBeforeName(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
): Held | undefined {
  const { keys, lexicon } = reading;
  const [from] = sentenceOf(reading, person.first);
  let end = person.first;
  const honorific =
    keys[end - 1] === undefined ? undefined : lexicon.titles.honorifics.get(keys[end - 1]!);
  if (end > from && honorific?.place === "before") {
    if (honorific.gender) person.chain.gender = honorific.gender;
    end -= 1;
  }
  const nearest = titleBefore(reading, end, from);
  if (nearest) {
    const title = officeBefore(reading, draft, nearest, from) ?? nearest;
    const of = ownerBefore(draft, keys, title.first, from) ?? countryAfter(draft, keys, person);
    // "former British prime minister": the word stands before the country.
    const isFormer = of !== undefined && of.first > from && former(reading, of.first - 1) > 0;
    return {
      title: isFormer ? { ...title, former: true } : title,
      ...(of ? { of } : {}),
      first: Math.min(title.first, of?.first ?? title.first),
      last: Math.max(person.last, of?.last ?? 0),
      rule: "title-before-name",
    };
  }
  const shared = sharedTitle(reading, draft, person, from);
  if (shared) return shared;
  const owner = ownerBefore(draft, keys, end, from);
  if (owner?.kind === "country" && owner.chain.country)
    person.chain.country ??= owner.chain.country;
  return (
    officeOf(reading, draft, person, end, from) ?? officeComma(reading, draft, person, end, from)
  );
}

/** *Iran's supreme leader, Ayatollah Khamenei*: the office stands before the rank. */
function officeBefore(
  reading: Reading,
  draft: Draft,
  rank: TitleMatch,
  from: number,
): TitleMatch | undefined {
  const end = reading.keys[rank.first - 1] === "," ? rank.first - 1 : rank.first;
  const office = titleBefore(reading, end, from);
  return office && ownerBefore(draft, reading.keys, office.first, from) ? office : undefined;
}

/** *The airline's chief executive, Jane Doe, said*: closed by a second comma, so that no list is meant. */
function officeComma(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
  start: number,
  from: number,
): Held | undefined {
  const { keys } = reading;
  if (keys[start - 1] !== "," || keys[person.last] !== ",") return undefined;
  const title = titleBefore(reading, start - 1, from);
  const of = title && ownerBefore(draft, keys, title.first, from);
  return of && { title, of, first: of.first, last: person.last, rule: "office-before-name" };
}

/** *Foreign ministers Sergei Lavrov of Russia and Wang Yi of China*: one plural office for all that are joined. */
function sharedTitle(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
  from: number,
): Held | undefined {
  const { keys } = reading;
  let at = person.first;
  for (let steps = 0; steps < LONGEST_LIST; steps++) {
    const title = pluralTitleBefore(reading, at, from);
    if (title) {
      const of = countryAfter(draft, keys, person) ?? ownerBefore(draft, keys, title.first, from);
      return {
        title,
        ...(of ? { of } : {}),
        first: Math.min(title.first, of?.first ?? title.first),
        last: Math.max(person.last, of?.last ?? 0),
        rule: "shared-title",
      };
    }
    if (keys[at - 1] !== "and" && keys[at - 1] !== ",") return undefined;
    let before = draft.at[at - 2];
    if (before && before.kind !== "person" && keys[before.first - 1] === "of")
      before = draft.at[before.first - 2];
    if (before?.kind !== "person") return undefined;
    at = before.first;
  }
  return undefined;
}

const LONGEST_LIST = 4;

/** *King Hassan of Morocco*, *Governor Jane Doe of Texas*. */
function countryAfter(
  draft: Draft,
  keys: readonly string[],
  person: DraftMention,
): DraftMention | undefined {
  if (keys[person.last] !== "of") return undefined;
  const at = keys[person.last + 1] === "the" ? person.last + 2 : person.last + 1;
  const of = draft.at[at];
  return of?.first === at && (of.kind === "country" || of.kind === "place") ? of : undefined;
}

/** The name that ends just before this token, or before a possessive there: *China's*, *Kremlin*, *Russian*. */
function ownerBefore(
  draft: Draft,
  keys: readonly string[],
  at: number,
  from: number,
): DraftMention | undefined {
  let end = at;
  if (keys[end - 1] === "'s" || keys[end - 1] === "'") end -= 1;
  if (end - 1 < from) return undefined;
  const owner = draft.at[end - 1];
  return owner && owner.last === end && owner.kind !== "person" ? owner : undefined;
}

/** *the president of China, Xi Jinping*. */
function officeOf(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
  start: number,
  from: number,
): Held | undefined {
  const { keys } = reading;
  const end = keys[start - 1] === "," ? start - 1 : start;
  const of = draft.at[end - 1];
  if (!of || of.last !== end || of.kind === "person" || of.first <= from) return undefined;
  let at = of.first - 1;
  if (DETERMINERS.has(keys[at]!)) at -= 1;
  const preposition = keys[at]!;
  const isPost = preposition === "to" || preposition === "in";
  if (!OF_WORDS.has(preposition) && !isPost) return undefined;
  const title = titleBefore(reading, at, from);
  if (!title) return undefined;
  const owner = ownerBefore(draft, keys, title.first, from);
  // "Russia's ambassador in Berlin": the post is where he serves, not whose he is.
  if (isPost && !owner) return undefined;
  return {
    title,
    of: owner ?? of,
    first: owner?.first ?? title.first,
    last: person.last,
    rule: "office-of-before-name",
  };
}
