/** The word lists of the name model, out of the tables of `data/`. */

import { joinHashes, WORD_LISTS, type WordList } from "../../src/analysis/names/word-lists.ts";
import { hashWord } from "../../src/analysis/word-clusters.ts";
import type { DataSource } from "../../src/lexicon/data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";

/** In thousands of people. */
const LARGE_CITY = 300;
const KNOWN_PLACE = 100;
const CALENDAR =
  "january february march april may june july august september october november december monday tuesday " +
  "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec";

export function readWordLists(data: DataSource): Map<number, number> {
  const lists = new Map<number, number>();
  const rows = (name: string) => parseTable(data.text(name));
  const add = (word: string, list: WordList) => {
    const hash = hashWord(word.toLowerCase());
    lists.set(hash, (lists.get(hash) ?? 0) | (1 << WORD_LISTS.indexOf(list)));
  };
  const addPhrase = (words: readonly string[], list: WordList) => {
    const hash = words.map((word) => hashWord(word.toLowerCase())).reduce(joinHashes);
    lists.set(hash, (lists.get(hash) ?? 0) | (1 << WORD_LISTS.indexOf(list)));
  };
  const addName = (name: string, whole: WordList, part: WordList) => {
    const words = name
      .replace(/^[=?!]+\s*|[=?!]+$/g, "")
      .split(/\s+|(-)/)
      .filter((word) => word !== undefined && word !== "");
    if (words.length === 0) return;
    addPhrase(words, whole);
    if (words.length > 1)
      for (const word of words) if (/^\p{Lu}|^[a-z]{4}/u.test(word)) add(word, part);
  };

  /** A name marked `*` is too common a word to be one wherever it stands. */
  const addNames = (table: readonly (readonly string[])[], list: WordList) => {
    for (const [marked = ""] of table) {
      const name = marked.replace(/\*$/, "");
      const whole = name === marked ? list : "word of an organization's name";
      addName(name, whole, "word of an organization's name");
    }
  };

  for (const [name] of rows("first-names.tsv")) add(name!, "given name");
  for (const [name] of rows("en/family-first.tsv")) add(name!, "family name that comes first");
  for (const row of rows("countries.tsv")) addName(row[2]!, "country", "word of a country's name");
  for (const row of rows("en/country-names.tsv")) {
    for (const name of row[1]!.split("|")) addName(name, "country", "word of a country's name");
  }
  for (const row of rows("en/demonyms.tsv")) {
    for (const word of `${row[1] ?? ""}|${row[2] ?? ""}`.split("|")) {
      addName(word, "nationality", "word of a country's name");
      if (/(?:an|i|ek|ot)$/.test(word))
        addName(`${word}s`, "nationality", "word of a country's name");
    }
  }
  for (const [word] of rows("en/groups.tsv")) {
    addName(word!, "faith, people or part of the world", "faith, people or part of the world");
  }
  for (const [key, , , , thousands, sort] of rows("places.tsv")) {
    const large = Number(thousands) >= LARGE_CITY || sort === "c";
    const words = key!.split(" ");
    addPhrase(words, large ? "large city" : "city");
    if (words.length > 1 && Number(thousands) >= KNOWN_PLACE) {
      for (const word of words) if (word.length > 3) add(word, "word of a place's name");
    }
  }
  for (const row of rows("en/capitals.tsv")) {
    for (const name of row[1]!.split("|")) addName(name, "large city", "word of a place's name");
  }
  for (const row of rows("en/regions.tsv")) {
    for (const name of row[0]!.split("|")) addName(name, "region", "word of a place's name");
  }
  for (const table of ["en/honorifics.tsv", "en/titles.tsv"]) {
    for (const [title] of rows(table)) add(title!.split(" ").at(-1)!, "title");
  }
  for (const table of [
    "en/institutions.tsv",
    "en/common-organizations.tsv",
    "en/nouns-for-names.tsv",
  ]) {
    for (const [noun] of rows(table)) add(noun!.split(" ").at(-1)!, "noun for an organization");
  }
  for (const [name] of rows("family-names.tsv")) add(name!, "family name");
  addNames(rows("en/teams.tsv"), "team");
  addNames(rows("en/firms.tsv"), "firm or medium");
  for (const [tail] of rows("en/company-tails.tsv")) add(tail!, "company ending");
  for (const row of rows("en/organizations.tsv")) {
    for (const name of row[0]!.split("|")) {
      addName(name, "organization", "word of an organization's name");
    }
  }
  for (const word of CALENDAR.split(" ")) add(word, "month or day");
  return lists;
}
