import { describe, expect, it } from "vitest";
import { fitBounds } from "../../../src/analysis/names/bounds.ts";
import { loadEdgeWords } from "../../../src/analysis/names/edge-words.ts";
import { NAME_KINDS, type NameKind } from "../../../src/analysis/names/labels.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";

const edges = loadEdgeWords(nodeData());

function bounds(words: string, kind: NameKind): string {
  const forms = words.split(" ");
  const first = forms.indexOf("[") + 1;
  const last = forms.indexOf("]") - 1;
  const plain = forms.filter((form) => form !== "[" && form !== "]");
  const span = { first: first - 1, last, kind: NAME_KINDS.indexOf(kind), confidence: 1 };
  return fitBounds({ forms: plain, edges }, [span])
    .map((fitted) => plain.slice(fitted.first, fitted.last).join(" "))
    .join(" | ");
}

describe("bounds", () => {
  it.each<[string, NameKind, string]>([
    ["[ President Gitanas Nausėda ] spoke", "PER", "Gitanas Nausėda"],
    ["[ Gen. Valerii Zaluzhnyi ] spoke", "PER", "Valerii Zaluzhnyi"],
    ["said [ the Red Cross ] there", "ORG", "Red Cross"],
    ["[ Foreign Office spokesman ] said", "ORG", "Foreign Office"],
    ["[ Office of the President ] said", "ORG", "Office of the President"],
    ["[ Office of the Inspector General ] said", "ORG", "Office of the Inspector General"],
    ["[ HAYWARD , Calif. ] ( AP )", "ORG", "HAYWARD"],
    ["the [ Prime Minister ] spoke", "PER", ""],
    ["[ Roberto Carballés ] - Baena won", "PER", "Roberto Carballés - Baena"],
    ["[ Obama ] - era rules", "PER", "Obama"],
    ["[ Montana Gov. ] Carl Winter spoke", "ORG", "Montana"],
    ["[ Navy Adm. ] Paul Harker spoke", "ORG", "Navy"],
    ["[ Democratic Sen. ] Paul Harker spoke", "ORG", ""],
    ["shares of [ Northfield Gen. ] fell", "ORG", "Northfield Gen."],
    ["[ Kenya 's ] president", "LOC", "Kenya"],
    ["[ King ] spoke", "PER", "King"],
    ["[ 's ] said", "ORG", ""],
    ["[ Shares of Fiat SpA ] rose", "ORG", "Fiat SpA"],
    ["[ Members of the Senate ] rose", "ORG", "Senate"],
    ["[ Members ] rose", "ORG", "Members"],
    ["[ Friends of the Earth ] rose", "ORG", "Friends of the Earth"],
  ])("%s", (words, kind, expected) => {
    expect(bounds(words, kind)).toBe(expected);
  });
});
