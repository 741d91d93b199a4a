/** Each veto with the sentence that called for it, and one where it must stay silent. */
import { describe, expect, it } from "vitest";
import { actorsOf, acts, events } from "./read.ts";

describe("no event is made of", () => {
  it("a command to the reader", () => {
    expect(acts("Visit the Pennsylvania horse show in Harrisburg.")).toEqual([]);
    expect(acts("France visited the show.")).not.toEqual(["CONSULT planned"]);
    expect(acts("Seize the ships, Iran told its navy.").length).toBeLessThan(3);
  });

  it("participles that say who somebody is", () => {
    expect(acts("Putin spoke of Russia's long history of repelling invading forces.")).toEqual([]);
    expect(acts("Forces invading Ukraine shelled a town.")).toContain("ASSAULT actual");
  });

  it("what one does to oneself, but for bombers", () => {
    expect(acts("She tried to kill herself in Nairobi.")).toEqual([]);
    expect(acts("A suicide bomber blew himself up in Baghdad, killing 30 people.")).toContain(
      "ASSAULT actual",
    );
  });

  it("horrors that are visited upon people", () => {
    expect(acts("They spoke of the horrors visited upon Israel.")).toEqual([]);
    expect(acts("Joe Biden visited Israel on Tuesday.")).toEqual(["CONSULT actual"]);
  });

  it("what private people say and do to each other", () => {
    expect(acts("She met her partner, a carpenter, on a ferry.")).toEqual([]);
    expect(acts("Xi Jinping invited Vladimir Putin to visit China.")).toHaveLength(1);
    expect(acts("Joe Biden met Xi Jinping on a ferry.")).toEqual(["CONSULT actual"]);
  });

  it("results of games and quarter-finals, but for votes of judges", () => {
    expect(acts("Wales beat Hungary 2-0 to earn the last place.")).toEqual([]);
    expect(acts("France will meet Argentina in the quarter-finals in Lyon.")).toEqual([]);
    expect(acts("France will meet Argentina in Lyon on Friday.")).toEqual(["CONSULT planned"]);
  });

  it("what lies more than forty years back", () => {
    expect(acts("The British withdrew from the Suez Canal Zone in 1956.")).toEqual([]);
    expect(acts("The British withdrew from the zone in 2021.")).toEqual(["RETREAT actual"]);
  });

  it("turns of phrase", () => {
    expect(acts("A region like Delhi demands deployment on a vast scale.")).toEqual([]);
    expect(acts("The child was alive, defying the odds.")).toEqual([]);
    expect(acts("Greece defied the court.")).toEqual(["REJECT actual"]);
  });

  it("a verb whose object makes it another thing", () => {
    expect(acts("A man from Leeds visited his doctor in March.")).toEqual([]);
    expect(acts("Angela Merkel visited Turkey in March.")).toEqual(["CONSULT actual"]);
    expect(acts("Scholz tried to quell a crisis of his party.")).toEqual([]);
    expect(acts("Iran's police quelled the protest.")).toEqual(["COERCE actual"]);
    expect(acts("Jane Foster joined the military in 2020.")).toEqual([]);
    expect(acts("Finland joined the alliance in 2023.")).toEqual(["AGREE actual"]);
    expect(acts("Orban amassed a fortune in Hungary.")).toEqual([]);
    expect(acts("Russia amassed troops along the border with Ukraine.")).toContain(
      "MOBILIZE actual",
    );
    expect(acts("The singer offered her spot to Van Dyke.")).toEqual([]);
    expect(acts("France offered aid to Turkey.")).not.toEqual([]);
  });

  it("an attack in words, which is a reproach", () => {
    expect(acts("Johnson attacked the inquiry of Norway.")).toEqual(["ACCUSE actual"]);
    expect(acts("Russia attacked Norway.")).toEqual(["ASSAULT actual"]);
  });

  it("a noun that means another thing beside others", () => {
    expect(acts("Macron made a big deal of the visit.")).not.toContain("AGREE actual");
    expect(acts("Macron made a deal with Italy.")).toEqual(["AGREE actual"]);
    expect(acts("India managed a probe to Mars.")).not.toContain("ACCUSE actual");
    expect(acts("India managed a probe into Japan.")).toEqual(["ACCUSE actual"]);
    expect(acts("Macron began a suit of white wool.")).toEqual([]);
  });

  it("a clause with a subject of its own below a verb that makes events happen", () => {
    expect(acts("Just after Scholz made his posts, France attacked Mali.")).toEqual([
      "ASSAULT actual",
    ]);
    expect(actorsOf("Just after Scholz made his posts, France attacked Mali.")).toEqual([
      ["ASSAULT", ["France"]],
    ]);
  });

  it("what somebody makes clear", () => {
    expect(acts("Merkel made clear that Germany would not support Poland.")).not.toContain(
      "SUPPORT actual",
    );
    expect(acts("Merkel made an attack on Poland.")).toHaveLength(1);
  });

  it("what was never denied", () => {
    expect(acts("Iran never denied the allegations against Iraq.")).toEqual([]);
    expect(acts("Iran denied the allegations by Iraq.")).toEqual(["ACCUSE claimed denied"]);
  });

  it("the threat of something", () => {
    expect(acts("The bureau wants to fight the threat of China's repression.")).not.toContain(
      "THREATEN actual",
    );
    expect(acts("Russia's threat to attack Ukraine worries Poland.")).toContain("THREATEN actual");
  });
});

describe("the doer of an event", () => {
  it("is not whoever ends or tells of it", () => {
    const crushed = actorsOf("Iranian security forces used force to crush protests in 100 cities.");
    expect(crushed.filter(([act]) => act === "PROTEST")).toEqual([]);
    expect(events("Georgian students staged a protest in Tbilisi.")[0]).toMatch(
      /^PROTEST actual: GEO/,
    );
  });

  it("is not whose arrest led to it", () => {
    expect(acts("Khan's arrest led to riots in Pakistan.")).not.toContain("PROTEST actual: Khan");
  });

  it("and who is expected are both in it", () => {
    const [visit] = events("Russia expects Xi Jinping next spring on a state visit to Moscow.");
    expect(visit).toBe("CONSULT planned: RUS > CHN");
  });

  it("denies where nobody does it, and where it is done without", () => {
    expect(acts("No Russian soldier attacked Mali.")).toEqual(["ASSAULT actual denied"]);
  });
});

describe("what is wanted, forbidden or only named", () => {
  it("participles joined by a hyphen, and those that say who is told", () => {
    expect(acts("NHS-funded dental services in England are in crisis.")).toEqual([]);
    expect(acts("The NHS funded dental services in England.")).toEqual(["AID actual"]);
    expect(acts("She told cheering teachers in Kenya that they were right.")).toEqual([]);
    expect(acts("Teachers cheered William Ruto in Kenya.")).toEqual(["SUPPORT actual"]);
  });

  it("what somebody is kept from", () => {
    expect(acts("The court barred Trump from attacking the judge.")).not.toContain(
      "ASSAULT actual",
    );
    expect(acts("Soldiers from Mali attacked the judge.")).toContain("ASSAULT actual");
  });

  it("what is hoped for or objected to in thought", () => {
    expect(acts("Norway hopes the army attacks the rebels in Mali.")).not.toContain(
      "ASSAULT actual",
    );
    expect(acts("Norway said the army attacked the rebels in Mali.")).toContain("ASSAULT actual");
    expect(
      acts("Reid said he would have objected to Ukraine opening an investigation into Biden."),
    ).not.toContain("ACCUSE actual");
    expect(acts("Reid said he objected to Ukraine opening an investigation into Biden.")).toContain(
      "ACCUSE actual",
    );
  });

  it("a part of an aim", () => {
    expect(
      acts("Norway will take steps to oppose it, including calling for sanctions on Mali."),
    ).not.toContain("REQUEST actual");
    expect(acts("Norway took steps, calling for sanctions on Mali.")).toContain("REQUEST actual");
  });

  it("a quoted sentence is no order", () => {
    expect(acts('Reid told the Times: "The task is to look at the threat."')).toEqual([]);
    expect(acts("Reid told the Times to look at Mali.")).toContain("REQUEST actual");
  });
});

describe("what looks like an act", () => {
  it("an example, a rule of long standing, a flight of one's own", () => {
    expect(acts("The town in Kenya has duties such as assisting refugees.")).toEqual([]);
    expect(acts("The town in Kenya assisted refugees.")).toEqual(["AID actual"]);
    expect(acts("They defy long-standing precedent for a court with a majority.")).toEqual([]);
    expect(acts("The billionaire flew a private jet to Russia.")).toEqual([]);
    expect(acts("The US flew warplanes over Russia.")).toEqual(["MOBILIZE actual"]);
  });

  it("a power, a duty, the second of two aims", () => {
    expect(acts("The president has the power to ban the party in Russia.")).toEqual([]);
    expect(acts("Macron has to meet Putin.")).toEqual(["CONSULT hypothetical"]);
    expect(acts("Macron had to meet Putin.")).toEqual(["CONSULT actual"]);
    expect(acts("Mali operates in Chad to intimidate or threaten exiles.")).not.toContain(
      "THREATEN actual",
    );
  });

  it("a part of what somebody does not support", () => {
    const text =
      "The United States does not support relocations, including forcing people to move.";
    expect(acts(text)).not.toContain("COERCE actual");
  });

  it("what follows a clause of its own: an order is part of a crackdown", () => {
    const text = "The order, which Trump signed on Monday, is part of his immigration crackdown.";
    expect(acts(text)).not.toContain("COERCE actual");
  });

  it("better pay", () => {
    const text =
      "Teachers surrounded the Capitol to call for better pay from the government in a protest.";
    expect(acts(text)).not.toContain("PROTEST planned");
    expect(events(text).join()).not.toContain("PROTEST actual: Capitol");
  });
});

describe("what is not said of an act", () => {
  it("barring as a preposition", () => {
    expect(acts("And barring a sudden turn for Biden, he will win.")).not.toContain(
      "COERCE actual",
    );
    expect(acts("Texas passed a law, barring Chinese firms from buying land.")).toContain(
      "COERCE actual",
    );
  });

  it("a strategy for something", () => {
    expect(acts("Beijing's strategy for ending the protests is a failure.")).not.toContain(
      "CONCEDE actual",
    );
    expect(acts("Beijing ended the protests.")).toContain("CONCEDE actual");
  });
});

describe("turns of phrase", () => {
  it.each([
    ["Senator Murray, who hails from Ohio, spoke in Congress.", "President Biden hailed Ukraine."],
    ["Trump led the charge in Congress.", "Trump led a march on Congress."],
    ["Minister Le Maire gave a talk at NASA.", "Minister Le Maire gave a speech and met NASA."],
    ["A cut cable blocked internet access in Egypt.", "Egypt blocked access to Facebook."],
    ["Microsoft deployed an update in Japan.", "Japan deployed troops in Iraq."],
    ["Modi occupied the front of the room.", "India occupied Goa."],
    ["Kim stood by a memorial for Gray in Kenya.", "Kenya stood by Uganda."],
    ["Eighteen officials in Florida signed the letter.", "Kenya signed a pact with Uganda."],
  ])("%s But: %s", (phrase, event) => {
    expect(acts(phrase)).toEqual([]);
    expect(acts(event)).not.toEqual([]);
  });

  it("end up with and receive", () => {
    expect(acts("A crew member ended up suing Ryanair.")).toContain("ACCUSE actual");
    expect(acts("Regina Benjamin received the Mandela Award for Health.")).toEqual([
      "OTHER actual",
    ]);
  });
});

describe("a word of two senses", () => {
  it("release of goods and of people", () => {
    expect(acts("Apple announced the release of its software suite.")).not.toContain(
      "RETREAT actual",
    );
    expect(acts("Hamas announced the release of two hostages.")).toContain("RETREAT actual");
  });

  it("conference for the press and of leaders", () => {
    expect(acts("Israeli officials hosted a press conference in Jerusalem.")).toEqual([]);
    expect(acts("Leaders of Kenya and Uganda held a conference in Nairobi.")).toEqual([
      "CONSULT actual",
    ]);
  });

  it("hang of oneself and of others", () => {
    expect(acts("The boss hanged himself, police in Italy said.")).toEqual([]);
    expect(acts("Iran hanged two men on Monday.")).toEqual(["ASSAULT actual"]);
  });
});
