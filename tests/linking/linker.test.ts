import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { Linker } from "../../src/linking/index.ts";
import type { Analysis, Knowledge } from "../../src/model.ts";
import { makeAnalysis, type SmallArticle } from "./make-analysis.ts";

const data = nodeData();

function link(analyses: readonly Analysis[]): Knowledge {
  const linker = new Linker(data);
  for (const analysis of analyses) linker.add(analysis);
  return linker.finish();
}

const linkSmall = (...articles: SmallArticle[]) => link(articles.map(makeAnalysis));
const ids = ({ entities }: Knowledge) => entities.map(({ id }) => id);

const announced: SmallArticle = {
  published: "2023-03-17",
  outlet: "A",
  lines: [
    "[person:Xi Jinping|Xi] to visit [country:Russia] next week",
    "Chinese President [person:Xi Jinping] will meet [person:Vladimir Putin] in [place:Moscow] from Monday.",
  ],
  countries: { "Xi Jinping": "CHN", "Vladimir Putin": "RUS", Russia: "RUS", Moscow: "RUS" },
  events: [
    {
      in: 1,
      act: "CONSULT",
      lemma: "meet",
      status: "planned",
      interval: { from: "2023-03-20", to: "2023-03-22", precision: "day", basis: "resolved" },
      participant: ["Xi Jinping", "Vladimir Putin"],
      place: ["Moscow"],
    },
  ],
};

const held: SmallArticle = {
  published: "2023-03-21",
  outlet: "B",
  lines: [
    "[person:Putin] and [person:Xi] hold talks",
    "[person:Putin] welcomed [person:Xi] to the Kremlin in [place:Moscow] on Monday for talks on Ukraine.",
  ],
  countries: { Putin: "RUS", Xi: "CHN", Moscow: "RUS" },
  events: [
    {
      in: 1,
      act: "CONSULT",
      lemma: "hold talks",
      interval: { from: "2023-03-20", to: "2023-03-20", precision: "day", basis: "resolved" },
      participant: ["Putin", "Xi"],
      place: ["Moscow"],
    },
  ],
};

describe("persons", () => {
  it("joins a lone surname to the one bearer of the name", () => {
    const found = ids(linkSmall(announced, held)).filter((id) => id.startsWith("person:"));
    expect(found).toEqual(["person:vladimir-putin", "person:xi-jinping"]);
  });

  it.each([
    ["Volodymyr Zelenskyy", "Volodymyr Zelensky", 1],
    ["Joseph R. Biden", "Joe Biden", 1],
    ["Angela Müller", "Angela Mueller", 1],
    ["Kim Jong Un", "Kim Jong-un", 1],
    ["Kim Jong Un", "Kim Yo Jong", 2],
    ["George W. Bush", "George H. W. Bush", 2],
    ["Boris Johnson", "Mike Johnson", 2],
    ["Justin Trudeau", "Pierre Trudeau", 2],
  ])("%s and %s are %i", (a, b, count) => {
    const knowledge = linkSmall(
      { lines: [`[person:${a}] spoke on Monday.`] },
      { lines: [`The speech of [person:${b}] was long.`] },
    );
    expect(ids(knowledge)).toHaveLength(count);
  });

  it("never takes a given name alone for somebody of another story", () => {
    const knowledge = linkSmall(
      {
        lines: ["Senator [person:Elizabeth Marlow] spoke in the chamber about the price of bread."],
      },
      {
        lines: [
          "[person:Beth], a dentist, repaired the teeth of two horses in a village by the sea.",
        ],
      },
    );
    expect(ids(knowledge)).toHaveLength(2);
  });

  it("keeps a surname apart that two people of the pile share", () => {
    const knowledge = linkSmall(
      { lines: ["[person:Boris Johnson] resigned as a member of parliament."] },
      { lines: ["The speaker, [person:Mike Johnson], opened the session."] },
      { lines: ["Nobody in the village knew [person:Johnson] by sight."] },
    );
    expect(ids(knowledge).filter((id) => id.startsWith("person:"))).toHaveLength(3);
  });

  it("keeps two people of one name apart when offices and countries disagree", () => {
    const knowledge = linkSmall(
      {
        lines: [
          "[person:Juan Garcia], the mayor in [country:Spain], opened a bridge over the river.",
        ],
        countries: { Spain: "ESP", "Juan Garcia": "ESP" },
        roles: [{ person: "Juan Garcia", title: "mayor", of: "Spain", in: 0 }],
      },
      {
        lines: ["[person:Juan Garcia], a bank governor of [country:Mexico], cut the rates again."],
        countries: { Mexico: "MEX", "Juan Garcia": "MEX" },
        roles: [{ person: "Juan Garcia", title: "governor", of: "Mexico", in: 0 }],
      },
    );
    expect(ids(knowledge).filter((id) => id.startsWith("person:"))).toHaveLength(2);
  });
});

describe("organizations", () => {
  const told = (...names: string[]) =>
    makeAnalysis({
      published: `20${10 + names.join("").length}-05-01`,
      lines: [names.map((name) => `[organization:${name}] won.`).join(" ")],
    });
  it.each([
    ["Disney Channel", "Disney Channel|Disney", "Disney", 2],
    ["Harvard University", "Harvard University|Harvard", "Harvard", 1],
    ["World Health Organization", "World Health Organization|WHO", "Who", 2],
    ["World Health Organization", "World Health Organization|WHO", "WHO", 1],
  ])("%s (%s) and %s of another story: %i", (long, short, other, count) => {
    expect(ids(link([told(long, short), told(other)]))).toHaveLength(count);
  });

  it.each([
    ["police", 2],
    ["army", 1],
    ["defence department", 1],
  ])("%s of one country in two stories: %i", (name, count) => {
    const at = (published: string, more: string) =>
      makeAnalysis({
        published,
        lines: [`The [organization:${name}] came to the ${more}.`],
        countries: { [name]: "USA" },
      });
    const knowledge = link([at("2011-05-01", "bridge"), at("2023-02-01", "harbor")]);
    expect(ids(knowledge)).toHaveLength(count);
  });

  it("joins an acronym to the long name that an article ties it to", () => {
    const knowledge = linkSmall(
      { lines: ["The [organization:Group of Seven], or [organization:Group of Seven|G7], met."] },
      { lines: ["Leaders of the [organization:G7] promised more money for the fund."] },
    );
    expect(ids(knowledge)).toEqual(["organization:group-of-seven"]);
  });

  it("keeps ministries of two countries apart", () => {
    const knowledge = linkSmall(
      {
        lines: ["The [organization:defence ministry] denied it."],
        countries: { "defence ministry": "RUS" },
      },
      {
        lines: ["The [organization:defence ministry] confirmed the loss."],
        countries: { "defence ministry": "POL" },
      },
    );
    expect(ids(knowledge)).toHaveLength(2);
  });
});

describe("events", () => {
  it("makes one event of a meeting that is announced and then held, and keeps both tellings", () => {
    const { events } = linkSmall(announced, held);
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event).toMatchObject({ act: "CONSULT", status: "actual", from: "2023-03-20" });
    expect(event!.evidence.map(({ status }) => status)).toEqual(["planned", "actual"]);
  });

  it("never joins what is denied to what is asserted", () => {
    const attack = (polarity: "asserted" | "denied"): SmallArticle => ({
      published: "2023-06-06",
      lines: [`[country:Russia] blew up the dam in [country:Ukraine], it was ${polarity}.`],
      countries: { Russia: "RUS", Ukraine: "UKR" },
      events: [
        {
          in: 0,
          act: "ASSAULT",
          lemma: "blow up",
          polarity,
          interval: { from: "2023-06-06", to: "2023-06-06", precision: "day", basis: "resolved" },
          actor: ["Russia"],
          recipient: ["Ukraine"],
        },
      ],
    });
    expect(linkSmall(attack("asserted"), attack("denied")).events).toHaveLength(2);
  });

  const metIn = (place: string, country: string): SmallArticle => ({
    published: "2024-03-06",
    lines: [`[person:Olha Bondar] met [person:Jan Kowal] in the [place:${place}] on Tuesday.`],
    countries: { [place]: country },
    events: [
      {
        in: 0,
        act: "CONSULT",
        lemma: "meet",
        interval: { from: "2024-03-05", to: "2024-03-05", precision: "day", basis: "resolved" },
        participant: ["Olha Bondar", "Jan Kowal"],
        place: [place],
      },
    ],
  });

  it.each([
    ["White House", "Washington", "USA", 1],
    ["White House", "New York", "USA", 2],
    ["Kremlin", "Moscow", "RUS", 1],
    ["Manhattan", "Brooklyn", "USA", 2],
  ])("of people who met in the %s and in %s (%s) are %i", (building, town, country, count) => {
    expect(linkSmall(metIn(building, country), metIn(town, country)).events).toHaveLength(count);
  }); // biome-ignore format: a table

  it("never joins meetings whose days do not meet", () => {
    const later: SmallArticle = {
      ...held,
      published: "2023-09-08",
      events: [
        {
          ...held.events![0]!,
          interval: { from: "2023-09-08", to: "2023-09-08", precision: "day", basis: "resolved" },
        },
      ],
    };
    expect(linkSmall(announced, later).events).toHaveLength(2);
  });

  it("never turns an attack around", () => {
    const attack = (actor: string, recipient: string): SmallArticle => ({
      published: "2023-05-10",
      lines: [
        `On Tuesday [country:${actor}] shelled villages in [country:${recipient}], officials said.`,
      ],
      countries: { Israel: "ISR", Syria: "SYR" },
      events: [
        {
          in: 0,
          act: "ASSAULT",
          lemma: "shell",
          interval: { from: "2023-05-09", to: "2023-05-09", precision: "day", basis: "resolved" },
          actor: [actor],
          recipient: [recipient],
        },
      ],
    });
    expect(linkSmall(attack("Israel", "Syria"), attack("Syria", "Israel")).events).toHaveLength(2);
  });
});

describe("reprints", () => {
  it("give one piece of evidence with several carriers", () => {
    const words =
      "Flood waters reached the old town of [place:Passau] on Sunday evening after three days of heavy rain in the hills above the river, and the mayor asked people who live near the bridges to leave their homes before midnight. Schools stay closed until Wednesday, trains to the border stop one station early, and volunteers filled forty thousand sandbags, more than in any spring since the great flood ten years ago.";
    const { entities, articles } = linkSmall(
      { outlet: "A", published: "2023-06-04", lines: ["Flood in the old town", words] },
      { outlet: "B", published: "2023-06-05", lines: ["Town under water", words] },
    );
    expect(new Set(articles.map(({ reprintGroup }) => reprintGroup)).size).toBe(1);
    const [town] = entities;
    expect(town!.evidence).toHaveLength(1);
    expect(town!.evidence[0]!.copies).toHaveLength(1);
  });
});

describe("the result", () => {
  it("quotes exactly what the article says", () => {
    const analyses = [announced, held].map(makeAnalysis);
    const texts = new Map(analyses.map(({ article }) => [article.id, article.text]));
    const { entities, events, relations } = link(analyses);
    const all = [...entities, ...events, ...relations, ...events.flatMap((e) => e.participants)];
    expect(all.length).toBeGreaterThan(5);
    for (const { evidence } of all) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { article, start, end, quote } of evidence) {
        expect(texts.get(article)!.slice(start, end)).toBe(quote);
      }
    }
  });

  it("does not depend on the order of the articles", () => {
    const analyses = [
      announced,
      held,
      { ...announced, outlet: "C", lines: [...announced.lines, "More."] },
    ].map(makeAnalysis);
    const expected = JSON.stringify(link(analyses));
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
        expect(JSON.stringify(link(order.map((i) => analyses[i]!)))).toBe(expected);
      }),
    );
  });

  it("counts the same article once, whichever copy came first", () => {
    const analysis = makeAnalysis(held);
    const again = { ...analysis, article: { ...analysis.article, origin: "zzz.txt" } };
    const knowledge = link([again, analysis]);
    expect(knowledge).toEqual(link([analysis, again]));
    expect(knowledge.articles.map(({ origin }) => origin)).toEqual([analysis.article.origin]);
  });
});

describe("what an outlet prints under several stories", () => {
  const BOX =
    "[person:Ada Quill] and [person:Bruno Marsh] have led the Quay Post from its house at the harbour for many years.";
  const story = (published: string, news: string): SmallArticle => ({
    published,
    outlet: "Quay Post",
    lines: [news, BOX],
  });
  const first = story(
    "2023-03-17",
    "[person:Cora Lind] opened the new ferry pier in the old town on Friday.",
  );
  const second = story(
    "2023-05-02",
    "Fishermen landed twice as much herring as in the spring of last year.",
  );

  it("is one piece of evidence with several carriers, and no news of two names", () => {
    const { entities, relations } = linkSmall(first, second);
    const { evidence } = entities.find(({ name }) => name === "Ada Quill")!;
    expect(evidence.map(({ copies }) => copies?.length)).toEqual([1]);
    expect(relations.filter(({ kind }) => kind === "together")).toEqual([]);
  });

  it("counts as often as it is told where outlets differ", () => {
    const { entities, relations } = linkSmall(first, { ...second, outlet: "Gazette" });
    const { evidence } = entities.find(({ name }) => name === "Ada Quill")!;
    expect(evidence).toHaveLength(2);
    expect(relations.filter(({ kind }) => kind === "together")).toHaveLength(1);
  });
});
