/** Strict scores of names: a name counts when its bounds and its kind are right. */
import type { NameKind } from "../../src/analysis/names/labels.ts";
import type { TaggedName } from "./read-names.ts";

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface NameScores {
  readonly all: Score;
  /** Bounds only, whatever the kind. */
  readonly found: Score;
  readonly byKind: Readonly<Record<string, Score>>;
}

export interface Judged {
  readonly gold: readonly TaggedName[];
  readonly system: readonly TaggedName[];
}

/** Other kinds (MISC: nationalities, works, sports) are left out on both sides, as the mention rules take them. */
const SCORED: readonly NameKind[] = ["PER", "ORG", "LOC"];

export function scoreNames(sentences: readonly Judged[]): NameScores {
  const byKind: Record<string, Score> = {};
  for (const kind of SCORED) byKind[kind] = count(sentences, (name) => name.kind === kind, keyOf);
  const isScored = (name: TaggedName) => SCORED.includes(name.kind);
  return {
    all: count(sentences, isScored, keyOf),
    found: count(sentences, isScored, ({ first, last }) => `${first} ${last}`),
    byKind,
  };
}

function count(
  sentences: readonly Judged[],
  isCounted: (name: TaggedName) => boolean,
  key: (name: TaggedName) => string,
): Score {
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const { gold, system } of sentences) {
    const goldKeys = new Set(gold.filter(isCounted).map(key));
    const systemKeys = system.filter(isCounted).map(key);
    wanted += goldKeys.size;
    found += systemKeys.length;
    for (const systemKey of systemKeys) if (goldKeys.has(systemKey)) right++;
  }
  const precision = found === 0 ? 0 : right / found;
  const recall = wanted === 0 ? 0 : right / wanted;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function keyOf({ kind, first, last }: TaggedName): string {
  return `${kind} ${first} ${last}`;
}
