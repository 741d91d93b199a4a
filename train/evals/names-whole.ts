/**
 * Names as the whole engine tells them, from raw text to the mentions that `dramatis analyze` writes: the sentences of
 * GUM news and WikiGold are written as a newspaper would, and a mention counts when its place in the text and its kind
 * are those of a name of the gold. Mentions by role or pronoun are no names; words of nationality are left out on both
 * sides, as is the country in *US Navy*, which stands inside another name.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import type { NameKind } from "../../src/analysis/names/labels.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Analysis, EntityKind, Mention } from "../../src/model.ts";
import { readNames } from "../names/read-names.ts";
import { type Judged, scoreNames } from "../names/score.ts";
import type { Suite } from "./suite.ts";
import { type PlacedName, writeDocument } from "./tagged-articles.ts";

const SETS = {
  gum: "../corpora/ner/dev-gum-news.jsonl.gz",
  wikigold: "../corpora/ner/dev-wikigold.jsonl.gz",
} as const;
const KINDS: Readonly<Partial<Record<EntityKind, NameKind>>> = {
  person: "PER",
  organization: "ORG",
  country: "LOC",
  place: "LOC",
};
const NAMING: ReadonlySet<string> = new Set(["name", "short", "metonym"]);

export const suite: Suite = {
  name: "names-whole",
  about: "names from raw text through the whole engine, GUM news and WikiGold",
  files: Object.values(SETS),
  run(dataFolder) {
    const analyze = createAnalyzer(nodeData());
    const figures: Record<string, number> = {};
    const details: string[] = [];
    for (const [set, file] of Object.entries(SETS)) {
      const judged: Judged[] = [];
      for (const document of readNames(join(dataFolder, file))) {
        const { article, gold } = writeDocument(document);
        const system = namesOf(analyze(article));
        judged.push({ gold, system });
        details.push(...errors(set, article.text, gold, system));
      }
      const { all, found, byKind } = scoreNames(judged);
      figures[`${set}.precision`] = all.precision;
      figures[`${set}.recall`] = all.recall;
      figures[`${set}.f1`] = all.f1;
      figures[`${set}.found.f1`] = found.f1;
      for (const [kind, { f1 }] of Object.entries(byKind))
        figures[`${set}.${kind.toLowerCase()}.f1`] = f1;
    }
    return { figures, details: details.join("\n") };
  },
};

function namesOf({ mentions }: Analysis): PlacedName[] {
  const names = mentions.filter(({ kind, form }) => KINDS[kind] !== undefined && NAMING.has(form));
  return names
    .filter((mention) => !names.some((other) => other !== mention && isInside(mention, other)))
    .map(({ start, end, kind, rule }) => ({ kind: KINDS[kind]!, first: start, last: end, rule }));
}

function isInside(inner: Mention, outer: Mention): boolean {
  const isLonger = outer.end - outer.start > inner.end - inner.start;
  return isLonger && outer.start <= inner.start && inner.end <= outer.end;
}

function errors(
  set: string,
  text: string,
  gold: readonly PlacedName[],
  system: readonly PlacedName[],
): string[] {
  const keyOf = ({ kind, first, last }: PlacedName) => `${kind} ${first} ${last}`;
  const wanted = gold.filter(({ kind }) => kind !== "MISC");
  const right = new Set(wanted.map(keyOf));
  const found = new Set(system.map(keyOf));
  const show = (sort: string, name: PlacedName) => {
    const before = text.slice(Math.max(0, name.first - 40), name.first);
    const after = text.slice(name.last, name.last + 25);
    const kind = name.rule ? `${name.kind} (${name.rule})` : name.kind;
    const line = `${before}[${text.slice(name.first, name.last)}]${after}`.replace(/\s+/g, " ");
    return { at: name.first, line: `  ${set} ${sort} ${kind}: ${line}` };
  };
  return [
    ...wanted.filter((name) => !found.has(keyOf(name))).map((name) => show("missed", name)),
    ...system.filter((name) => !right.has(keyOf(name))).map((name) => show("extra", name)),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}
