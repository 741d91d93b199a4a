import { describe, expect, it } from "vitest";
import { createLanguageFinder } from "../../src/article/language.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";

const { of } = createLanguageFinder(nodeData());

describe("the language of a text", () => {
  it("is not missed in a table of results, which is names and figures", () => {
    const table = "Boston 97 Denver 88\nUtah 101 Dallas 95\nPhoenix 112 Orlando 90\n".repeat(12);
    expect(of(`Results of games on Friday :\n${table}`)).not.toBe("und");
  });

  it("is unknown where prose has no words of those that are known", () => {
    const words = "zorvak melidu brantoq selivu harpino dulmek ";
    expect(of(words.repeat(20))).toBe("und");
  });
});
