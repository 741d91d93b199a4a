/**
 * Offices without a name: *the Russian leader*, *the president*, *Russia's army chief*, *the head of the bank*. They
 * stand for the person of the article who holds that office, or for someone unnamed when it is said whose it is.
 */
import { nameKey } from "../../text/fold.ts";
import { lastNamed, mentionsBefore } from "./antecedents.ts";
import { type DraftChain, type DraftMention, newChain } from "./drafts.ts";
import { nameText } from "./name-text.ts";
import { hasTag, type Reading } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";
import { type TitleMatch, titleAt } from "./titles.ts";

export const DEFINITE: ReadonlySet<string> = new Set(["the", "this", "that"]);
export const INDEFINITE: ReadonlySet<string> = new Set(["a", "an"]);
/** *No Russian president*, *a Kremlin spokesman*: nobody, or somebody who begins at the article. */
const NOT_ONE = new Set([
  "no",
  "any",
  "every",
  "each",
  "some",
  "another",
  "a",
  "an",
  "first",
  "next",
]);
const OF_WORDS = new Set(["of", "for"]);

interface Office {
  readonly first: number;
  readonly last: number;
  readonly title: TitleMatch;
  readonly owner?: DraftMention;
  readonly definite: boolean;
}

export function officeAt(scene: Scene, token: number, end: number): Reference | undefined {
  const office = officePhrase(scene, token, end);
  if (!office) return undefined;
  const chain = holder(scene, office) ?? unnamed(scene, office);
  if (!chain) return undefined;
  const { first, last } = office;
  return { first, last, form: "role", rule: chain.unnamed ? "unnamed-office" : "office", chain };
}

/** The phrase that begins here: a determiner, or the country or organisation whose office it is. */
function officePhrase(scene: Scene, token: number, end: number): Office | undefined {
  const { reading, draft } = scene;
  const { keys } = reading;
  const definite = DEFINITE.has(keys[token]!);
  const indefinite = INDEFINITE.has(keys[token]!);
  let at = definite || indefinite ? token + 1 : token;
  if (at >= end) return undefined;
  const owner = draft.at[at];
  const hasOwner =
    owner !== undefined && owner.first === at && owner.kind !== "person" && isName(owner);
  if (!hasOwner && !definite) return undefined;
  if (hasOwner)
    at = keys[owner.last] === "'s" || keys[owner.last] === "'" ? owner.last + 1 : owner.last;
  if (hasOwner && token === owner.first && NOT_ONE.has(keys[token - 1] ?? "")) return undefined;
  const title = at < end && !draft.titled[at] ? titleAt(reading, at, end) : undefined;
  if (!title || !isFreeNoun(scene, title, end)) return undefined;
  const after = ownerAfter(scene, title.last, end);
  // "The president of the court" is somebody else's office.
  if (!after && title.last < end && keys[title.last] === "of") return undefined;
  const whose = after ?? (hasOwner ? owner : undefined);
  return {
    first: token,
    last: after ? after.last : title.last,
    title,
    ...(whose ? { owner: whose } : {}),
    definite: definite || hasOwner,
  };
}

function isName({ form }: DraftMention): boolean {
  return form === "name" || form === "adjective" || form === "metonym" || form === "short";
}

/** A noun of its own: not the title of the name after it, not the first part of another noun. */
function isFreeNoun({ reading, draft }: Scene, title: TitleMatch, end: number): boolean {
  const noun = title.last - 1;
  if (title.entry.onlyBefore || draft.titled[noun] || draft.at[noun]) return false;
  if (!hasTag(reading, noun, "NOUN", "PROPN", "ADJ")) return false;
  const next = draft.at[title.last];
  if (title.last < end && next?.first === title.last && next.kind === "person") return false;
  if (title.last >= end || !hasTag(reading, title.last, "NOUN", "PROPN")) return true;
  // "The Russian leader agreed": a word in -ed is its verb, whatever the tagger made of it.
  return /^[a-z]{2,}ed$/.test(reading.keys[title.last]!);
}

function ownerAfter(
  { reading, draft }: Scene,
  from: number,
  end: number,
): DraftMention | undefined {
  const { keys } = reading;
  if (from + 1 >= end || !OF_WORDS.has(keys[from]!)) return undefined;
  const at = DEFINITE.has(keys[from + 1]!) ? from + 2 : from + 1;
  const owner = draft.at[at];
  return owner && owner.first === at && owner.kind !== "person" && isName(owner)
    ? owner
    : undefined;
}

/** The person of the article who holds such an office, the one named last. */
function holder(scene: Scene, office: Office): DraftChain | undefined {
  const { draft } = scene;
  const { lexicon } = scene.reading;
  if (!office.definite || !office.title.entry.alone) return undefined;
  const fitting = draft.chains.filter((chain) => fits(scene.reading, chain, office));
  const sure = fitting.filter((chain) => isOwnedSo(chain, office));
  const candidates = sure.length > 0 || office.owner?.kind === "organization" ? sure : fitting;
  let best: DraftChain | undefined;
  let bestAt = -1;
  for (const chain of candidates) {
    const at = lastNamed(scene.history, chain, office.first);
    if (at > bestAt) [best, bestAt] = [chain, at];
  }
  if (!best && lexicon.titleClasses("leads").has(office.title.entry.class))
    return bySound(scene, office);
  if (!office.owner && best && isStale(scene.reading, bestAt, office.first)) return undefined;
  return best;
}

/** *Xi said so. The Chinese president left*: nobody says what Xi is, but his name or country speaks for it, and nobody else is near. */
function bySound({ reading, history }: Scene, { first, owner }: Office): DraftChain | undefined {
  const country = owner?.chain.country;
  if (!country) return undefined;
  const found = new Set<DraftChain>();
  for (const { mention } of mentionsBefore(reading, history, first, 1)) {
    const { chain } = mention;
    const isOpen = chain.kind === "person" && !chain.members && chain.titles.length === 0;
    const isOf =
      chain.country === undefined
        ? reading.lexicon.givenNames.suits(chain.name, country)
        : chain.country === country;
    if (isOpen && isOf) found.add(chain);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function fits({ lexicon }: Reading, chain: DraftChain, { title, owner }: Office): boolean {
  if (chain.kind !== "person" || chain.members) return false;
  const classes = lexicon.titleClasses(`under:${title.entry.class}`);
  const holds = chain.titles.some(
    (held) =>
      held.former === title.former &&
      (held.title === title.title || classes.has(held.class) || held.class === title.entry.class),
  );
  if (!holds) return false;
  const country = owner?.chain.country;
  if (!country || chain.country) return !country || chain.country === country;
  return lexicon.givenNames.suits(chain.name, country) !== false;
}

function isOwnedSo(chain: DraftChain, { owner }: Office): boolean {
  if (!owner) return true;
  const { country } = owner.chain;
  if (owner.kind === "organization") return chain.titles.some(({ of }) => of === owner.chain);
  return country !== undefined && chain.country === country;
}

/** How many sentences a bare *the president* reaches back. */
const REACH = 12;

function isStale({ tokens }: Reading, named: number, at: number): boolean {
  return tokens.sentence[at]! - tokens.sentence[named]! > REACH;
}

/** Someone without a name, when it is said whose office it is. One office of one owner is one person in an article. */
function unnamed(
  { reading, draft }: Scene,
  { first, title, owner, last }: Office,
): DraftChain | undefined {
  if (!owner || reading.lexicon.titleClasses("vague").has(title.entry.class) || title.former)
    return undefined;
  if (owner.kind === "place" && !owner.chain.country) return undefined;
  const key = `${title.title}|${nameKey(owner.chain.name)}`;
  const known = draft.chains.find((chain) => chain.unnamed && chain.keys.has(key));
  if (known) return known;
  const from =
    DEFINITE.has(reading.keys[first]!) || INDEFINITE.has(reading.keys[first]!) ? first + 1 : first;
  const { country } = owner.chain;
  const chain = newChain(draft, {
    kind: "person",
    name: nameText(reading, { first: from, last }),
    unnamed: true,
    ...(country ? { country } : {}),
    ...(title.entry.gender ? { gender: title.entry.gender } : {}),
  });
  chain.keys.add(key);
  chain.titles.push({
    title: title.title,
    class: title.entry.class,
    former: false,
    of: owner.chain,
    ...(country ? { country } : {}),
  });
  return chain;
}
