/** Trains the sentence splitter on the treebanks put together as raw text, with our own tokens. */
import type { LabelWeights } from "../../src/analysis/language/label-weights.ts";
import { createSentenceSplitter, readBlock } from "../../src/analysis/language/sentences.ts";
import { type Spelling, tokenize } from "../../src/analysis/language/tokenize.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import { createLabelPerceptron, packMean } from "./label-perceptron.ts";
import { seededRandom, shuffled } from "./random.ts";
import type { RawDocument } from "./raw-text.ts";

const MARGIN = 3;
const SMALLEST_WEIGHT = 0.2;

export function trainSentences(
  documents: readonly RawDocument[],
  words: Words,
  spelling: Spelling,
  rounds: number,
): LabelWeights {
  const model = createLabelPerceptron();
  const split = createSentenceSplitter(words, spelling.abbreviations, (features, count, scores) =>
    model.score(features, count, scores),
  );
  const random = seededRandom(19);
  for (let round = 0; round < rounds; round++) {
    let [total, wrong] = [0, 0];
    for (const { article, sentences } of shuffled(documents, random)) {
      const starts = new Set(sentences.map(({ words: spans }) => spans[0]![0]));
      for (const block of article.blocks) {
        const list = tokenize(article.text, block.start, block.end, spelling);
        split(readBlock(article.text, list, words), (features, count, token, scores) => {
          const gold = starts.has(list.start[token]!);
          const [right, other] = gold ? [1, 0] : [0, 1];
          total++;
          if (scores[right]! <= scores[other]!) wrong++;
          if (scores[right]! - scores[other]! <= MARGIN) {
            model.update(features, count, right, other);
          }
          model.tick();
          return gold;
        });
      }
    }
    console.log(`    sentences round ${round + 1}: ${((100 * wrong) / total).toFixed(2)} % wrong`);
  }
  return packMean([model.averages()], SMALLEST_WEIGHT);
}
