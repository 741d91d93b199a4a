/** What an article says somebody does for a living: the words next to the name, and those that stand for the name, by `data/en/linking/walks.tsv`. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";
import type { Analysis, Mention } from "../model.ts";
import { forEachWord } from "../text/words.ts";

export interface Walks {
  /** *striker* -> sport. */
  of(word: string): string | undefined;
  /** Whether somebody may have changed from one to the other before he was written of again. */
  areNear(a: string, b: string): boolean;
}

/** *Former pop star Michael Jackson*: what stands before a name. */
const WORDS_BEFORE = 4;
/** *Michael Jackson, the British journalist*: how far behind the name, in UTF-16 units. */
const BEHIND = 60;
const APPOSITION = /^, (?:a |an |the |one of the )?([^,.;:()]+)/;
const BREAKS = /[,.;:()"“”]\s/g;

export function loadWalks(data: DataSource): Walks {
  const walkOf = new Map<string, string>();
  const near = new Set<string>();
  for (const [walk = "", words = "", others = ""] of parseTable(
    data.text("en/linking/walks.tsv"),
  )) {
    for (const word of words.split(" ")) walkOf.set(word, walk);
    for (const other of others.split(" ")) near.add(`${walk} ${other}`).add(`${other} ${walk}`);
  }
  return {
    of: (word) => walkOf.get(word),
    areNear: (a, b) => a === b || near.has(`${a} ${b}`),
  };
}

/** By chain: the walks of a person, each once, sorted; empty for other chains and where nothing is said. */
export function walksOf(
  { article, sentences, mentions, chains, roles }: Analysis,
  walks: Walks,
): string[][] {
  const found = chains.map(() => new Set<string>());
  const put = (chain: number, text: string) => {
    forEachWord(text, (word) => {
      const walk = walks.of(word.toLowerCase());
      if (walk !== undefined) found[chain]!.add(walk);
    });
  };
  let previousEnd = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const { entity, form, start, end, sentence } = mention;
    if (chains[entity]!.kind === "person" && form !== "pronoun") {
      if (form === "role") put(entity, mention.text);
      else {
        const from = Math.max(previousEnd, sentences[sentence]!.start);
        put(entity, lastWords(article.text.slice(from, start)));
        put(
          entity,
          apposition(article.text.slice(end, Math.min(end + BEHIND, sentences[sentence]!.end))),
        );
      }
    }
    // A country before the name (*French Minister Macron*) is no other's mention.
    if (isSomebody(mention)) previousEnd = Math.max(previousEnd, end);
  }
  for (const { person, title } of roles) put(mentions[person]!.entity, title);
  return found.map((set) => [...set].sort());
}

function isSomebody({ kind, form }: Mention): boolean {
  return kind === "person" && form !== "role";
}

function lastWords(text: string): string {
  const after = text.split(BREAKS).at(-1)!;
  return after
    .split(" ")
    .slice(-WORDS_BEFORE - 1)
    .join(" ");
}

function apposition(text: string): string {
  return APPOSITION.exec(text)?.[1] ?? "";
}
