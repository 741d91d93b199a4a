import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimeTagger } from "../../../src/analysis/times/index.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import type { Article, BlockKind } from "../../../src/model.ts";
import { plainArticle, plainParse } from "./plain-parse.ts";
import { intervals, tag, tagUndated, values } from "./tag.ts";

const tagTimes = createTimeTagger(nodeData());

function articleOf(published: string, ...parts: readonly [BlockKind, string][]): Article {
  let text = "";
  const blocks: Article["blocks"][number][] = [];
  for (const [kind, words] of parts) {
    blocks.push({ kind, start: text.length, end: text.length + words.length });
    text += `${words}\n\n`;
  }
  return { ...plainArticle(text, published), blocks };
}

describe("the day of the article", () => {
  it("is the day in its own zone", () => {
    expect(values("He resigned today.", "2023-03-15T00:30:00+08:00")).toEqual([
      "today = 2023-03-15",
    ]);
    expect(values("He resigned today.", "2023-03-15T23:30:00-08:00")).toEqual([
      "today = 2023-03-15",
    ]);
  });

  it("may stand on a line of its own", () => {
    const times = tagUndated("Envoys meet in Geneva\nMarch 15, 2023\nThe envoys met on Friday.");
    expect(times.map(({ value }) => value)).toEqual(["2023-03-15", "2023-03-10"]);
  });

  it("is not needed for full dates; the others stay without days", () => {
    const times = tagUndated(
      "On June 16, 2021 they met. They meet on Friday, on May 3 or next week.",
    );
    expect(times.map(({ value, from }) => [value, from])).toEqual([
      ["2021-06-16", "2021-06-16"],
      ["XXXX-WXX-5", undefined],
      ["XXXX-05-03", undefined],
      ["FUTURE_REF", undefined],
    ]);
  });

  it("says which expressions depend on it", () => {
    const [given, relative] = tag("On June 16, 2021 he spoke; on Friday he left.");
    expect([given!.basis, relative!.basis]).toEqual(["explicit", "resolved"]);
  });
});

describe("captions", () => {
  it("keep their dates to themselves", () => {
    const article = articleOf(
      "2023-03-15",
      ["body", "The ship sank on March 3."],
      ["caption", "The harbor, June 16, 2021."],
      ["body", "Two days later divers came."],
    );
    const times = tagTimes(article, plainParse(article));
    expect(times.map(({ value, from }) => [value, from])).toEqual([
      ["2023-03-03", "2023-03-03"],
      ["2021-06-16", "2021-06-16"],
      ["2023-03-17", undefined],
    ]);
  });
});

describe("every time", () => {
  it("lies in its sentence, quotes the text and does not overlap the one before", () => {
    const words = fc.constantFrom(
      ..."the a of last next this Friday Monday March May 3 5 12 2009 2023 two few years days week early late mid - , ( ) . ' 's ago later from to between and p.m. 8:30 8 half quarter first spring morning every since until GMT 1990s end beginning today now Christmas".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.boolean(), (chosen, isDated) => {
        const article = plainArticle(chosen.join(" "), isDated ? "2023-03-15" : undefined);
        const parsed = plainParse(article);
        let last = 0;
        for (const time of tagTimes(article, parsed)) {
          const sentence = parsed.sentences[time.sentence]!;
          expect(time.start).toBeGreaterThanOrEqual(Math.max(last, sentence.start));
          expect(time.end).toBeLessThanOrEqual(sentence.end);
          expect(time.text).toBe(article.text.slice(time.start, time.end));
          expect(time.text.trim()).toBe(time.text);
          if (time.from && time.to) expect(time.from <= time.to).toBe(true);
          last = time.end;
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it("is found in any text without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(() => tag(text)).not.toThrow();
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(() => tag("999999999999999999999 years ago and 99999 centuries later")).not.toThrow();
  });
});

describe("an article", () => {
  it("about a visit that is told before and after", () => {
    expect(
      intervals(
        "The premier said on Friday (Dec 30) he expected a visit in spring 2023.",
        "2022-12-30T19:19:00",
      ),
    ).toEqual(["Friday (Dec 30) = 2022-12-30..2022-12-30", "spring 2023 = 2023-03-01..2023-05-31"]);
    expect(intervals("Trade has grown since the army moved in on Feb 24.", "2022-12-30")).toEqual([
      "Feb 24 = 2022-02-24..2022-02-24",
    ]);
  });
});
