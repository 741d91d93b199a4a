import { describe, expect, it } from "vitest";
import { find } from "./find.ts";

describe("names in news sentences", () => {
  it.each([
    [
      "Zimbabwe 187 all out (A. Flower 62; S. Pollock 4-31), South Africa 189-4 (G. Kirsten 71 not out).",
      [
        "place: Zimbabwe",
        "person: A. Flower",
        "person: S. Pollock",
        "place: South Africa",
        "person: G. Kirsten",
      ],
    ],
    ["The Kremlin said so on Friday.", ["organization: Kremlin"]],
    ["DL Marcus Holt missed the game in Tampa.", ["person: Marcus Holt", "place: Tampa"]],
    ["The WHO said cases were falling.", ["organization: WHO"]],
    ["Ban Ki-moon spoke in Oslo.", ["person: Ban Ki-moon", "place: Oslo"]],
    [
      "China's Xi told Russia's Putin that talks would go on, Kremlin aides said.",
      ["place: China", "person: Xi", "place: Russia", "person: Putin", "organization: Kremlin"],
    ],
    [
      "Chancellor Olaf Scholz met Emmanuel Macron in Paris on Monday.",
      ["person: Olaf Scholz", "person: Emmanuel Macron", "place: Paris"],
    ],
    [
      "The World Health Organization said cases in Uganda were falling.",
      ["organization: World Health Organization", "place: Uganda"],
    ],
    [
      "Siemens will close its plant in Leipzig, the company said.",
      ["organization: Siemens", "place: Leipzig"],
    ],
    [
      "President Joko Widodo of Indonesia flew to Brussels.",
      ["person: Joko Widodo", "place: Indonesia", "place: Brussels"],
    ],
    [
      "Jean-Yves Le Drian spoke to reporters in Geneva.",
      ["person: Jean-Yves Le Drian", "place: Geneva"],
    ],
    [
      "The Ministry of Foreign Affairs in Ankara summoned the ambassador.",
      ["organization: Ministry of Foreign Affairs", "place: Ankara"],
    ],
    [
      "Kim Jong Un sent a letter to Vladimir Putin.",
      ["person: Kim Jong Un", "person: Vladimir Putin"],
    ],
    [
      "A court in São Paulo fined Petrobras on Friday.",
      ["place: São Paulo", "organization: Petrobras"],
    ],
    [
      "Trade chief Ngozi Okonjo-Iweala spoke. Okonjo-Iweala left.",
      ["person: Ngozi Okonjo-Iweala", "person: Okonjo-Iweala"],
    ],
    [
      "Investors sold Zalcor shares. Zalcor announces a new clinic.",
      ["organization: Zalcor", "organization: Zalcor"],
    ],
    [
      "Mr. Al-Rashid joined the United Nations in 2004.",
      ["person: Al-Rashid", "organization: United Nations"],
    ],
  ])("%s", (text, expected) => {
    expect(find(text).list).toEqual(expected);
  });

  it.each([
    "The talks will resume on Thursday, officials said.",
    "Think of your customer: Who will pay for the bread?",
    "Prices rose by 3.2 percent in the first quarter.",
    "He said that nobody had been hurt.",
    '"We are ready," she told reporters after the meeting.',
    "Heavy rain is expected over the weekend.",
  ])("finds nothing in: %s", (text) => {
    expect(find(text).list).toEqual([]);
  });
});

describe("bounds of names", () => {
  it.each([
    ["Foreign Minister Péter Szijjártó left early.", "person: Péter Szijjártó"],
    ["Prime Minister Fumio Kishima's office confirmed it.", "person: Fumio Kishima"],
    [
      "The Bundesbank's president disagreed with the European Central Bank.",
      "organization: Bundesbank",
    ],
    ["Dr. Amina Yusuf runs the clinic.", "person: Amina Yusuf"],
  ])("leaves out titles, articles and possessives: %s", (text, expected) => {
    expect(find(text).list).toContain(expected);
  });

  it("gives sorted spans that lie in one sentence each and do not overlap", () => {
    const { parsed, names } = find(
      "Angela Merkel and Barack Obama met in Berlin. The New York Times reported it. NATO and the EU agreed.",
    );
    let end = 0;
    for (const { firstToken, lastToken, confidence } of names) {
      expect(firstToken).toBeGreaterThanOrEqual(end);
      expect(lastToken).toBeGreaterThan(firstToken);
      expect(parsed.tokens.sentence[firstToken]).toBe(parsed.tokens.sentence[lastToken - 1]);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      end = lastToken;
    }
    expect(names.length).toBeGreaterThan(4);
  });
});

describe("one article", () => {
  it("takes a surname for the person who was named in full", () => {
    const { list } = find(
      "Marta Lindqvist resigned on Monday. Lindqvist had led the ministry since May. Critics of Lindqvist cheered.",
    );
    expect(list.filter((name) => name === "person: Lindqvist")).toHaveLength(2);
  });

  it("labels a headline from the body", () => {
    const body =
      "Xi Jinping will visit Kazakhstan next week, the foreign ministry said. Xi is to meet President Kassym-Jomart Tokayev.";
    expect(find(body, "Xi To Visit Kazakhstan Next Week").list.slice(0, 2)).toEqual([
      "person: Xi",
      "place: Kazakhstan",
    ]);
    expect(find(body, "XI TO VISIT KAZAKHSTAN NEXT WEEK").list.slice(0, 2)).toEqual([
      "person: XI",
      "place: KAZAKHSTAN",
    ]);
  });
});

describe("reports of matches", () => {
  const report =
    "Boston beat Detroit in overtime on Sunday. Coach Dan Hurley praised his goalkeeper after the match. " +
    "The victory lifted Boston in the league standings. The tournament moves on to a stadium in Chicago next week.";

  it("take the name of a town that plays for its team, and leave the town where they play", () => {
    const { list } = find(report);
    expect(list.slice(0, 2)).toEqual(["organization: Boston", "organization: Detroit"]);
    expect(list.at(-1)).toBe("place: Chicago");
  });

  it("leave towns alone in other news", () => {
    const { list } = find(
      "Boston beat Detroit to the contract, the mayor said. Chicago had not applied.",
    );
    expect(list).not.toContain("organization: Detroit");
  });
});

describe("a word with a capital inside", () => {
  it("is a firm", () => {
    const { list } = find("Employees were told by ZenDesk to sign the contract.");
    expect(list).toEqual(["organization: ZenDesk"]);
  });

  it.each([
    ["Larry McMurtry spoke. McMurtry left early.", "McMurtry"],
    ["On Friday LeBron scored again.", "LeBron"],
    ["Jan Kowal met RuPaul in Berlin, where RuPaul Nowak sang.", "RuPaul"],
  ])("is a person where it begins like a name, or a person is named in full: %s", (text, person) => {
    expect(find(text).list).toContain(`person: ${person}`);
  }); // biome-ignore format: a table
});

describe("cards of a match", () => {
  const head = "SOCCER - DUTCH LEAGUE RESULTS\n\nResults of league matches on Sunday:\n\n";

  it.each([
    ["Ajax 3 (Van Dalen 12, 77, Oranje 50) Utrecht 1 (De Wit 44).", ["Van Dalen", "De Wit"]],
    ["Leeds 2 Derby 0 (Kelly 12, Wallace pen 48)", ["Kelly", "Wallace"]],
    ["Essex 96 (G. Whitlam 41 not out, M. Oldroyd 7).", ["G. Whitlam", "M. Oldroyd"]],
  ])("tell who scored: %s", (text, persons) => {
    expect(find(head + text).list).toEqual(
      expect.arrayContaining(persons.map((person) => `person: ${person}`)),
    );
  });

  it.each([
    "Montreal 3 Toronto 3 (OT)",
    "The league was founded (June 12, 1997) in Utrecht.",
    "The match was moved (to Utrecht 3 weeks later) by the league.",
  ])("and nobody else: %s", (text) => {
    const found = find(head + text).list.filter((name) => name.startsWith("person"));
    expect(found).toEqual([]);
    expect(find(head + text).list).not.toContain("organization: OT");
  });
});

describe("firms and bodies that stand close together", () => {
  it("end with the ending of a company", () => {
    const { list } = find("Acme Widgets Inc and Harbour Systems Corp said they would merge.");
    expect(list).toEqual(["organization: Acme Widgets Inc", "organization: Harbour Systems Corp"]);
  });

  it("are known by those who speak for them", () => {
    expect(find("A KDP spokesman said the talks had failed.").list).toEqual(["organization: KDP"]);
    expect(find("A KDP cable said the talks had failed.").list).toEqual([]);
  });
});

describe("common words", () => {
  it("are no names where only their place in the sentence gives them a capital", () => {
    const { list } = find(
      "The recall covers bread sold in May. Bread from other bakeries is safe. Shops may sell bread again on Monday.",
    );
    expect(list.filter((name) => name.endsWith(": Bread"))).toEqual([]);
  });
});

describe("towns that play", () => {
  const head = "BASKETBALL - Results of National Basketball Association games on Friday :";

  it.each([
    [
      `${head} Boston 97 Denver 88 Utah 101 San Antonio 90`,
      ["Boston", "Denver", "Utah", "San Antonio"],
    ],
    ["Soccer league matches : Celtic 1 Dundee United 1 Motherwell 2", ["Dundee United"]],
    [`${head} the season's playoff: Detroit beat Miami 90-80.`, ["Detroit", "Miami"]],
    [`${head}\n\nUtah at Chicago\n\nSeattle at Denver`, ["Chicago", "Denver"]],
  ])("are organizations: %s", (text, clubs) => {
    expect(find(text).list).toEqual(
      expect.arrayContaining(clubs.map((club) => `organization: ${club}`)),
    );
  });

  it.each([
    [
      "BASKETBALL - NBA RESULTS . NEW YORK 1997-02-12 The games of the league season.",
      "place: NEW YORK",
    ],
    [`${head} the playoff of the season was in Denver.`, "place: Denver"],
    ["Soccer league match results : England 2 Panama 0 Sweden 1", "place: England"],
    ["Trains from Boston 97 years ago left for Denver.", "place: Denver"],
    [`${head} The season ended with a game at Chicago on Friday.`, "place: Chicago"],
  ])("stay places: %s", (text, place) => {
    expect(find(text).list).toContain(place);
  });
});

describe("a full name that the model took for a place", () => {
  it("is a person's after Lord or Lady", () => {
    expect(find("He was at Lord Alli’s house on the night of the election.").list).toEqual([
      "person: Lord Alli",
    ]);
  });

  it.each([
    ["Climbers reached Rocky Mountain on Sunday.", "place: Rocky Mountain"],
    ["They live in Beverly Hills.", "place: Beverly Hills"],
  ])("is a place where it names one: %s", (text, name) => {
    expect(find(text).list).toContain(name);
  });
});
