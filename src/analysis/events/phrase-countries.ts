/** The country of a phrase: of its name, of the office of a person, or of a word inside: *Russian*, *of Russia*, *in Darfur*. */
import type { Chain, Mention, Role } from "../../model.ts";
import { BASE_RELATION } from "../tree.ts";
import { nounAfter } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export interface PhraseCountries {
  /** Of a name or a common noun with this head. */
  of(entity: number, head: number): string | undefined;
  /** The country that a phrase names inside. */
  inside(head: number): string | undefined;
  /** Adjectives and compounds of a phrase that name countries, the joined ones too: *French and Egyptian warships*. */
  modifiers(head: number): number[];
}

const STANCE = /^(?:pro|anti)[-‐‑–]/i;

const CONCERNED = /^(?:specific|related|bound|focused|focussed|linked)$/;

/** *Pro-Palestine protests*, *anti-Russian forces*, *China-specific tariffs*: who is stood up for or against does not act. */
export function isStance({ tokens }: Reading, token: number): boolean {
  if (STANCE.test(tokens.form[token]!)) return true;
  const isJoined = token + 2 < tokens.count && tokens.form[token + 1] === "-";
  if (isJoined && CONCERNED.test(tokens.form[token + 2]!)) return true;
  return (
    token >= 2 &&
    /^[-‐‑–]$/.test(tokens.form[token - 1]!) &&
    /^(?:pro|anti)$/i.test(tokens.form[token - 2]!)
  );
}

/** `mentions` and `chains` may grow while it is in use. */
export function createPhraseCountries(
  reading: Reading,
  mentions: readonly Mention[],
  chains: readonly Chain[],
  roles: readonly Role[],
): PhraseCountries {
  const { tree, tokens } = reading;

  const of = (entity: number, head: number): string | undefined =>
    isEthnic(head)
      ? undefined
      : (homeOf(head) ??
        chains[entity]?.country ??
        bodyOf(entity) ??
        officeOf(entity) ??
        inside(head));

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
    const own = reading.mentionOn(head);
    if (own?.kind !== "country" || (xpos !== "NNPS" && xpos !== "NNS")) return undefined;
    for (const prep of ["of", "in"]) {
      const home = nounAfter(reading, head, prep);
      const country = home < 0 ? undefined : (countryAt(home) ?? countryDeeper(home));
      if (country) return country;
    }
    return undefined;
  };

  const modifiers = (head: number): number[] => {
    const found: number[] = [];
    const visit = (token: number): void => {
      for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
        const base = BASE_RELATION[tokens.relation[child]!]!;
        const joined = base === REL.conj && token !== head;
        if (isStance(reading, child)) continue;
        if (child < head && (joined || base === REL.amod || base === REL.compound)) {
          const mention = reading.mentionOver(child);
          if (mention && mention.kind === "country" && chains[mention.entity]?.country)
            found.push(child);
          visit(child);
        }
      }
    };
    visit(head);
    return found;
  };

  const inside = (head: number): string | undefined => {
    const { firstChild, nextSibling } = tree;
    let after: string | undefined;
    let owner: string | undefined;
    for (let child = firstChild[head]!; child >= 0; child = nextSibling[child]!) {
      const relation = tokens.relation[child]!;
      const base = BASE_RELATION[relation]!;
      if (isStance(reading, child)) continue;
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
    return countryOf(own) ?? (cover === own ? undefined : countryOf(cover));
  };

  const countryOf = (mention: number): string | undefined => {
    if (mention < 0) return undefined;
    const { entity } = mentions[mention]!;
    return chains[entity]?.country ?? bodyOf(entity);
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
    if (reading.lexicon.verbs.get(reading.lemma(verb))?.some(({ act }) => act !== "NONE"))
      return undefined;
    for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
      const base = BASE_RELATION[tokens.relation[child]!]!;
      if (base !== REL.obl && base !== REL.obj) continue;
      const country = countryAt(child) ?? countryDeeper(child);
      if (country) return country;
    }
    return undefined;
  };

  return { of, inside, modifiers };
}
