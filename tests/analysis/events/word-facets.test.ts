import { describe, expect, it } from "vitest";
import { loadEventLexicon } from "../../../src/analysis/events/lexicon.ts";
import { FACET } from "../../../src/analysis/events/word-facets.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";

const lexicon = loadEventLexicon(nodeData());
const has = (word: string, facet: number): boolean =>
  ((lexicon.facets.get(word) ?? 0) & facet) !== 0;
const parts = (key: string): readonly [string, string][] =>
  [...key.matchAll(/_/g)].map(({ index }) => [key.slice(0, index), key.slice(index + 1)]);

describe("the facets of words", () => {
  it.each([
    ["call", FACET.beginsVerb, true],
    ["call", FACET.acts, true],
    ["fire", FACET.endsHyphen, true],
    ["strike", FACET.endsCompound, true],
    ["state", FACET.beginsOf, true],
    ["say", FACET.verb, true],
    ["umbrella", FACET.acts | FACET.beginsVerb | FACET.none, false],
  ])("know of %s whether tables have it so (%d): %s", (word, facet, known) => {
    expect(has(word, facet)).toBe(known);
  });

  it("leave no key of verbs and operators out of reach", () => {
    for (const key of [...lexicon.verbs.keys(), ...lexicon.operators.keys()]) {
      const verb = key.replace(/\.n$/, "");
      expect(has(verb, FACET.acts), key).toBe(true);
      for (const [first] of parts(verb)) expect(has(first, FACET.beginsVerb), key).toBe(true);
    }
  });

  it("leave no compound out of reach", () => {
    const classes = [...lexicon.classes.values()].flatMap((members) => [...members]);
    for (const key of [...lexicon.nouns.keys(), ...lexicon.actorNouns.keys(), ...classes]) {
      for (const [, last] of parts(key)) expect(has(last, FACET.endsCompound), key).toBe(true);
    }
  });

  it("leave no cue out of reach", () => {
    for (const key of lexicon.noneCues.keys()) {
      expect(has(key, FACET.none)).toBe(true);
      for (const [first, last] of parts(key))
        expect(has(first, FACET.beginsNone) && has(last, FACET.endsNone), key).toBe(true);
    }
    for (const key of lexicon.contextCues.keys()) {
      expect(has(key, FACET.context)).toBe(true);
      for (const [first, last] of parts(key))
        expect(has(first, FACET.beginsContext) && has(last, FACET.endsContext), key).toBe(true);
    }
  });
});
