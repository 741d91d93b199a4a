import { describe, expect, it } from "vitest";
import { plover } from "../../../src/lexicon/plover.ts";
import type { Act, EventStatus, Polarity } from "../../../src/model.ts";
import { acts, read } from "./read.ts";

describe("status and polarity", () => {
  it.each([
    ["The Polish president will visit Ukraine in May.", ["CONSULT planned"]],
    ["Canada plans to send medicine to Syria.", ["AID planned"]],
    ["India agreed to meet Pakistan.", ["CONSULT planned"]],
    ["China did not sign the treaty with Japan.", ["SUPPORT actual denied"]],
    ["China refused to sign the treaty with Japan.", ["REJECT actual"]],
    ["Iran denied shelling Iraq.", ["ASSAULT claimed denied"]],
    ["China has refrained from condemning Russia.", ["ACCUSE actual denied"]],
    ["Libya threatened to expel the French ambassador.", ["THREATEN actual"]],
    ["France called on Mali to stop the attacks.", ["REQUEST actual"]],
    ["Spain stopped its aid to Syria.", ["SANCTION actual"]],
    ["Trump campaigned on imposing tariffs on China.", ["SANCTION planned"]],
    ["Leaders joined in imposing tariffs on China.", ["SANCTION actual"]],
  ])("%s", (text, expected) => expect(acts(text)).toEqual(expected));

  it.each([
    "If Russia attacks Poland, the alliance will answer.",
    "Such a step could provoke Western sanctions against China.",
    "Nobody knows whether Israel would bomb Iran.",
  ])("tells what is only imagined as nothing but that: %s", (text) => {
    expect(acts(text).filter((one) => !one.endsWith(" hypothetical"))).toEqual([]);
  });

  it("takes what somebody tries to get others to do for no act of theirs", () => {
    expect(acts("Witnesses described the efforts to get Ukraine to investigate Iran.")).toEqual([]);
    expect(acts("Trump got Ukraine to investigate Iran.")).toEqual(["ACCUSE actual"]);
  });

  it("keeps an imagined act of somebody named, without a PLOVER code and behind the surest events", () => {
    const [event] = read("Nobody knows whether Israel would bomb Iran.").events;
    expect(event).toMatchObject({ act: "ASSAULT", status: "hypothetical", plover: "OTHER" });
    expect(event!.confidence).toBeLessThan(0.6);
  });

  it.each([
    ["Poland must protect the rebels that Iran arrested.", "COERCE actual"],
    ["Russia must act after Sweden joined the alliance.", "AGREE actual"],
  ])("tells of a past clause below a wish as a fact: %s", (text, told) =>
    expect(acts(text)).toContain(told),
  );

  it("leaves a clause without a past below a wish imagined", () => {
    expect(acts("Poland must fight if Russia attacks Latvia.")).not.toContain("ASSAULT actual");
  });

  it("plans what is going on at a time to come", () => {
    expect(acts("Scholz is stepping down in May 2031.")).toEqual(["RETREAT planned"]);
    expect(acts("Scholz is stepping down in protest.")).toEqual(["RETREAT ongoing"]);
  });

  it("takes a question for no fact", () => {
    expect(acts("Will Turkey sign the treaty with Greece?")).not.toContain("SUPPORT actual");
  });
});

describe("the PLOVER code of a base act", () => {
  it.each<[Act, EventStatus, Polarity, Act]>([
    ["CONSULT", "planned", "asserted", "AGREE"],
    ["CONSULT", "actual", "asserted", "CONSULT"],
    ["RETREAT", "planned", "asserted", "CONCEDE"],
    ["AID", "actual", "denied", "REJECT"],
    ["AID", "claimed", "denied", "OTHER"],
    ["ACCUSE", "actual", "denied", "OTHER"],
    ["ASSAULT", "planned", "asserted", "THREATEN"],
    ["COOPERATE", "cancelled", "asserted", "REJECT"],
    ["OTHER", "planned", "asserted", "OTHER"],
  ])("%s, %s, %s is %s", (act, status, polarity, code) => {
    expect(plover(act, status, polarity)).toBe(code);
  });

  it("is no threat of an actor when others announce the act", () => {
    expect(plover("ASSAULT", "planned", "asserted", { byDoer: false })).toBe("OTHER");
  });
});

describe("days", () => {
  const interval = (text: string) => read(text).events[0]?.interval;

  it("are those of the time that hangs on the event", () => {
    expect(interval("Israeli jets bombed Lebanon on Sunday.")).toMatchObject({
      from: "2023-03-12",
      to: "2023-03-12",
    });
  });

  it("end with the publication when the month is not over", () => {
    expect(interval("Russian and Chinese warships held naval drills this month.")).toMatchObject({
      from: "2023-03-01",
      to: "2023-03-15",
    });
  });

  it("are only bounded by the publication when nothing dates the event", () => {
    expect(interval("The United States imposed sanctions on Iran.")).toEqual({
      to: "2023-03-15",
      basis: "publication",
    });
  });

  it("leave a year to the noun that it stands before", () => {
    expect(interval("France rejected the 2015 agreement with Iran.")).toEqual({
      to: "2023-03-15",
      basis: "publication",
    });
    expect(interval("France rejected the agreement with Iran in 2015.")).toMatchObject({
      from: "2015-01-01",
    });
  });

  it("stay open for what goes on since a day", () => {
    expect(
      interval("Prices have risen since Russia sent its armed forces into Ukraine on Feb 24."),
    ).toMatchObject({ from: "2023-02-24" });
  });
});
