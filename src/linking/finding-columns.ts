/** Findings as columns of numbers, by the number of the node or edge that they are of: of a large pile there are tens of millions. */
import { NumberColumn } from "../text/number-column.ts";
import type { Finding } from "./evidence.ts";
import { type SpilledNumbers, spillNumbers } from "./spilled-numbers.ts";
import { createNumbers } from "./text-numbers.ts";

export interface FindingColumns {
  /** Articles come in their order. */
  add(owner: number, article: number, sentence: number, rule: string): void;
  /**
   * Of an owner below `owners`, in the order in which they came; asked for in the order of the owners they are the quickest. `rankOf`: what number
   * an owner has from now on. No more can be added.
   */
  byOwner(owners: number, rankOf?: (owner: number) => number): FindingsOf;
}

export type FindingsOf = (owner: number) => Finding[];

/** Rules, and sentences of an article; what is beyond would be told of the wrong one. */
const MOST_RULES = 2 ** 12;
const MOST_SENTENCES = 2 ** 20;

export function createFindingColumns(): FindingColumns {
  const rules = createNumbers();
  const owners = new NumberColumn();
  /** Sentence and rule. */
  const facts = new NumberColumn();
  /** Articles of which there are findings, and where theirs begin. */
  const articles = new NumberColumn();
  const begins = new NumberColumn();
  return {
    add(owner, article, sentence, rule) {
      const number = rules.number(rule);
      if (number >= MOST_RULES || sentence >= MOST_SENTENCES) {
        throw new RangeError("linking: more rules or sentences than findings can tell apart");
      }
      if (articles.length === 0 || articles.at(articles.length - 1) !== article) {
        articles.add(article);
        begins.add(owners.length);
      }
      owners.add(owner);
      facts.add(sentence * MOST_RULES + number);
    },
    byOwner: (count, rankOf = itself) =>
      readerOf(sortByOwner(count, rankOf, { owners, facts, articles, begins }), rules),
  };
}

function itself(owner: number): number {
  return owner;
}

interface Columns {
  readonly owners: NumberColumn;
  readonly facts: NumberColumn;
  readonly articles: NumberColumn;
  readonly begins: NumberColumn;
}

interface SortedFindings {
  /** Where those of an owner begin; one more for the end. */
  readonly starts: Uint32Array;
  readonly articles: SpilledNumbers;
  readonly facts: SpilledNumbers;
}

/** A counting sort from behind, so that what is sorted can go piece by piece. */
function sortByOwner(
  count: number,
  rankOf: (owner: number) => number,
  columns: Columns,
): SortedFindings {
  const { owners, facts, articles, begins } = columns;
  const length = owners.length;
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < length; i++) starts[rankOf(owners.at(i))]!++;
  for (let owner = 1; owner <= count; owner++) starts[owner]! += starts[owner - 1]!;
  const sorted = { articles: new Uint32Array(length), facts: new Uint32Array(length) };
  for (let at = articles.length - 1, end = length; at >= 0; at--) {
    const [article, begin] = [articles.at(at), begins.at(at)];
    for (let i = end - 1; i >= begin; i--) {
      const place = --starts[rankOf(owners.at(i))]!;
      sorted.articles[place] = article;
      sorted.facts[place] = facts.at(i);
    }
    end = begin;
    owners.cutTo(end);
    facts.cutTo(end);
  }
  return { starts, articles: spillNumbers(sorted.articles), facts: spillNumbers(sorted.facts) };
}

function readerOf(
  { starts, articles, facts }: SortedFindings,
  rules: { text(number: number): string },
): FindingsOf {
  return (owner) => {
    const findings: Finding[] = [];
    for (let i = starts[owner]!; i < starts[owner + 1]!; i++) {
      const fact = facts.at(i);
      const number = fact % MOST_RULES;
      findings.push({
        article: articles.at(i),
        sentence: (fact - number) / MOST_RULES,
        rule: rules.text(number),
      });
    }
    return findings;
  };
}
