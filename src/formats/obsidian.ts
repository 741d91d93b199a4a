/**
 * A vault for Obsidian: a note for each entity and event, with links to what it is connected with and the
 * quotes that say so. Text from articles is escaped, so that it can neither link nor embed.
 */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import type { ArticleRecord, Evidence } from "../model.ts";
import { articlesById } from "./articles.ts";
import type { FolderFormat, OutputFile, WriteOptions } from "./format.ts";
import { escapeMarkdown, safeLink } from "./markdown.ts";
import { noteNames } from "./note-names.ts";
import { cleanXml } from "./xml.ts";

export const obsidian: FolderFormat = {
  name: "obsidian",
  about: "an Obsidian vault: a note an entity, with links and quotes",
  extensions: [".obsidian"],
  mediaType: "text/markdown",
  hasPositions: false,
  shape: "folder",
  files,
};

const QUOTES_SHOWN = 50;

interface Vault {
  readonly graph: NewsGraph;
  readonly names: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, ArticleRecord>;
  readonly options: WriteOptions;
}

function* files(graph: NewsGraph, options: WriteOptions = {}): Generator<OutputFile> {
  const vault = { graph, names: noteNames(graph), articles: articlesById(graph), options };
  for (const { node, attributes } of graph.nodeEntries()) {
    yield { path: `${vault.names.get(node)}.md`, chunks: note(vault, node, attributes) };
  }
}

function* note(vault: Vault, id: string, attributes: NodeAttributes): Generator<string> {
  yield frontMatter(id, attributes);
  yield `\n# ${escapeMarkdown(attributes.name)}\n`;
  const relations = relationLines(vault, id);
  if (relations.length > 0) yield `\n## Relations\n\n${relations.join("\n")}\n`;
  if (vault.options.evidence === false) return;
  yield "\n## Quotes\n";
  for (const evidence of attributes.evidence.slice(0, QUOTES_SHOWN)) yield quote(vault, evidence);
  const left = attributes.evidence.length - QUOTES_SHOWN;
  if (left > 0) yield `\nAnd ${left} more.\n`;
}

/** JSON strings are YAML strings too. */
function frontMatter(id: string, attributes: NodeAttributes): string {
  const { kind, aliases, stories, first, last } = attributes;
  const fields: [string, unknown][] = [
    ["id", id],
    ["kind", kind],
    ["aliases", [...aliases]],
    ["stories", stories],
  ];
  if ("country" in attributes) fields.push(["country", attributes.country]);
  if (attributes.kind === "event") {
    const { plover, status, polarity, from, to } = attributes;
    fields.push(
      ["act", plover],
      ["status", status],
      ["polarity", polarity],
      ["from", from],
      ["to", to],
    );
  }
  fields.push(["first", first], ["last", last]);
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(clean(value))}\n`);
  return `---\n${lines.join("")}---\n`;
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  return typeof value === "string" ? cleanXml(value) : value;
}

function relationLines({ graph, names, options }: Vault, id: string): string[] {
  const lines: string[] = [];
  graph.forEachEdge(id, (_, attributes, source, target) => {
    if (options.together === false && attributes.kind === "together") return;
    const other = source === id ? target : source;
    const arrow = source === id ? "→" : "←";
    const label = linkLabel(graph.getNodeAttribute(other, "name"));
    const { weight } = attributes;
    const stories = `${weight} ${weight === 1 ? "story" : "stories"}`;
    lines.push(`- ${arrow} ${word(attributes)}: [[${names.get(other)}|${label}]] (${stories})`);
  });
  return lines.sort();
}

function word({ kind, title, stance }: EdgeAttributes): string {
  return escapeMarkdown(title ?? stance ?? kind);
}

function quote({ articles }: Vault, { article, quote, published }: Evidence): string {
  const { outlet, title, url } = articles.get(article) ?? {};
  const source = [outlet ?? title, published?.slice(0, 10)].filter((part) => part !== undefined);
  const link = safeLink(source.join(", ") || article, url);
  return `\n> ${escapeMarkdown(quote)}\n> — ${link}\n`;
}

/** Inside `[[...]]` nothing can be escaped. */
function linkLabel(name: string): string {
  return cleanXml(name)
    .replace(/[[\]|\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}
