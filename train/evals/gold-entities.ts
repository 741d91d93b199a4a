/**
 * Gold entity mentions linked as the program would: a mention is in the entity of the program's own mention there, in the group of equal
 * head words of its story, and with the longer form of its name there; days of the week go by their name; a pronoun goes with what its
 * chain names, else with the nearest mention of its kind before it.
 */
import type { DataSource } from "../../src/lexicon/data.ts";
import { groupBy } from "../../src/linking/groups.ts";
import { singular } from "../../src/linking/happenings.ts";
import { linkForMeasuring } from "../../src/linking/index.ts";
import { toLinkRecord } from "../../src/linking/records.ts";
import { findStories } from "../../src/linking/stories.ts";
import { loadLinkingTables } from "../../src/linking/tables.ts";
import { createUnionFind } from "../../src/linking/union-find.ts";
import type { Analysis, Mention, Span } from "../../src/model.ts";
import { headOf } from "./gold-happenings.ts";
import { fullNames, nameWords } from "./gold-names.ts";

export interface GoldEntityMention extends Span {
  readonly key: string;
  readonly chain: string;
  readonly kind: string;
  /** Index into the analyses, which have tokens. */
  readonly article: number;
}

const PRONOUN =
  /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves|who|whom|whose|which|that|i|me|my|we|us|our|you|your)$/;

const WEEKDAY = /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i;

export function linkGoldEntities(
  golds: readonly GoldEntityMention[],
  analyses: readonly Analysis[],
  data: DataSource,
): { readonly found: ReadonlyMap<string, string>; readonly byLemma: ReadonlyMap<string, string> } {
  const tables = loadLinkingTables(data);
  const { storyOf } = findStories(analyses.map((each) => toLinkRecord(each, tables)));
  const { entitiesOf } = linkForMeasuring(analyses, data);
  const heads = golds.map((gold) => headOf(gold, analyses[gold.article]!.tokens!));
  const keys = golds.map(({ article }, i) => `${storyOf[article]}\t${singular(heads[i]!.lemma)}`);
  const own = golds.map((gold, i) => ownMention(heads[i]!, analyses[gold.article]!));
  const entities = own.map((at, i) => {
    return at < 0 ? undefined : entitiesOf(analyses[golds[i]!.article]!, at)[0];
  });
  const isPronoun = heads.map(({ start, end }, i) =>
    PRONOUN.test(analyses[golds[i]!.article]!.article.text.slice(start, end).toLowerCase()),
  );
  const textAt = ({ article }: GoldEntityMention): string => analyses[article]!.article.text;
  const sets = createUnionFind(golds.length);
  const first = new Map<string, number>();
  const join = (i: number, key: string) => {
    const other = first.get(key);
    if (other === undefined) first.set(key, i);
    else sets.union(i, other);
  };
  golds.forEach((gold, i) => {
    if (isPronoun[i]) return;
    join(i, keys[i]!);
    const mention: Mention | undefined = analyses[gold.article]!.mentions[own[i]!];
    if (entities[i] !== undefined && mention?.form !== "pronoun") {
      join(i, `${storyOf[gold.article]}\t${entities[i]}`);
    }
    if (gold.kind === "time") {
      const [day] = WEEKDAY.exec(textAt(gold).slice(gold.start, gold.end)) ?? [];
      if (day !== undefined) join(i, `${storyOf[gold.article]}\t${day.toLowerCase()}`);
    }
  });
  const named = golds
    .map((gold, i) => ({
      gold,
      i,
      words: nameWords(gold, analyses[gold.article]!.tokens!, textAt(gold)),
    }))
    .filter(({ gold, i, words }) => !isPronoun[i] && gold.kind !== "time" && words.length > 0);
  const groups = groupBy(named, ({ gold }) => `name\t${storyOf[gold.article]}\t${gold.kind}`);
  for (const [key, group] of groups) {
    const full = fullNames(group.map(({ words }) => words));
    for (const { i, words } of group) {
      join(i, `${key}\t${words.join(" ")}`);
      join(i, `${key}\t${full.get(words.join(" "))}`);
    }
  }
  golds.forEach((gold, i) => {
    if (!isPronoun[i]) return;
    const before = golds
      .map((other, j) => ({ other, j }))
      .filter(
        ({ other, j }) =>
          !isPronoun[j] && other.article === gold.article && other.start < gold.start,
      )
      .sort((a, b) => b.other.start - a.other.start);
    const same = before.find(({ j }) => entities[i] !== undefined && entities[j] === entities[i]);
    const nearest = before.find(({ other }) => other.kind === gold.kind);
    const antecedent = same ?? nearest;
    if (antecedent !== undefined) sets.union(i, antecedent.j);
  });
  return {
    found: new Map(golds.map(({ key }, i) => [key, String(sets.find(i))])),
    byLemma: new Map(
      golds.map(({ key, article }, i) => [key, `${storyOf[article]}\t${heads[i]!.lemma}`]),
    ),
  };
}

/** The program's mention that holds the head and ends nearest to it; -1 for none. */
function ownMention(head: Span, { mentions }: Analysis): number {
  let best = -1;
  mentions.forEach(({ start, end }, i) => {
    if (start > head.start || end < head.end) return;
    if (best < 0 || end - head.end < mentions[best]!.end - head.end) best = i;
  });
  return best;
}
