/**
 * What the tables know of a word, as bits. They are asked for once a token; the rules build and look up joined keys
 * (`call_for`, `hunger_strike`) only for words that stand at that place of some key, which few words do.
 */
import type { EventLexicon } from "./lexicon.ts";

export const FACET = {
  /** A verb, an operator or a reporting word. */
  verb: 1,
  /** Begins a key of verbs or operators: the *call* of `call_for`. */
  beginsVerb: 2,
  /** Ends a key of verbs or operators behind a hyphen: the *fire* of `test-fire`. */
  endsHyphen: 4,
  /** Begins a compound with *of*: the *state* of `state_of_emergency`. */
  beginsOf: 8,
  /** Ends a compound: the *strike* of `hunger_strike`. */
  endsCompound: 16,
  /** A cue that speaks against news, or the first or second word of one. */
  none: 32,
  beginsNone: 64,
  endsNone: 128,
  /** A cue of a context, or the first or second word of one. */
  context: 256,
  beginsContext: 512,
  endsContext: 1024,
  /** A verb or an operator by itself. */
  acts: 2048,
  /** Can head an event noun or an operator noun: the *strike* of `hunger_strike`, the *state* of `state_of_emergency`. */
  headsNoun: 4096,
  /** Only carries the event that stands before it: *a mediation effort*, *a rescue operation*. */
  carriesNoun: 8192,
} as const;

const CARRIERS =
  "effort drive campaign bid operation mission program programme package initiative process attempt action move activity";

export type WordFacets = ReadonlyMap<string, number>;

type Tables = Pick<
  EventLexicon,
  | "verbs"
  | "operators"
  | "reporting"
  | "nouns"
  | "classes"
  | "actorNouns"
  | "noneCues"
  | "contextCues"
>;

export function loadWordFacets(tables: Tables): WordFacets {
  const facets = new Map<string, number>();
  const set = (word: string, facet: number): void => {
    facets.set(word, (facets.get(word) ?? 0) | facet);
  };
  /** Wherever a key may be cut in two at the joint. */
  const cut = (key: string, joint: string, begins: number, ends: number): void => {
    for (let at = key.indexOf(joint); at >= 0; at = key.indexOf(joint, at + 1)) {
      set(key.slice(0, at), begins);
      set(key.slice(at + joint.length), ends);
    }
  };
  const { verbs, operators, reporting, nouns, classes, actorNouns } = tables;
  for (const table of [verbs, operators, reporting]) {
    for (const key of table.keys()) set(key, FACET.verb);
  }
  for (const table of [verbs, operators]) {
    for (const key of table.keys()) {
      set(asVerb(key), FACET.acts);
      cut(asVerb(key), "_", FACET.beginsVerb, 0);
      cut(asVerb(key), "-", 0, FACET.endsHyphen);
    }
  }
  for (const table of [nouns, operators, actorNouns, ...classes.values()]) {
    for (const key of table.keys()) {
      cut(asVerb(key), "_", 0, FACET.endsCompound);
      cut(asVerb(key), "_of_", FACET.beginsOf, 0);
    }
  }
  for (const table of [nouns, operators]) {
    for (const key of table.keys()) set(headOf(asVerb(key)), FACET.headsNoun);
  }
  for (const word of CARRIERS.split(" ")) set(word, FACET.carriesNoun);
  for (const key of tables.noneCues.keys()) {
    set(key, FACET.none);
    cut(key, "_", FACET.beginsNone, FACET.endsNone);
  }
  for (const key of tables.contextCues.keys()) {
    set(key, FACET.context);
    cut(key, "_", FACET.beginsContext, FACET.endsContext);
  }
  return facets;
}

/** Operators that are nouns are marked so: of `call.n` the call. */
function asVerb(key: string): string {
  return key.endsWith(".n") ? key.slice(0, -2) : key;
}

function headOf(key: string): string {
  const parts = key.split("_");
  return parts[1] === "of" ? parts[0]! : parts.at(-1)!;
}
