/**
 * Evidence of a pile that is told piece by piece: it says which sentence it is by a number, and has the words read only when somebody asks for them.
 * Those who write a million of them write each sentence once.
 */
import type {
  BlockKind,
  EventStatus,
  Evidence,
  NumberedEvidence,
  Polarity,
  Quotes,
} from "../model.ts";
import { extended } from "../text/extended.ts";
import type { Finding, ToOneEvidence } from "./evidence.ts";
import type { PlacedArticle } from "./placing.ts";
import { countMarked, markedSentence } from "./sentence-marks.ts";

/** Sentences are numbered from 1 on, article by article. */
export interface NumberedSentences extends Quotes {
  readonly toEvidence: ToOneEvidence;
}

export function numberSentences(articles: readonly PlacedArticle[]): NumberedSentences {
  /** Of each article the number before its first; one more for the end. */
  const starts = new Uint32Array(articles.length + 1);
  articles.forEach(({ record }, i) => {
    starts[i + 1] = starts[i]! + countMarked(record.marks);
  });
  return {
    count: starts[articles.length]!,
    *quotes(isAsked) {
      for (const [i, { record }] of articles.entries()) {
        const first = starts[i]! + 1;
        const asked: number[] = [];
        for (let number = first; number <= starts[i + 1]!; number++) {
          if (isAsked(number)) asked.push(number);
        }
        if (asked.length === 0) continue;
        const { article, sentences } = record;
        for (const number of asked) {
          const { start, end, block, quote } = sentences[number - first]!;
          const { id, published } = article;
          const own = { number, article: id, start, end, kind: block, quote };
          yield published === undefined ? own : extended(own, { published });
        }
      }
    },
    toEvidence: (article, finding, copies) =>
      new Numbered(article, finding, starts[finding.article]! + finding.sentence + 1, copies),
  };
}

class Numbered implements NumberedEvidence {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  readonly published?: NonNullable<Evidence["published"]>;
  readonly status?: EventStatus;
  readonly polarity?: Polarity;
  readonly rule: string;
  readonly copies?: readonly string[];
  readonly sentence: number;
  readonly #record: PlacedArticle["record"];
  readonly #index: number;

  constructor(
    { record }: PlacedArticle,
    finding: Finding,
    number: number,
    copies: readonly string[] | undefined,
  ) {
    const { start, end, block } = markedSentence(record.marks, finding.sentence);
    const { id, published } = record.article;
    this.article = id;
    this.start = start;
    this.end = end;
    this.kind = block;
    if (published !== undefined) this.published = published;
    if (finding.status !== undefined) this.status = finding.status;
    if (finding.polarity !== undefined) this.polarity = finding.polarity;
    this.rule = finding.rule;
    if (copies !== undefined) this.copies = copies;
    this.sentence = number;
    this.#record = record;
    this.#index = finding.sentence;
  }

  get quote(): string {
    return this.#record.sentences[this.#index]!.quote;
  }
}
