import { expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { Linker } from "../../src/linking/index.ts";
import type { Analysis } from "../../src/model.ts";
import { makeAnalysis } from "./make-analysis.ts";

const data = nodeData();

const told = (name: string): Analysis =>
  makeAnalysis({
    lines: [`[organization:${name}] counted the ships of [country:Norway].`],
    countries: { [name]: "NOR", Norway: "NOR" },
  });

function relationOf(analysis: Analysis): string | undefined {
  const linker = new Linker(data);
  linker.add(analysis);
  return linker.finish().relations.find(({ from }) => from.startsWith("organization:"))?.kind;
}

it("a paper is in its country and does not stand for it", () => {
  expect(relationOf(told("Fjord Herald"))).toBe("in");
});

it("an institution of the state stands for it", () => {
  const analysis = told("Norwegian navy");
  const mentions = analysis.mentions.map((mention) =>
    mention.kind === "organization" ? { ...mention, rule: "country-institution" } : mention,
  );
  expect(relationOf({ ...analysis, mentions })).toBe("represents");
});

it("says so once, with every sentence", () => {
  const { mentions, ...rest } = makeAnalysis({
    lines: [
      "[organization:Norwegian navy] counted the ships of [country:Norway].",
      "[organization:Norwegian navy] sailed home.",
    ],
    countries: { "Norwegian navy": "NOR", Norway: "NOR" },
  });
  const person = mentions.findIndex(({ kind }) => kind === "organization");
  const of = mentions.findIndex(({ kind }) => kind === "country");
  const { start, end, sentence } = mentions[person]!;
  const role = { start, end, sentence, person, of, title: "armed forces" };
  const linker = new Linker(data);
  linker.add({ ...rest, mentions, roles: [{ ...role, rule: "organization-country" }] });
  const relations = linker.finish().relations.filter(({ kind }) => kind === "represents");
  expect(relations.map(({ title }) => title)).toEqual([undefined]);
  expect(relations[0]!.evidence).toHaveLength(2);
});
