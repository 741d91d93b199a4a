/** Findings as columns of numbers, by the number of the node or edge that they are of: of a large pile there are tens of millions. */
import { doubled } from "../text/doubled.ts";
import { sortByKey } from "../text/sort-numbers.ts";
import type { Finding } from "./evidence.ts";
import { createNumbers } from "./text-numbers.ts";

export interface FindingColumns {
  add(owner: number, article: number, sentence: number, rule: string): void;
  /** Of an owner below `owners`, in the order in which they came. No more can be added. */
  byOwner(owners: number): (owner: number) => Finding[];
}

const FIRST_SIZE = 1024;
/** Rules, and sentences of an article; what is beyond would be told of the wrong one. */
const MOST_RULES = 2 ** 12;
const MOST_SENTENCES = 2 ** 20;

export function createFindingColumns(): FindingColumns {
  const rules = createNumbers();
  let ownerOf = new Uint32Array(FIRST_SIZE);
  let articleOf = new Uint32Array(FIRST_SIZE);
  /** Sentence and rule. */
  let factOf = new Uint32Array(FIRST_SIZE);
  let count = 0;
  return {
    add(owner, article, sentence, rule) {
      const number = rules.number(rule);
      if (number >= MOST_RULES || sentence >= MOST_SENTENCES) {
        throw new RangeError("linking: more rules or sentences than findings can tell apart");
      }
      if (count === ownerOf.length) {
        ownerOf = doubled(ownerOf);
        articleOf = doubled(articleOf);
        factOf = doubled(factOf);
      }
      ownerOf[count] = owner;
      articleOf[count] = article;
      factOf[count++] = sentence * MOST_RULES + number;
    },
    byOwner(owners) {
      const all = new Uint32Array(count);
      for (let i = 0; i < count; i++) all[i] = i;
      const sorted = sortByKey(all, new Uint32Array(count), (i) => ownerOf[i]!, owners);
      const articles = sorted.map((i) => articleOf[i]!);
      const facts = sorted.map((i) => factOf[i]!);
      const ends = new Uint32Array(owners + 1);
      for (let i = 0; i < count; i++) ends[ownerOf[i]! + 1]!++;
      for (let owner = 0; owner < owners; owner++) ends[owner + 1]! += ends[owner]!;
      ownerOf = articleOf = factOf = new Uint32Array();
      return (owner) => {
        const findings: Finding[] = [];
        for (let i = ends[owner]!; i < ends[owner + 1]!; i++) {
          const fact = facts[i]!;
          const number = fact % MOST_RULES;
          findings.push({
            article: articles[i]!,
            sentence: (fact - number) / MOST_RULES,
            rule: rules.text(number),
          });
        }
        return findings;
      };
    },
  };
}
