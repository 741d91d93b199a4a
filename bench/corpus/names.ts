/**
 * People and days of the sample, and what a synthetic corpus puts in their place. Common names are drawn by Zipf's law: a few
 * stand in thousands of articles, most in one or two.
 */
import type { Random } from "../../src/graph/random.ts";
import type { DataSource } from "../../src/lexicon/data.ts";

export interface Person {
  readonly full: string;
  /** As later mentions have it. */
  readonly short: string;
}

/** The people of `data/sample` that are met most; the order of the name is that of the news. */
const SAMPLE_PEOPLE: readonly Person[] = [
  ...lastNameLast(
    "Vladimir Putin, Dmitry Peskov, Antony Blinken, Volodymyr Zelensky, Volodymyr Zelenskyy, Joe Biden, Fumio Kishida, " +
      "Jens Stoltenberg, Maria Lvova-Belova, Piotr Hofmanski, Narendra Modi, Yevgeny Prigozhin, Emmanuel Macron, " +
      "Rishi Sunak, John Kirby, Dmytro Kuleba, Volker Perthes, Jair Bolsonaro, Nicola Sturgeon, Sergei Shoigu, " +
      "Andrzej Duda, Pekka Haavisto, Kevin McCarthy, Lloyd Austin, Karim Khan, Andrei Rudenko, Kemal Kilicdaroglu, " +
      "Sinan Ogan, Boris Johnson, Harriet Harman, Nadine Dorries, Nigel Adams, Alex Salmond, Alexander Lukashenko, " +
      "Sergei Sobyanin, Valery Gerasimov, Geraldo Alckmin, Kyriakos Mitsotakis, Daniel Ortega, Humza Yousaf, " +
      "Kate Forbes, Ash Regan, Sanna Marin, Anthony Albanese, Janet Yellen, Maria Zakharova, Dmitry Medvedev, " +
      "Chris Hipkins, Jacinda Ardern, Carmel Sepuloni, Charles Michel, Alain Berset, Colm Kelleher, Axel Lehmann, " +
      "Christine Lagarde, Mark Rutte, Olena Zelenska, Jake Sullivan, Pat Ryder, Brandon Johnson, Paul Vallas, " +
      "Bernie Sanders, Arne Duncan, Lori Lightfoot, Greg Becker, Nancy Pelosi, Kamala Harris, Olaf Scholz, " +
      "Boris Pistorius, Sergei Nechayev, Mikhail Mishustin, Rafael Grossi, Antonio Guterres",
  ),
  ...lastNameFirst(
    "Xi Jinping, Qin Gang, Wang Yi, Li Qiang, Wang Wenbin, Yoon Suk-yeol, Kim Yo Jong",
  ),
];

function lastNameLast(list: string): Person[] {
  return list.split(", ").map((full) => ({ full, short: full.slice(full.indexOf(" ") + 1) }));
}

function lastNameFirst(list: string): Person[] {
  return list.split(", ").map((full) => ({ full, short: full.slice(0, full.indexOf(" ")) }));
}

/** The people that stand in a text of the sample. */
export function peopleIn(text: string): Person[] {
  return SAMPLE_PEOPLE.filter(({ full }) => text.includes(full));
}

/** How many people the corpus knows, and how many family names they share. */
const PEOPLE = 20_000;
const FAMILY_NAMES = 5_000;
const HEADS =
  "An Bar Bel Cal Car Dan Del Ed El Fal Far Gar Gil Hal Har Kal Kor Lan Lor Mal Mar Nor Os Pel Ran Ros Sal Sor Tal Tor Val Ver Wal Wil Yar Zan".split(
    " ",
  );
const MIDDLES = "a de di ga ka la le lo ma me mi na ne ni ra ri ro sa se so ta te to va ve".split(
  " ",
);
const TAILS = "ber dov gren kin land lin man mann mer ner ni ric sen son ston tov vic wick".split(
  " ",
);

/** Draws somebody: the first of the list in one article of ten, the last in hardly any. */
export function createPeople(data: DataSource): (random: Random) => Person {
  const given = data
    .text("first-names.tsv")
    .split("\n")
    .map((row) => row.split("\t")[0]!)
    .filter((name) => /^[a-z]{4,9}$/i.test(name))
    .map((name) => name[0]!.toUpperCase() + name.slice(1).toLowerCase());
  return (random) => {
    const n = zipf(random, PEOPLE);
    const short = familyName((n * 7919) % FAMILY_NAMES);
    return { full: `${given[(n * 104_729) % given.length]!} ${short}`, short };
  };
}

function familyName(n: number): string {
  const head = HEADS[n % HEADS.length]!;
  const rest = Math.floor(n / HEADS.length);
  return (
    head +
    MIDDLES[rest % MIDDLES.length]! +
    TAILS[Math.floor(rest / MIDDLES.length) % TAILS.length]!
  );
}

/** 0 the most often; the chance falls as 1/n. */
export function zipf(random: Random, size: number): number {
  return Math.floor(size ** random()) - 1;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const DAY_MS = 86_400_000;
const MONTH_DAY = new RegExp(`\\b(${MONTHS.join("|")}) ([0-9]{1,2})\\b`, "g");
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join("|")})\\b`, "g");

export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Moves the days that a text names to around the day of the article, days since 1970. */
export function moveDays(text: string, day: number, random: Random): string {
  const near = () => new Date((day - Math.floor(random() * 6)) * DAY_MS);
  return text
    .replace(MONTH_DAY, () => {
      const date = near();
      return `${MONTHS[date.getUTCMonth()]!} ${date.getUTCDate()}`;
    })
    .replace(WEEKDAY, () => WEEKDAYS[near().getUTCDay()]!);
}
