import { describe, expect, it } from "vitest";
import { toNameText } from "../../../src/analysis/names/name-text.ts";
import { createWords } from "../../../src/analysis/names/words.ts";
import { loadClusters } from "../../../src/analysis/word-clusters.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import { createMend, mendHyphens } from "../../../train/names/mend.ts";
import { numberWords } from "../../../train/names/number-words.ts";
import type { TaggedName, TaggedSentence } from "../../../train/names/read-names.ts";
import { recase } from "../../../train/names/recase.ts";

/** `[PER Ana Ruiz] spoke` as words and names. */
function tagged(marked: string): TaggedSentence {
  const tokens: string[] = [];
  const names: TaggedName[] = [];
  let open: { kind: TaggedName["kind"]; first: number } | undefined;
  for (const word of marked.split(" ")) {
    if (word.startsWith("[")) {
      open = { kind: word.slice(1) as TaggedName["kind"], first: tokens.length };
      continue;
    }
    tokens.push(word.replace(/\]$/, ""));
    if (word.endsWith("]") && open) names.push({ ...open, last: tokens.length });
  }
  return { tokens, names };
}

function shown({ tokens, names }: TaggedSentence): string[] {
  return names.map(({ kind, first, last }) => `${kind} ${tokens.slice(first, last).join(" ")}`);
}

describe("mending the labels of a corpus", () => {
  const mend = createMend(nodeData());
  const mended = (marked: string, source = "test") =>
    shown(mend({ id: "a", source, sentences: [tagged(marked)] }).sentences[0]!);

  it.each([
    ["[PER President Ana Ruiz] spoke", ["PER Ana Ruiz"]],
    ["in [LOC the Azores] today", ["LOC Azores"]],
    ["a [ORG Christian] school", ["MISC Christian"]],
    ["a Peruvian minister", ["MISC Peruvian"]],
    ["told [MISC The Evening Herald] so", ["ORG The Evening Herald"]],
    ["an [MISC industrial robot] moved", []],
  ])("%s", (marked, expected) => {
    expect(mended(marked)).toEqual(expected);
  });

  it("takes in what follows a hyphen of a person's name, not of another word", () => {
    expect(shown(mendHyphens(tagged("[PER Lee Min] - ho sang")))).toEqual(["PER Lee Min - ho"]);
    expect(shown(mendHyphens(tagged("[LOC Geneva] - based group")))).toEqual(["LOC Geneva"]);
    expect(shown(mendHyphens(tagged("[LOC Lima] - [LOC Callao] road")))).toEqual([
      "LOC Lima",
      "LOC Callao",
    ]);
  });
});

describe("headline copies", () => {
  it.each([
    ["title", "A Minister of the State Left Quito"],
    ["capitals", "A MINISTER OF THE STATE LEFT QUITO"],
    ["lower", "a minister of the state left quito"],
  ] as const)("are written in %s", (casing, expected) => {
    const sentence = tagged("a minister of the state left [LOC Quito]");
    expect(recase(sentence, casing).tokens.join(" ")).toBe(expected);
    expect(recase(sentence, casing).names).toEqual(sentence.names);
  });
});

describe("runs of capitalized words", () => {
  const words = createWords(loadClusters(nodeData()), () => 0);
  const runs = (sentence: string) => {
    const forms = sentence.split(" ");
    const text = toNameText(words, numberWords(forms), Int32Array.of(0, forms.length));
    const found = forms.map((_, i) => forms.slice(text.looseStart[i], text.looseEnd[i]).join(" "));
    return [...new Set(found)].filter((run) => run !== "");
  };

  it.each([
    ["The Ministry of Defense in Lima said", ["Ministry of Defense", "Lima"]],
    ["He met Ana del Valle there", ["Ana del Valle"]],
    ["Prices rose in March", ["Prices", "March"]],
    ["In the end nobody came", []],
  ])("%s", (sentence, expected) => {
    expect(runs(sentence)).toEqual(expected);
  });
});
