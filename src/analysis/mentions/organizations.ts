/**
 * Organisations of one article: by the table of those with several names, by equal names, acronyms (*Group of Seven
 * (G7)*), and short forms (*Lockheed* for *Lockheed Martin*, *the Commission* for *the European Commission*).
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import { type Draft, type DraftChain, type NamedSpan, newChain } from "./drafts.ts";
import { nameText } from "./name-text.ts";
import { isAllCapitals, type Reading } from "./reading.ts";

interface Bearer {
  readonly chain: DraftChain;
  /** Folded words without company tails and articles. */
  readonly words: readonly string[];
  readonly acronyms: Set<string>;
}

export function linkOrganizations(
  reading: Reading,
  spans: readonly NamedSpan[],
  draft: Draft,
  chainOf: Map<NamedSpan, DraftChain>,
): void {
  const organizations = spans.filter(({ kind }) => kind === "organization");
  const byKey = new Map<string, Bearer>();
  const bearers: Bearer[] = [];
  // Longer names first, so that a headline's short form finds the full name further down.
  const ordered = [...organizations].sort(
    (a, b) => lengthOf(reading, b) - lengthOf(reading, a) || a.first - b.first,
  );
  for (const span of ordered) {
    const words = coreWords(reading, span);
    const key = span.fullName ? `=${span.fullName}` : words.join(" ");
    const bearer =
      byKey.get(key) ?? byKey.get(words.join(" ")) ?? shortFormOf(reading, bearers, span, words);
    const found = bearer ?? newBearer(reading, draft, span, words);
    if (!bearer) bearers.push(found);
    byKey.set(key, found);
    byKey.set(words.join(" "), found);
    if (span.country && !found.chain.country) found.chain.country = span.country;
    const acronym = acronymBeside(reading, span);
    if (acronym) found.acronyms.add(acronym);
    chainOf.set(span, found.chain);
  }
}

function lengthOf(reading: Reading, span: NamedSpan): number {
  return span.fullName ? 20 : coreWords(reading, span).length;
}

function newBearer(
  reading: Reading,
  draft: Draft,
  span: NamedSpan,
  words: readonly string[],
): Bearer {
  const name = span.fullName ?? nameText(reading, span);
  const chain = newChain(draft, {
    kind: "organization",
    name,
    ...(span.sort ? { sort: span.sort } : {}),
  });
  return { chain, words, acronyms: new Set(initials(reading, words)) };
}

function coreWords(
  { keys, lexicon, tokens }: Reading,
  { first, last }: NamedSpan,
): readonly string[] {
  const words = keys
    .slice(first, last)
    .flatMap((key) => (key === "" || key === "." || key === "," ? [] : key.split(" ")));
  void tokens;
  let end = words.length;
  while (end > 1 && lexicon.organizations.companyTails.has(words[end - 1]!)) end -= 1;
  return words[0] === "the" && end > 1 ? words.slice(1, end) : words.slice(0, end);
}

/** `["world", "health", "organization"]` -> `who`; also without its small words: `usaf`. */
function initials(_reading: Reading, words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]).join("");
  const large = words.filter((word) => !SMALL_WORDS.has(word));
  const short = large.map((word) => word[0]).join("");
  return [all, short].filter((acronym) => acronym.length > 1);
}

const SMALL_WORDS = new Set(["of", "the", "and", "for", "in", "on", "de", "&"]);

/** *Group of Seven (G7)*: what stands in brackets after the name. */
function acronymBeside({ tokens, keys }: Reading, { last }: NamedSpan): string | undefined {
  if (tokens.form[last] !== "(" || tokens.form[last + 2] !== ")") return undefined;
  const form = tokens.form[last + 1]!;
  return /\p{Lu}.*[\p{Lu}\d]/u.test(form) && form.length <= 10 ? keys[last + 1]! : undefined;
}

function shortFormOf(
  reading: Reading,
  bearers: readonly Bearer[],
  span: NamedSpan,
  words: readonly string[],
): Bearer | undefined {
  const key = words.join("");
  if (words.length === 1 && isAcronymLike(nameText(reading, span))) {
    const found = bearers.filter(({ acronyms }) => acronyms.has(key));
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  if (span.fullName) return undefined;
  const fitting = bearers.filter((bearer) => isShortForm(reading, words, bearer.words));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isAcronymLike(text: string): boolean {
  return isAllCapitals(text.replace(/[.\d]/g, "")) && text.length <= 10;
}

/** The first words of the longer name, unless they are a country or say only what it is; or its last word with a capital. */
function isShortForm(reading: Reading, short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  const begins = short.every((word, i) => long[i] === word);
  if (begins) return !isOnlyCountry(reading, short);
  if (short.length > 1 || SMALL_WORDS.has(short[0]!)) return false;
  return long.at(-1) === short[0] && GENERIC_HEADS.has(short[0]!);
}

/** Nouns by which the news takes up an organisation, written with a capital: *the Commission*. */
const GENERIC_HEADS = new Set([
  "commission",
  "council",
  "committee",
  "bank",
  "court",
  "ministry",
  "department",
  "agency",
  "party",
  "union",
  "board",
  "bureau",
  "congress",
  "senate",
  "parliament",
  "assembly",
  "force",
  "army",
  "navy",
  "university",
  "institute",
  "foundation",
  "league",
  "fund",
  "alliance",
  "authority",
  "office",
  "airways",
  "airlines",
  "group",
  "corporation",
  "company",
  "exchange",
  "center",
  "centre",
]);

function isOnlyCountry({ lexicon }: Reading, words: readonly string[]): boolean {
  const match = longestPhrase(lexicon.countries.words, words, 0, words.length);
  return match?.to === words.length || GENERIC_HEADS.has(words.join(" "));
}
