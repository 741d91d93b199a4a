/** Offices, ranks and forms of address. */
import type { DataSource } from "./data.ts";
import { type PhraseTable, phraseTable } from "./phrases.ts";
import { parseTable } from "./tables.ts";

export type Gender = "m" | "f";

export interface Title {
  readonly title: string;
  /** Two persons of one class can be counterparts: `state`, `foreign`, `military`. */
  readonly class: string;
  readonly gender?: Gender;
  /** *The president* stands for the person who holds it. */
  readonly alone: boolean;
  /** Only stands before names: *Gen.* */
  readonly onlyBefore: boolean;
  /** Part of what somebody without a family name is called: *Prince Andrew*. */
  readonly named: boolean;
}

export interface Honorific {
  readonly gender?: Gender;
  readonly place: "before" | "after";
}

export interface Titles {
  readonly phrases: PhraseTable<Title>;
  /** Words that belong to a title when they stand before it; the value is what they say of when it is held: `former`, `time`. */
  readonly modifiers: ReadonlyMap<string, string | undefined>;
  readonly honorifics: ReadonlyMap<string, Honorific>;
}

export function loadTitles(data: DataSource): Titles {
  const phrases: [string, Title][] = [];
  for (const [title = "", group = "", gender, flags = ""] of parseTable(
    data.text("en/titles.tsv"),
  )) {
    const entry: Title = {
      title,
      class: group,
      ...genderOf(gender),
      alone: flags.includes("alone"),
      onlyBefore: flags.includes("before"),
      named: flags.includes("named"),
    };
    phrases.push([title, entry]);
  }
  const modifiers = new Map<string, string | undefined>();
  for (const [word = "", flag] of parseTable(data.text("en/title-words.tsv"))) {
    modifiers.set(word, flag);
  }
  const honorifics = new Map<string, Honorific>();
  for (const [word = "", gender, place] of parseTable(data.text("en/honorifics.tsv"))) {
    honorifics.set(word, { ...genderOf(gender), place: place === "after" ? "after" : "before" });
  }
  return { phrases: phraseTable(phrases), modifiers, honorifics };
}

function genderOf(letter: string | undefined): { gender?: Gender } {
  return letter === "m" || letter === "f" ? { gender: letter } : {};
}
