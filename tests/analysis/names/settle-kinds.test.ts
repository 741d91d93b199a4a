import { describe, expect, it } from "vitest";
import { NAME_KINDS, type NameKind } from "../../../src/analysis/names/labels.ts";
import { settleKinds } from "../../../src/analysis/names/settle-kinds.ts";
import { kindsOf, toTagged } from "./tagged.ts";

/** Kinds after settling, of the marked words; the model took each for `kind`. */
function kinds(marked: string, kind: NameKind): string[] {
  const forms: string[] = [];
  const spans = [];
  for (const part of marked.split(" ")) {
    const isName = part.startsWith("[");
    forms.push(part.replace(/[[\]]/g, ""));
    if (!isName) continue;
    spans.push({
      ...{ first: forms.length - 1, last: forms.length },
      ...{ kind: NAME_KINDS.indexOf(kind), confidence: 0.9 },
    });
  }
  return kindsOf(settleKinds(toTagged(forms, spans), spans));
}

describe("what the model took for a work or an event", () => {
  it("is an organization with two different ones of its own people", () => {
    expect(
      kinds("two [Aldermoor] officials and former members of [Aldermoor] left [Aldermoor]", "MISC"),
    ).toEqual(["ORG", "ORG", "ORG"]);
  });

  it.each([
    ["one is not enough", "two [Aldermoor] officials read [Aldermoor] again"],
    ["nor the same twice", "[Aldermoor] officials met [Aldermoor] officials"],
    ["peoples have them too", "two [Kurdish] officials and a lawyer for [Kurdish] families"],
  ])("stays what it is: %s", (_, text) => {
    expect(kinds(text, "MISC")).toEqual(["MISC", "MISC"]);
  });

  it("a place keeps its officials", () => {
    expect(kinds("two [Aldermoor] officials and a lawyer for [Aldermoor] left", "LOC")).toEqual([
      "LOC",
      "LOC",
    ]);
  });
});

describe("titles of works", () => {
  it.each([
    ["in quotation marks", "She starred in “ [Aldermoor] , ” he said"],
    ["after a word for a work", "They saw the film [Aldermoor] in Rome"],
    ["before what it is", "They use [Aldermoor] , a popular chess app , at school"],
  ])("are no actors: %s", (_, text) => {
    for (const kind of ["PER", "ORG"] as const) expect(kinds(text, kind)).toEqual(["MISC"]);
  });

  it.each([
    ["a nickname", "She was nicknamed “ [Aldermoor] ” at school"],
    ["a nickname inside a name", "The boxer Tom “ [Aldermoor] ” Hill fell"],
    ["a body called so", "They left the party “ [Aldermoor] ” in May"],
    ["letters for a name", "The Nordic Aircraft Company ( “ [Aldermoor] ” ) agreed"],
    ["who makes it", "They met [Aldermoor] , a film producer , in Rome"],
    ["who is behind it", "They met [Aldermoor] , a friend of the film , in Rome"],
    ["the maker of a film", "It is the film [Aldermoor] made in Rome"],
    ["a quotation that begins with it", "“ [Aldermoor] will win , ” she said"],
  ])("are not %s", (_, text) => {
    for (const kind of ["PER", "ORG"] as const) expect(kinds(text, kind)).toEqual([kind]);
  });
});

it("what the article calls a firm is one", () => {
  expect(kinds("They sued [Aldermoor] , a Danish startup , in May", "PER")).toEqual(["ORG"]);
  expect(kinds("The band [Aldermoor] played", "PER")).toEqual(["ORG"]);
  expect(kinds("They sued [Aldermoor] , a startup founder , in May", "PER")).toEqual(["PER"]);
});
