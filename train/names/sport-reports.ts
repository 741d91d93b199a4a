/**
 * Made-up reports of sport as agencies write them: lines of results, tables of standings, lists of players. The
 * corpora have none, and what a model of prose makes of *Utrecht 17 10 5 2 34 17 35* is a town. A town that stands for its club
 * is an organization, a country that plays is a place, as newspapers' readers and the newswire corpora take them.
 */
import type { DataSource } from "../../src/lexicon/data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";
import type { TaggedDocument, TaggedName, TaggedSentence } from "./read-names.ts";
import { seededRandom } from "./seeded-random.ts";

const REPORTS = 600;
const SEED = 23;
/** In thousands of people: towns with a club that the news reports. */
const LARGE_TOWN = 150;
/** Their hundreds of large towns would be half of all clubs, and play under other names. */
const LEFT_OUT = new Set(["CHN", "IND"]);
const SOURCE = "sport reports";

/** One piece of a line: plain words, or a name of a kind. */
type Piece = string | readonly [NameKindHere, string];
type NameKindHere = "PER" | "ORG" | "LOC" | "MISC";

interface Casting {
  readonly random: () => number;
  club(): Piece;
  town(): string;
  country(): Piece;
  adjective(): string;
  player(): Piece;
  surname(): Piece;
}

export function makeSportReports(data: DataSource): TaggedDocument[] {
  const casting = createCasting(data);
  return Array.from({ length: REPORTS }, (_, i) => {
    const make = pick(casting.random, REPORT_SORTS);
    const { head, lines } = make(casting);
    const sentences = [...head, ...lines].map((line) => toSentence(line, casting.random));
    // The splitter of sentences makes one of a table where no line ends in a full stop.
    const isJoined = casting.random() < 0.3;
    const table = isJoined ? [join(sentences.slice(head.length))] : sentences.slice(head.length);
    return {
      id: `sport report ${i}`,
      source: SOURCE,
      sentences: [...sentences.slice(0, head.length), ...table],
    };
  });
}

interface Report {
  readonly head: Piece[][];
  readonly lines: Piece[][];
}

const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const BALL_GAMES = ["soccer", "rugby", "handball", "ice hockey", "basketball", "volleyball"];
const LEAGUES = ["first division", "premier league", "second division", "league", "cup"];
const OVERSEAS = [
  ["BASKETBALL", "NBA", "National Basketball Association"],
  ["NHL ICE HOCKEY", "NHL", "National Hockey League"],
  ["NFL AMERICAN FOOTBALL", "NFL", "National Football League"],
  ["BASEBALL", "MLB", "Major League Baseball"],
] as const;
const CONFERENCES = [
  "EASTERN CONFERENCE",
  "WESTERN CONFERENCE",
  "CENTRAL DIVISION",
  "PACIFIC DIVISION",
  "AMERICAN LEAGUE",
];

const REPORT_SORTS: readonly ((casting: Casting) => Report)[] = [
  leagueResults,
  leagueResults,
  overseasResults,
  overseasResults,
  internationals,
  matchesOfPlayers,
  ranking,
  scorecard,
  matchStory,
];

function dateline(casting: Casting): Piece[] {
  const { random } = casting;
  const date = `${1990 + number(random, 30)}-${two(1 + number(random, 12))}-${two(1 + number(random, 28))}`;
  return [["LOC", casting.town().toUpperCase()], date];
}

function leagueResults(casting: Casting): Report {
  const { random } = casting;
  const adjective = casting.adjective();
  const game = pick(random, BALL_GAMES);
  const league = pick(random, LEAGUES);
  const what = `${league} ${game}`;
  const head: Piece[][] = [
    [
      `${game.toUpperCase()} -`,
      ["MISC", adjective.toUpperCase()],
      `${league.toUpperCase()} ${pick(random, ["RESULTS", "STANDINGS", "SUMMARY", "RESULTS / STANDINGS"])} .`,
    ],
    dateline(casting),
    ["Results of", ["MISC", adjective], `${what} matches on ${pick(random, WEEKDAYS)} :`],
  ];
  const lines: Piece[][] = [];
  for (let i = 3 + number(random, 8); i > 0; i--) lines.push(...result(casting));
  if (random() < 0.5) {
    lines.push([
      "Standings ( tabulate under played , won , drawn , lost , goals for , against , points ) :",
    ]);
    for (let i = 5 + number(random, 12); i > 0; i--)
      lines.push([casting.club(), figures(random, 7)]);
  }
  if (random() < 0.3) {
    lines.push([`Playing ${pick(random, WEEKDAYS)} :`]);
    for (let i = 1 + number(random, 4); i > 0; i--)
      lines.push([casting.club(), pick(random, ["v", "vs", "v."]), casting.club()]);
  }
  return { head, lines };
}

function result(casting: Casting): Piece[][] {
  const { random } = casting;
  const [home, away, a, b] = [casting.club(), casting.club(), number(random, 5), number(random, 5)];
  if (random() < 0.6) return [[home, `${a}`, away, `${b}`]];
  if (random() < 0.4)
    return [[home, `${a}`, away, `${b} ( halftime ${number(random, 3)}-${number(random, 3)} )`]];
  const scorers = (goals: number): Piece[] => {
    const list: Piece[] = [];
    for (let i = 0; i < Math.min(goals, 3); i++)
      list.push(...(i > 0 ? [","] : []), casting.surname(), `${1 + number(random, 90)}`);
    return list.length > 0 ? ["(", ...list, ")"] : [];
  };
  return [
    [home, `${a}`, ...scorers(a), away, `${b}`, ...scorers(b), "."],
    ...(random() < 0.5 ? [[`Attendance ${1 + number(random, 60)},000`]] : []),
  ];
}

function overseasResults(casting: Casting): Report {
  const { random } = casting;
  const [headline, short, long] = pick(random, OVERSEAS);
  const loud = (piece: Piece): Piece =>
    typeof piece === "string" ? piece.toUpperCase() : [piece[0], piece[1].toUpperCase()];
  const head: Piece[][] = [
    [
      `${headline} -`,
      ...(random() < 0.5 ? [["ORG", short] as const] : []),
      `${pick(random, ["RESULTS ON", "STANDINGS AFTER"])} ${pick(random, WEEKDAYS).toUpperCase()} .`,
    ],
    dateline(casting),
    ["Results of", ["ORG", long], `games on ${pick(random, WEEKDAYS)} ( home team in CAPS ) :`],
  ];
  const lines: Piece[][] = [];
  for (let i = 3 + number(random, 7); i > 0; i--) {
    const [a, b] = [`${number(random, 120)}`, `${number(random, 120)}`];
    const club = casting.club();
    const other = casting.club();
    lines.push(random() < 0.5 ? [loud(club), a, other, b] : [club, a, loud(other), b]);
  }
  if (random() < 0.7) {
    lines.push(
      [pick(random, CONFERENCES)],
      [pick(random, ["W L PCT GB", "W L T GF GA PTS", "W L T PF PA"])],
    );
    for (let i = 4 + number(random, 10); i > 0; i--) {
      const share = `.${100 + number(random, 899)}`;
      const club = random() < 0.7 ? loud(casting.club()) : casting.club();
      lines.push([club, figures(random, 2), share, pick(random, ["-", "2", "4 1/2", "11"])]);
    }
  }
  if (random() < 0.5) {
    lines.push([
      `${pick(random, WEEKDAYS).toUpperCase()} , ${pick(random, ["DECEMBER", "MARCH", "MAY"])} ${number(random, 28)} SCHEDULE`,
    ]);
    for (let i = 2 + number(random, 6); i > 0; i--) {
      const loudly = random() < 0.6;
      const [a, b] = [casting.club(), casting.club()];
      lines.push([loudly ? loud(a) : a, pick(random, ["AT", "at"]), loudly ? loud(b) : b]);
    }
  }
  return { head, lines };
}

function internationals(casting: Casting): Report {
  const { random } = casting;
  const game = pick(random, BALL_GAMES);
  const head: Piece[][] = [
    [
      `${game.toUpperCase()} -`,
      ["MISC", pick(random, ["WORLD CUP", "ASIAN CUP", "EUROPEAN CHAMPIONSHIP", "NATIONS CUP"])],
      "QUALIFYING RESULTS .",
    ],
    dateline(casting),
  ];
  const lines: Piece[][] = [];
  for (let i = 3 + number(random, 6); i > 0; i--) {
    const [a, b] = [number(random, 5), number(random, 5)];
    if (random() < 0.5) lines.push([casting.country(), `${a}`, casting.country(), `${b}`]);
    else
      lines.push([
        casting.country(),
        "beat",
        casting.country(),
        `${a + b}-${b} in`,
        ["LOC", casting.town()],
        "on Saturday .",
      ]);
    if (random() < 0.4)
      lines.push([
        "Scorers :",
        casting.player(),
        `( ${number(random, 90)}th minute )`,
        ",",
        casting.surname(),
        `( ${number(random, 90)} )`,
      ]);
  }
  lines.push(["Standings :"]);
  for (let i = 3 + number(random, 4); i > 0; i--)
    lines.push([casting.country(), figures(random, 7)]);
  return { head, lines };
}

function matchesOfPlayers(casting: Casting): Report {
  const { random } = casting;
  const game = pick(random, ["TENNIS", "BADMINTON", "SQUASH", "TABLE TENNIS"]);
  const town = casting.town();
  const head: Piece[][] = [
    [`${game} - RESULTS AT`, ["MISC", `${town.toUpperCase()} OPEN`], "."],
    dateline(casting),
    [
      "Results in the",
      ["MISC", `${town} Open`],
      `on ${pick(random, WEEKDAYS)} ( prefix denotes seeding ) :`,
    ],
  ];
  const lines: Piece[][] = [
    [
      pick(random, [
        "Men 's singles , second round",
        "Women 's singles , quarter-finals",
        "Semifinals",
      ]),
    ],
  ];
  const player = (): Piece[] => {
    const seed = random() < 0.4 ? [`${1 + number(random, 16)} -`] : [];
    return [...seed, casting.player(), "(", casting.country(), ")"];
  };
  for (let i = 4 + number(random, 8); i > 0; i--)
    lines.push([...player(), "beat", ...player(), sets(random)]);
  return { head, lines };
}

function ranking(casting: Casting): Report {
  const { random } = casting;
  const game = pick(random, [
    "ATHLETICS",
    "ALPINE SKIING",
    "CYCLING",
    "GOLF",
    "SPEED SKATING",
    "SWIMMING",
    "MOTOR RACING",
  ]);
  const head: Piece[][] = [
    [`${game} - LEADING RESULTS AT`, ["LOC", casting.town().toUpperCase()], "MEETING ."],
    dateline(casting),
    [
      pick(random, [
        "Leading placings :",
        "Results from the women 's 1,000 metres :",
        "Leading scores after three rounds :",
      ]),
    ],
  ];
  const hasClubs = game === "CYCLING" || game === "MOTOR RACING";
  const lines: Piece[][] = [];
  const count = 5 + number(random, 10);
  for (let i = 1; i <= count; i++) {
    const time = `${number(random, 3)}:${two(number(random, 60))}.${two(number(random, 99))}`;
    const team: Piece[] = hasClubs ? [casting.club()] : [];
    if (random() < 0.1 && i > 1) lines.push([`${i}.`, casting.country(), time]);
    else lines.push([`${i}.`, casting.player(), "(", casting.country(), ")", ...team, time]);
  }
  return { head, lines };
}

function scorecard(casting: Casting): Report {
  const { random } = casting;
  const [home, away] = [casting.country(), casting.country()];
  const head: Piece[][] = [
    [
      "CRICKET -",
      loudly(home),
      "V",
      loudly(away),
      pick(random, ["SCOREBOARD .", "FIRST TEST SCORES ."]),
    ],
    dateline(casting),
    ["Scoreboard on the first day of the test between", home, "and", away, "on Friday :"],
  ];
  const lines: Piece[][] = [[home, "first innings"]];
  for (let i = 5 + number(random, 5); i > 0; i--) {
    const how: Piece[] = pick(random, [
      ["c", casting.surname(), "b", casting.surname()],
      ["lbw b", casting.surname()],
      ["b", casting.surname()],
      ["not out"],
      ["run out"],
    ]);
    lines.push([initialed(casting), ...how, `${number(random, 120)}`]);
  }
  lines.push([`Total ( for ${number(random, 10)} wickets ) ${100 + number(random, 300)}`]);
  const bowling: Piece[] = ["Bowling :"];
  for (let i = 3; i > 0; i--)
    bowling.push(
      casting.surname(),
      `${10 + number(random, 20)}-${number(random, 6)}-${number(random, 99)}-${number(random, 6)}`,
      i > 1 ? "," : ".",
    );
  lines.push(bowling);
  return { head, lines };
}

function matchStory(casting: Casting): Report {
  const { random } = casting;
  const [home, away] = [casting.club(), casting.club()];
  const player = casting.player();
  const named = typeof player === "string" ? player : player[1].split(" ").at(-1)!;
  const again: Piece = ["PER", named];
  const game = pick(random, BALL_GAMES);
  const head: Piece[][] = [
    [
      `${game.toUpperCase()} -`,
      loudly(home),
      pick(random, ["BEAT", "EDGE", "HELD BY", "LOSE TO"]),
      loudly(away),
      ".",
    ],
    dateline(casting),
  ];
  const score = `${number(random, 5)}-${number(random, 5)}`;
  const lines: Piece[][] = [
    [
      home,
      pick(random, ["beat", "defeated", "drew with", "lost to"]),
      away,
      `${score} on Saturday after`,
      player,
      "scored twice .",
    ],
    [away, "coach", casting.player(), "said :", '"', "We were not good enough ."],
    [
      "The",
      home,
      pick(random, ["striker", "goalkeeper", "midfielder", "captain"]),
      again,
      `, who joined from`,
      casting.club(),
      ", scored in the first half .",
    ],
    [again, "put", home, "ahead before", casting.surname(), "equalised ."],
    [
      "In",
      ["LOC", casting.town()],
      ",",
      casting.club(),
      "won",
      `${score}`,
      "against",
      casting.club(),
      ".",
    ],
    [
      casting.club(),
      "host",
      casting.club(),
      "on Sunday , while",
      casting.club(),
      "visit",
      casting.club(),
      ".",
    ],
  ];
  return { head, lines: lines.filter(() => random() < 0.85) };
}

function loudly(piece: Piece): Piece {
  return typeof piece === "string" ? piece.toUpperCase() : [piece[0], piece[1].toUpperCase()];
}

function initialed(casting: Casting): Piece {
  const surname = casting.surname();
  if (typeof surname === "string" || casting.random() < 0.3) return surname;
  return ["PER", `${pick(casting.random, [..."ABCDGHJKMNPRST"])}. ${surname[1]}`];
}

function figures(random: () => number, count: number): string {
  return Array.from({ length: count }, () => number(random, 60)).join(" ");
}

function sets(random: () => number): string {
  return Array.from(
    { length: 2 + number(random, 2) },
    () => `${number(random, 2) === 0 ? 7 : 6}-${number(random, 6)}`,
  ).join(" ");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function number(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[number(random, list.length)]!;
}

function createCasting(data: DataSource): Casting {
  const random = seededRandom(SEED);
  const rows = (name: string) => parseTable(data.text(name));
  const capital = (key: string) =>
    key.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
  const towns = rows("places.tsv")
    .filter(
      ([, country = "", , , thousands, sort]) =>
        Number(thousands) >= LARGE_TOWN && sort !== "d" && !LEFT_OUT.has(country),
    )
    .map(([key, , , , , , name]) => name || capital(key!));
  const clubs = rows("en/teams.tsv")
    .filter(([, sport]) => sport !== "body")
    .map(([name]) => name!.replace(/\*$/, ""));
  const countries = rows("countries.tsv")
    .map((row) => row[2]!)
    .filter((name) => /^[\p{L} ]+$/u.test(name));
  const adjectives = rows("en/demonyms.tsv")
    .map((row) => row[1]!.split("|")[0]!)
    .filter((word) => /^\p{Lu}\p{L}+$/u.test(word));
  const given = rows("first-names.tsv").map(([name]) => capital(name!));
  const family = rows("family-names.tsv").map(([name]) => name!);
  return {
    random,
    club: () => ["ORG", random() < 0.5 ? pick(random, clubs) : pick(random, towns)],
    town: () => pick(random, towns),
    country: () => ["LOC", pick(random, countries)],
    adjective: () => pick(random, adjectives),
    player: () => ["PER", `${pick(random, given)} ${pick(random, family)}`],
    surname: () => ["PER", pick(random, family)],
  };
}

/** Half of the reports have their scores as three words, as the tokenizer splits them: *6 - 3*. */
function toSentence(line: readonly Piece[], random: () => number): TaggedSentence {
  const tokens: string[] = [];
  const names: TaggedName[] = [];
  const isSplit = random() < 0.5;
  for (const piece of line) {
    const text = typeof piece === "string" ? piece : piece[1];
    const first = tokens.length;
    for (const word of text.split(" ")) {
      const parts = /\p{L}/u.test(word) || isSplit ? word.split(/(?<=.)(-)(?=.)/u) : [word];
      tokens.push(...parts.filter((part) => part !== ""));
    }
    if (typeof piece !== "string") names.push({ kind: piece[0], first, last: tokens.length });
  }
  return { tokens, names };
}

function join(sentences: readonly TaggedSentence[]): TaggedSentence {
  const tokens: string[] = [];
  const names: TaggedName[] = [];
  for (const sentence of sentences) {
    for (const { kind, first, last } of sentence.names)
      names.push({ kind, first: first + tokens.length, last: last + tokens.length });
    tokens.push(...sentence.tokens);
  }
  return { tokens, names };
}
