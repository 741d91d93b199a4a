import { describe, expect, it } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import { toGraph } from "../../src/graph/build.ts";
import {
  applyDecisions,
  type Decision,
  readDecision,
  writeDecision,
} from "../../web/correct/lines.ts";

describe("corrections by hand", () => {
  const graph = toGraph(syntheticKnowledge({ entities: 30, events: 40 }));
  const [a, b] = graph.filterNodes((_, { kind }) => kind === "person") as [string, string];

  it.each<[Decision, string]>([
    [{ type: "same", a: "person:a", b: "person:b" }, "same person:a = person:b"],
    [{ type: "different", a: "person:a", b: "B. A." }, "different person:a ≠ B. A."],
    [{ type: "rename", a: "person:a", name: "Ada\n Lind" }, "rename person:a -> Ada Lind"],
    [{ type: "not-an-actor", a: "organization:x" }, "not an actor organization:x"],
    [{ type: "wrong", edge: "person:a|actor|event:1" }, "wrong person:a|actor|event:1"],
  ])("are lines that people can read: %o", (decision, line) => {
    expect(writeDecision(decision)).toBe(line);
    expect(readDecision(line)?.type).toBe(decision.type);
  });

  it("merge two nodes with all that is said of them, and leave the original alone", () => {
    const merged = applyDecisions(graph, [`same ${a} = ${b}`]);
    expect(merged.hasNode(b)).toBe(false);
    expect(graph.hasNode(b)).toBe(true);
    const sentences =
      graph.getNodeAttribute(a, "evidence").length + graph.getNodeAttribute(b, "evidence").length;
    expect(merged.getNodeAttribute(a, "evidence")).toHaveLength(sentences);
    expect(merged.getNodeAttribute(a, "aliases")).toContain(graph.getNodeAttribute(b, "name"));
    expect(merged.getNodeAttribute(a, "formerIds")).toContain(b);
    expect(merged.degree(a)).toBeGreaterThanOrEqual(Math.max(graph.degree(a), graph.degree(b)));
  });

  it("follow an id that was merged away", () => {
    const renamed = applyDecisions(graph, [`same ${a} = ${b}`, `rename ${b} -> Somebody`]);
    expect(renamed.getNodeAttribute(a, "name")).toBe("Somebody");
  });

  it("drop what is no actor and what is no relation", () => {
    expect(applyDecisions(graph, [`not an actor ${a}`]).hasNode(a)).toBe(false);
    const [edge] = graph.edges();
    expect(applyDecisions(graph, [`wrong ${edge}`]).hasEdge(edge)).toBe(false);
  });

  it.each([
    "",
    "same a",
    "nonsense",
    "same nobody = noone",
    "rename nobody -> x",
    "not an actor nobody",
  ])("ignore a line that means nothing here: %s", (line) => {
    const next = applyDecisions(graph, [line]);
    expect([next.order, next.size]).toEqual([graph.order, graph.size]);
  });
});
