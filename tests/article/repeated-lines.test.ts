import { expect, test } from "vitest";
import { dropCopyOfBody } from "../../src/article/repeated-lines.ts";

const PARAGRAPHS = [
  "The harbour board voted seven to two on Monday for a ferry pier at the eastern quay, ending a dispute that had divided the town for most of a decade.",
  'Mayor Ida Holm told reporters that work would begin in June and take about two years. "We have waited long enough," she said.',
  "Fishermen who use the quay said the plan leaves them too little room, and two of them announced that they would go to court.",
  "The national ports agency is to pay a third of the cost, which the board puts at 40 million euros, and the town has to find the rest by the end of next year.",
  "A first plan for a pier was dropped in 2014 after a court found that nobody had asked the owners of the boats what they thought of it.",
];
const whole = PARAGRAPHS.join(" ");
const dropped = (texts: readonly string[]): number[] => {
  const isBody = texts.map(() => true);
  dropCopyOfBody(
    texts.map((text) => ({ text })),
    isBody,
  );
  return isBody.flatMap((kept, i) => (kept ? [] : [i]));
};

test.each([
  ["goes, wherever it stands", [...PARAGRAPHS, whole], [5]],
  ["goes, before its paragraphs", [whole, ...PARAGRAPHS], [0]],
  ["stays, where the paragraphs were lost", [whole, PARAGRAPHS[0]!], []],
  [
    "stays, where three long paragraphs are nearly the same",
    [whole, `Norway: ${whole}`, `Spain: ${whole}`],
    [],
  ],
  ["is not a pull quote", [...PARAGRAPHS, '"We have waited long enough," she said.'], []],
] as const)("the whole story in one line %s", (_, texts, expected) => {
  expect(dropped(texts)).toEqual(expected);
});
