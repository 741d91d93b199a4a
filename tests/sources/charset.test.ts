import { describe, expect, it } from "vitest";
import { decode } from "../../src/sources/charset.ts";

const windows1252 = Uint8Array.from([
  ...Buffer.from('<meta charset="windows-1252"><p>'),
  0x93,
  0x80,
  0x35,
  0x94,
  0x20,
  0x97,
  0x20,
  0xc9,
  0x6c,
  0x79,
  0x73,
  0xe9,
  0x65,
]);

describe("decode", () => {
  it("reads the typographic quotes, dashes and the euro sign of windows-1252", () => {
    expect(decode(windows1252)).toContain("“€5” — Élysée");
    expect(decode(windows1252.subarray(32))).toContain("“€5” — Élysée");
  });

  it("takes valid UTF-8 for UTF-8, whatever is declared", () => {
    expect(decode(Buffer.from('<meta charset="windows-1252">Élysée €'))).toContain("Élysée €");
  });

  it.each([
    ["utf-8", Buffer.from("\ufeffÉlysée", "utf8")],
    ["utf-16le", Buffer.from("\ufeffÉlysée", "utf16le")],
    ["utf-16be", Buffer.from("\ufeffÉlysée", "utf16le").swap16()],
  ])("obeys the byte order mark of %s", (_, bytes) => {
    expect(decode(bytes)).toBe("Élysée");
  });

  it("obeys the header before the page", () => {
    const bytes = Uint8Array.from([...Buffer.from("<p>"), 0xb1, 0xe6, 0xea]);
    expect(decode(bytes, "iso-8859-2")).toContain("ąćę");
  });
});
