import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const told = (text: string, kind: "body" | "headline" = "body") => {
  const { statements, mentions, events } = read(text, kind);
  return statements.map(({ speaker, lemma, quoted, about }) => ({
    speaker: mentions[speaker]!.text,
    lemma,
    quoted,
    about: about.map((index) => events[index]!.act),
  }));
};

describe("statements", () => {
  it("keep who reports an event, and are none themselves", () => {
    const text = "Israeli jets bombed Lebanon on Sunday, the Syrian foreign ministry said.";
    expect(told(text)).toEqual([
      {
        speaker: expect.stringContaining("ministry"),
        lemma: "say",
        quoted: false,
        about: ["ASSAULT"],
      },
    ]);
    expect(read(text).events).toHaveLength(1);
  });

  it.each([
    ["Iran seized a tanker, the British navy said on Friday.", 1],
    ["Jets bombed Lebanon, and the ministry said it regretted the raid.", 0],
  ])("at the end of a sentence tell of what stands before them: %s", (text, count) => {
    const tails = told(text).filter(
      ({ about }) => about.includes("COERCE") || about.includes("ASSAULT"),
    );
    expect(tails).toHaveLength(count);
  });

  it("know quotations", () => {
    expect(told('"We will never surrender," Zelensky said.')[0]).toMatchObject({
      lemma: "say",
      quoted: true,
    });
  });

  it("find the speaker behind the colon of a headline", () => {
    expect(told("Putin to visit China next month: Kremlin", "headline")).toContainEqual(
      expect.objectContaining({ speaker: "Kremlin" }),
    );
  });
});
