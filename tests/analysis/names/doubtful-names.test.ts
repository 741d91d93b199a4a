import { describe, expect, it } from "vitest";
import { withoutDoubtful } from "../../../src/analysis/names/doubtful-names.ts";
import { NAME_KINDS, type NameKind } from "../../../src/analysis/names/labels.ts";
import { kindsOf, toTagged } from "./tagged.ts";

/** What becomes of the names that are marked `[Vyrn_Holt:.4]`, each as sure as the number says. */
function kinds(marked: string, kind: NameKind): string[] {
  const forms: string[] = [];
  const spans = [];
  for (const part of marked.split(" ")) {
    const name = /^\[(.+):(.+)\]$/.exec(part);
    const first = forms.length;
    forms.push(...(name ? name[1]!.split("_") : [part]));
    if (!name) continue;
    const confidence = Number(name[2]);
    spans.push({ first, last: forms.length, kind: NAME_KINDS.indexOf(kind), confidence });
  }
  return kindsOf(withoutDoubtful(toTagged(forms, spans), spans));
}

describe("a name that the model doubts", () => {
  it("is no actor where nothing speaks for it", () => {
    expect(kinds("They cleaned it with [Vyrnolex:.4] in May", "PER")).toEqual(["MISC"]);
    expect(kinds("They sold a [Minky_Vyrnolex:.4] in May", "ORG")).toEqual(["MISC"]);
  });

  it.each([
    ["its words do", "They left the [Vyrnolex_Committee:.4] in May", "ORG", ["ORG"]],
    ["it is written in capitals", "They left the [VYR:.4] in May", "ORG", ["ORG"]],
    ["a title does", "They met President [Vyrnolex:.4] in May", "PER", ["PER"]],
    ["it speaks", "The strikes must stop , [Vyrnolex:.4] added .", "PER", ["PER"]],
    ["it is surely named elsewhere", "[Vyrnolex:.9] and [Vyrnolex:.4]", "PER", ["PER", "PER"]],
    ["a part of it is", "[Vyrnolex:.9] and the [Vyrnolex_clan:.4]", "ORG", ["ORG", "ORG"]],
    ["it has two words", "They met [Oru_Vyrnolex:.4] in May", "PER", ["PER"]],
  ] as const)("stays where %s", (_, text, kind, expected) => {
    expect(kinds(text, kind)).toEqual(expected);
  });
});
