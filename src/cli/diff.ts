/** dramatis diff: what is new, gone and changed between two graphs. */
import { Command } from "commander";
import pc from "picocolors";
import {
  type Change,
  type ChangedNode,
  type DiffNode,
  diffGraphs,
  type GraphDiff,
} from "../graph/diff.ts";
import type { Io } from "./io.ts";
import { loadGraph } from "./load.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "./options.ts";
import { printable } from "./progress.ts";

interface Options extends CommonOptions {
  readonly limit: number;
}

const LIMIT = 20;

export function diffCommand(io: Io): Command {
  return withCommonOptions(
    new Command("diff")
      .argument("<before>", "a graph file")
      .argument("<after>", "a graph file")
      .option("-n, --limit <n>", "lines of each sort", wholeNumber, LIMIT),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis diff yesterday.json today.json
  dramatis diff yesterday.json today.json --json | jq '.nodes.added[].name'`,
    )
    .action((before: string, after: string, options: Options) =>
      runDiff(before, after, options, io),
    );
}

async function runDiff(before: string, after: string, options: Options, io: Io): Promise<void> {
  const diff = diffGraphs(await loadGraph(before), await loadGraph(after));
  const text =
    options.json === true ? JSON.stringify(diff, undefined, 2) : asText(diff, options, io.color);
  await io.write(`${text}\n`);
}

function asText({ articles, nodes, edges }: GraphDiff, { limit }: Options, color: boolean): string {
  const c = pc.createColors(color);
  const byStories = (list: readonly DiffNode[]) => [...list].sort((a, b) => b.stories - a.stories);
  const lines = [`articles: ${articles.added} added, ${articles.removed} removed`];
  const section = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    lines.push("", `${title}: ${items.length}`, ...items.slice(0, limit));
    if (items.length > limit) lines.push(`  and ${items.length - limit} more`);
  };
  section(
    "new",
    byStories(nodes.added).map((node) => c.green(`  + ${nodeText(node)}`)),
  );
  section(
    "gone",
    byStories(nodes.removed).map((node) => c.red(`  - ${nodeText(node)}`)),
  );
  section(
    "merged",
    nodes.merged.map((node) => c.yellow(`  > ${nodeText(node)} into ${printable(node.into)}`)),
  );
  section(
    "changed",
    [...nodes.changed]
      .sort((a, b) => weightOf(b) - weightOf(a))
      .map((node) => `  ~ ${printable(node.name)}: ${node.changes.map(changeText).join(", ")}`),
  );
  lines.push(
    "",
    `edges: ${edges.added.length} new, ${edges.removed.length} gone, ${edges.changed.length} told more or less often`,
  );
  return lines.join("\n");
}

/** What became of an event is news, more than that it was told again; then who is told of more than before. */
function weightOf({ changes }: ChangedNode): number {
  let weight = 0;
  for (const { attribute, before, after } of changes) {
    if (attribute === "status" || attribute === "polarity" || attribute === "act") weight += NEWS;
    if (attribute === "stories") weight += Math.abs(Number(after) - Number(before));
  }
  return weight;
}

const NEWS = 1_000_000;

function nodeText({ id, kind, name, stories }: DiffNode): string {
  return printable(`${name} [${id}] ${kind} · ${stories} ${stories === 1 ? "story" : "stories"}`);
}

function changeText({ attribute, before, after }: Change): string {
  if (attribute === "alias") return printable(`also "${after}"`);
  return printable(`${attribute} ${before ?? "unknown"} → ${after ?? "unknown"}`);
}
