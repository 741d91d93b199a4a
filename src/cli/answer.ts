/** Answers of the calls as lines for people. `--json` gives all of it. */
import pc from "picocolors";
import { inQuotes } from "../graph/in-quotes.ts";
import type {
  CitedEvidence,
  EdgeSummary,
  EventSummary,
  FoundNode,
  Neighborhood,
  NodeDetail,
  NodeSummary,
  Path,
  RankedNode,
  ResultPage,
  Subgraph,
  TimelineEntry,
} from "../graph/query/types.ts";
import { printable } from "./progress.ts";

type Colors = ReturnType<typeof pc.createColors>;

export function answerAsText(call: string, answer: unknown, color: boolean): string {
  const colors = pc.createColors(color);
  const lines = WRITERS[call]!(withPrintableText(answer) as never, colors);
  return lines.length === 0 ? "nothing found" : lines.join("\n");
}

const WRITERS: Readonly<Record<string, (answer: never, colors: Colors) => string[]>> = {
  find: (found: FoundNode[], c) =>
    found.map((node) => {
      const as = node.matched === node.name ? "" : c.dim(` as "${node.matched}"`);
      return nodeLine(node, c) + as;
    }),
  get: detailLines,
  neighbors: ({ center, total, nodes }: Neighborhood, c) => [
    // Two people of one event are two steps apart: asked for persons only, one step shows nobody.
    `${nodeLine(center, c)}: ${total} around it${total === 0 ? "; --depth 2 looks further" : ""}`,
    ...nodes.flatMap((node) => [
      `${"  ".repeat(node.depth)}${nodeLine(node, c)} · ${c.dim(node.via.map(edgeWord).join(", "))}`,
      ...node.via
        .slice(0, 1)
        .map((edge) => `${"  ".repeat(node.depth)}  ${quoteLine(edge.evidence, c)}`),
    ]),
  ],
  paths: (paths: Path[], c) => paths.flatMap((path, i) => pathLines(path, i, c)),
  events: ({ total, offset, items }: ResultPage<EventSummary>, c) => [
    ...items.flatMap((event) => eventLines(event, c)),
    ...moreLine(total, offset, items.length),
  ],
  timeline: (entries: TimelineEntry[], c) =>
    entries.flatMap(({ day, event }) => {
      const [first, ...rest] = eventLines(event, c);
      return [event.from === undefined ? `(${day}) ${first}` : first!, ...rest];
    }),
  evidence: ({ total, offset, items }: ResultPage<CitedEvidence>, c) => [
    ...items.map((item) => quoteLine(item, c)),
    ...moreLine(total, offset, items.length),
  ],
  subgraph: ({ total, nodes, edges }: Subgraph, c) => [
    `${nodes.length} of ${total} nodes, ${edges.length} edges`,
    ...nodes.map((node) => `  ${nodeLine(node, c)}`),
    ...edges.map((edge) => `  ${edge.source} ${c.dim(`-${edgeWord(edge)}->`)} ${edge.target}`),
  ],
  top: (ranked: RankedNode[], c) =>
    ranked.map((node) => `${String(node.rank).padStart(3)}. ${nodeLine(node, c)} · ${node.score}`),
};

function nodeLine({ id, kind, name, stories, country }: NodeSummary, c: Colors): string {
  const where = country === undefined || kind === "country" ? "" : ` ${country}`;
  return `${c.bold(name)} ${c.dim(`[${id}]`)} ${kind}${where} · ${plural(stories, "story", "stories")}`;
}

function detailLines(node: NodeDetail, c: Colors): string[] {
  const lines = [nodeLine(node, c)];
  if (node.aliases.length > 0) lines.push(`  also: ${node.aliases.join(", ")}`);
  lines.push(...mergeLines(node, c));
  for (const role of node.roles) {
    const former = role.former === true ? "former " : "";
    lines.push(
      `  ${former}${role.title ?? "represents"}: ${role.source === node.id ? role.target : role.source}`,
    );
  }
  if (node.event !== undefined) lines.push(...eventLines(node.event, c).map((line) => `  ${line}`));
  const counts = Object.entries(node.edges).map(([kind, count]) => `${count} ${kind}`);
  lines.push(`  ${plural(node.degree, "neighbor", "neighbors")}: ${counts.join(", ")}`);
  for (const item of node.evidence) lines.push(`  ${quoteLine(item, c)}`);
  return lines;
}

/** Why it is one node: the names by reason; the tellings of an event have no name that says anything, so they are counted. */
function mergeLines({ kind, merged }: NodeDetail, c: Colors): string[] {
  const whats = new Map<string, string[]>();
  for (const { what, reason } of merged) whats.set(reason, [...(whats.get(reason) ?? []), what]);
  return [...whats].map(([reason, list]) => {
    const what = kind === "event" ? plural(list.length, "telling", "tellings") : list.join(", ");
    return `  ${c.dim("taken in:")} ${what} ${c.dim(`(${reason})`)}`;
  });
}

function eventLines(event: EventSummary, c: Colors): string[] {
  const days = event.from === event.to ? event.from : `${event.from ?? "…"} to ${event.to ?? "…"}`;
  const denied = event.polarity === "denied" ? ", denied" : "";
  const who = event.participants.map(({ name, role }) => `${name} (${role})`).join(", ");
  return [
    `${days ?? "no date"} ${c.bold(event.plover)} ${event.name} ${c.dim(`[${event.id}]`)} ${event.status}${denied} · ${plural(event.stories, "story", "stories")}`,
    ...(who === "" ? [] : [`    ${who}`]),
    `    ${quoteLine(event.evidence, c)}`,
  ];
}

function pathLines({ nodes, steps, cost }: Path, i: number, c: Colors): string[] {
  const lines = [`${i + 1}. ${plural(steps.length, "step", "steps")}, cost ${cost}`];
  for (const [j, node] of nodes.entries()) {
    lines.push(`   ${nodeLine(node, c)}`);
    const step = steps[j];
    if (step !== undefined) lines.push(`     ${edgeWord(step)}: ${quoteLine(step.evidence, c)}`);
  }
  return lines;
}

function edgeWord({ kind, title, stance }: EdgeSummary): string {
  return title ?? stance ?? kind;
}

function quoteLine({ quote, title, outlet, published, origin }: CitedEvidence, c: Colors): string {
  const source = [outlet ?? origin, published?.slice(0, 10)].filter((part) => part !== undefined);
  return `${inQuotes(quote)} ${c.dim(`(${source.join(", ") || title})`)}`;
}

function moreLine(total: number, offset: number, shown: number): string[] {
  const left = total - offset - shown;
  return left > 0 ? [`and ${left} more: --offset ${offset + shown}`] : [];
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function withPrintableText(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === "string" ? printable(value) : value,
  );
}
