/** Hard pairs: what must become one node, and what must stay two. Each line is a sentence of an article of its own, unless a list says otherwise. */
import { describe, expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { Linker } from "../../src/linking/index.ts";
import type { EntityKind, Knowledge } from "../../src/model.ts";
import { makeAnalysis, type SmallArticle } from "./make-analysis.ts";

const data = nodeData();

function link(articles: readonly SmallArticle[]): Knowledge {
  const linker = new Linker(data);
  for (const article of articles) linker.add(makeAnalysis(article));
  return linker.finish();
}

const idsOf = ({ entities }: Knowledge, kind: EntityKind) =>
  entities.filter((entity) => entity.kind === kind).map(({ id }) => id);

const said = (...lines: string[]): SmallArticle => ({ lines });

/** One sentence on a theme of its own, so that no two are one story. */
const THEMES = [
  "spoke of harvests in the valley",
  "praised a violin concert at dusk",
  "opened a bridge of granite blocks",
];
const named = (kind: EntityKind, ...names: string[]): SmallArticle[] =>
  names.map((name, i) => said(`[${kind}:${name}] ${THEMES[i % THEMES.length]}.`));

const holder = (name: string, title: string, country: string, code: string): SmallArticle => ({
  lines: [`[person:${name}], ${title} of [country:${country}], spoke of ${country} and its ports.`],
  countries: { [name]: code, [country]: code },
  roles: [{ person: name, title, of: country, in: 0 }],
});

describe("one person", () => {
  it.each([
    ["a transliteration", ["Volodymyr Zelensky", "Volodymyr Zelenskyy"]],
    ["another transliteration", ["Volodymyr Zelenskiy", "Vladimir Zelensky"]],
    ["a given name with i or y", ["Sergei Lavrov", "Sergey Lavrov"]],
    ["diacritics", ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"]],
    ["a dotless i", ["Kemal Kılıçdaroğlu", "Kemal Kilicdaroglu"]],
    ["an umlaut written out", ["Heiko Müller", "Heiko Mueller"]],
    ["a letter that Unicode does not take apart", ["Jørgen Bakke", "Jorgen Bakke"]],
    ["the Arabic article", ["Abdel Fattah el-Sisi", "Abdel Fattah al-Sisi"]],
    ["the Arabic article left out", ["Bashar al-Assad", "Bashar Assad"]],
    ["the Arabic article with a blank", ["Bashar al-Assad", "Bashar al Assad"]],
    ["a spelling of Mohammed", ["Mohammed Shtayyeh", "Mohamed Shtayyeh"]],
    ["a hyphen", ["Kim Jong-un", "Kim Jong Un"]],
    ["a nickname", ["Bill Clinton", "William Clinton"]],
    ["a middle name", ["Joe Biden", "Joseph Robinette Biden"]],
    ["a middle initial", ["Joe Biden", "Joseph R. Biden"]],
    ["an apostrophe", ["Conan O'Brien", "Conan O’Brien"]],
    ["a generation that nobody else of the name has", ["Martin Luther King", "Martin Luther King Jr."]],
    ["an initial for the only bearer", ["Ngozi Adeyemi", "N. Adeyemi"]],
  ])("with %s", (_, names) => {
    expect(idsOf(link(named("person", ...names)), "person")).toHaveLength(1);
  }); // biome-ignore format: a table

  it.each([
    ["Tate McRae", "Tate McCrae"],
    ["Abbey Clancey", "Abbey Clancy"],
    ["Brianne Kohlberg", "Briane Kohlberg"],
    ["Josh Apte", "Joshua Apte"],
  ])("whose name one article writes in two ways: %s, %s", (one, other) => {
    const article = said(`[person:${one}] ${THEMES[0]}.`, `[person:${other}] ${THEMES[1]}.`);
    expect(idsOf(link([article]), "person")).toHaveLength(1);
  });

  it("called by the family name that comes first", () => {
    const knowledge = link([said("[person:Xi Jinping] met the envoys.", "[person:Xi] smiled at the envoys.")]);
    expect(idsOf(knowledge, "person")).toEqual(["person:xi-jinping"]);
  }); // biome-ignore format: one line

  it("called by the last name in another article of the story", () => {
    const story = (name: string) =>
      said(`[person:${name}] closed the Duisburg copper smelter after the strike of welders.`);
    expect(idsOf(link([story("Katrin Voss"), story("Voss")]), "person")).toEqual([
      "person:katrin-voss",
    ]);
  });
});

describe("two persons", () => {
  it.each([
    ["other first names", ["Boris Johnson", "Brandon Johnson"]],
    ["other last names", ["Kim Jong Un", "Kim Jong Il"]],
    ["middle initials that disagree", ["George W. Bush", "George H. W. Bush"]],
    ["initials without blanks that disagree", ["George W. Bush", "George H.W. Bush"]],
    ["other generations", ["John Paul Getty II", "John Paul Getty III"]],
    ["an initial of another first name", ["Robert Miller", "S. Miller"]],
    ["the words the other way round", ["James Thomas", "Thomas James"]],
    ["a given name only", ["Al Gore", "Al"]],
  ])("with %s", (_, names) => {
    expect(idsOf(link(named("person", ...names)), "person")).toHaveLength(2);
  }); // biome-ignore format: a table

  it.each([
    ["Maria Holmgren", "Mario Holmgren"],
    ["Anna Reed", "Anna Weed"],
    ["Li Chen", "Li Cheng"],
    ["Karin Holmgren", "Karin Holmqvist"],
  ])("of one article, whose names are alike: %s, %s", (one, other) => {
    const article = said(`[person:${one}] ${THEMES[0]}.`, `[person:${other}] ${THEMES[1]}.`);
    expect(idsOf(link([article]), "person")).toHaveLength(2);
  });

  it("one called by what is only spelled nearly as the other's given name", () => {
    const knowledge = link([
      said("[person:Ally Brooke] sang in the tent by the river."),
      said("[person:Alli] paid for suits and spectacles."),
    ]);
    expect(idsOf(knowledge, "person")).toHaveLength(2);
  });

  it("one letter apart, of whom no article tells together", () => {
    expect(idsOf(link(named("person", "Tate McRae", "Tate McCrae")), "person")).toHaveLength(2);
  });

  it("father and son, when an article tells of both", () => {
    const knowledge = link([
      said("[person:Donald Trump] and [person:Donald Trump Jr.] went hunting."),
      said("[person:Donald Trump Jr.] opened a hotel of glass."),
    ]);
    expect(idsOf(knowledge, "person")).toEqual(["person:donald-trump", "person:donald-trump-jr"]);
  });

  it("father and son, and a third name that may be either", () => {
    const knowledge = link(named("person", "George W. Bush", "George H. W. Bush", "George Bush"));
    expect(idsOf(knowledge, "person").length).toBeGreaterThanOrEqual(2);
    expect(idsOf(knowledge, "person")).toContain("person:george-w-bush");
  });

  it("of one name, with offices in two countries", () => {
    const knowledge = link([
      holder("John Smith", "mayor", "Canada", "CAN"),
      holder("John Smith", "bishop", "Kenya", "KEN"),
    ]);
    expect(idsOf(knowledge, "person")).toHaveLength(2);
  });

  it("but one, with one office in two countries or both told of in one article", () => {
    const knowledge = link([
      holder("Ana Silva", "ambassador", "Canada", "CAN"),
      holder("Ana Silva", "ambassador", "Kenya", "KEN"),
    ]);
    expect(idsOf(knowledge, "person")).toHaveLength(1);
  });

  it("a last name with two bearers in its story is neither", () => {
    const knowledge = link([
      said("[person:Rosa Lindqvist] and [person:Karl Lindqvist] crossed the strait."),
      said("[person:Lindqvist] sold a mill in the hills."),
    ]);
    expect(idsOf(knowledge, "person")).toHaveLength(3);
  });
});

describe("one organization", () => {
  it.each([
    ["legal forms", ["Apple", "Apple Inc."]],
    ["the article", ["World Bank", "The World Bank"]],
    ["dots in an acronym", ["NATO", "N.A.T.O."]],
  ])("with and without %s", (_, names) => {
    expect(idsOf(link(named("organization", ...names)), "organization")).toHaveLength(1);
  });

  it("by an acronym that an article defines", () => {
    const knowledge = link([
      said("The [organization:World Health Organization] ([organization:World Health Organization|WHO]) sent doctors."),
      said("The [organization:WHO] counted the sick of the islands."),
    ]);
    expect(idsOf(knowledge, "organization")).toEqual(["organization:world-health-organization"]);
  }); // biome-ignore format: one line

  it("whose divisions are mostly called by its own name", () => {
    const division = (name: string, theme: string) =>
      said(`[organization:${name}] ${theme}.`, `[organization:${name}|Boeing] said so.`, `[organization:${name}|Boeing] hoped so.`);
    const knowledge = link([
      division("Boeing Commercial Airplanes", "sold jets to Kenya"),
      division("Boeing Air Force Programs", "lost a contest over tankers"),
      ...named("organization", "Boeing", "Boeing", "Boeing"),
      ...["lawsuit in Ohio", "merger of rivals", "strike of welders"].map((theme) =>
        said(`[organization:Boeing] and [organization:Boeing] again faced a ${theme}.`),
      ),
    ]);
    expect(idsOf(knowledge, "organization")).toEqual(["organization:boeing"]);
  }); // biome-ignore format: one line
});

describe("an institution and its nation", () => {
  it.each([
    ["China's government", "Chinese government"],
    ["Pakistan's Armed Forces", "Pakistani armed forces"],
    ["U.S. Senate", "US Senate"],
    ["British Government", "UK government"],
  ])("is one, however the nation is written: %s, %s", (...names) => {
    expect(idsOf(link(named("organization", ...names)), "organization")).toHaveLength(1);
  });

  it.each([
    ["Chinese government", "Russian government"],
    ["Indian Army", "Indian Air Force"],
    ["China Airlines", "Chinese Airlines"],
    ["Georgia Supreme Court", "Georgian Supreme Court"],
  ])("are two: %s, %s", (...names) => {
    expect(idsOf(link(named("organization", ...names)), "organization")).toHaveLength(2);
  });
});

describe("two organizations", () => {
  it("of one acronym, each defined in its article", () => {
    const defined = (name: string) =>
      said(`The [organization:${name}] ([organization:${name}|ABA]) met about ${name}.`);
    const knowledge = link([defined("American Bar Association"), defined("American Bankers Association"), said("The [organization:ABA] wrote a letter about quails.")]);
    expect(idsOf(knowledge, "organization")).toHaveLength(3);
  }); // biome-ignore format: one line

  it("that share a first word which nobody is called by itself", () => {
    const company = (name: string, theme: string) =>
      said(`[organization:${name}] ${theme}.`, `[organization:${name}|American] was glad.`, `[organization:${name}|American] said so.`);
    const knowledge = link([
      company("American Airlines", "cut flights to Bogota"),
      company("American Express", "raised fees on cards"),
    ]);
    expect(idsOf(knowledge, "organization")).toHaveLength(2);
  }); // biome-ignore format: one line

  it("of owner and owned", () => {
    const knowledge = link([
      said("The [organization:Beatles' Apple Corps|Beatles] sued; [organization:Beatles' Apple Corps] won."),
      said("The [organization:Beatles] sang on a roof."),
    ]);
    expect(idsOf(knowledge, "organization")).toHaveLength(2);
  }); // biome-ignore format: one line

  it("of one common name in two countries", () => {
    const ministry = (country: string, code: string): SmallArticle => ({
      lines: [`The [organization:defence ministry] of ${country} denied the loss of ${country} boats.`],
      countries: { "defence ministry": code },
    });
    expect(idsOf(link([ministry("Norway", "NOR"), ministry("Peru", "PER")]), "organization")).toHaveLength(2);
  }); // biome-ignore format: one line
});

describe("places and countries", () => {
  it("Georgia the country and Georgia the state stay two", () => {
    const knowledge = link([
      { lines: ["[country:Georgia] held an election in Tbilisi."], countries: { Georgia: "GEO" } },
      { lines: ["Voters of [place:Georgia] went to the polls near Atlanta."], countries: { Georgia: "USA" } },
    ]);
    expect(knowledge.entities.map(({ id }) => id)).toEqual(["country:GEO", "place:georgia-usa"]);
  }); // biome-ignore format: one line

  it("towns of one name in two countries stay two", () => {
    const town = (code: string, near: string): SmallArticle => ({
      lines: [`A flood hit [place:Cambridge], not far from ${near}.`],
      countries: { Cambridge: code },
    });
    expect(idsOf(link([town("GBR", "Ely"), town("USA", "Boston")]), "place")).toHaveLength(2);
  });

  it("a town and its club stay two", () => {
    const knowledge = link([
      { lines: ["[place:Liverpool] opened a museum of ships."], countries: { Liverpool: "GBR" } },
      said("[organization:Liverpool] beat the guests by two goals."),
    ]);
    expect(knowledge.entities).toHaveLength(2);
  });

  it("a country is one by all its names", () => {
    const names = ["Russia", "Moscow", "Russian Federation"];
    const knowledge = link(
      names.map((name, i) => ({
        lines: [`[country:${name}] ${THEMES[i]}.`],
        countries: { [name]: "RUS" },
      })),
    );
    expect(idsOf(knowledge, "country")).toEqual(["country:RUS"]);
  });

  it("a town with diacritics is the town without", () => {
    expect(idsOf(link(named("place", "São Paulo", "Sao Paulo")), "place")).toHaveLength(1);
  });
});

const day = (date: string) =>
  ({ from: date, to: date, precision: "day", basis: "explicit" }) as const;

interface Told {
  readonly status?: "actual" | "planned" | "hypothetical" | "claimed";
  readonly polarity?: "asserted" | "denied";
  readonly date?: string;
  readonly others?: readonly string[];
  readonly mode?: string;
  readonly published?: string;
}

/** *Petra Holm met Jan Vos in Oslo*, as each article tells it. */
const meeting = (...tellings: Told[]): Knowledge =>
  link(
    tellings.map(({ status, polarity, date, others = ["Jan Vos"], mode, published }, i) => {
      const names = ["Petra Holm", ...others];
      return {
        published: published ?? `2024-05-0${i + 1}`,
        lines: [
          `${names.map((name) => `[person:${name}]`).join(" and ")} met for talks on herring quotas, round ${i}.`,
        ],
        events: [
          {
            in: 0,
            act: "CONSULT",
            lemma: "meet",
            participant: names,
            ...(status !== undefined ? { status } : {}),
            ...(polarity !== undefined ? { polarity } : {}),
            ...(mode !== undefined ? { mode } : {}),
            ...(date !== undefined ? { interval: day(date) } : {}),
          },
        ],
      };
    }),
  );

describe("events", () => {
  it.each<[string, readonly Told[]]>([
    ["told twice of one day", [{ date: "2024-05-01" }, { date: "2024-05-01" }]],
    ["planned, then held", [{ date: "2024-05-03", status: "planned" }, { date: "2024-05-03" }]],
    ["imagined twice", [{ status: "hypothetical", date: "2024-05-03" }, { status: "hypothetical", date: "2024-05-03" }]],
  ])("are one when %s", (_, tellings) => {
    expect(meeting(...tellings).events).toHaveLength(1);
  }); // biome-ignore format: a table

  it.each<[string, readonly Told[]]>([
    ["one is only imagined", [{ date: "2024-05-01" }, { date: "2024-05-01", status: "hypothetical" }]],
    ["one is only claimed", [{ date: "2024-05-01" }, { date: "2024-05-01", status: "claimed" }]],
    ["one is planned and one imagined", [{ date: "2024-05-03", status: "planned" }, { date: "2024-05-03", status: "hypothetical" }]],
    ["one is denied", [{ date: "2024-05-01" }, { date: "2024-05-01", polarity: "denied" }]],
    ["their days disagree", [{ date: "2024-04-01" }, { date: "2024-05-01" }]],
    ["they name other people", [{ date: "2024-05-01" }, { date: "2024-05-01", others: ["Lu Wen"] }]],
    ["one is a visit and one a call", [{ date: "2024-05-01", mode: "visit" }, { date: "2024-05-01", mode: "call" }]],
    ["they lie a month apart, undated", [{ published: "2024-03-01" }, { published: "2024-05-01" }]],
  ])("are two when %s", (_, tellings) => {
    expect(meeting(...tellings).events).toHaveLength(2);
  }); // biome-ignore format: a table

  it("that are only imagined keep that status", () => {
    const [event] = meeting({ date: "2024-05-01", status: "hypothetical" }).events;
    expect(event).toMatchObject({ status: "hypothetical", polarity: "asserted" });
  });
});
