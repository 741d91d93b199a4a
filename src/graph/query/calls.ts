/**
 * The nine calls as a table: what each takes, as text, and how it is run. The command line, the HTTP server and
 * the OpenAPI document are all made from it, so that they cannot differ.
 */
import { ACTS, EDGE_KINDS, NODE_KINDS, POLARITIES, STATUSES } from "../kinds.ts";
import { QueryError } from "./errors.ts";
import { type Parameter, readParameters, type Values } from "./parameters.ts";
import type { NewsQuery } from "./types.ts";

export interface Call {
  readonly name: string;
  readonly about: string;
  /** Positional, all required; over HTTP they are parameters of the same names. `many`: one or more. */
  readonly positional: readonly {
    readonly name: string;
    readonly about: string;
    readonly many?: boolean;
  }[];
  readonly parameters: readonly Parameter[];
  run(query: NewsQuery, positional: readonly string[], values: Values): unknown;
}

const limit: Parameter = {
  name: "limit",
  type: "number",
  most: 10_000,
  about: "at most so many results",
};
const offset: Parameter = {
  name: "offset",
  type: "number",
  most: 1e9,
  about: "skip so many results",
};
const since: Parameter = { name: "since", type: "day", about: "from this day on" };
const until: Parameter = { name: "until", type: "day", about: "up to this day" };
const acts: Parameter = { name: "acts", type: "list", of: ACTS, about: "acts of events" };
const kinds: Parameter = { name: "kinds", type: "list", of: NODE_KINDS, about: "kinds of nodes" };
const edges: Parameter = { name: "edges", type: "list", of: EDGE_KINDS, about: "kinds of edges" };
const minStories: Parameter = {
  name: "minStories",
  type: "number",
  most: 1e9,
  about: "told by at least so many stories",
};
const node = { name: "node", about: "an id, a name or an alias" };

export const CALLS: readonly Call[] = [
  {
    name: "find",
    about: "nodes by name: any part, any accents, a few typing errors",
    positional: [{ name: "text", about: "what to look for" }],
    parameters: [kinds, limit],
    run: (query, [text], values) => query.find(text!, values),
  },
  {
    name: "get",
    about: "everything about one node",
    positional: [node],
    parameters: [],
    run: (query, [ref]) => {
      const found = query.get(ref!);
      if (found === undefined)
        throw new QueryError(`there is no "${ref}" in this graph`, "missing");
      return found;
    },
  },
  {
    name: "neighbors",
    about: "who and what stands around a node",
    positional: [node],
    parameters: [
      { name: "depth", type: "number", most: 4, about: "how many edges away; 1 if not given" },
      kinds,
      edges,
      acts,
      since,
      until,
      minStories,
      { name: "order", type: "word", of: ["weight", "distinctive"], about: "what comes first" },
      limit,
    ],
    run: (query, [ref], values) => query.neighbors(ref!, values),
  },
  {
    name: "paths",
    about: "chains of evidence from one node to another",
    positional: [
      { name: "from", about: "an id, a name or an alias" },
      { name: "to", about: "an id, a name or an alias" },
    ],
    parameters: [
      { name: "maxLength", type: "number", most: 10, about: "edges on the way; 6 if not given" },
      edges,
      since,
      until,
      { ...limit, most: 20 },
    ],
    run: (query, [from, to], values) => query.paths(from!, to!, values),
  },
  {
    name: "events",
    about: "events by act, actors, country, days and status",
    positional: [],
    parameters: [
      acts,
      { name: "actors", type: "list", about: "who takes part, all of them" },
      { name: "country", type: "word", about: "a country that takes part, by code or name" },
      since,
      until,
      { name: "status", type: "list", of: STATUSES, about: "what became of it" },
      { name: "polarity", type: "word", of: POLARITIES, about: "said to have been, or denied" },
      minStories,
      limit,
      offset,
    ],
    run: (query, _, values) => query.events(values),
  },
  {
    name: "timeline",
    about: "the events of one node in order of their days",
    positional: [node],
    parameters: [acts, since, until, limit],
    run: (query, [ref], values) => query.timeline(ref!, values),
  },
  {
    name: "evidence",
    about: "the sentences behind a node or an edge",
    positional: [{ name: "node", about: "an id or a name of a node, or the id of an edge" }],
    parameters: [since, until, limit, offset],
    run: (query, [ref], values) => query.evidence(ref!, values),
  },
  {
    name: "subgraph",
    about: "given nodes and what is between them, or all that fits a filter",
    positional: [{ name: "nodes", about: "ids or names; none for a filter", many: true }],
    parameters: [
      kinds,
      edges,
      acts,
      { name: "countries", type: "list", about: "countries of the nodes, by code or name" },
      since,
      until,
      minStories,
      limit,
    ],
    run: (query, nodes, values) => query.subgraph(nodes.length > 0 ? nodes : values),
  },
  {
    name: "top",
    about: "the most important nodes",
    positional: [],
    parameters: [
      {
        name: "by",
        type: "word",
        of: ["stories", "degree", "pagerank", "betweenness", "newcomers"],
        about: "in which sense",
      },
      kinds,
      since,
      until,
      limit,
    ],
    run: (query, _, values) => query.top(values),
  },
];

/** Runs a call on text as it comes from outside. Throws `QueryError` for anything that is not in the table. */
export function runCall(
  query: NewsQuery,
  name: string,
  positional: readonly string[],
  given: ReadonlyMap<string, string>,
): unknown {
  const call = CALLS.find((candidate) => candidate.name === name);
  if (call === undefined) {
    const names = CALLS.map((candidate) => candidate.name).join(", ");
    throw new QueryError(`unknown call "${name}": known are ${names}`);
  }
  const isMany = call.positional.some(({ many }) => many === true);
  const expected = call.positional.length;
  if (isMany ? false : positional.length !== expected) {
    const names = call.positional.map((argument) => `<${argument.name}>`).join(" ");
    throw new QueryError(
      `${name} takes ${expected === 0 ? "no argument" : names}, ${positional.length} came`,
    );
  }
  return call.run(query, positional, readParameters(name, call.parameters, given));
}
