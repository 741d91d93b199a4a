/** Who does it and to whom: sentences that were read with somebody else for a side. */
import { describe, expect, it } from "vitest";
import { acts, events, read } from "./read.ts";

/** `role name` of the events of a sentence. */
function sides(text: string): string[] {
  const { events: found, mentions } = read(text);
  return found.flatMap(({ roles }) =>
    roles.map(({ role, mention }) => `${role} ${mentions[mention]!.text}`),
  );
}

describe("who is harmed without a country", () => {
  it("is touched and not the place, which tells where they are from", () => {
    const text = "Two farmers were killed by soldiers in Nigeria.";
    expect(sides(text)).toContain("recipient Two farmers");
    expect(events(text)).toEqual(["ASSAULT actual: NGA > NGA"]);
  });

  it("yields to the place where nobody is named", () => {
    expect(events("Soldiers opened fire in Nigeria.").join()).toContain("> NGA");
  });
});

describe("what is planned in the passive", () => {
  it("is undergone by whom the plan is about", () => {
    expect(sides("Iran is expected to be expelled from the council.")).toContain("recipient Iran");
    expect(events("Russia is expected to be sanctioned by France.")).toEqual([
      "SANCTION planned: FRA > RUS",
    ]);
  });

  it("is done by the subject where it is no passive", () => {
    expect(events("Iran is expected to visit France.")).toEqual(["CONSULT planned: IRN > FRA"]);
  });
});

describe("who is asked or accused", () => {
  it.each([
    ["He begged lawmakers not to lose sight of the war in Ukraine.", "lawmakers"],
    ["The minister was accused of taking bribes from a French company.", "minister"],
  ])("is not somebody in what is asked or in the charge: %s", (text, who) => {
    const recipients = sides(text).filter((side) => side.startsWith("recipient"));
    expect(recipients.join()).toContain(who);
    expect(recipients).toHaveLength(1);
  });

  it("is who the clause speaks of where nobody is told", () => {
    expect(events("Norway demanded that Mali free the monks.").join()).toContain("NOR > MLI");
  });
});

describe("a clause behind who", () => {
  it("in the singular tells of the last of those joined", () => {
    const text = "They are Ann Weld, Carl Moss and Perry Goldberg, who has slammed Kathryn Barger.";
    expect(sides(text)).toContain("actor Perry Goldberg");
    expect(sides(text)).not.toContain("actor Ann Weld");
  });

  it("in the plural tells of all of them", () => {
    const text = "They are Ann Weld, Carl Moss and Perry Goldberg, who have slammed Barger.";
    expect(sides(text)).toContain("actor Ann Weld");
  });
});

describe("two countries with a hyphen", () => {
  it("both take part", () => {
    expect(events("Markets fell on news of US-China trade talks.")).toEqual([
      "CONSULT actual: USA + CHN",
    ]);
  });

  it("are one where they are one name", () => {
    expect(events("Markets fell on news of trade talks with Guinea-Bissau.").join()).not.toMatch(
      /GIN /,
    );
  });
});

describe("the name of a body behind the word for it", () => {
  it("is who acts", () => {
    expect(sides("The aid group Oxfam accused Sudan of blocking its trucks.")).toContain(
      "actor Oxfam",
    );
  });

  it("is another one behind a comma and a verb", () => {
    expect(sides("The aid group said Oxfam accused Sudan of blocking its trucks.")).toContain(
      "actor Oxfam",
    );
  });
});

describe("what never happened", () => {
  it.each([
    "At no time did France agree to send troops to Mali.",
    "In no way did Norway support the attack.",
    "European leaders reached no agreement with Russia.",
  ])("is denied: %s", (text) => {
    expect(acts(text)[0]).toMatch(/ denied$/);
  });

  it("is asserted where another thing is not there", () => {
    expect(acts("With no money left, France agreed to send troops to Mali.").join()).not.toMatch(
      /denied/,
    );
  });

  it("is imagined where a gerund is the subject of would", () => {
    const text = "Providing military aid to Ukraine would require a bill in the United States.";
    expect(acts(text).filter((one) => !one.endsWith(" hypothetical"))).toEqual([]);
    expect(acts("Providing aid to Ukraine has cost Norway millions.").join()).not.toMatch(
      /hypothetical/,
    );
  });
});

describe("the person before a noun for what is done to people", () => {
  it.each([
    "Navalny's detention by police in Moscow angered Germany.",
    "Alexei Navalny's murder shocked Germany.",
  ])("is who it is done to: %s", (text) => {
    const [event] = read(text).events;
    expect(event!.roles.map(({ role }) => role)).toContain("recipient");
    expect(sides(text).join()).toMatch(/recipient [\w ]*Navalny/);
    expect(sides(text).join()).not.toMatch(/actor [\w ]*Navalny/);
  });

  it.each([
    ["Putin's murder of Navalny shocked Germany.", "actor Putin"],
    ["Israel's killing of Haniyeh angered Iran.", "actor Israel"],
  ])("is who does it where another is named or a country stands there: %s", (text, doer) => {
    expect(sides(text)).toContain(doer);
  });
});

describe("a gerund right behind a name", () => {
  it("is what that name does", () => {
    const [, opened] = events("Volker objected to Ukraine opening an investigation into Norway.");
    expect(opened).toBe("ACCUSE actual: UKR > NOR");
  });

  it("is what the subject does where it only turns to that name", () => {
    const [asked] = events("Sweden wrote to Ukraine asking Norway for help.");
    expect(asked).toMatch(/^REQUEST actual: SWE /);
  });

  it("is what the subject does behind a comma", () => {
    const [, accused] = events("Sweden objected to Ukraine, accusing Norway of fraud.");
    expect(accused).toBe("ACCUSE actual: SWE > NOR");
  });
});

describe("a participle behind what somebody has", () => {
  it("is done to that, and by others", () => {
    const [event] = events("Repsol had its assets nationalised by Bolivia that year.");
    expect(event).toMatch(/^COERCE actual: BOL > /);
  });

  it("is what the subject did where have is an auxiliary", () => {
    const [event] = events("Bolivia had nationalised the assets of Spain that year.");
    expect(event).toBe("COERCE actual: BOL > ESP");
  });
});

describe("an envoy who is summoned", () => {
  it.each([
    "Pakistan summoned India's chargé to lodge a strong protest.",
    "Niger summoned its Libyan counterpart over the strike.",
  ])("hears a complaint: %s", (text) => {
    expect(acts(text)[0]).toBe("ACCUSE actual");
  });

  it("is asked where it is about something else", () => {
    expect(
      acts("Egypt summoned the Libyan premier back to the negotiating table over oil.")[0],
    ).toBe("REQUEST actual");
  });
});

describe("what was only thought of", () => {
  it.each([
    "Trump has toyed with the idea of expelling the German ambassador.",
    "Kurt Volker said he would have objected to Ukraine's request.",
  ])("is imagined: %s", (text) => {
    expect(acts(text).filter((one) => !one.endsWith(" hypothetical"))).toEqual([]);
  });

  it("is a plan where somebody says that he would do it", () => {
    expect(acts("Macron said he would visit Kyiv.")).toEqual(["CONSULT planned"]);
  });
});

describe("what somebody does to himself", () => {
  it("is done to nobody", () => {
    expect(acts("Bushnell set himself on fire outside the Israeli embassy.")).toEqual([]);
    expect(acts("Rioters set a bank on fire outside the Israeli embassy.")).not.toEqual([]);
  });
});

describe("turns of phrase", () => {
  it.each([
    "The senator has pleaded not guilty and kept a defiant stance.",
    "Netflix continued to sign up new subscribers in Brazil.",
    "The gunmen, armed with rifles, were seen near Gao.",
  ])("are no event of their verb: %s", (text) => {
    expect(acts(text).join()).not.toMatch(/REQUEST|SUPPORT|AID|MOBILIZE/);
  });

  it.each([
    ["The senator pleaded with Ukraine for time.", "REQUEST"],
    ["The rebels signed up to a peace plan with Sudan.", "AGREE"],
    ["The rebels were armed by Iran with drones.", "AID"],
    ["A court struck down the tariffs on China.", "REJECT"],
  ])("and these are: %s", (text, act) => {
    expect(acts(text).join()).toContain(act);
  });
});

describe("who is touched by what is done to people", () => {
  it.each([
    ["Police arrested three in Berlin on Friday.", "recipient three"],
    [
      "Ten members of the group were arrested in Westminster.",
      "recipient Ten members of the group",
    ],
    ["The jury convicted Webb, 51, of kidnapping a girl.", "recipient Webb"],
  ])("is no place, house or age: %s", (text, who) => {
    const recipients = sides(text).filter((side) => side.startsWith("recipient"));
    expect(recipients).toEqual([who]);
  });

  it("is a place where only the place is attacked", () => {
    expect(sides("Soldiers attacked Westminster.")).toContain("recipient Westminster");
  });

  it("does not stand behind of in the phrase of the doers", () => {
    expect(sides("Concerns were raised by members of Congress.")).not.toContain(
      "recipient Congress",
    );
    expect(events("Members of Congress raised concerns about Russia.").join()).toContain("> RUS");
  });
});

describe("who does it", () => {
  it.each([
    ["It was only the latest move by Mali to force the rebels to leave.", "MLI"],
    ["Russia blocked the port in an attempt to force Ukraine to surrender.", "RUS"],
    ["The air was foul, with Indian officials announcing a curfew in Delhi.", "IND"],
  ])("stands behind by, above an attempt, behind with: %s", (text, who) => {
    const found = events(text).filter((line) => line.startsWith("COERCE"));
    expect(found.join()).toMatch(new RegExp(`^COERCE \\w+: ${who}`));
  });

  it("is the subject where a comma follows the phrase behind with", () => {
    const found = events("The EU worked with Turkey, demanding a ceasefire.");
    expect(found.join()).not.toContain("REQUEST actual: TUR");
  });

  it("is nobody whom the thing only concerns", () => {
    expect(events("China-specific tariffs took effect in July 2018.").join()).not.toContain(
      "CHN >",
    );
    expect(events("Chinese tariffs on Canada took effect in July 2018.").join()).toContain("CHN >");
  });
});

describe("who is named beside the time of an event", () => {
  it("is not who it is done to", () => {
    const text = "It grew out of atrocities committed during the attacks led by Hamas.";
    expect(sides(text)).not.toContain("recipient Hamas");
    expect(sides("They were atrocities committed against Hamas.")).toContain("recipient Hamas");
  });
});

describe("firefighters", () => {
  it("are praised, and a response without them touches nobody", () => {
    expect(sides("Norway praised the firefighters.")).toContain("recipient firefighters");
    expect(sides("Norway praised the response.")).toEqual(["actor Norway"]);
  });
});

describe("an event that is carried out", () => {
  it("is of those whose it is, where nobody carries it out", () => {
    const told = events("The Indian strikes on Pakistan were carried out on Wednesday.");
    expect(told.join()).toMatch(/^ASSAULT actual: IND > PAK/);
    expect(events("The arrest of Navalny was announced in Russia.").join()).not.toMatch(
      /: Navalny >/,
    );
  });

  it("is not what somebody is led to do", () => {
    expect(events("The scandal at NATO led Prime Minister Rutte to apologize.").join()).toMatch(
      /^SUPPORT actual: NLD/,
    );
  });
});

describe("those whom no slot names", () => {
  it("are not touched by a promise, an award, a launch", () => {
    expect(sides("Toyota unveiled a lorry at the Tokyo motor show.")).not.toContain(
      "recipient Tokyo",
    );
    expect(sides("Modi pledged that his country would build a port for Nepal.")).not.toContain(
      "recipient his country",
    );
    expect(sides("India fired missiles into Pakistani-controlled territory.")).toContain(
      "recipient Pakistani",
    );
  });

  it("are not of the country that attacks them", () => {
    const told = "Israel killed thousands of children.";
    expect(events(told)).toEqual(["ASSAULT actual: ISR > children"]);
    expect(events("Israel killed thousands of children in Lebanon.").join()).toContain("> LBN");
  });
});

describe("a place", () => {
  it("where a deal is signed is not with whom", () => {
    expect(sides("Toyota signed the agreement in Paris.")).not.toContain("recipient Paris");
    expect(sides("Rebels attacked a village in Homs.")).toContain("recipient Homs");
    expect(sides("Volvo recalled 43,000 cars in Brazil.")).not.toContain("recipient Brazil");
  });

  it("is visited by somebody", () => {
    expect(events("It is a long trip from the United States.")).toEqual([]);
    expect(events("Biden's trip to Texas began in Austin.").join()).toContain("CONSULT");
  });
});

describe("what is fired", () => {
  it("is not fired at, and officers are", () => {
    expect(sides("Pakistan fired artillery along the border.")).toEqual(["actor Pakistan"]);
    expect(sides("Protesters launched rockets at the officers.")).toContain("recipient officers");
  });
});

describe("a noun that is only now and then somebody", () => {
  it("the head", () => {
    expect(sides("Officer Ortiz was shot in the head by rebels in Kenya.")).not.toContain(
      "recipient head",
    );
    expect(events("The head of the army in Mali resigned.").join()).toContain("MLI");
  });

  it("experts who are sent, jets that are ordered", () => {
    expect(sides("Russia sent experts to Iran.")).toEqual(["actor Russia", "recipient Iran"]);
    expect(sides("Japan Airlines ordered twenty jets.")).toEqual(["actor Japan Airlines"]);
  });

  it("a motorist, who attacks nobody", () => {
    expect(events("A woman was killed by a motorist in Kenya.").join()).not.toContain("ASSAULT");
    expect(events("A woman was killed by rebels in Kenya.").join()).toContain("ASSAULT");
  });
});

describe("who stands inside the subject", () => {
  it("acts where the subject is a thing, and not where it is a person", () => {
    expect(sides("A UN report accused Syria of torture.")).toContain("actor UN");
    expect(sides("A NASA scientist accused Syria of torture.")).not.toContain("actor NASA");
  });

  it("is not touched by what happens, where it is the event itself", () => {
    expect(sides("US forces launched a rescue mission.")).not.toContain("recipient rescue mission");
  });

  it("is no place that something was launched from", () => {
    expect(sides("Boeing launched a satellite from Japan.")).not.toContain("recipient Japan");
    expect(sides("Boeing delivered ten planes to Japan.")).toContain("recipient Japan");
  });
});
