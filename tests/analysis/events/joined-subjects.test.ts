import { expect, it } from "vitest";
import { createDraft, treeOf } from "../../../src/analysis/events/draft.ts";
import { joinSubjects } from "../../../src/analysis/events/joined-subjects.ts";
import { createLanguageEngine } from "../../../src/analysis/language/index.ts";
import { RELATION_ID, RELATIONS } from "../../../src/analysis/tag-sets.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import { toArticle } from "../language/engine.ts";

const parse = createLanguageEngine(nodeData());
const NSUBJ = RELATION_ID.get("nsubj")!;

/** The relations of the words after two of them were made subjects of a verb. */
function relationsOf(text: string, subjects: readonly string[], verb: string): string[] {
  const { tokens } = parse(toArticle(text));
  const at = (form: string): number => tokens.form.indexOf(form);
  const head = tokens.head.slice();
  const relation = tokens.relation.slice();
  for (const subject of subjects) {
    head[at(subject)] = at(verb);
    relation[at(subject)] = NSUBJ;
  }
  const table = { ...tokens, head, relation };
  const draft = createDraft(table);
  joinSubjects(draft, 0, tokens.count);
  const mended = treeOf(draft);
  return subjects.map((subject) => {
    const above = mended.head[at(subject)]!;
    return `${RELATIONS[mended.relation[at(subject)]!]}(${tokens.form[above]})`;
  });
}

it("joins two subjects of one verb that stand on the sides of and", () => {
  expect(relationsOf("Macron and Merkel urged Xi to wait.", ["Macron", "Merkel"], "urged")).toEqual(
    ["nsubj(urged)", "conj(Macron)"],
  );
  expect(relationsOf("On Friday he and Putin held talks.", ["he", "Putin"], "held")).toEqual([
    "nsubj(held)",
    "conj(he)",
  ]);
});

it("leaves two subjects with no and between them as they are", () => {
  expect(relationsOf("The man Merkel met urged Xi to wait.", ["man", "Merkel"], "urged")).toEqual([
    "nsubj(urged)",
    "nsubj(urged)",
  ]);
});
