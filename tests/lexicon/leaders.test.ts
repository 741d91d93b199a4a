import { expect, it } from "vitest";
import { loadCountries } from "../../src/lexicon/countries.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";

const data = nodeData();
const { leaders } = loadLexicon(data);

it("knows only countries that there are", () => {
  const { byCode } = loadCountries(data);
  const codes = [
    ...parseTable(data.text("en/leaders.tsv")).map(([, code]) => code!),
    ...parseTable(data.text("en/missing-offices.tsv")).flatMap(([, codes]) => codes!.split(" ")),
  ];
  expect(codes.filter((code) => !byCode.has(code))).toEqual([]);
});

it("tells whole names, common ones and parts apart", () => {
  expect(leaders.named("Volodymyr Zelenskyy")).toEqual([{ country: "UKR", sort: "whole" }]);
  expect(leaders.named("Paul Martin")).toEqual([{ country: "CAN", sort: "common" }]);
  expect(leaders.named("Erdogan")).toEqual([{ country: "TUR", sort: "part" }]);
  expect(leaders.named("Jinping")).toEqual([]);
  expect(leaders.named("Nobody Inparticular")).toEqual([]);
});
