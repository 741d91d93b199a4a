/**
 * From a noun phrase to the actors it names: mentions that were found before, or new ones for common nouns that act
 * (*rebels*, *Russia's army chief*, *police*), each with its country and sector.
 */
import type { Chain, CountryCode, EntityKind, Mention, Role } from "../../model.ts";
import type { Mutable } from "../../text/mutable.ts";
import { BASE_RELATION } from "../tree.ts";
import type { ActorNoun } from "./lexicon.ts";
import { contentHead, phraseSpan } from "./noun-phrase.ts";
import { createPhraseCountries, isStance } from "./phrase-countries.ts";
import { actorNoun, createPhraseNames } from "./phrase-names.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { createSectors } from "./sectors.ts";

/** All its fields are always there: it is read everywhere, and objects of one shape are read faster by far. */
export interface Filler {
  readonly mention: number;
  readonly chain: number;
  readonly country: string | undefined;
  readonly sector: string | undefined;
  /** Head token of the phrase. */
  readonly head: number;
  readonly kind: EntityKind;
  /** A common noun without a name. */
  readonly unnamed: boolean;
}

export interface ActorBook {
  /** The actors that the phrase itself names, joined ones included; empty when it names none. */
  of(head: number): Filler[];
  /** The actors inside a phrase about something else: *a US offer*, *the rights of Palestinians*. */
  inside(head: number): Filler[];
  /** The given mentions and chains, and those made on the way. */
  readonly mentions: Mention[];
  readonly chains: Chain[];
}

const THIRD: ReadonlySet<string> = new Set(["he", "she", "they", "it", "him", "them"]);

/** Only these stand for somebody as the first half of a compound: *rebel stronghold*, but not *state visit*. */
const ARMED_OR_ORGANIZED: ReadonlySet<string> = new Set(
  "MIL COP REB OPP UAF LAB REF CRM".split(" "),
);

const CITIZEN: ActorNoun = { kind: "person", sector: "CVL" };
const ONE_OF_A_PEOPLE = /(?:an|i)$/;
const ONE: ReadonlySet<string> = new Set(["a", "an", "the", "another", "one", "this", "that"]);

/** *The 48-year-old Australian was sentenced*: one person of a country. *The Russians*, *the British* are a people. */
function isCitizen(reading: Reading, head: number, { form, kind, end }: Mention): boolean {
  if (kind !== "country" || form !== "adjective" || reading.tokens.end[head] !== end) return false;
  const base = BASE_RELATION[reading.tokens.relation[head]!]!;
  if (reading.isPlural(head) || base === REL.amod || base === REL.compound) return false;
  if (!ONE_OF_A_PEOPLE.test(reading.tokens.form[head]!)) return false;
  const { first } = phraseSpan(reading, head);
  return ONE.has(reading.lemma(first)) || ONE.has(reading.lemma(first - 1));
}

/** More than this many joined actors is a list, not a side. */
const MOST = 8;

/** What stands behind these is what an act is turned against. */
const FACING: ReadonlySet<string> = new Set(["on", "upon", "against", "toward", "towards"]);

export function createActorBook(reading: Reading, roles: readonly Role[]): ActorBook {
  const mentions = [...reading.mentions];
  const chains = [...reading.chains];
  const made = new Map<number, number>();
  const sectorOf = createSectors(reading, roles);
  const countries = createPhraseCountries(reading, mentions, chains, roles);
  const names = createPhraseNames(reading, mentions);
  const { tree, tokens } = reading;

  const fillerOf = (mention: number, head: number, sector?: string): Filler => {
    const { kind, entity } = mentions[mention]!;
    return {
      mention,
      chain: entity,
      country: countries.of(entity, head) || undefined,
      sector: (sector ?? sectorOf(mentions[mention]!, head)) || undefined,
      head,
      kind,
      unnamed: chains[entity]?.unnamed === true,
    };
  };

  /** One filler for a mention; for a plural like *the two countries* one for each country. */
  const expand = (mention: number, head: number): Filler[] => {
    const members = chains[mentions[mention]!.entity]?.members;
    const one = fillerOf(mention, head);
    if (members === undefined) return [one];
    const codes = members.map((id) => chains[id]?.country).filter((code) => code !== undefined);
    if (codes.length < 2) return [one];
    return codes.map((country) => ({ ...one, country }));
  };

  const one = (head: number): Filler[] => {
    const found = names.mentionAt(head);
    if (found >= 0 && isCitizen(reading, head, mentions[found]!)) {
      const { country } = chains[mentions[found]!.entity]!;
      const citizen = fillerOf(unnamedMention(head, CITIZEN, [], country), head, CITIZEN.sector);
      return [citizen];
    }
    if (found >= 0) return expand(names.named(found), head);
    const noun = actorNoun(reading, head);
    if (noun === undefined) return [];
    const adjectives = countries.modifiers(head);
    const members = adjectives.map((token) => mentions[reading.coverMention[token]!]!.entity);
    const filler = fillerOf(unnamedMention(head, noun, members), head, noun.sector);
    if (members.length < 2) return [filler];
    // "French and Egyptian warships": one group of two countries.
    return members.map((member) => ({ ...filler, country: chains[member]!.country! }));
  };

  const unnamedMention = (
    head: number,
    noun: ActorNoun,
    members: readonly number[] = [],
    origin?: CountryCode,
  ): number => {
    const known = made.get(head);
    if (known !== undefined) return known;
    const { first, last } = phraseSpan(reading, head);
    const start = tokens.start[first]!;
    const end = tokens.end[last - 1]!;
    const text = reading.article.text.slice(start, end);
    const country = origin ?? countries.inside(head);
    const entity = chains.length;
    const kind = noun.kind === "person" && reading.isPlural(head) ? "group" : noun.kind;
    const isOne = country !== undefined && members.length < 2;
    const chain: Partial<Mutable<Chain>> = { id: entity, kind, name: text };
    if (isOne) chain.country = country;
    chain.unnamed = true;
    if (members.length > 1) chain.members = members;
    chains.push(chain as Chain);
    const index = mentions.length;
    mentions.push({
      start,
      end,
      text,
      kind,
      form: "role",
      entity,
      sentence: tokens.sentence[head]!,
      rule: `actor-noun:${reading.lemma(head)}`,
    });
    made.set(head, index);
    return index;
  };

  const joined = (head: number): number[] => {
    const heads = [head];
    for (let i = 0; i < heads.length && heads.length < MOST; i++) {
      for (let child = tree.firstChild[heads[i]!]!; child >= 0; child = tree.nextSibling[child]!) {
        if (BASE_RELATION[tokens.relation[child]!] !== REL.conj) continue;
        const tag = reading.tag(child);
        if (tag === "NOUN" || tag === "PROPN" || tag === "PRON" || tag === "ADJ") heads.push(child);
      }
    }
    return heads;
  };

  /** A personal pronoun without a mention means the subject of the clause above: *leaders said they would*. */
  const subjectAbove = (pronoun: number): number => {
    for (
      let at = tokens.head[pronoun]!, step = 0;
      at >= 0 && step < 12;
      at = tokens.head[at]!, step++
    ) {
      const { subject, passive, object } = reading.clause(at);
      const found = passive ? object : subject;
      if (found >= 0 && found < pronoun && reading.tag(found) !== "PRON") return found;
    }
    return -1;
  };

  const of = (given: number): Filler[] => {
    if (given < 0) return [];
    const isBare =
      reading.tag(given) === "PRON" &&
      names.mentionAt(given) < 0 &&
      THIRD.has(reading.lemma(given));
    const head = isBare ? subjectAbove(given) : given;
    if (head < 0) return [];
    const fillers: Filler[] = [];
    for (const part of joined(head)) {
      const content = names.mentionAt(part) >= 0 ? part : contentHead(reading, part);
      const direct = one(content);
      if (direct.length > 0) fillers.push(...direct);
      else if (content !== part) fillers.push(...one(part));
    }
    return unique(fillers);
  };

  const inside = (head: number): Filler[] => {
    if (head < 0) return [];
    const before: Filler[] = [];
    const after: Filler[] = [];
    for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
      const relation = tokens.relation[child]!;
      const base = BASE_RELATION[relation]!;
      if (relation === REL.possessive) {
        const owner = of(child);
        before.push(...(owner.length > 0 ? owner : inside(child)));
      } else if (base === REL.amod || base === REL.compound) {
        if (isStance(reading, child)) continue;
        const mention = reading.coverMention[child]!;
        const noun = actorNoun(reading, child);
        if (mention >= 0 && mentions[mention]!.kind !== "place") {
          before.push(...expand(mention, child));
        } else if (
          noun &&
          mention < 0 &&
          isCompoundActor(child, noun) &&
          !actorNoun(reading, head)
        ) {
          before.push(...compoundActor(child, noun, before));
        }
        before.push(...modifierConj(child));
      } else if (base === REL.nmod) {
        // "Missile strikes on Pakistan killed eight": who is struck does not strike.
        if (FACING.has(reading.preposition(child))) continue;
        const named = of(child);
        after.push(...(named.length > 0 ? named : inside(child)));
      }
    }
    return unique([...before, ...after]);
  };

  /** *Karen guerrilla stronghold*, *Ugandan opposition candidates*: the word of origin belongs to the actor. */
  const compoundActor = (token: number, noun: ActorNoun, before: Filler[]): Filler[] => {
    const origin = before.at(-1);
    const isOrigin = origin !== undefined && origin.head === token - 1 && origin.kind === "country";
    if (isOrigin) before.pop();
    const filler = fillerOf(unnamedMention(token, noun), token, noun.sector);
    return [isOrigin && origin.country ? { ...filler, country: origin.country } : filler];
  };

  const isCompoundActor = (token: number, { sector }: ActorNoun): boolean =>
    reading.tag(token) === "NOUN" && sector !== undefined && ARMED_OR_ORGANIZED.has(sector);

  const modifierConj = (modifier: number): Filler[] => {
    const found: Filler[] = [];
    for (let child = tree.firstChild[modifier]!; child >= 0; child = tree.nextSibling[child]!) {
      const base = BASE_RELATION[tokens.relation[child]!];
      const mention = reading.coverMention[child]!;
      // "US-China talks": a second name behind a hyphen.
      const isSecond = base === REL.flat && mention !== reading.coverMention[modifier];
      if (base !== REL.conj && !isSecond) continue;
      if (mention >= 0 && mentions[mention]!.kind !== "place")
        found.push(...expand(mention, child));
    }
    return found;
  };

  return { of, inside, mentions, chains };
}

/** The first of those with one mention and one country; a side has few. */
function unique(fillers: Filler[]): Filler[] {
  if (fillers.length < 2) return fillers;
  return fillers.filter(
    ({ mention, country }, i) =>
      fillers.findIndex((other) => other.mention === mention && other.country === country) === i,
  );
}
