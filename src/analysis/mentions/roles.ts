/**
 * Who holds which office: *Russian President Vladimir Putin*, *Kremlin spokesman Dmitry Peskov*, *Xi Jinping,
 * president of China,*, *the head of the bank, Jane Doe*. Titles never become part of a name.
 */
import type { CountryCode } from "../../model.ts";
import type { Draft, DraftChain, DraftMention } from "./drafts.ts";
import { hasTag, type Reading, sentenceOf } from "./reading.ts";
import { type TitleMatch, titleAt, titleBefore } from "./titles.ts";

const DETERMINERS = new Set(["the", "a", "an", "its", "their", "his", "her", "this", "our", "one"]);
/** Not *to* and *in*: an ambassador to a country is not of it. */
const OF_WORDS = new Set(["of", "for", "at", "from", "with"]);
/** How far after *of* the name may begin: *chief executive of the aircraft maker Boeing*. */
const REACH = 5;

export function findRoles(reading: Reading, draft: Draft): void {
  for (const mention of [...draft.mentions]) {
    if (mention.kind !== "person" || (mention.form !== "name" && mention.form !== "short"))
      continue;
    const held = before(reading, draft, mention) ?? after(reading, draft, mention);
    if (held) hold(draft, mention, held);
  }
  ownOrganizations(draft);
}

interface Held {
  readonly title: TitleMatch;
  readonly of?: DraftMention;
  readonly first: number;
  readonly last: number;
  readonly rule: string;
}

function before(reading: Reading, draft: Draft, person: DraftMention): Held | undefined {
  const { keys, lexicon } = reading;
  const [from] = sentenceOf(reading, person.first);
  let end = person.first;
  const honorific =
    keys[end - 1] === undefined ? undefined : lexicon.titles.honorifics.get(keys[end - 1]!);
  if (end > from && honorific?.place === "before") {
    if (honorific.gender) person.chain.gender = honorific.gender;
    end -= 1;
  }
  const title = titleBefore(reading, end, from);
  if (title) {
    const of = ownerBefore(draft, keys, title.first, from) ?? countryAfter(draft, keys, person);
    // "former British prime minister": the word stands before the country.
    const isFormer = of !== undefined && of.first > from && former(reading, of.first - 1) > 0;
    return {
      title: isFormer ? { ...title, former: true } : title,
      ...(of ? { of } : {}),
      first: of?.first ?? title.first,
      last: person.last,
      rule: "title-before-name",
    };
  }
  const owner = ownerBefore(draft, keys, end, from);
  if (owner?.kind === "country" && owner.chain.country)
    person.chain.country ??= owner.chain.country;
  return officeOf(reading, draft, person, from) ?? officeComma(reading, draft, person, from);
}

/** *The airline's chief executive, Jane Doe, said*: closed by a second comma, so that no list is meant. */
function officeComma(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
  from: number,
): Held | undefined {
  const { keys } = reading;
  if (keys[person.first - 1] !== "," || keys[person.last] !== ",") return undefined;
  const title = titleBefore(reading, person.first - 1, from);
  const of = title && ownerBefore(draft, keys, title.first, from);
  return of && { title, of, first: of.first, last: person.last, rule: "office-before-name" };
}

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
  from: number,
): Held | undefined {
  const { keys } = reading;
  const end = keys[person.first - 1] === "," ? person.first - 1 : person.first;
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

/** *Xi Jinping, president of China*; *Jane Doe, a spokeswoman for the bank*; *Jane Doe is the bank's chief*. */
function after(reading: Reading, draft: Draft, person: DraftMention): Held | undefined {
  const { keys, tokens } = reading;
  const [, end] = sentenceOf(reading, person.first);
  let at = person.last;
  const isApposition = keys[at] === "," || keys[at] === "(";
  const isCopula = tokens.lemma[at] === "be" || tokens.lemma[at] === "become";
  if (!isApposition && !isCopula) return undefined;
  at += 1;
  if (keys[at] === "who" && tokens.lemma[at + 1] === "be") at += 2;
  while (at < end && DETERMINERS.has(keys[at]!)) at += 1;
  const limit = Math.min(end, at + 12);
  const early = titleAt(reading, at, limit);
  if (early) return withOffice(reading, draft, person, early, undefined, limit);
  // "Jane Doe, the Russian foreign minister"; "Jane Doe, Boeing's former chief executive".
  const modifier = former(reading, at);
  const owner = draft.at[at + modifier];
  if (!owner || owner.first !== at + modifier || owner.kind === "person") return undefined;
  const next = keys[owner.last] === "'s" || keys[owner.last] === "'" ? owner.last + 1 : owner.last;
  const title = titleAt(reading, next, limit);
  return (
    title &&
    withOffice(
      reading,
      draft,
      person,
      { ...title, former: title.former || modifier > 0 },
      owner,
      limit,
    )
  );
}

function former({ keys, lexicon }: Reading, at: number): number {
  return lexicon.titles.modifiers.get(keys[at] ?? "") === "former" ? 1 : 0;
}

function withOffice(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
  title: TitleMatch,
  owner: DraftMention | undefined,
  limit: number,
): Held | undefined {
  if (title.entry.onlyBefore) return undefined;
  const named = nameAfterOf(reading, draft, title.last, limit);
  // "Boeing's head of China operations" is Boeing's; "the Bulgarian head of the fund" is the fund's.
  const of = owner && owner.form !== "adjective" ? owner : (named ?? owner);
  if (named && owner?.form === "adjective") person.chain.country ??= owner.chain.country!;
  // A noun that goes on is no title: "Jane Doe, president-watcher", "Smith, director Steven's friend".
  const next = draft.at[title.last];
  if (next?.kind === "person" && next.first === title.last) return undefined;
  return {
    title,
    ...(of ? { of } : {}),
    first: person.first,
    last: Math.max(title.last, of?.last ?? 0),
    rule: "title-after-name",
  };
}

/** The first name after *of*, before the phrase ends. */
function nameAfterOf(
  reading: Reading,
  draft: Draft,
  from: number,
  limit: number,
): DraftMention | undefined {
  const { keys } = reading;
  if (!OF_WORDS.has(keys[from]!)) return undefined;
  for (let i = from + 1; i < Math.min(limit, from + 1 + REACH); i++) {
    const mention = draft.at[i];
    if (mention) return mention.kind === "person" ? undefined : wholeOf(draft, keys, mention);
    if (hasTag(reading, i, "PUNCT", "VERB", "AUX") && keys[i] !== "") return undefined;
  }
  return undefined;
}

/** Of *Russia's Security Council* the council, not Russia. */
function wholeOf(draft: Draft, keys: readonly string[], mention: DraftMention): DraftMention {
  const next = keys[mention.last] === "'s" ? mention.last + 1 : mention.last;
  const whole = draft.at[next];
  const isWhole =
    whole?.kind === "organization" && (whole.first === mention.first || whole.first === next);
  return mention.kind === "country" && isWhole ? whole : mention;
}

function hold(draft: Draft, person: DraftMention, held: Held): void {
  const { title, of } = held;
  const { chain } = person;
  if (title.entry.gender) chain.gender = title.entry.gender;
  const country = of?.chain.country;
  if (country && !title.former) chain.country ??= country;
  chain.titles.push({
    title: title.title,
    class: title.entry.class,
    former: title.former,
    ...(country ? { country } : {}),
    ...(of ? { of: of.chain } : {}),
  });
  draft.titled.fill(1, title.first, title.last);
  if (!of) return;
  const { first, last, rule } = held;
  draft.roles.push({ person, of, title: title.title, former: title.former, first, last, rule });
}

/** The Kremlin is Russia's, the US military the United States': said where the article names the country. */
function ownOrganizations(draft: Draft): void {
  const named = new Map<CountryCode, DraftMention>();
  const waiting = new Map<CountryCode, DraftMention[]>();
  const seen = new Set<DraftChain>();
  for (const mention of draft.mentions) {
    const { chain } = mention;
    const { country, kind } = chain;
    if (!country) continue;
    if (kind === "country") {
      named.set(country, mention);
      for (const organization of waiting.get(country) ?? []) own(draft, organization, mention);
      waiting.delete(country);
    } else if (isOwned(chain) && !seen.has(chain)) {
      seen.add(chain);
      const of = named.get(country);
      if (of) own(draft, mention, of);
      else waiting.set(country, [...(waiting.get(country) ?? []), mention]);
    }
  }
}

function isOwned({ kind, sort }: DraftChain): boolean {
  // Sectors in capitals are those of institutions; a party or a militia is in its country, but no part of it.
  return kind === "organization" && sort !== undefined && (sort === "government" || sort in TITLES);
}

function own(draft: Draft, person: DraftMention, of: DraftMention): void {
  const { first, last, chain } = person;
  const { sort = "" } = chain;
  const title = sort.toUpperCase() === sort ? (TITLES[sort] ?? "institution") : sort;
  draft.roles.push({ person, of, title, former: false, first, last, rule: "organization-country" });
}

const TITLES: Readonly<Record<string, string>> = {
  MIL: "armed forces",
  GOV: "government",
  COP: "police",
  SPY: "intelligence service",
  LEG: "parliament",
  JUD: "court",
};
