/**
 * Self-training: newswire that nobody labeled, labeled by a first model, trains the second one at a lower weight.
 * What is gained is newswire's words and turns of phrase; its own tags are not looked at.
 */
import { makeConsistent } from "../../src/analysis/names/consistency.ts";
import { NAME_KINDS } from "../../src/analysis/names/labels.ts";
import type { TagNames } from "../../src/analysis/names/tagger.ts";
import { numberWords } from "./number-words.ts";
import type { TaggedDocument, TaggedSentence } from "./read-names.ts";

/** The corpus comes as single sentences in the order of its articles. */
const LONGEST_ARTICLE = 30;
const LOOK_BACK = 4;
const TELLING_LENGTH = 7;

/** Labels the sentences of the corpus, put together to articles again. */
export function labelArticles(
  sentences: readonly TaggedSentence[],
  tag: TagNames,
): TaggedDocument[] {
  return toArticles(sentences).map((article, number) => {
    const starts = new Int32Array(article.length + 1);
    article.forEach(({ tokens }, s) => {
      starts[s + 1] = starts[s]! + tokens.length;
    });
    const tagged = tag(numberWords(article.flatMap(({ tokens }) => tokens)), starts);
    const spans = makeConsistent(tagged);
    return {
      id: `article ${number}`,
      source: "self-training",
      sentences: article.map(({ tokens }, s) => ({
        tokens,
        names: spans
          .filter(({ first }) => first >= starts[s]! && first < starts[s + 1]!)
          .map(({ kind, first, last }) => ({
            kind: NAME_KINDS[kind]!,
            first: first - starts[s]!,
            last: last - starts[s]!,
          })),
      })),
    };
  });
}

/** A sentence that shares no telling word with the few before it begins the next article. */
function toArticles(sentences: readonly TaggedSentence[]): TaggedSentence[][] {
  const articles: TaggedSentence[][] = [];
  let article: TaggedSentence[] = [];
  let recent: ReadonlySet<string>[] = [];
  for (const sentence of sentences) {
    const telling = tellingWords(sentence);
    const follows = recent.some((words) => [...telling].some((word) => words.has(word)));
    if (article.length > 0 && (!follows || article.length >= LONGEST_ARTICLE)) {
      articles.push(article);
      article = [];
      recent = [];
    }
    article.push(sentence);
    recent = [...recent, telling].slice(-LOOK_BACK);
  }
  if (article.length > 0) articles.push(article);
  return articles;
}

function tellingWords({ tokens }: TaggedSentence): Set<string> {
  return new Set(
    tokens.filter(
      (token, i) => (i > 0 && /^\p{Lu}\p{L}{2}/u.test(token)) || token.length >= TELLING_LENGTH,
    ),
  );
}
