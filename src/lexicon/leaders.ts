/** Heads of state and government and who else speaks for a country, by name: whose they are, where an article does not say it. */
import type { CountryCode } from "../model.ts";
import { nameKey } from "../text/fold.ts";
import type { DataSource } from "./data.ts";
import { parseTable } from "./tables.ts";
import type { Title } from "./titles.ts";

export interface Leader {
  readonly country: CountryCode;
  /** `common`: others bear the whole name, too. `part`: *Biden* of *Joe Biden*. */
  readonly sort: "whole" | "common" | "part";
}

export interface Leaders {
  /** All leaders whom a name may mean: *Joe Biden*, *Biden*. */
  named(name: string): readonly Leader[];
  /** Whether the country has such an office at all: there is no prime minister of the United States. */
  hasOffice(country: CountryCode, title: Pick<Title, "title" | "class">): boolean;
}

export function loadLeaders(data: DataSource, isFamilyFirst: (name: string) => boolean): Leaders {
  const table = data.text("en/leaders.tsv");
  // Made when the first article asks.
  let leaders: ReadonlyMap<string, Leader[]> | undefined;
  const missing = new Map(
    parseTable(data.text("en/missing-offices.tsv")).flatMap(([offices = "", countries = ""]) =>
      offices.split("|").map((office) => [office, new Set(countries.split(" "))] as const),
    ),
  );
  return {
    named(name) {
      leaders ??= byName(table, isFamilyFirst);
      return leaders.get(nameKey(name)) ?? [];
    },
    hasOffice: (country, { title, class: group }) =>
      !missing.get(title)?.has(country) && !missing.get(group)?.has(country),
  };
}

function byName(table: string, isFamilyFirst: (name: string) => boolean): Map<string, Leader[]> {
  const found = new Map<string, Leader[]>();
  const add = (key: string, leader: Leader): void => {
    const others = found.get(key);
    if (others === undefined) found.set(key, [leader]);
    else if (!others.some(({ country }) => country === leader.country)) others.push(leader);
  };
  for (const [names = "", country = ""] of parseTable(table)) {
    for (const name of names.split("|")) {
      const isCommon = name.endsWith("?");
      const key = nameKey(isCommon ? name.slice(0, -1) : name);
      add(key, { country, sort: isCommon ? "common" : "whole" });
      const words = key.split(" ");
      const parts =
        words.length > 1 && isFamilyFirst(words[0]!)
          ? [words[0]!]
          : words.slice(1).map((_, i) => words.slice(i + 1).join(" "));
      for (const part of parts) add(part, { country, sort: "part" });
    }
  }
  return found;
}
