import { beforeAll, describe, expect, it } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import { toGraph } from "../../src/graph/build.ts";
import { dayText } from "../../web/data/days.ts";
import { createNetwork, type Network } from "../../web/data/network.ts";
import { createTimeFilter } from "../../web/picture/time-filter.ts";
import { arrange, seat } from "../../web/scene/arrange.ts";
import { nodesInWindow } from "../../web/scene/in-window.ts";
import { composeScene } from "../../web/scene/scene.ts";
import { captionText } from "../../web/side/caption.ts";
import { INITIAL, type ViewState } from "../../web/state/view-state.ts";

describe("what stands in the picture", () => {
  let network: Network;
  const state = (patch: Partial<ViewState> = {}): ViewState => ({
    ...INITIAL,
    reading: "actors",
    ...patch,
  });

  beforeAll(() => {
    network = createNetwork(toGraph(syntheticKnowledge({ entities: 400, events: 600 })));
  });

  it("is a backbone: no more actors than asked for, and few lines each", () => {
    const { nodes, edges, counts } = composeScene(network, state());
    expect(nodes.length).toBeLessThanOrEqual(150);
    expect(edges.filter(({ kind }) => kind === "pair").length).toBeLessThan(nodes.length * 3);
    expect(counts.allActors).toBe(400);
    expect(captionText(network, state(), composeScene(network, state()))).toMatch(
      /^1\d\d of 400 actors · \d+ lines$/,
    );
  });

  it("leaves nobody standing alone", () => {
    for (const reading of ["events", "actors"] as const) {
      const { nodes, edges } = composeScene(network, state({ reading }));
      const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
      expect(nodes.filter(({ id }) => !linked.has(id))).toEqual([]);
    }
  });

  it("holds events in one reading and none in the other", () => {
    const kinds = (reading: ViewState["reading"]) =>
      new Set(composeScene(network, state({ reading })).nodes.map(({ kind }) => kind));
    expect(kinds("events")).toContain("event");
    expect(kinds("actors")).not.toContain("event");
  });

  it("obeys every filter", () => {
    const { graph } = network;
    const nodesOf = (patch: Partial<ViewState>) =>
      composeScene(network, state({ reading: "events", shown: 1e6, ...patch })).nodes;
    expect(nodesOf({ hiddenKinds: ["person"] }).some(({ kind }) => kind === "person")).toBe(false);
    expect(nodesOf({ minStories: 5 }).every(({ stories }) => stories >= 5)).toBe(true);
    const acts = nodesOf({ hiddenActs: ["ACCUSE"] }).map(({ id }) =>
      graph.getNodeAttribute(id, "act" as never),
    );
    expect(acts).not.toContain("ACCUSE");
    const statuses = nodesOf({ hiddenStatuses: ["planned", "claimed", "cancelled"] }).map(
      ({ id }) => graph.getNodeAttribute(id, "status" as never),
    );
    expect(statuses).not.toContain("planned");
    const [outlet] = network.outlets;
    for (const { id } of nodesOf({ outlets: [outlet!.value] })) {
      expect(
        graph
          .getNodeAttribute(id, "evidence")
          .some((item) => network.outletOf(item) === outlet!.value),
      ).toBe(true);
    }
  });

  it("keeps what was asked for by name in it, whatever its rank", () => {
    const shown = new Set(composeScene(network, state({ shown: 10 })).nodes.map(({ id }) => id));
    const hidden = network.actors.find((id) => !shown.has(id) && network.graph.degree(id) > 0)!;
    const withFocus = composeScene(
      network,
      state({ shown: 10, focus: { type: "node", id: hidden } }),
    );
    expect(withFocus.nodes.map(({ id }) => id)).toContain(hidden);
    const around = composeScene(network, state({ ego: { id: hidden, hops: 1 } }));
    expect(around.nodes.map(({ id }) => id)).toContain(hidden);
    expect(around.nodes.length).toBeLessThan(250);
  });

  it("grows with each step around an actor", () => {
    const [id] = network.actors;
    const sizes = [1, 2, 3].map(
      (hops) =>
        composeScene(network, state({ reading: "events", ego: { id: id!, hops } })).nodes.length,
    );
    expect(sizes[0]).toBeLessThanOrEqual(sizes[1]!);
    expect(sizes[1]).toBeLessThanOrEqual(sizes[2]!);
  });

  it("shows others around whoever has more events than can be drawn", () => {
    const crowded = createNetwork(
      toGraph(syntheticKnowledge({ entities: 150, events: 3000 }), { layout: false }),
    );
    const eventsOf = (id: string) =>
      crowded.graph.filterNeighbors(id, (_, { kind }) => kind === "event").length;
    const hub = crowded.actors.find((id) => eventsOf(id) > 250)!;
    expect(hub).toBeDefined();
    const { counts } = composeScene(crowded, state({ ego: { id: hub, hops: 1 } }));
    expect(counts.actors).toBeGreaterThan(50);
    expect(counts.edges).toBeGreaterThan(50);
  });

  it("stands in the same places every time, and newcomers move nobody", () => {
    const scene = composeScene(network, state({ shown: 60 }));
    const spots = arrange(scene.nodes, scene.edges, new Map());
    expect(arrange(scene.nodes, scene.edges, new Map())).toEqual(spots);
    const more = composeScene(network, state({ shown: 60, expanded: [scene.nodes[0]!.id] }));
    const seated = seat(more.nodes, more.edges, spots);
    for (const { id } of scene.nodes) expect(seated.get(id)).toEqual(spots.get(id));
    expect(more.nodes.every(({ id }) => seated.has(id))).toBe(true);
    for (const { x, y } of seated.values()) expect(Number.isFinite(x + y)).toBe(true);
  });

  it("counts in the caption, and hands over, what the window of time leaves", () => {
    const scene = composeScene(network, state({ reading: "events" }));
    const [from, to] = network.days;
    const window: [number, number] = [from, Math.floor((from + to) / 2)];
    const half = state({ reading: "events", since: dayText(window[0]), until: dayText(window[1]) });
    const times = createTimeFilter(scene);
    times.apply(window);
    const left = nodesInWindow(scene, half).map(({ id }) => id);
    expect(left.length).toBeLessThan(scene.nodes.length);
    expect(left).toEqual(
      scene.nodes.map(({ id }) => id).filter((id) => !times.hiddenNodes.has(id)),
    );
    const events = left.filter((id) => id.startsWith("event:")).length;
    expect(captionText(network, half, scene)).toContain(
      `${left.length - events} of 400 actors · ${events} of `,
    );
    expect(nodesInWindow(scene, state())).toBe(scene.nodes);
  });

  it("hides and shows by time, telling only what changes", () => {
    const scene = composeScene(network, state({ reading: "events" }));
    const times = createTimeFilter(scene);
    const [from, to] = network.days;
    const half: [number, number] = [from, Math.floor((from + to) / 2)];
    expect(times.apply(half).length).toBeGreaterThan(0);
    expect(times.apply(half)).toEqual([]);
    const outside = scene.edges.filter(({ id }) => times.isEdgeHidden(id));
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.every(({ days }) => days[0] < 0 || days[0] > half[1])).toBe(true);
    // A node is there as long as one of its lines is.
    const shown = scene.edges.filter(({ id }) => !times.isEdgeHidden(id));
    const ends = new Set(shown.flatMap(({ source, target }) => [source, target]));
    expect(scene.nodes.every(({ id }) => ends.has(id) !== times.hiddenNodes.has(id))).toBe(true);
    times.apply(undefined);
    expect(times.hiddenNodes.size).toBe(0);
    expect(scene.edges.some(({ id }) => times.isEdgeHidden(id))).toBe(false);
  });
});
