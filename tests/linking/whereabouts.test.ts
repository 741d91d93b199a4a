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
