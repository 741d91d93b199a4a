/** Replaces the graph in a store, with all that is computed once and asked often. */
import type { NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { betweenness } from "../graph/betweenness.ts";
import { pagerank } from "../graph/pagerank.ts";
import { nameEntries, wordsIn } from "../graph/query/names.ts";
import { daysOfNode } from "../graph/query/window.ts";
import type { Evidence } from "../model.ts";
import type { Db, Value } from "./database.ts";
import { edgeId } from "./edge-id.ts";
import { inserter } from "./inserter.ts";
import { putMeta } from "./kept.ts";
import { DROP_GRAPH, GRAPH_INDEXES, GRAPH_TABLES } from "./schema.ts";

/** To be called inside a transaction where readers may be about. */
export function writeGraph(db: Db, graph: NewsGraph): void {
  db.exec(DROP_GRAPH + GRAPH_TABLES);
  const writeEvidence = evidenceWriter(db);
  writeArticles(db, graph);
  const numbers = writeNodes(db, graph, writeEvidence);
  writeEdges(db, graph, numbers, writeEvidence);
  writeEvidence.finish();
  db.exec(GRAPH_INDEXES);
  const { articles: _articles, notes, ...header } = graph.getAttributes();
  putMeta(db, "header", JSON.stringify(header));
  putMeta(db, "graph notes", JSON.stringify(notes ?? []));
}

function writeArticles(db: Db, graph: NewsGraph): void {
  const insert = inserter(db, "articles", 9);
  for (const article of graph.getAttribute("articles") ?? []) {
    const { id, title, origin, published, outlet, agency, url, sourceId, story } = article;
    insert.add([
      id,
      title,
      origin,
      published ?? null,
      outlet ?? null,
      agency ?? null,
      url ?? null,
      sourceId ?? null,
      story,
    ]);
  }
  insert.finish();
}

/** Numbers of the nodes by id. */
function writeNodes(
  db: Db,
  graph: NewsGraph,
  evidence: EvidenceWriter,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const insert = inserter(db, "nodes", 30);
  const former = db.sql("INSERT OR REPLACE INTO former_ids VALUES (?, ?)");
  const names = nameWriter(db);
  const ranks = pagerank(graph);
  const bridges = betweenness(graph);
  graph.forEachNode((id, attributes) => {
    const number = numbers.size + 1;
    numbers.set(id, number);
    insert.add([
      number,
      id,
      ...nodeValues(attributes),
      graph.degree(id),
      graph.neighbors(id).length,
      ranks.get(id) ?? 0,
      bridges.get(id) ?? 0,
      attributes.x ?? null,
      attributes.y ?? null,
      attributes.formerIds === undefined ? null : JSON.stringify(attributes.formerIds),
    ]);
    for (const old of attributes.formerIds ?? []) former.run([old, number]);
    names.add(number, id, attributes);
    evidence.add(number, attributes.evidence);
  });
  insert.finish();
  names.finish();
  return numbers;
}

function nodeValues(attributes: NodeAttributes): Value[] {
  const { kind, name, stories, first, last, evidence } = attributes;
  const entity = kind !== "event" && kind !== "article" ? attributes : undefined;
  const event = kind === "event" ? attributes : undefined;
  const { from, to } = daysOfNode(attributes);
  return [
    kind,
    name,
    entity?.country ?? null,
    toBit(entity?.unnamed),
    event?.act ?? null,
    event?.plover ?? null,
    event?.mode ?? null,
    event?.contexts === undefined ? null : JSON.stringify(event.contexts),
    event?.status ?? null,
    event?.polarity ?? null,
    event === undefined ? null : JSON.stringify(event.told),
    event?.from ?? null,
    event?.to ?? null,
    event?.precision ?? null,
    event?.basis ?? null,
    stories,
    first ?? null,
    last ?? null,
    from ?? to ?? null,
    to ?? from ?? null,
    evidence.length,
  ];
}

function toBit(value: boolean | undefined): Value {
  return value === undefined ? null : Number(value);
}

/** Every name as it is, for the graph; the folded ones and their words for the search. */
function nameWriter(db: Db) {
  const aliases = inserter(db, "aliases", 6);
  const words = inserter(db, "words", 3);
  const nameWords = inserter(db, "name_words", 2);
  const known = new Map<string, number>();
  let count = 0;
  return {
    add(node: number, id: string, { name, aliases: others, stories }: NodeAttributes): void {
      const texts = [name, ...others];
      const entries = nameEntries(id, texts, stories);
      let next = 0;
      texts.forEach((text, position) => {
        const entry = entries[next]?.text === text ? entries[next++] : undefined;
        const number = ++count;
        aliases.add([
          number,
          node,
          position,
          text,
          entry?.key ?? null,
          Number(entry?.isAlias ?? true),
        ]);
        for (const word of entry === undefined ? [] : wordsIn(entry.key)) {
          let wordNumber = known.get(word);
          if (wordNumber === undefined) {
            wordNumber = known.size + 1;
            known.set(word, wordNumber);
            words.add([wordNumber, word, word.length]);
          }
          nameWords.add([wordNumber, number]);
        }
      });
    },
    finish(): void {
      for (const insert of [aliases, words, nameWords]) insert.finish();
    },
  };
}

function writeEdges(
  db: Db,
  graph: NewsGraph,
  numbers: ReadonlyMap<string, number>,
  evidence: EvidenceWriter,
): void {
  const insert = inserter(db, "edges", 13);
  const ends: { node: number; weight: number; edge: number; other: number }[] = [];
  let number = 0;
  graph.forEachEdge((id, attributes, source, target) => {
    number++;
    const { kind, weight, first, last, title, former, stance, quoted } = attributes;
    const [from, to] = [numbers.get(source)!, numbers.get(target)!];
    insert.add([
      number,
      id === edgeId(source, target, attributes) ? null : id,
      from,
      to,
      kind,
      weight,
      first ?? null,
      last ?? null,
      title ?? null,
      toBit(former),
      stance ?? null,
      toBit(quoted),
      attributes.evidence.length,
    ]);
    evidence.add(-number, attributes.evidence);
    ends.push({ node: from, weight, edge: number, other: to });
    if (from !== to) ends.push({ node: to, weight, edge: number, other: from });
  });
  insert.finish();
  // In the order of the table: each page is written once.
  ends.sort((a, b) => a.node - b.node || b.weight - a.weight || a.edge - b.edge);
  const adjacency = inserter(db, "adjacency", 4);
  for (const { node, weight, edge, other } of ends) adjacency.add([node, weight, edge, other]);
  adjacency.finish();
}

interface EvidenceWriter {
  /** `owner`: the number of a node, or of an edge with a minus. */
  add(owner: number, evidence: readonly Evidence[]): void;
  finish(): void;
}

/** A sentence stands behind an event, its people and their edges: it is stored once. */
function evidenceWriter(db: Db): EvidenceWriter {
  const quotes = inserter(db, "quotes", 7);
  const rows = inserter(db, "evidence", 7);
  const known = new Map<string, number>();
  const numberOf = ({ article, start, end, quote, kind, published }: Evidence): number => {
    const key = `${article} ${start} ${end} ${kind} ${published ?? ""} ${quote}`;
    let number = known.get(key);
    if (number === undefined) {
      number = known.size + 1;
      known.set(key, number);
      quotes.add([number, article, start, end, quote, kind, published ?? null]);
    }
    return number;
  };
  return {
    add(owner, evidence) {
      evidence.forEach((item, position) => {
        const { rule, status, polarity, copies } = item;
        rows.add([
          owner,
          position,
          numberOf(item),
          rule,
          status ?? null,
          polarity ?? null,
          copies === undefined ? null : JSON.stringify(copies),
        ]);
      });
    },
    finish() {
      quotes.finish();
      rows.finish();
    },
  };
}
