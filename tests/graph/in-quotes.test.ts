import { describe, expect, it } from "vitest";
import { inQuotes } from "../../src/graph/in-quotes.ts";

describe("a sentence as a quotation", () => {
  it.each([
    ["The dam broke.", "“The dam broke.”"],
    ["“It broke,” he said.", "“It broke,” he said."],
    ['"It broke," he said.', '"It broke," he said.'],
    ["He said: “It broke.”", "“He said: “It broke.””"],
    ["", "“”"],
  ])("%s is %s", (sentence, quoted) => {
    expect(inQuotes(sentence)).toBe(quoted);
  });
});
