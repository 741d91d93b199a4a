/** One article as the finder reads it: its trees, its tables, which mention stands on which token. */

import type { Article, Chain, Mention } from "../../model.ts";
import type { Parsed } from "../parsed.ts";
import { UPOS, type Upos, XPOS, type Xpos } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { BASE_RELATION, buildTree, type Tree } from "../tree.ts";
import { type Clause, readClause } from "./clause.ts";
import type { EventLexicon } from "./lexicon.ts";
import { compoundKeys } from "./noun-phrase.ts";
import { REL } from "./relations.ts";

export interface Reading {
  readonly article: Article;
  readonly parsed: Parsed;
  readonly tokens: TokenTable;
  readonly tree: Tree;
  readonly lexicon: EventLexicon;
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  /** The largest mention whose head is this token, -1. */
  readonly headMention: Int32Array;
  /** The smallest mention that covers this token, -1. */
  readonly coverMention: Int32Array;
  /** What the tables know of each lemma, bits of `FACET`. */
  readonly facets: Uint16Array;
  /** The largest mention whose head is this token. */
  mentionOn(token: number): Mention | undefined;
  /** The smallest mention that covers this token. */
  mentionOver(token: number): Mention | undefined;
  /** Indexes of the given mentions of a chain, in their order. */
  mentionsOf(chain: number): readonly number[];
  /** Lower case. */
  lemma(token: number): string;
  tag(token: number): Upos;
  xpos(token: number): Xpos;
  /** The preposition of a phrase, `out_of` for fixed ones; "" when it has none. */
  preposition(token: number): string;
  isActor(token: number): boolean;
  isPlural(token: number): boolean;
  /** Whether a mention on this token is one of a class: persons are officials, countries act as states. */
  fitsByMention(token: number, name: string): boolean;
  clause(token: number): Clause;
}

const CLASSES_OF_KIND: Readonly<Record<Mention["kind"], ReadonlySet<string>>> = {
  person: new Set(["official", "person", "state"]),
  country: new Set(["country", "state", "government", "official", "territory", "foreign", "force"]),
  place: new Set(["territory"]),
  organization: new Set(["organization", "company", "bloc", "state", "party", "foreign"]),
  group: new Set(["civilian", "protester", "force", "armed"]),
};

const PERSONAL: ReadonlySet<string> = new Set(
  "he she they we i you him her them us who".split(" "),
);

export function createReading(
  article: Article,
  parsed: Parsed,
  lexicon: EventLexicon,
  mentions: readonly Mention[],
  chains: readonly Chain[],
): Reading {
  const { tokens } = parsed;
  const tree = buildTree(parsed);
  const { lemmas, facets } = lexicon.readLemmas(tokens);
  const { headMention, coverMention } = placeMentions(tokens, mentions);
  const byChain = mentionsByChain(chains, mentions);
  const clauses: (Clause | undefined)[] = new Array(tokens.count).fill(undefined);

  const reading: Reading = {
    article,
    parsed,
    tokens,
    tree,
    lexicon,
    mentions,
    chains,
    headMention,
    coverMention,
    facets,
    mentionOn: (token) => at(mentions, headMention[token]!),
    mentionOver: (token) => at(mentions, coverMention[token]!),
    mentionsOf: (chain) => byChain[chain] ?? NO_MENTIONS,
    lemma: (token) => lemmas[token]!,
    tag: (token) => UPOS[tokens.upos[token]!]!,
    xpos: (token) => XPOS[tokens.xpos[token]!]!,
    preposition: (token) => preposition(tree, lemmas, token),
    isActor(token) {
      const mention = reading.mentionOn(token);
      if (mention) return mention.kind !== "place";
      if (reading.tag(token) === "PRON") return PERSONAL.has(lemmas[token]!);
      if (lexicon.actorNouns.has(lemmas[token]!)) return true;
      return compoundKeys(reading, token).some((key) => lexicon.actorNouns.has(key));
    },
    isPlural(token) {
      const xpos = reading.xpos(token);
      if (xpos === "NNS" || xpos === "NNPS") return true;
      const { firstChild, nextSibling } = tree;
      for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
        if (tokens.relation[child] === REL.conj) return true;
      }
      return xpos === "PRP" && (lemmas[token] === "they" || lemmas[token] === "we");
    },
    fitsByMention(token, name) {
      const mention = reading.mentionOn(token);
      if (mention === undefined) return false;
      // "Palestinians" are people, "the United States" are a state.
      const isPeople =
        mention.kind === "country" && isPeopleWord(reading.xpos(token), lemmas[token]!);
      return CLASSES_OF_KIND[isPeople ? "group" : mention.kind].has(name);
    },
    clause(token) {
      const known = clauses[token];
      if (known) return known;
      const clause = readClause(reading, token);
      clauses[token] = clause;
      return clause;
    },
  };
  return reading;
}

const NO_MENTIONS: readonly number[] = [];

/** An element of a list, also where the index is -1: that is slow to ask an array for. */
function at<T>(list: readonly T[], index: number): T | undefined {
  return index < 0 ? undefined : list[index];
}

function isPeopleWord(xpos: Xpos, lemma: string): boolean {
  return (xpos === "NNS" || xpos === "NNPS") && !PLURAL_COUNTRIES.has(lemma);
}

const PLURAL_COUNTRIES: ReadonlySet<string> = new Set(
  "states emirates netherlands philippines nations islands maldives bahamas seychelles comoros state emirate nation island".split(
    " ",
  ),
);

function preposition(tree: Tree, lemmas: readonly string[], token: number): string {
  const { firstChild, nextSibling, tokens } = tree;
  for (let child = firstChild[token]!; child >= 0 && child < token; child = nextSibling[child]!) {
    const relation = tokens.relation[child]!;
    if (relation !== REL.case && relation !== REL.mark) continue;
    const inner = firstChild[child]!;
    const fixed = inner >= 0 && tokens.relation[inner] === REL.fixed;
    if (fixed) return `${lemmas[child]}_${lemmas[inner]}`;
    // "Out of Ethiopia" with both words hung on the noun.
    const isPair = lemmas[child] === "out" && lemmas[child + 1] === "of" && child + 1 < token;
    return isPair ? "out_of" : lemmas[child]!;
  }
  // "To the aggressive posturing", the preposition hung on the adjective: it still opens the phrase.
  const first = tree.leftEdge[token]!;
  return first < token && UPOS[tokens.upos[first]!] === "ADP" ? lemmas[first]! : "";
}

/** Indexes of mentions. */
function mentionsByChain(chains: readonly Chain[], mentions: readonly Mention[]): number[][] {
  const byChain: number[][] = chains.map(() => []);
  mentions.forEach(({ entity }, index) => {
    byChain[entity]?.push(index);
  });
  return byChain;
}

/** Mentions come in any order; tokens of a mention lie side by side. */
function placeMentions(
  tokens: TokenTable,
  mentions: readonly Mention[],
): { headMention: Int32Array; coverMention: Int32Array } {
  const headMention = new Int32Array(tokens.count).fill(-1);
  const coverMention = new Int32Array(tokens.count).fill(-1);
  let first = 0;
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]!;
    // Most come in the order of the text: the search goes on where the last one ended.
    while (first > 0 && tokens.end[first - 1]! > mention.start) first--;
    while (first < tokens.count && tokens.end[first]! <= mention.start) first++;
    let head = -1;
    for (let token = first; token < tokens.count && tokens.start[token]! < mention.end; token++) {
      const covering = at(mentions, coverMention[token]!);
      if (!covering || length(mention) < length(covering)) coverMention[token] = index;
      const outside =
        tokens.head[token]! < 0 ||
        tokens.end[tokens.head[token]!]! <= mention.start ||
        tokens.start[tokens.head[token]!]! >= mention.end;
      if (outside && head < 0 && !isEdge(tokens.relation[token]!)) head = token;
    }
    if (head < 0) continue;
    const other = at(mentions, headMention[head]!);
    if (!other || length(mention) > length(other)) headMention[head] = index;
  }
  return { headMention, coverMention };
}

/** Case marks and punctuation are never the head of a mention: the *'s* of *China's* may hang outside. */
function isEdge(relation: number): boolean {
  const base = BASE_RELATION[relation];
  return base === REL.case || base === REL.punct || base === REL.det;
}

function length({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}
