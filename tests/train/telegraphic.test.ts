import { expect, test } from "vitest";
import type { GoldSentence } from "../../train/conllu.ts";
import { telegraphic } from "../../train/language/telegraphic.ts";

/** Rows of `form lemma upos xpos head relation`, heads counted from 1, 0 for the root. */
function sentence(rows: readonly string[]): GoldSentence {
  const cells = rows.map((row) => row.split(" "));
  const column = (at: number): string[] => cells.map((cell) => cell[at]!);
  return {
    id: "",
    text: "",
    spaceAfter: true,
    startsDocument: false,
    startsParagraph: false,
    forms: column(0),
    lemmas: column(1),
    upos: column(2),
    xpos: column(3),
    heads: column(4).map((head) => Number(head) - 1),
    relations: column(5),
  };
}

const always = () => 0;

function told(rows: readonly string[]): string | undefined {
  return telegraphic(sentence(rows), always)?.forms.join(" ");
}

test("the past is told in the present, without articles and full stop", () => {
  const copy = telegraphic(
    sentence([
      "The the DET DT 2 det",
      "minister minister NOUN NN 3 nsubj",
      "denied deny VERB VBD 0 root",
      "the the DET DT 5 det",
      "report report NOUN NN 3 obj",
      ". . PUNCT . 3 punct",
    ]),
    always,
  )!;
  expect(copy.forms).toEqual(["Minister", "denies", "report"]);
  expect(copy.xpos).toEqual(["NN", "VBZ", "NN"]);
  expect(copy.heads).toEqual([1, -1, 1]);
});

test("the passive loses its be, a plan is told with to, and of two names a comma stands between", () => {
  expect(
    told([
      "Three three NUM CD 2 nummod",
      "rebels rebel NOUN NNS 4 nsubj:pass",
      "were be AUX VBD 4 aux:pass",
      "killed kill VERB VBN 0 root",
    ]),
  ).toBe("Three rebels killed");
  expect(
    told([
      "Putin Putin PROPN NNP 5 nsubj",
      "and and CCONJ CC 3 cc",
      "Xi Xi PROPN NNP 1 conj",
      "will will AUX MD 5 aux",
      "meet meet VERB VB 0 root",
    ]),
  ).toBe("Putin , Xi to meet");
});

test("what is no plain statement stays as it is: a question, a sentence without a subject", () => {
  expect(
    told([
      "Who who PRON WP 2 nsubj",
      "denied deny VERB VBD 0 root",
      "it it PRON PRP 2 obj",
      "? ? PUNCT . 2 punct",
    ]),
  ).toBeUndefined();
  expect(
    told(["Send send VERB VB 0 root", "the the DET DT 3 det", "report report NOUN NN 1 obj"]),
  ).toBeUndefined();
});
