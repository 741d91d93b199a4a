import { describe, expect, test } from "vitest";
import { findReprints, shingleSketch } from "../../src/text/reprints.ts";

const WIRE = `The finance minister resigned on Monday after an audit found that half of the harbour fund could not be accounted for, officials said. Pavel Ro told reporters outside parliament that he had signed the payments without reading them and that he would help the inquiry in every way. The opposition called for an early election and said the premier had known of the missing money since the spring. The premier's office denied that and said a new minister would be named before the end of the week. Auditors began their work in January, after a port worker wrote to a newspaper about empty warehouses that had been paid for twice. The fund was set up ten years ago to rebuild the eastern quay, and about forty million euros have been spent from it since. Prosecutors said they had opened a case but would not say against whom. Two banks that handled the payments declined to comment on Monday evening.`;

/** The same event, told by somebody who was there too. */
const INDEPENDENT = `Pavel Ro is no longer in charge of the country's finances. The minister gave up his post at noon, hours after inspectors published a report on the harbour fund in which some twenty million euros are missing. "I signed what was put before me," he said as he left. Rival parties want voters to decide, and they accuse the head of government of having kept quiet for months. A spokeswoman rejected the charge and promised a successor by Friday. The affair began with the letter of a docker, who had seen halls standing empty although the state had bought what should have been in them, and not once but twice. Whether anybody will stand trial is open: the public prosecutor has begun to investigate and names no suspects.`;

function groups(...texts: string[]): readonly (readonly number[])[] {
  return findReprints(texts.map(shingleSketch));
}

describe("reprints", () => {
  const sentences = WIRE.split(/(?<=\.) /);
  test.each<[string, string]>([
    ["cut to the first sentences", sentences.slice(0, 4).join(" ")],
    ["with other quotes, case and spaces", WIRE.toUpperCase().replaceAll(" ", "  ")],
    [
      "with a paragraph of its own",
      `In our town the news was met with silence in the market hall. ${WIRE}`,
    ],
    ["without every third sentence", sentences.filter((_, i) => i % 3 !== 1).join(" ")],
  ])("%s are found", (_, copy) => {
    expect(groups(WIRE, INDEPENDENT, copy)).toEqual([[0, 2]]);
  });

  test("an independent report of the same event is none", () => {
    expect(groups(WIRE, INDEPENDENT)).toEqual([]);
  });

  test("nor is a report that shares one long quote", () => {
    const quote = sentences[1]!;
    expect(groups(WIRE, `${INDEPENDENT} ${quote}`)).toEqual([]);
  });

  test("the order of the texts does not matter", () => {
    const texts = [
      WIRE,
      INDEPENDENT,
      sentences.slice(0, 4).join(" "),
      sentences.slice(3).join(" "),
    ];
    const forward = groups(...texts).map((group) => group.map((i) => texts[i]).sort());
    const reversed = [...texts].reverse();
    const backward = groups(...reversed).map((group) => group.map((i) => reversed[i]).sort());
    expect(backward).toEqual(forward);
  });

  test("short and empty texts are nobody's reprint", () => {
    expect(groups("", "", "The same few words.", "The same few words.")).toEqual([]);
  });
});
