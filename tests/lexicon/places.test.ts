import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import { loadPlaces } from "../../src/lexicon/places.ts";
import { sortedTable } from "../../src/lexicon/sorted-table.ts";

const places = loadPlaces(nodeData());

describe("places", () => {
  it.each([
    ["Moscow", "RUS", "capital"],
    ["Paris", "FRA", "capital"],
    ["Kiev", "UKR", "capital"],
    ["New York", "USA", "city"],
    ["Bavaria", "DEU", "region"],
    ["Texas", "USA", "division"],
    ["Ariz.", "USA", "division"],
    ["N.J.", "USA", "division"],
    ["Zürich", "CHE", "city"],
    ["Washington", "USA", "capital"],
    ["San Jose", "USA", "city"],
    ["Victoria", "AUS", "division"],
  ])("takes %s for the one in %s", (name, country, sort) => {
    expect(places.choose(name)).toMatchObject({ country, sort });
  });

  it("lets the countries of the article choose among namesakes", () => {
    expect(places.choose("Tripoli", new Set(["LBN"]))?.country).toBe("LBN");
    expect(places.choose("Tripoli", new Set(["DEU"]))?.country).toBe("LBY");
    expect(places.choose("Lima", new Set(["USA"]))?.country).toBe("PER");
  });

  it.each([
    ["Geneva", ["USA", "RUS"], "CHE"],
    ["Naples", ["USA", "LBY"], "ITA"],
    ["Dublin", ["USA", "FRA"], "IRL"],
    ["Birmingham", ["USA"], "USA"],
    ["Birmingham", ["USA", "GBR"], "GBR"],
    ["Cambridge", ["USA", "FRA"], "USA"],
    ["Tripoli", ["LBN", "SYR"], "LBN"],
  ])("takes %s for the large namesake abroad rather than for a small one where several countries are named: %s", (name, named, country) => {
    expect(places.choose(name, new Set(named))?.country).toBe(country);
  }); // biome-ignore format: a table

  it("gives a region of several countries no country", () => {
    expect(places.choose("Middle East")).toMatchObject({ sort: "region" });
    expect(places.choose("Middle East")?.country).toBeUndefined();
  });

  it.each(["", "Nowhereville", "#", "\t", "zzzzzz"])("finds nothing for %j", (name) => {
    expect(places.find(name)).toEqual([]);
  });

  it("has its table sorted by code unit", () => {
    const lines = readFileSync(join(dataFolder(), "places.tsv"), "utf8").trimEnd().split("\n");
    const keys = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t")[0]!);
    for (let i = 1; i < keys.length; i++) expect(keys[i - 1]! <= keys[i]!, keys[i]).toBe(true);
  });
});

describe("sortedTable", () => {
  const find = sortedTable("# head\na\t1\nb\t2\nb\t3\nbb\t4\nz\t5");

  it.each([
    ["a", ["1"]],
    ["b", ["2", "3"]],
    ["bb", ["4"]],
    ["z", ["5"]],
    ["c", []],
    ["", []],
  ])("finds the rows of %j", (key, values) => {
    expect(find(key).map((row) => row[1])).toEqual(values);
  });
});
