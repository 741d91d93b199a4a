/**
 * Events of the sample that several articles tell, reprints counted once: how many have two tellings found at all, and of these how many have them on one node.
 * The sample and its manifest were written for this project.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/build.ts";
import type { EventNode } from "../../src/graph/attributes.ts";
import { dataFolder } from "../../src/lexicon/node-data.ts";
import type { Suite } from "./suite.ts";

interface ToldEvent {
  readonly id: string;
  readonly act: string;
  readonly accept?: readonly string[];
  readonly participants: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly articles: readonly { readonly article: string }[];
}

interface FoundEvent {
  readonly id: string;
  readonly node: EventNode;
  readonly names: ReadonlySet<string>;
}

export const suite: Suite = {
  name: "sample-links",
  about: "events of the sample that are told twice or more: found twice, and then on one node",
  files: [],
  async run() {
    const folder = join(dataFolder(), "sample");
    const manifest = JSON.parse(
      readFileSync(join(dataFolder(), "..", "tests", "sample", "manifest.json"), "utf8"),
    ) as { readonly events: readonly ToldEvent[] };
    const graph = await build([folder], { layout: false });
    const records = graph.getAttribute("articles");
    const groupOf = new Map(
      records.map(({ origin, reprintGroup }) => [origin.slice(folder.length + 1), reprintGroup]),
    );
    const groupOfId = new Map(records.map(({ id, reprintGroup }) => [id, reprintGroup]));
    const events: FoundEvent[] = [];
    graph.forEachNode((id, node) => {
      if (node.kind !== "event") return;
      const names = new Set<string>();
      graph.forEachNeighbor(id, (other, { kind, name, aliases, ...rest }) => {
        for (const called of [name, ...aliases]) names.add(`${kind}:${called}`);
        names.add(other);
        // A leader stands for the country, and the other way round.
        if ("country" in rest && rest.country !== undefined) names.add(`country:${rest.country}`);
      });
      events.push({ id, node, names });
    });
    const details: string[] = [];
    let [told, found, linked] = [0, 0, 0];
    for (const event of manifest.events) {
      const groups = new Set(event.articles.flatMap(({ article }) => groupOf.get(article) ?? []));
      if (groups.size < 2) continue;
      told++;
      const nodesOf = new Map<string, string[]>();
      for (const { id, node, names } of events) {
        if (!isMeant(event, node, names)) continue;
        const here = new Set(node.evidence.map(({ article }) => groupOfId.get(article)!));
        for (const group of here) {
          if (groups.has(group)) nodesOf.set(group, [...(nodesOf.get(group) ?? []), id]);
        }
      }
      if (nodesOf.size < 2) {
        details.push(`${event.id}: found in ${nodesOf.size} of ${groups.size}`);
        continue;
      }
      found++;
      const counts = new Map<string, number>();
      for (const id of [...nodesOf.values()].flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
      if ([...counts.values()].some((count) => count >= 2)) linked++;
      else {
        const labels = [...new Set([...nodesOf.values()].flat())].map((id) =>
          describe(graph.getNodeAttributes(id) as EventNode),
        );
        details.push(`${event.id}: NOT LINKED ${labels.join("  |  ")}`);
      }
    }
    return {
      figures: { told, found, linked, "linked.share": found === 0 ? 0 : linked / found },
      details: details.join("\n"),
    };
  },
};

/** The same act, days that may be the same, and half of the participants or more. */
function isMeant(
  { act, accept = [], participants, from, to }: ToldEvent,
  node: EventNode,
  names: ReadonlySet<string>,
): boolean {
  if (act !== node.act && !accept.includes(node.act)) return false;
  if (from !== undefined && node.to !== undefined && node.to < from) return false;
  if (to !== undefined && node.from !== undefined && node.from > to) return false;
  return participants.filter((id) => names.has(id)).length * 2 >= participants.length;
}

function describe({ name, from, to, status }: EventNode): string {
  return `${name} [${from ?? "…"} to ${to ?? "…"}, ${status}]`;
}
