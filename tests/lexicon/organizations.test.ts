import { expect, it } from "vitest";
import { loadCountries } from "../../src/lexicon/countries.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";

const data = nodeData();
const rows = parseTable(data.text("en/organizations.tsv"));
const SORTS = ["government", "company", "alliance", "armed", "party", "ngo", "media", "sport"];

it("gives every name to one organization, of a known sort and country", () => {
  const { byCode } = loadCountries(data);
  const names = rows.flatMap(([alternatives = ""]) =>
    alternatives.split("|").map((name) => name.replace(/^=|\?$/g, "")),
  );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(rows.filter(([, country]) => country && !byCode.has(country))).toEqual([]);
  expect(rows.filter(([, , sort = ""]) => !SORTS.includes(sort))).toEqual([]);
});
