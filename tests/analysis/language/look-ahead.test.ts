import { expect, test } from "vitest";
import { lookAhead } from "../../../src/analysis/language/look-ahead.ts";
import { createSentenceWords, FIRST } from "../../../src/analysis/language/sentence-words.ts";
import { UPOS_ID } from "../../../src/analysis/tag-sets.ts";

/** Columns of a sentence that consists of these tags. */
function ahead(tags: readonly string[]) {
  const s = createSentenceWords();
  s.count = tags.length;
  for (const [i, tag] of tags.entries()) {
    s.pos[FIRST + i] = UPOS_ID.get(tag)! + 1;
    s.tag[FIRST + i] = UPOS_ID.get(tag)! + 1;
  }
  // What an earlier, longer sentence left behind.
  s.nextVerb.fill(99, FIRST + tags.length, FIRST + tags.length + 3);
  lookAhead(s);
  return s;
}

test("a noun before the last verb sees one, a noun behind it none", () => {
  const { nextVerb } = ahead(["NOUN", "VERB", "NOUN", "PUNCT"]);
  expect(nextVerb[FIRST]).toBeGreaterThan(0);
  expect(nextVerb[FIRST]).not.toBe(nextVerb[FIRST + 1]);
  expect(nextVerb[FIRST + 2]).toBe(0);
});

test("two verbs to come are told from one", () => {
  expect(ahead(["NOUN", "VERB", "VERB"]).nextVerb[FIRST]).not.toBe(
    ahead(["NOUN", "VERB", "NOUN"]).nextVerb[FIRST],
  );
});

test("the end of the sentence is clean of the sentence before", () => {
  const { nextVerb, nextBreak } = ahead(["NOUN", "NOUN"]);
  expect([...nextVerb.subarray(FIRST, FIRST + 5)]).toEqual([0, 0, 0, 0, 0]);
  expect([...nextBreak.subarray(FIRST, FIRST + 5)]).toEqual([0, 0, 0, 0, 0]);
});

test("a comma two words on is a break", () => {
  const { nextBreak } = ahead(["NOUN", "NOUN", "PUNCT", "NOUN"]);
  expect(nextBreak[FIRST]).toBeGreaterThan(0);
  expect(nextBreak[FIRST + 3]).toBe(0);
});
