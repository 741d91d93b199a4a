/**
 * From a noun phrase to the actors it names: mentions that were found before, or new ones for common nouns that act
 * (*rebels*, *Russia's army chief*, *police*), each with its country and sector.
 */
import type { Chain, EntityKind, Mention, Role } from "../../model.ts";
import { BASE_RELATION } from "../tree.ts";
import type { ActorNoun } from "./lexicon.ts";
import { compoundKeys, contentHead, nounAfter, phraseSpan } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { createSectors } from "./sectors.ts";

export interface Filler {
  readonly mention: number;
  readonly chain: number;
  readonly country?: string;
  readonly sector?: string;
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

const STANCE = /^(?:pro|anti)[-‐‑–]/i;

const THIRD: ReadonlySet<string> = new Set(["he", "she", "they", "it", "him", "them"]);

/** Only these stand for somebody as the first half of a compound: *rebel stronghold*, but not *state visit*. */
const ARMED_OR_ORGANIZED: ReadonlySet<string> = new Set(
  "MIL COP REB OPP UAF LAB REF CRM".split(" "),
);

/** More than this many joined actors is a list, not a side. */
const MOST = 8;

/** Words from the head of a title to the name: *Chancellor of the Exchequer Jeremy Hunt*. */
const LONGEST_TITLE = 6;
const TITLE_JOINTS: ReadonlySet<string> = new Set(["of", "for", "the", "and"]);

/** What stands behind these is what an act is turned against. */
const FACING: ReadonlySet<string> = new Set(["on", "upon", "against", "toward", "towards"]);

export function createActorBook(reading: Reading, roles: readonly Role[]): ActorBook {
  const mentions = [...reading.mentions];
  const chains = [...reading.chains];
  const made = new Map<number, number>();
  const sectorOf = createSectors(reading, roles);
  const { tree, tokens } = reading;

  const fillerOf = (mention: number, head: number, sector?: string): Filler => {
    const { kind, entity } = mentions[mention]!;
    const chain = chains[entity];
    const country = isEthnic(head)
      ? undefined
      : (homeOf(head) ??
        chain?.country ??
        bodyOf(entity) ??
        officeOf(entity) ??
        countryInside(head));
    const known = sector ?? sectorOf(mentions[mention]!, head);
    return {
      mention,
      chain: entity,
      ...(country ? { country } : {}),
      ...(known ? { sector: known } : {}),
      head,
      kind,
      unnamed: chain?.unnamed === true,
    };
  };

  /** *Ethnic Albanians* are no citizens of Albania: the setting tells where they live. */
  const isEthnic = (head: number): boolean => {
    for (
      let child = tree.firstChild[head]!;
      child >= 0 && child < head;
      child = tree.nextSibling[child]!
    ) {
      if (reading.lemma(child) === "ethnic") return true;
    }
    return false;
  };

  /** *The Albanians of southern Serbia*: a people that lives elsewhere counts to where it lives. */
  const homeOf = (head: number): string | undefined => {
    const xpos = reading.xpos(head);
    const own = mentions[reading.headMention[head]!];
    if (own?.kind !== "country" || (xpos !== "NNPS" && xpos !== "NNS")) return undefined;
    for (const prep of ["of", "in"]) {
      const home = nounAfter(reading, head, prep);
      const country = home < 0 ? undefined : (countryAt(home) ?? countryDeeper(home));
      if (country) return country;
    }
    return undefined;
  };

  /** One filler for a mention; for a plural like *the two countries* one for each country. */
  const expand = (mention: number, head: number): Filler[] => {
    const chain = chains[mentions[mention]!.entity];
    const members = chain?.members ?? [];
    const one = fillerOf(mention, head);
    const countries = members.map((id) => chains[id]?.country).filter((code) => code !== undefined);
    if (countries.length < 2) return [one];
    return countries.map((country) => ({ ...one, country }));
  };

  const one = (head: number): Filler[] => {
    const found = mentionAt(head);
    if (found >= 0) return expand(named(found), head);
    const noun = actorNoun(head);
    if (noun === undefined) return [];
    const adjectives = countryModifiers(head);
    const members = adjectives.map((token) => mentions[reading.coverMention[token]!]!.entity);
    const filler = fillerOf(unnamedMention(head, noun, members), head, noun.sector);
    if (members.length < 2) return [filler];
    // "French and Egyptian warships": one group of two countries.
    return members.map((member) => ({ ...filler, country: chains[member]!.country! }));
  };

  /** A name that stands on the head, or beside it: *President* ← *Vladimir Putin*. */
  const mentionAt = (head: number): number => {
    const own = reading.headMention[head]!;
    if (own >= 0) return own;
    for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
      const base = BASE_RELATION[tokens.relation[child]!];
      if (base !== REL.flat && base !== REL.appos && tokens.relation[child] !== REL.description)
        continue;
      const mention = reading.headMention[child]!;
      if (mention >= 0 && mentions[mention]!.kind === "person") return mention;
    }
    const titled = nameBehindTitle(head);
    if (titled >= 0) return titled;
    const cover = reading.coverMention[head]!;
    return cover >= 0 && reading.tag(head) === "PROPN" && mentions[cover]!.form !== "adjective"
      ? cover
      : -1;
  };

  /** *Secretary of State Antony Blinken*: a title in capitals that runs into a name, whatever the tree makes of it. */
  const nameBehindTitle = (head: number): number => {
    if (reading.tag(head) !== "PROPN" || actorNoun(head)?.kind !== "person") return -1;
    const end = Math.min(
      head + LONGEST_TITLE,
      reading.parsed.sentences[tokens.sentence[head]!]!.lastToken,
    );
    for (let at = head + 1; at < end; at++) {
      const mention = reading.coverMention[at]!;
      if (mention >= 0 && mentions[mention]!.kind === "person") {
        return mentions[mention]!.start === tokens.start[at] ? mention : -1;
      }
      if (reading.tag(at) !== "PROPN" && !TITLE_JOINTS.has(tokens.form[at]!)) return -1;
    }
    return -1;
  };

  const byChain = new Map<number, number[]>();
  reading.mentions.forEach(({ entity }, index) => {
    const list = byChain.get(entity);
    if (list) list.push(index);
    else byChain.set(entity, [index]);
  });

  /** Of a pronoun the name or role that stands before it in the sentence: it shows who is meant. */
  const named = (index: number): number => {
    const { form, entity, sentence, start } = mentions[index]!;
    if (form !== "pronoun") return index;
    let best = index;
    for (const other of byChain.get(entity) ?? []) {
      const mention = mentions[other]!;
      const isFit = mention.form !== "pronoun" && mention.form !== "adjective";
      if (isFit && mention.sentence === sentence && mention.start < start) best = other;
    }
    return best;
  };

  const actorNoun = (head: number): ActorNoun | undefined => {
    if (
      reading.tag(head) !== "NOUN" &&
      reading.tag(head) !== "PROPN" &&
      reading.tag(head) !== "ADJ"
    )
      return undefined;
    for (const key of compoundKeys(reading, head)) {
      const found = reading.lexicon.actorNouns.get(key);
      if (found) return found;
    }
    return reading.lexicon.actorNouns.get(reading.lemma(head));
  };

  const unnamedMention = (
    head: number,
    noun: ActorNoun,
    members: readonly number[] = [],
  ): number => {
    const known = made.get(head);
    if (known !== undefined) return known;
    const { first, last } = phraseSpan(reading, head);
    const start = tokens.start[first]!;
    const end = tokens.end[last - 1]!;
    const text = reading.article.text.slice(start, end);
    const country = countryInside(head);
    const entity = chains.length;
    const kind = noun.kind === "person" && reading.isPlural(head) ? "group" : noun.kind;
    const isOne = country !== undefined && members.length < 2;
    chains.push({
      id: entity,
      kind,
      name: text,
      ...(isOne ? { country } : {}),
      unnamed: true,
      ...(members.length > 1 ? { members } : {}),
    });
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

  /** Adjectives and compounds of a phrase that name countries, the joined ones too: *French and Egyptian warships*. */
  const countryModifiers = (head: number): number[] => {
    const found: number[] = [];
    const visit = (token: number): void => {
      for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
        const base = BASE_RELATION[tokens.relation[child]!]!;
        const joined = base === REL.conj && token !== head;
        if (isStance(child)) continue;
        if (child < head && (joined || base === REL.amod || base === REL.compound)) {
          const mention = mentions[reading.coverMention[child]!];
          if (mention && mention.kind === "country" && chains[mention.entity]?.country)
            found.push(child);
          visit(child);
        }
      }
    };
    visit(head);
    return found;
  };

  /** The country that a phrase names inside: *Russian*, *Russia's*, *of Russia*, *in Darfur*. */
  const countryInside = (head: number): string | undefined => {
    const { firstChild, nextSibling } = tree;
    let after: string | undefined;
    let owner: string | undefined;
    for (let child = firstChild[head]!; child >= 0; child = nextSibling[child]!) {
      const relation = tokens.relation[child]!;
      const base = BASE_RELATION[relation]!;
      if (isStance(child)) continue;
      if (
        base === REL.amod ||
        base === REL.compound ||
        base === REL.nmod ||
        base === REL.flat ||
        base === REL.appos ||
        base === REL.acl
      ) {
        const country =
          countryAt(child) ?? (base === REL.acl ? countryBelow(child) : countryDeeper(child));
        if (country === undefined) continue;
        // "Its European partners" are not its own.
        if (reading.tag(child) === "PRON") owner ??= country;
        else if (child < head) return country;
        else after ??= country;
      }
    }
    return after ?? owner;
  };

  /** IGO and the like, of an organisation without a country. */
  const bodyOf = (entity: number): string | undefined => {
    const chain = chains[entity];
    return chain?.kind === "organization" ? reading.lexicon.bodyOf(chain.name) : undefined;
  };

  /** The country or body whose office a person holds. */
  const offices = new Map<number, number>();
  for (const { person, of: body } of roles) {
    const holder = mentions[person]?.entity;
    const owner = mentions[body]?.entity;
    if (holder !== undefined && owner !== undefined && !offices.has(holder))
      offices.set(holder, owner);
  }
  const officeOf = (entity: number): string | undefined => {
    const owner = offices.get(entity);
    return owner === undefined ? undefined : (chains[owner]?.country ?? bodyOf(owner));
  };

  const countryAt = (token: number): string | undefined => {
    const cover = reading.coverMention[token]!;
    const own = reading.headMention[token]!;
    for (const index of [own, cover]) {
      const mention = mentions[index];
      const country = mention
        ? (chains[mention.entity]?.country ?? bodyOf(mention.entity))
        : undefined;
      if (country) return country;
    }
    return undefined;
  };

  /** One level deeper: *the leader of Iraq's militia*, *students at a university in Turkey*. */
  const countryDeeper = (head: number): string | undefined => {
    for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
      const base = BASE_RELATION[tokens.relation[child]!]!;
      if (base !== REL.amod && base !== REL.compound && base !== REL.nmod && base !== REL.flat)
        continue;
      const country = countryAt(child);
      if (country) return country;
    }
    return undefined;
  };

  const countryBelow = (verb: number): string | undefined => {
    // "Refugees fleeing a war in Liberia", but not "countries that imposed sanctions on Russia".
    if (reading.lexicon.verbs.has(reading.lemma(verb))) return undefined;
    for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
      const base = BASE_RELATION[tokens.relation[child]!]!;
      if (base !== REL.obl && base !== REL.obj) continue;
      const country = countryAt(child) ?? countryDeeper(child);
      if (country) return country;
    }
    return undefined;
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
      reading.tag(given) === "PRON" && mentionAt(given) < 0 && THIRD.has(reading.lemma(given));
    const head = isBare ? subjectAbove(given) : given;
    if (head < 0) return [];
    const fillers: Filler[] = [];
    for (const part of joined(head)) {
      const content = mentionAt(part) >= 0 ? part : contentHead(reading, part);
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
        if (isStance(child)) continue;
        const mention = reading.coverMention[child]!;
        const noun = actorNoun(child);
        if (mention >= 0 && mentions[mention]!.kind !== "place") {
          before.push(...expand(mention, child));
        } else if (noun && mention < 0 && isCompoundActor(child, noun) && !actorNoun(head)) {
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

  /** *Pro-Palestine protests*, *anti-Russian forces*: who is stood up for or against does not act. */
  const isStance = (token: number): boolean => {
    if (STANCE.test(tokens.form[token]!)) return true;
    return (
      token >= 2 &&
      /^[-‐‑–]$/.test(tokens.form[token - 1]!) &&
      /^(?:pro|anti)$/i.test(tokens.form[token - 2]!)
    );
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
      if (BASE_RELATION[tokens.relation[child]!] !== REL.conj) continue;
      const mention = reading.coverMention[child]!;
      if (mention >= 0 && mentions[mention]!.kind !== "place")
        found.push(...expand(mention, child));
    }
    return found;
  };

  return { of, inside, mentions, chains };
}

function unique(fillers: readonly Filler[]): Filler[] {
  const seen = new Set<string>();
  return fillers.filter(({ mention, country }) => {
    const key = `${mention} ${country ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
