import { describe, expect, test } from "vitest";
import { escapeContent } from "../../src/formats/xml.ts";
import { jsonContent, jsonInSingleQuotes, xmlSafeJson } from "../../src/formats/xml-json.ts";
import { HOSTILE_TEXTS } from "./hostile.ts";

const VALUES: readonly (readonly [string, unknown])[] = [
  ...HOSTILE_TEXTS.map((text) => [text.slice(0, 40), { quote: text, [text]: [text] }] as const),
  ["numbers that JSON has not", [Number.NaN, Number.POSITIVE_INFINITY, -0, 1e21, 0.1]],
  ["what is not there", { a: undefined, b: null, c: [undefined, null], d: {}, e: [] }],
  ["truth", [true, false]],
  ["evidence", [{ article: "a1", start: 4, end: 9, quote: "China’s “answer”", kind: "body" }]],
];

describe.each(VALUES)("JSON in XML of %s", (_name, value) => {
  test("is what stringifying and then escaping gives", () => {
    expect(jsonContent(value)).toBe(escapeContent(xmlSafeJson(value)));
    expect(jsonInSingleQuotes(value)).toBe(
      escapeContent(xmlSafeJson(value)).replaceAll("'", "&#39;"),
    );
  });
});
