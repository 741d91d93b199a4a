/**
 * Corrections as lines of the decisions file, which every build obeys, and what they mean for the graph that is on the screen. A line that names
 * somebody who is not there, or that is not understood, changes nothing.
 */
import type { NewsGraph, NodeAttributes } from "../../src/graph/attributes.ts";
import { hideQuotes, quoteName } from "../../src/text/quoted-names.ts";

export type Decision =
  | { readonly type: "same" | "different"; readonly a: string; readonly b: string }
  | { readonly type: "rename"; readonly a: string; readonly name: string }
  | { readonly type: "not-an-actor"; readonly a: string }
  | { readonly type: "wrong"; readonly edge: string };

const SAME = /^same (.+) = (.+)$/;
const DIFFERENT = /^different (.+) ≠ (.+)$/;
const RENAME = /^rename (.+) -> (.+)$/;
const NOT_AN_ACTOR = /^not an actor (.+)$/;
const WRONG = /^wrong (.+)$/;

export function writeDecision(decision: Decision): string {
  switch (decision.type) {
    case "same":
      return `same ${quoteName(decision.a)} = ${quoteName(decision.b)}`;
    case "different":
      return `different ${quoteName(decision.a)} ≠ ${quoteName(decision.b)}`;
    case "rename":
      return `rename ${quoteName(decision.a)} -> ${quoteName(oneLine(decision.name))}`;
    case "not-an-actor":
      return `not an actor ${quoteName(decision.a)}`;
    case "wrong":
      return `wrong ${quoteName(decision.edge)}`;
  }
}

export function readDecision(line: string): Decision | undefined {
  const hidden = hideQuotes(line);
  const match = (pattern: RegExp): [string, string] | undefined => {
    const found = pattern.exec(hidden.line);
    return found === null ? undefined : [hidden.nameOf(found[1]!), hidden.nameOf(found[2] ?? "")];
  };
  const same = match(SAME);
  if (same !== undefined) return { type: "same", a: same[0], b: same[1] };
  const different = match(DIFFERENT);
  if (different !== undefined) return { type: "different", a: different[0], b: different[1] };
  const rename = match(RENAME);
  if (rename !== undefined) return { type: "rename", a: rename[0], name: rename[1] };
  const none = match(NOT_AN_ACTOR);
  if (none !== undefined) return { type: "not-an-actor", a: none[0] };
  const wrong = match(WRONG);
  if (wrong !== undefined) return { type: "wrong", edge: wrong[0] };
  return undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The graph as if the build had known; the given one stays as it is. */
export function applyDecisions(graph: NewsGraph, lines: readonly string[]): NewsGraph {
  if (lines.length === 0) return graph;
  const next = graph.copy() as NewsGraph;
  const current = new Map<string, string>();
  const resolve = (id: string): string => {
    let found = id;
    for (let into = current.get(found); into !== undefined; into = current.get(found)) found = into;
    return found;
  };
  for (const line of lines) {
    const decision = readDecision(line);
    if (decision === undefined) continue;
    if (decision.type === "wrong") {
      if (next.hasEdge(decision.edge)) next.dropEdge(decision.edge);
      continue;
    }
    const a = resolve(decision.a);
    if (!next.hasNode(a)) continue;
    if (decision.type === "rename")
      next.mergeNodeAttributes(a, renamed(next.getNodeAttributes(a), decision.name));
    else if (decision.type === "not-an-actor") next.dropNode(a);
    else if (decision.type === "same") {
      const b = resolve(decision.b);
      if (!next.hasNode(b) || a === b) continue;
      mergeInto(next, a, b);
      current.set(b, a);
    }
  }
  return next;
}

function renamed({ name, aliases }: NodeAttributes, to: string): Partial<NodeAttributes> {
  return { name: to, aliases: [...new Set([name, ...aliases])].filter((alias) => alias !== to) };
}

/** `b` becomes part of `a`: its names, its sentences, its edges. */
function mergeInto(graph: NewsGraph, a: string, b: string): void {
  const kept = graph.getNodeAttributes(a);
  const gone = graph.getNodeAttributes(b);
  const evidence = [...kept.evidence, ...gone.evidence];
  const groupOf = new Map(
    graph.getAttribute("articles").map(({ id, reprintGroup }) => [id, reprintGroup]),
  );
  const firsts = [kept.first, gone.first].filter((day) => day !== undefined).sort();
  const lasts = [kept.last, gone.last].filter((day) => day !== undefined).sort();
  graph.mergeNodeAttributes(a, {
    aliases: [...new Set([...kept.aliases, gone.name, ...gone.aliases])].filter(
      (alias) => alias !== kept.name,
    ),
    stories: new Set(evidence.map(({ article }) => groupOf.get(article) ?? article)).size,
    evidence,
    formerIds: [...(kept.formerIds ?? []), b, ...(gone.formerIds ?? [])],
    merged: [
      ...(kept.merged ?? []),
      { what: b, reason: `decided: same ${a} = ${b}` },
      ...(gone.merged ?? []),
    ],
    ...(firsts[0] === undefined ? {} : { first: firsts[0] }),
    ...(lasts.length === 0 ? {} : { last: lasts.at(-1)! }),
  });
  graph.forEachEdge(b, (edge, attributes, source, target) => {
    const from = source === b ? a : source;
    const to = target === b ? a : target;
    const key = `${edge}|merged`;
    if (from !== to && !graph.hasEdge(key)) graph.addEdgeWithKey(key, from, to, attributes);
  });
  graph.dropNode(b);
}
