import { describe, expect, test } from "vitest";
import { parseText, sentencesOf } from "./engine.ts";

describe("sentences", () => {
  test.each([
    ["two plain ones", "The talks ended on Monday.| Both sides claimed success."],
    ["a title is no end", "Gen. Mark Smith arrived in Kabul.| He met Mr. Khan."],
    ["initials are no end", "J. P. Morgan lent the money.| It was repaid."],
    ["a country's abbreviation inside", "The U.S. and the U.K. signed the treaty in London."],
    [
      "a company's abbreviation inside",
      "Acme Corp. said on Tuesday that it would close the plant.",
    ],
    ["a quotation with its speaker", '"Why did they leave?" he asked reporters.'],
    ["a quotation that ends", '"We will not give in."| The minister then left the room.'],
    ["decimal points", "Prices rose 3.5 percent in May.| Wages fell."],
    ["a missing blank", "The army withdrew at dawn.|The rebels moved in."],
    ["a country's abbreviation last", "He left the U.S.| The president agreed."],
    ["a firm's abbreviation last", "It would buy Foo Corp.| The deal closes in Jan. 2024."],
    ["a street last", "She lives on Main St.| The house is big."],
    ["an abbreviation before a name", "The U.S. Supreme Court ruled.| The U.S. Army left."],
    ["a headline goes on", "U.S. And China Hold Talks In Geneva"],
    ["a time of day last", "The meeting began at 9 a.m.| Ministers arrived late."],
    ["a time of day and its day", "The talks ended at 5:30 p.m. Tuesday in Geneva."],
    ["a time of day first", "At 9 a.m. Ministers arrived at the palace."],
    ["a weekday cut short", "The court ruled on Tues. that it could hear the case."],
    ["an example", "Some allies, e.g. The Netherlands, agreed."],
    ["a pause", "They waited … and waited.| Nothing came."],
    ["bullets", "• First item\n|• Second item: he spoke\n|• Third"],
    ["questions", "Who will pay for this?| Nobody knows."],
  ])("%s", (_, marked) => {
    const text = marked.replaceAll("|", "");
    expect(sentencesOf(text)).toEqual(marked.split("|").map((part) => part.trim()));
  });

  test("a sentence never crosses blocks and knows its kind", () => {
    const text = "Minister resigns over leaked letter\n\nThe minister left office on Friday.";
    const { sentences } = parseText(text, "headline");
    expect(sentences.map(({ block }) => block)).toEqual(["headline", "body"]);
    expect(text.slice(sentences[0]!.start, sentences[0]!.end)).toBe(
      "Minister resigns over leaked letter",
    );
  });

  test("a line break inside a paragraph does not end a sentence", () => {
    expect(sentencesOf("The two leaders will\nmeet again in spring.")).toHaveLength(1);
  });
});
