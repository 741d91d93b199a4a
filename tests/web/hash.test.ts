import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTS, NODE_KINDS, STATUSES } from "../../src/graph/kinds.ts";
import { readHash, writeHash } from "../../web/state/hash.ts";
import { type Focus, INITIAL, type ViewState } from "../../web/state/view-state.ts";

const id = fc.stringMatching(/^(person|country|event):[\p{L}\p{N}-]{1,20}$/u);
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const word = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const focus: fc.Arbitrary<Focus> = fc.oneof(
  fc.record({ type: fc.constant("node" as const), id }),
  fc.record({ type: fc.constant("article" as const), id: fc.stringMatching(/^[a-f0-9]{8}$/) }),
  fc.record({ type: fc.constant("pair" as const), source: id, target: id }),
  fc.record({ type: fc.constant("path" as const), from: id, to: id }),
);
const state: fc.Arbitrary<ViewState> = fc.record({
  view: fc.constantFrom("graph" as const, "map" as const, "table" as const, "time" as const),
  reading: fc.constantFrom("events" as const, "actors" as const),
  shown: fc.integer({ min: 1, max: 10_000 }),
  hiddenKinds: fc.subarray([...NODE_KINDS]),
  hiddenActs: fc.subarray([...ACTS]),
  hiddenStatuses: fc.subarray([...STATUSES]),
  countries: fc.uniqueArray(fc.stringMatching(/^[A-Z]{3}$/), { maxLength: 4 }),
  outlets: fc.uniqueArray(word, { maxLength: 4 }),
  minStories: fc.integer({ min: 1, max: 10 }),
  hideHubs: fc.boolean(),
  together: fc.boolean(),
  since: fc.option(day, { nil: undefined }),
  until: fc.option(day, { nil: undefined }),
  ego: fc.option(fc.record({ id, hops: fc.integer({ min: 1, max: 3 }) }), { nil: undefined }),
  expanded: fc.uniqueArray(id, { maxLength: 3 }),
  focus: fc.option(focus, { nil: undefined }),
  colorBy: fc.constantFrom("kind" as const, "community" as const),
  sizeBy: fc.constantFrom(
    "stories" as const,
    "degree" as const,
    "pagerank" as const,
    "betweenness" as const,
  ),
  quotesBy: fc.constantFrom("date" as const, "outlet" as const),
  list: fc.constantFrom(
    "actors" as const,
    "events" as const,
    "relations" as const,
    "articles" as const,
  ),
  sort: fc.constantFrom("-stories", "name", "-first"),
  camera: fc.option(
    fc.record({
      x: fc.integer({ min: -99, max: 99 }).map((n) => n / 16),
      y: fc.constant(0.5),
      ratio: fc.constantFrom(0.25, 1, 2.5),
    }),
    { nil: undefined },
  ),
  decisions: fc.constant([]),
});

describe("the address of a view", () => {
  it("brings any state back exactly", () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(readHash(`#${writeHash(given, INITIAL)}`, INITIAL)).toEqual(given);
      }),
    );
  });

  it("is empty for the opening view and never carries corrections", () => {
    expect(writeHash(INITIAL, INITIAL)).toBe("");
    expect(writeHash({ ...INITIAL, decisions: ["not an actor person:x"] }, INITIAL)).toBe("");
  });

  it("can be read by people", () => {
    const given: ViewState = {
      ...INITIAL,
      focus: { type: "node", id: "person:xi-jinping" },
      since: "2023-01-01",
      hiddenKinds: ["place"],
    };
    expect(writeHash(given, INITIAL)).toBe(
      "without=place&since=2023-01-01&at=node+person:xi-jinping",
    );
  });

  it.each([
    "view=nonsense",
    "shown=-5&stories=x",
    "since=yesterday",
    "around=9+person:x",
    "at=node",
    "at=pair+onlyone",
    "camera=1,2",
    "camera=1,2,-1",
    "countries=%E0%A4%A",
    "%%%",
    "&&&===",
  ])("opens on the default where the address is damaged: %s", (hash) => {
    const { countries: _, ...read } = readHash(hash, INITIAL);
    const { countries: __, ...initial } = INITIAL;
    expect(read).toEqual(initial);
  });
});
