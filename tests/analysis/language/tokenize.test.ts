import { describe, expect, test } from "vitest";
import { wordsOf } from "./engine.ts";

describe("words", () => {
  test.each([
    ["Putin's aides don't agree.", "Putin 's aides do n't agree ."],
    ["The workers’ union can’t strike.", "The workers ’ union ca n’t strike ."],
    ["He cannot leave; they're gonna stay.", "He can not leave ; they 're gon na stay ."],
    ["a $5bn deal, up 10% at £3.50", "a $ 5 bn deal , up 10 % at £ 3.50"],
    ["It cost US$1,200.50 or HK$9,000.", "It cost US$ 1,200.50 or HK$ 9,000 ."],
    ["at 5pm, 12km away", "at 5 pm , 12 km away"],
    ["the Asia-Pacific region", "the Asia - Pacific region"],
    ["an anti-war, pro-Beijing ex-minister", "an anti-war , pro-Beijing ex-minister"],
    ["on 2022-12-29, by 30-40 votes", "on 2022-12-29 , by 30 - 40 votes"],
    ["Mr. Li and Gen. Smith of Acme Inc. met.", "Mr. Li and Gen. Smith of Acme Inc. met ."],
    ["J. K. Rowling, the U.S. and the U.N.", "J. K. Rowling , the U.S. and the U.N."],
    ["He said no. No. 10 agreed.", "He said no . No. 10 agreed ."],
    ['"Why?" he asked (twice).', '" Why ? " he asked ( twice ) .'],
    ["“We will win,” she said...", "“ We will win , ” she said ..."],
    ["MOSCOW: Troops moved — slowly.", "MOSCOW : Troops moved — slowly ."],
    ["See https://news.example.com/a?b=c, then.", "See https://news.example.com/a?b=c , then ."],
    ["Write to desk@example.org.", "Write to desk@example.org ."],
    ["They left at noon.The mayor stayed.", "They left at noon . The mayor stayed ."],
    ["the 1990s and the '80s", "the 1990s and the '80s"],
    ["AT&T and R&D and/or both", "AT&T and R&D and / or both"],
    ["Good news! 🎉🎉 Really?!", "Good news ! 🎉🎉 Really ?!"],
  ])("%s", (text, expected) => {
    expect(wordsOf(text).join(" ")).toBe(expected);
  });

  test("offsets are exact", () => {
    const text = "  The “tariffs”\twon't\nlast… ";
    expect(wordsOf(text)).toEqual(["The", "“", "tariffs", "”", "wo", "n't", "last", "…"]);
  });
});
