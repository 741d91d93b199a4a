import { describe, expect, it } from "vitest";
import { createLanguageFinder } from "../../src/article/language.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";

const { of } = createLanguageFinder(nodeData());

describe("the language of a text", () => {
  it("is not missed in a table of results, which is names and figures", () => {
    const table = "Boston 97 Denver 88\nUtah 101 Dallas 95\nPhoenix 112 Orlando 90\n".repeat(12);
    expect(of(`Results of games on Friday :\n${table}`)).not.toBe("und");
  });

  it("is not told by a single word of a short text that two languages have", () => {
    expect(of("Kenyan President Jane Ruto met Indian leader Asha Rao in Delhi on Monday.")).toBe(
      "en",
    );
    expect(of("De minister praat met de koning in Den Haag over het nieuwe plan.")).toBe("nl");
    expect(of("Die Kanzlerin sprach am Montag in Berlin mit dem Minister über den Plan.")).toBe(
      "de",
    );
  });

  it("is unknown where prose has no words of those that are known", () => {
    const words = "zorvak melidu brantoq selivu harpino dulmek ";
    expect(of(words.repeat(20))).toBe("und");
  });
});
