/**
 * What the repairs listed in `repair-trees.ts` do to the trees of raw text: EWT dev, and the news of GUM, which the parser has seen in training. Attachments are
 * counted over the words of changed sentences alone, where a gain of one word in a thousand shows.
 */
import { join } from "node:path";
import { createDraft } from "../../src/analysis/events/draft.ts";
import { REPAIRS } from "../../src/analysis/events/repair-trees.ts";
import { createLanguageEngine } from "../../src/analysis/language/index.ts";
import { RELATIONS } from "../../src/analysis/tag-sets.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { type GoldSentence, readConllu } from "../conllu.ts";
import { toRawDocuments } from "../language/raw-text.ts";
import type { Suite } from "./suite.ts";

const EWT = "../corpora/ud/ewt-dev.conllu.gz";
const GUM = "../corpora/ud/gum-open-train.conllu.gz";

export const suite: Suite = {
  name: "clause-repair",
  about: "trees mended behind after, before, while ...: EWT dev, GUM news",
  files: [EWT, GUM],
  run(dataFolder) {
    const gum = readConllu(join(dataFolder, GUM)).filter(isNews);
    const lines: string[] = [];
    return {
      figures: {
        ...measure("ewt", readConllu(join(dataFolder, EWT)), lines),
        ...measure("gumNews", gum, lines),
      },
      details: lines.join("\n"),
    };
  },
};

/** Names of the documents begin with corpus and genre: `GUM_news_crane-3`. */
function isNews({ id }: GoldSentence): boolean {
  return id.startsWith("GUM_news");
}

interface Arcs {
  words: number;
  heads: number;
  labels: number;
}

function measure(
  name: string,
  gold: readonly GoldSentence[],
  lines: string[],
): Record<string, number> {
  const parse = createLanguageEngine(nodeData());
  let [sentences, changed] = [0, 0];
  const before: Arcs = { words: 0, heads: 0, labels: 0 };
  const after: Arcs = { words: 0, heads: 0, labels: 0 };
  for (const { article, sentences: raw } of toRawDocuments(gold)) {
    const { sentences: found, tokens } = parse(article);
    const tokenAt = new Map<string, number>();
    for (let i = 0; i < tokens.count; i++) tokenAt.set(`${tokens.start[i]} ${tokens.end[i]}`, i);
    for (const { firstToken, lastToken, start, end } of found) {
      sentences++;
      const draft = createDraft(tokens);
      for (const repair of REPAIRS) repair(draft, firstToken, lastToken);
      const mended = draft.columns;
      if (mended === undefined) continue;
      changed++;
      const told = [before.heads, after.heads].join();
      for (const { gold: sentence, words } of raw) {
        const places = words.map(([from, to]) => tokenAt.get(`${from} ${to}`));
        places.forEach((token, i) => {
          if (token === undefined || token < firstToken || token >= lastToken) return;
          if (sentence.upos[i] === "PUNCT") return;
          const head = sentence.heads[i]! < 0 ? -1 : places[sentence.heads[i]!];
          countArc(before, tokens, token, head, sentence.relations[i]!);
          countArc(after, mended, token, head, sentence.relations[i]!);
        });
      }
      lines.push(
        `${name} ${told} to ${[before.heads, after.heads].join()}: ${article.text.slice(start, end)}`,
      );
    }
  }
  return {
    [`count.${name}.sentences`]: sentences,
    [`count.${name}.changed`]: changed,
    [`${name}.uasBefore`]: before.heads / before.words,
    [`${name}.uasAfter`]: after.heads / after.words,
    [`${name}.lasBefore`]: before.labels / before.words,
    [`${name}.lasAfter`]: after.labels / after.words,
  };
}

function countArc(
  arcs: Arcs,
  { head, relation }: { readonly head: Int32Array; readonly relation: Uint8Array },
  token: number,
  goldHead: number | undefined,
  goldRelation: string,
): void {
  arcs.words++;
  if (head[token] !== goldHead) return;
  arcs.heads++;
  if (RELATIONS[relation[token]!] === goldRelation) arcs.labels++;
}
