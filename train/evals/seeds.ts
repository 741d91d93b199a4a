/**
 * The graph of the two seed articles against the expected graph made by hand: actors, countries, places, events with
 * their days, participants and status, statements, relations, and what must not be found. Only what the gold names
 * is judged; the rules know nothing of these articles.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EventNode, NodeAttributes } from "../../src/graph/attributes.ts";
import type { Analysis } from "../../src/model.ts";
import { buildFrom } from "../line.ts";
import type { Suite, SuiteResult } from "./suite.ts";

interface GoldActor {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly aliases: readonly string[];
  readonly articles?: readonly string[];
}

interface GoldEvent {
  readonly id: string;
  readonly type: string | null;
  readonly type_accepted?: readonly string[];
  readonly level: string;
  readonly status: string;
  readonly ongoing?: boolean;
  readonly time: { readonly start: string | null; readonly end: string | null };
  readonly participants: readonly { readonly actor: string }[];
  readonly articles: readonly string[];
  readonly evidence: readonly { readonly article: string; readonly quote: string }[];
}

interface GoldGraph {
  readonly actors: readonly GoldActor[];
  readonly countries: readonly { readonly id: string; readonly level: string }[];
  readonly places: readonly { readonly name: string; readonly level: string }[];
  readonly events: readonly GoldEvent[];
  readonly statements: readonly {
    readonly id: string;
    readonly speaker: string;
    readonly level: string;
    readonly evidence: readonly { readonly quote: string }[];
  }[];
  readonly negated_or_hypothetical: readonly {
    readonly id: string;
    readonly type: string;
    readonly agent: string;
    readonly target: string;
  }[];
  readonly relations: readonly {
    readonly from_: string;
    readonly to: string;
    readonly level: string;
  }[];
  readonly must_not: {
    readonly actors: readonly string[];
    readonly countries: readonly string[];
    readonly places: readonly string[];
  };
}

interface Node {
  readonly id: string;
  readonly data: NodeAttributes;
}

export const suite: Suite = {
  name: "seeds",
  about: "the graph of the two seed articles against the one made by hand",
  files: ["seeds.json", "../seeds/000_3454bf03d8e5e6d5.txt", "../seeds/004_7f20de5b952d9547.txt"],
  async run(folder): Promise<SuiteResult> {
    const gold = JSON.parse(readFileSync(join(folder, "seeds.json"), "utf8")) as GoldGraph;
    const { graph, analyses } = await buildFrom([join(folder, "..", "seeds")]);
    const nodes: Node[] = graph.mapNodes((id, data) => ({ id, data }));
    const errors: string[] = [];
    const share = (
      name: string,
      items: readonly { level: string }[],
      found: (i: number) => boolean,
    ) => {
      const core = items.map((_, i) => i).filter((i) => items[i]!.level === "core");
      const hits = core.filter((i) => {
        const hit = found(i);
        if (!hit) errors.push(`missed ${name}: ${JSON.stringify(items[i]).slice(0, 160)}`);
        return hit;
      });
      return core.length === 0 ? 1 : hits.length / core.length;
    };
    const ids = new Map<string, string[]>();
    for (const actor of gold.actors) ids.set(actor.id, idsOf(actor, nodes));
    for (const { id } of gold.countries) ids.set(id, [`country:${id}`]);

    const judged = gold.events.map((event) => judge(event, nodes, ids, graph, analyses));
    judged.forEach((result, i) => {
      const event = gold.events[i]!;
      if (event.level === "core" && !(result.found && result.days && result.who && result.status)) {
        errors.push(`event ${event.id}: ${JSON.stringify(result)}`);
      }
    });
    const coreEvents = judged.filter((_, i) => gold.events[i]!.level === "core");
    const rate = (test: (j: Judged) => boolean) =>
      coreEvents.filter(test).length / coreEvents.length;
    const forbidden = violations(gold, nodes, graph, ids);
    errors.push(...forbidden.map((text) => `must not be: ${text}`));

    const call = judged[0]!;
    return {
      figures: {
        "actors.core": share("actor", gold.actors, (i) => ids.get(gold.actors[i]!.id)!.length > 0),
        "countries.core": share("country", gold.countries, (i) =>
          nodes.some(({ id }) => id === `country:${gold.countries[i]!.id}`),
        ),
        "places.core": share("place", gold.places, (i) =>
          nodes.some(({ data }) => data.kind === "place" && hasName(data, [gold.places[i]!.name])),
        ),
        "events.core.found": rate(({ found }) => found),
        "events.core.days": rate(({ days }) => days),
        "events.core.participants": rate(({ who }) => who),
        "events.core.status": rate(({ status }) => status),
        "events.core.all": rate(({ found, days, who, status }) => found && days && who && status),
        "events.videoCallIsOneFromBoth": Number(call.articles >= 2 && call.days),
        "statements.core": share("statement", gold.statements, (i) =>
          hasStatement(gold.statements[i]!, gold, analyses),
        ),
        "relations.core": share("relation", gold.relations, (i) => {
          const { from_, to } = gold.relations[i]!;
          return (ids.get(from_) ?? []).some((a) =>
            (ids.get(to) ?? []).some(
              (b) => graph.hasNode(a) && graph.hasNode(b) && graph.areNeighbors(a, b),
            ),
          );
        }),
        mustNotFree: 1 / (1 + forbidden.length),
      },
      details: `${errors.join("\n")}\n\n${nodes
        .filter(({ data }) => data.kind === "event")
        .map(({ data }) => describe(data as EventNode))
        .join("\n")}\n\n${nodes
        .filter(({ data }) => data.kind !== "event")
        .map(({ id, data }) => `${id}: ${[data.name, ...data.aliases].join(" | ")}`)
        .join("\n")}`,
    };
  },
};

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/[’']s$/, "");
}

function hasName(data: NodeAttributes, names: readonly string[]): boolean {
  const own = new Set([data.name, ...data.aliases].map(fold));
  return names.some((name) => own.has(fold(name)));
}

function idsOf(actor: GoldActor, nodes: readonly Node[]): string[] {
  const names = actor.aliases.filter((alias) => !/^(?:his|its|dear) /.test(alias));
  return nodes
    .filter(({ data }) => data.kind !== "event" && data.kind !== "country" && data.kind !== "place")
    .filter(({ data }) => hasName(data, [actor.name, ...names]))
    .map(({ id }) => id);
}

interface Judged {
  readonly found: boolean;
  readonly days: boolean;
  readonly who: boolean;
  readonly status: boolean;
  readonly articles: number;
  readonly label?: string;
}

/** The best event node whose evidence is one of the quotes of the gold event. */
function judge(
  gold: GoldEvent,
  nodes: readonly Node[],
  ids: ReadonlyMap<string, readonly string[]>,
  graph: Awaited<ReturnType<typeof buildFrom>>["graph"],
  analyses: readonly Analysis[],
): Judged {
  const types = gold.type_accepted ?? (gold.type === null ? ["OTHER", "COOPERATE"] : [gold.type]);
  const candidates = nodes.filter(
    ({ data }) =>
      data.kind === "event" &&
      types.includes(data.act) &&
      data.evidence.some(({ quote }) =>
        gold.evidence.some((e) => squeeze(e.quote) === squeeze(quote)),
      ),
  );
  const judged = candidates.map(({ id, data }): Judged => {
    const event = data as EventNode;
    const present = graph.mapNeighbors(id, (node) => node);
    const wanted = gold.participants.map(({ actor }) => ids.get(actor) ?? []);
    // An army or a chief may stand for its country and the other way round: one of the two is enough.
    const mains = wanted.filter((list) => list.length > 0);
    const hits = mains.filter((list) => list.some((node) => present.includes(node)));
    return {
      found: true,
      days: sameDays(gold, event),
      who: hits.length >= Math.max(1, Math.ceil(mains.length / 2)),
      status: gold.ongoing ? event.status !== "planned" : event.status === gold.status,
      articles: new Set(
        event.evidence.map(
          ({ article }) => analyses.find((a) => a.article.id === article)?.article.id,
        ),
      ).size,
      label: describe(event),
    };
  });
  const points = (j: Judged) => Number(j.days) + Number(j.who) + Number(j.status) + j.articles / 10;
  return (
    judged.sort((a, b) => points(b) - points(a))[0] ?? {
      found: false,
      days: false,
      who: false,
      status: false,
      articles: 0,
    }
  );
}

/** A gold day that is open or inferred may stay open; it must not be a false day. */
function sameDays({ time }: GoldEvent, event: EventNode): boolean {
  const own = { start: event.from ?? null, end: event.to ?? null };
  const fits = (gold: string | null, day: string | null, open: boolean) =>
    gold === day || (open && day === null) || (gold === null && open);
  const inferred =
    (time as { basis?: string }).basis !== "explicit" &&
    (time as { basis?: string }).basis !== "resolved";
  return (
    fits(time.start, own.start, inferred) && fits(time.end, own.end, inferred || time.end === null)
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function hasStatement(
  gold: GoldGraph["statements"][number],
  all: GoldGraph,
  analyses: readonly Analysis[],
): boolean {
  const actor = all.actors.find(({ id }) => id === gold.speaker);
  return analyses.some(({ article, sentences, statements, mentions, chains }) =>
    statements.some(({ speaker, sentence }) => {
      const { start, end } = sentences[sentence]!;
      const text = squeeze(article.text.slice(start, end));
      if (!gold.evidence.some(({ quote }) => squeeze(quote) === text)) return false;
      const chain = chains[mentions[speaker]!.entity]!;
      if (actor === undefined) return chain.country === gold.speaker;
      return [actor.name, ...actor.aliases].some((name) => fold(name) === fold(chain.name));
    }),
  );
}

function violations(
  gold: GoldGraph,
  nodes: readonly Node[],
  graph: Awaited<ReturnType<typeof buildFrom>>["graph"],
  ids: ReadonlyMap<string, readonly string[]>,
): string[] {
  const found: string[] = [];
  for (const { id, data } of nodes) {
    if (data.kind === "event" || data.kind === "article") continue;
    const plain = gold.must_not.actors.filter((name) => !name.includes("("));
    if (data.kind !== "country" && hasName(data, [...plain, ...gold.must_not.places]))
      found.push(id);
    if (data.kind === "country" && gold.must_not.countries.includes(data.country ?? ""))
      found.push(id);
  }
  for (const { type, agent, target, id } of gold.negated_or_hypothetical) {
    for (const node of nodes) {
      if (node.data.kind !== "event" || node.data.act !== type || node.data.polarity === "denied")
        continue;
      if (node.data.status === "hypothetical") continue;
      const kinds = (edge: string, list: readonly string[]) =>
        list.some((entity) => graph.someEdge(entity, node.id, (_, { kind }) => kind === edge));
      const from = ids.get(agent) ?? [`country:${agent}`];
      const to = ids.get(target) ?? [`country:${target}`];
      const exists = (list: readonly string[]) => list.filter((x) => graph.hasNode(x));
      if (kinds("actor", exists(from)) && kinds("recipient", exists(to))) {
        found.push(`${id} ${describe(node.data as EventNode)}`);
      }
    }
  }
  return found;
}

function describe({ name, act, status, polarity, from, to, evidence }: EventNode): string {
  return `${act} ${status} ${polarity === "denied" ? "denied " : ""}${from ?? "?"}..${to ?? "?"} ${name} [${new Set(evidence.map(({ article }) => article)).size}] «${evidence[0]!.quote.slice(0, 60)}»`;
}
