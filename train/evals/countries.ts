/**
 * Countries of an article or sentence. On GUM news and WikiGold, whose places were marked by hand: the countries that
 * an article calls by name, as sets (a place of the gold is a country where Unicode's list of names has it, so that
 * *Jordan* the man, *Georgia* the state and the *Australia* of a magazine count against precision, as do namesakes). On the two seed articles: the countries of the graph made by hand. On the PLOVER
 * development sentences: the countries of actors and recipients that the coders wrote down, found or not (what else
 * a sentence names is not coded there, so that only recall can be read from them).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";
import type { Analysis, Article } from "../../src/model.ts";
import { readNames } from "../names/read-names.ts";
import type { Suite } from "./suite.ts";
import { writeDocument } from "./tagged-articles.ts";

const PLOVER = "plover-dev.jsonl";
const SEEDS = "seeds.json";
const TAGGED = ["../corpora/ner/dev-gum-news.jsonl.gz", "../corpora/ner/dev-wikigold.jsonl.gz"];

interface PloverLine {
  readonly id: string;
  readonly text: string;
  readonly source?: readonly { readonly country?: string }[];
  readonly target?: readonly { readonly country?: string }[];
}

interface Seeds {
  readonly articles: readonly { readonly id: string; readonly file: string }[];
  readonly countries: readonly {
    readonly iso3: string;
    readonly evidence: readonly { readonly article: string; readonly quote: string }[];
  }[];
}

export const suite: Suite = {
  name: "countries",
  about: "countries of sentences and articles, PLOVER and the seed articles",
  files: [PLOVER, SEEDS, ...TAGGED],
  run(dataFolder) {
    const analyze = createAnalyzer(nodeData());
    const details: string[] = [];
    let gold = 0;
    let found = 0;
    for (const line of readFileSync(join(dataFolder, PLOVER), "utf8").split("\n")) {
      if (line === "") continue;
      const { id, text, source = [], target = [] } = JSON.parse(line) as PloverLine;
      const wanted = new Set(
        [...source, ...target].flatMap(({ country }) =>
          country && !BLOCS.has(country) ? [country] : [],
        ),
      );
      const named = countriesOf(analyze(plainArticle(id, text)));
      for (const country of wanted) {
        gold += 1;
        if (named.has(country)) found += 1;
        else details.push(`${id}: ${country} missing: ${text}`);
      }
    }
    return {
      figures: {
        "plover.recall": found / gold,
        ...taggedFigures(dataFolder, details),
        ...seedFigures(dataFolder, details),
      },
      details: details.join("\n"),
    };
  },
};

/** What the news writes for the countries that it names most. */
const SHORT_NAMES: readonly (readonly [string, string])[] = [
  ["U.S.", "USA"],
  ["US", "USA"],
  ["USA", "USA"],
  ["U.S.A.", "USA"],
  ["United States of America", "USA"],
  ["UK", "GBR"],
  ["U.K.", "GBR"],
  ["Britain", "GBR"],
  ["Great Britain", "GBR"],
  ["England", "GBR"],
  ["Scotland", "GBR"],
  ["Wales", "GBR"],
  ["Northern Ireland", "GBR"],
  ["Turkey", "TUR"],
  ["Czech Republic", "CZE"],
  ["Soviet Union", "SUN"],
  ["USSR", "SUN"],
  ["Burma", "MMR"],
  ["DPRK", "PRK"],
];

function taggedFigures(dataFolder: string, details: string[]): Record<string, number> {
  const analyze = createAnalyzer(nodeData());
  const codeOf = namesOfCountries();
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const document of TAGGED.flatMap((file) => readNames(join(dataFolder, file)))) {
    const { article, gold } = writeDocument(document);
    const named = gold.flatMap(({ kind, first, last }) => {
      const code = kind === "LOC" ? codeOf.get(article.text.slice(first, last)) : undefined;
      return code ? [code] : [];
    });
    const own = new Set(named);
    const { mentions, chains } = analyze(article);
    const system = new Set(
      mentions.flatMap(({ kind, form, entity }) => {
        const { country } = chains[entity]!;
        return kind === "country" && (form === "name" || form === "short") && country
          ? [country]
          : [];
      }),
    );
    wanted += own.size;
    found += system.size;
    for (const code of system) {
      if (own.has(code)) right += 1;
      else details.push(`${document.id}: ${code} too much`);
    }
    for (const code of own) if (!system.has(code)) details.push(`${document.id}: ${code} missing`);
  }
  return { "named.precision": right / found, "named.recall": right / wanted };
}

/** Alpha-3 codes by the names of Unicode CLDR, out of the table of countries. */
function namesOfCountries(): ReadonlyMap<string, string> {
  const rows = parseTable(nodeData().text("countries.tsv"));
  const names = new Intl.DisplayNames("en", { type: "region" });
  return new Map([
    ...rows.flatMap(([code = "", short = "", name = ""]): (readonly [string, string])[] => [
      [name, code],
      ...(/^[A-Z]{2}$/.test(short) ? [[names.of(short)!, code] as const] : []),
    ]),
    ...SHORT_NAMES,
  ]);
}

/** Codes for what has no country: international bodies, regions. */
const BLOCS = new Set([
  "IGO",
  "NGO",
  "MNC",
  "INT",
  "IMG",
  "EUR",
  "WST",
  "MEA",
  "AFR",
  "ASA",
  "NAF",
  "SAF",
  "LAM",
  "SAM",
  "SEA",
  "CAU",
  "CAS",
  "EEU",
  "WEU",
  "BLK",
]);

function countriesOf({ chains }: Analysis): ReadonlySet<string> {
  return new Set(chains.flatMap(({ country }) => (country ? [country] : [])));
}

function plainArticle(id: string, text: string): Article {
  const blocks = [{ kind: "body" as const, start: 0, end: text.length }];
  return { id, title: "", text, blocks, language: "en", origin: id };
}

/** The seeds are copyrighted and lie beside the gold data; what the articles say in one piece is enough here. */
function seedFigures(dataFolder: string, details: string[]): Record<string, number> {
  const seeds = JSON.parse(readFileSync(join(dataFolder, SEEDS), "utf8")) as Seeds;
  const analyze = createAnalyzer(nodeData());
  let right = 0;
  let found = 0;
  let gold = 0;
  for (const { id, file } of seeds.articles) {
    const path = join(dataFolder, "..", "seeds", file);
    if (!existsSync(path)) continue;
    const text = bodyOf(readFileSync(path, "utf8"));
    const named = new Set(
      analyze(plainArticle(id, text)).chains.flatMap(({ kind, country }) =>
        kind === "country" && country ? [country] : [],
      ),
    );
    const wanted = new Set(
      seeds.countries
        .filter(({ evidence }) =>
          evidence.some(({ article, quote }) => article === id && text.includes(quote)),
        )
        .map(({ iso3 }) => iso3),
    );
    // China is an actor in both articles; the evidence quotes only one of them.
    for (const country of named)
      if (seeds.countries.some(({ iso3 }) => iso3 === country)) right += 1;
    found += named.size;
    gold += wanted.size;
    for (const country of wanted)
      if (!named.has(country)) details.push(`${id}: ${country} missing`);
    for (const country of named) {
      if (!seeds.countries.some(({ iso3 }) => iso3 === country))
        details.push(`${id}: ${country} too much`);
    }
  }
  return gold === 0
    ? {}
    : { "seeds.precision": right / found, "seeds.recall": Math.min(1, right / gold) };
}

/** From the first line that is a paragraph of prose to the last one before the teasers. */
function bodyOf(dump: string): string {
  const end = dump.search(/RECENT NEWS|Source: Reuters/);
  const paragraphs = (end < 0 ? dump : dump.slice(0, end)).split("\n");
  return paragraphs.filter((line) => line.trim().length > 80).join("\n\n");
}
