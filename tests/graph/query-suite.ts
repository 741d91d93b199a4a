/** One suite for whatever answers the nine calls: a graph in memory, a store. It asks the graph of the fixtures. */
import { describe, expect, test } from "vitest";
import { CALLS, runCall } from "../../src/graph/query/calls.ts";
import { QueryError } from "../../src/graph/query/index.ts";
import type { NewsQuery } from "../../src/graph/query/types.ts";

const ids = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => id);

export function answersTheNineCalls(query: NewsQuery): void {
  describe("find", () => {
    test.each([
      ["Xi Jinping", "person:xi-jinping"],
      ["xi jinping", "person:xi-jinping"],
      ["jinping", "person:xi-jinping"],
      ["PUTIN", "person:vladimir-putin"],
      ["Vladmir Putin", "person:vladimir-putin"],
      ["Niinisto", "person:sauli-niinisto"],
      ["Stoltenburg", "person:jens-stoltenberg"],
      ["Washington", "country:USA"],
      ["U.S.", "country:USA"],
      ["us", "country:USA"],
      ["nato", "organization:nato"],
      ["kremlin spokes", "person:dmitry-peskov"],
    ])("%s leads to %s", (text, id) => {
      expect(ids(query.find(text, { kinds: ["person", "country", "organization"] }))[0]).toBe(id);
    });

    test("one whose own name it is comes before one who is also called so", () => {
      expect(ids(query.find("Moscow"))[0]).toBe("place:moscow");
      expect(ids(query.find("Moscow"))).toContain("country:RUS");
    });

    test.each(["Putin", "Xi"])("who is called %s comes before events that name them", (text) => {
      const kinds = query.find(text, { limit: 50 }).map(({ kind }) => kind === "event");
      expect(kinds).toContain(true);
      expect(kinds.slice(0, kinds.indexOf(true))).not.toEqual([]);
      expect(kinds.slice(kinds.indexOf(true))).not.toContain(false);
    });

    test("namesakes are both found", () => {
      expect(ids(query.find("Li", { kinds: ["person"] })).sort()).toEqual([
        "person:li-qiang",
        "person:li-shangfu",
      ]);
    });

    test.each(["", "   ", "zzzz", "\u0000", "a".repeat(10_000), "*", "[", "Xyz Jinping"])(
      "%j finds nothing",
      (text) => {
        expect(query.find(text)).toEqual([]);
      },
    );
  });

  describe("get", () => {
    test("gives aliases, offices and quotes with their articles", () => {
      const putin = query.get("Vladimir Putin")!;
      expect(putin).toMatchObject({
        id: "person:vladimir-putin",
        kind: "person",
        country: "RUS",
        stories: 3,
      });
      expect(putin.aliases).toContain("the Russian President");
      expect(putin.roles.map(({ title, target }) => [title, target])).toEqual([
        ["president", "country:RUS"],
      ]);
      expect(putin.evidence[0]).toMatchObject({
        outlet: "Sample Herald",
        url: "https://herald.example/call-planned",
      });
      expect(putin.edges).toEqual({ actor: 1, participant: 2, represents: 1 });
    });

    test("an id that was merged away still leads to its node", () => {
      expect(query.get("place:berlin-germany")?.id).toBe("place:berlin");
    });

    test("says why its names are taken for one, with an article that shows it", () => {
      expect(query.get("place:berlin")?.merged).toEqual([
        { what: "Berlin (Germany)", reason: "another name of the place", article: "a7" },
        { what: "place:berlin-germany", reason: "decided: same Berlin = Berlin, Germany <b>" },
      ]);
      expect(query.get("Peskov")?.merged).toEqual([]);
    });

    test("a surname is enough where only one has it", () => {
      expect(query.get("Peskov")?.id).toBe("person:dmitry-peskov");
      expect(query.get("Nobody")).toBeUndefined();
    });

    test("a name of two is turned down with both ids", () => {
      expect(query.get("Li")).toBeUndefined();
    });

    test("an event tells what each article said of it", () => {
      expect(query.get("event:call")?.event).toMatchObject({
        act: "CONSULT",
        from: "2022-12-30",
        status: "actual",
        told: { a1: "planned", a2: "actual", a3: "actual" },
      });
    });
  });

  describe("neighbors", () => {
    test("lists what stands next to a node, most stories first", () => {
      const { center, total, nodes } = query.neighbors("Xi Jinping");
      expect(center.id).toBe("person:xi-jinping");
      expect(total).toBe(nodes.length);
      expect(ids(nodes)[0]).toBe("event:call");
      expect(ids(nodes)).toContain("country:CHN");
    });

    test("two steps away are those of the same events, with the quotes that say so", () => {
      const { nodes } = query.neighbors("Xi Jinping", { depth: 2, kinds: ["person"] });
      expect(ids(nodes)).toEqual(["person:vladimir-putin", "person:dmitry-peskov"]);
      expect(nodes[0]!.depth).toBe(2);
      expect(nodes[0]!.weight).toBe(4);
      expect(nodes[0]!.via[0]!.evidence.quote).toMatch(/Putin/);
    });

    test.each([
      [{ acts: ["REQUEST"] as const }, ["event:invite"]],
      [{ edges: ["represents"] as const }, ["country:CHN"]],
      [{ since: "2023-03-15", until: "2023-03-31" }, ["event:talks", "event:visit"]],
      [{ until: "2022-12-29" }, ["country:CHN"]],
      [{ minStories: 2 }, ["event:call"]],
      [{ limit: 1 }, ["event:call"]],
      [{ kinds: ["place"] as const }, []],
    ])("%j leaves %j", (options, expected) => {
      expect(ids(query.neighbors("Xi Jinping", options).nodes)).toEqual(expected);
    });

    test("standing in one sentence counts only when asked for", () => {
      expect(query.neighbors("Jens Stoltenberg").nodes).toEqual([]);
      expect(ids(query.neighbors("Jens Stoltenberg", { edges: ["together"] }).nodes)).toEqual([
        "person:sauli-niinisto",
      ]);
    });

    test("at the same weight, what is seldom met comes before what is common", () => {
      const around = (order: "weight" | "distinctive") =>
        ids(query.neighbors("United States", { depth: 2, order, kinds: ["country"] }).nodes);
      expect(around("weight")).toEqual(["country:CHN", "country:RUS"]);
      expect(around("distinctive")).toEqual(["country:RUS", "country:CHN"]);
    });
  });

  describe("paths", () => {
    test("the best chain comes first, each step with its sentence", () => {
      const [best] = query.paths("Dmitry Peskov", "Xi Jinping");
      expect(ids(best!.nodes)).toEqual(["person:dmitry-peskov", "event:call", "person:xi-jinping"]);
      expect(best!.steps).toHaveLength(2);
      expect(best!.steps.every(({ evidence }) => evidence.quote !== "")).toBe(true);
    });

    test("all are different, without a node twice, none longer than asked, dearer as they come", () => {
      const found = query.paths("Dmitry Peskov", "United States", { limit: 10, maxLength: 6 });
      expect(found.length).toBeGreaterThan(2);
      expect(new Set(found.map(({ nodes }) => ids(nodes).join())).size).toBe(found.length);
      for (const { nodes, steps } of found) {
        expect(new Set(ids(nodes)).size).toBe(nodes.length);
        expect(steps.length).toBeLessThanOrEqual(6);
      }
      const costs = found.map(({ cost }) => cost);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
    });

    test("a dear short way is found when the cheap one is too long", () => {
      expect(query.paths("Dmitry Peskov", "Vladimir Putin", { maxLength: 1 })).toEqual([]);
      expect(
        query.paths("Dmitry Peskov", "Vladimir Putin", { maxLength: 2 })[0]!.steps,
      ).toHaveLength(2);
    });

    test("there is none between strangers, nor to oneself", () => {
      expect(query.paths("Vladimir Putin", "Emmanuel Macron")).toEqual([]);
      expect(query.paths("Vladimir Putin", "Putin")).toEqual([]);
    });
  });

  describe("events", () => {
    test.each([
      [{}, 11],
      [{ acts: ["CONSULT"] as const }, 5],
      [{ acts: ["AGREE"] as const }, 1],
      [{ actors: ["Vladimir Putin", "Xi Jinping"] }, 3],
      [{ country: "CHN" }, 7],
      [{ country: "China" }, 7],
      [{ country: "BRA" }, 0],
      [{ status: ["planned", "cancelled"] as const }, 2],
      [{ polarity: "denied" as const }, 1],
      [{ since: "2023-04-01" }, 3],
      [{ minStories: 2 }, 1],
    ])("%j fits %i", (filter, count) => {
      expect(query.events(filter).total).toBe(count);
    });

    test("they come by day, page by page, with all who take part", () => {
      const all = query.events().items;
      const days = all.map(({ from, first }) => from ?? first!);
      expect(days).toEqual([...days].sort());
      const pages = [0, 4, 8].flatMap((offset) => query.events({ offset, limit: 4 }).items);
      expect(pages).toEqual(all);
      expect(all.find(({ id }) => id === "event:march")!.participants).toEqual([
        { id: "group:unions", kind: "group", name: "unions", role: "actor", country: "FRA" },
        {
          id: "person:emmanuel-macron",
          kind: "person",
          name: "Emmanuel Macron",
          role: "recipient",
          country: "FRA",
        },
        { id: "country:FRA", kind: "country", name: "France", role: "about", country: "FRA" },
        { id: "place:paris", kind: "place", name: "Paris", role: "place", country: "FRA" },
      ]);
    });
  });

  test("a timeline runs from the first event to the last, with the role in each", () => {
    const entries = query.timeline("Vladimir Putin");
    expect(entries.map(({ day, roles, event }) => [day, roles, event.id])).toEqual([
      ["2022-12-30", ["participant"], "event:call"],
      ["2022-12-30", ["actor"], "event:invite"],
      ["2023-03-21", ["participant"], "event:talks"],
    ]);
    expect(query.timeline("Vladimir Putin", { since: "2023-01-01" })).toHaveLength(1);
  });

  test("evidence is paged in order of publication, for nodes and for edges", () => {
    const all = query.evidence("Vladimir Putin");
    expect(all.total).toBe(4);
    expect(query.evidence("Vladimir Putin", { offset: 3, limit: 5 }).items).toEqual(
      all.items.slice(3),
    );
    expect(query.evidence("Vladimir Putin", { since: "2023-01-01" }).total).toBe(1);
    expect(
      query
        .evidence("person:xi-jinping|participant|event:call")
        .items.map(({ article }) => article),
    ).toEqual(["a1", "a2"]);
  });

  test("a subgraph holds the given nodes and what is between them", () => {
    const { nodes, edges } = query.subgraph(["Putin", "event:call", "country:RUS"]);
    expect(ids(nodes)).toEqual(["country:RUS", "event:call", "person:vladimir-putin"]);
    expect(edges.map(({ kind }) => kind).sort()).toEqual(["participant", "represents"]);
  });

  test("a subgraph may be all that fits a filter", () => {
    const { total, nodes } = query.subgraph({ kinds: ["person"], countries: ["China"] });
    expect([total, ids(nodes)]).toEqual([
      3,
      ["person:li-qiang", "person:li-shangfu", "person:xi-jinping"],
    ]);
    const limited = query.subgraph({ limit: 5 });
    expect([limited.nodes.length, limited.total]).toEqual([5, 34]);
  });

  describe("top", () => {
    test.each([
      ["stories", "country:CHN"],
      ["degree", "country:RUS"],
      ["pagerank", "person:xi-jinping"],
      ["betweenness", "person:xi-jinping"],
    ] as const)("by %s it is %s", (by, id) => {
      const ranked = query.top({ by, limit: 5 });
      expect(ranked[0]!.id).toBe(id);
      expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
      const scores = ranked.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    test("newcomers are those first told of in the period", () => {
      const newcomers = query.top({ by: "newcomers", since: "2023-04-01", until: "2023-05-31" });
      expect(ids(newcomers).sort()).toEqual([
        "country:FIN",
        "organization:nato",
        "person:jens-stoltenberg",
        "person:sauli-niinisto",
        "place:brussels",
      ]);
    });
  });

  test.each([
    ["neighbors", ["Nobody at all"], {}, /no "Nobody at all"/],
    ["neighbors", ["Xi Jinpin"], {}, /did you mean Xi Jinping/],
    ["neighbors", ["Xi"], { depth: "many" }, /depth: expected a whole number up to 4, got "many"/],
    ["neighbors", ["Xi"], { depth: "9" }, /up to 4/],
    ["neighbors", ["Xi"], { kinds: "person,thing" }, /kinds: "thing" is unknown: expected person/],
    [
      "neighbors",
      ["Xi"],
      { colour: "red" },
      /neighbors has no parameter "colour": known are depth/,
    ],
    ["neighbors", [], {}, /neighbors takes <node>, 0 came/],
    [
      "events",
      [],
      { since: "yesterday" },
      /since: expected a day such as 2023-03-20, got "yesterday"/,
    ],
    ["events", [], { since: "2023-02-31x" }, /since: expected a day/],
    ["events", [], { since: "2023-02-30" }, /since: expected a day/],
    ["events", [], { country: "Atlantis" }, /no country "Atlantis"/],
    ["top", [], { by: "beauty" }, /by: "beauty" is unknown: expected stories/],
    ["dance", [], {}, /unknown call "dance": known are find, get/],
    ["get", ["Nobody"], {}, /no "Nobody"/],
  ])("%s %j %j is turned down with what was expected", (call, positional, given, message) => {
    const run = () => runCall(query, call, positional, new Map(Object.entries(given)));
    expect(run).toThrow(QueryError);
    expect(run).toThrow(message);
  });

  test.each<[string, unknown[], RegExp]>([
    ["events", [{ act: "CONSULT" }], /events has no option "act": known are acts, actors/],
    ["events", [{ since: "March" }], /events: since: expected a day such as .*, got "March"/],
    ["events", [{ status: "planned" }], /status: expected a list of actual, .*, got "planned"/],
    ["neighbors", ["Xi", { kinds: ["thing"] }], /kinds: expected a list of person, /],
    ["neighbors", ["Xi", { limit: -1 }], /limit: expected a number, got -1/],
    ["neighbors", ["Xi", "person"], /neighbors: expected options such as/],
    ["paths", ["Xi"], /paths: to: expected an id or a name, got undefined/],
    ["get", [{}], /get: node: expected an id or a name, got \{\}/],
    ["subgraph", [["Xi", 1]], /subgraph: nodes: expected an id or a name, got 1/],
    ["top", [{ by: "beauty" }], /top: by: expected a word of stories/],
  ])("%s(%j) in code is turned down with what was expected", (call, given, message) => {
    const run = () =>
      (query[call as keyof NewsQuery] as (...given: unknown[]) => unknown)(...given);
    expect(run).toThrow(QueryError);
    expect(run).toThrow(message);
  });

  test("answers are plain data", () => {
    const positional: Readonly<Record<string, readonly string[]>> = {
      find: ["xi"],
      get: ["Xi"],
      neighbors: ["Xi"],
      paths: ["Xi", "Dmitry Peskov"],
      timeline: ["Xi"],
      evidence: ["Xi"],
      subgraph: ["Xi"],
    };
    for (const { name } of CALLS) {
      const answer = runCall(query, name, positional[name] ?? [], new Map());
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    }
  });
}
