import { expect, test } from "vitest";
import { RELATION_ID } from "../../src/analysis/tag-sets.ts";
import {
  buildTree,
  childrenOf,
  childWith,
  childWithBase,
  isBelow,
  pathUp,
  rootOf,
} from "../../src/analysis/tree.ts";
import { parseText } from "./language/engine.ts";

const parsed = parseText("Three soldiers were killed by rebels near the old border. Nobody won.");
const tree = buildTree(parsed);
const at = (word: string): number => parsed.tokens.form.indexOf(word);

test("children are found by relation, with and without its subtype", () => {
  const killed = at("killed");
  expect(childWith(tree, killed, RELATION_ID.get("nsubj:pass")!)).toBe(at("soldiers"));
  expect(childWith(tree, killed, RELATION_ID.get("nsubj")!)).toBe(-1);
  expect(childWithBase(tree, killed, RELATION_ID.get("nsubj")!)).toBe(at("soldiers"));
});

test("children come from left to right", () => {
  const children = childrenOf(tree, at("killed"));
  expect(children).toEqual([...children].sort((a, b) => a - b));
  expect(children).toContain(at("rebels"));
});

test("a subtree spans its words", () => {
  const border = at("border");
  expect(tree.leftEdge[border]).toBe(at("near"));
  expect(tree.rightEdge[border]).toBe(border + 1);
  expect(tree.leftEdge[at("killed")]).toBe(0);
});

test("paths lead to the root of the sentence and not beyond it", () => {
  expect(pathUp(tree, at("Three"))).toEqual([at("Three"), at("soldiers"), at("killed")]);
  expect(rootOf(tree, at("Three"))).toBe(at("killed"));
  expect(rootOf(tree, at("Nobody"))).toBe(at("won"));
  expect(isBelow(tree, at("old"), at("killed"))).toBe(true);
  expect(isBelow(tree, at("old"), at("won"))).toBe(false);
});
