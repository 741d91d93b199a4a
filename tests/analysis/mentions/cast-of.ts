/** Reads a marked text: `[Jane Doe|person]` is a name that the name finder found. Tables and parser are the real ones. */
import { createLanguageEngine } from "../../../src/analysis/language/index.ts";
import { type Cast, createMentionFinder } from "../../../src/analysis/mentions/index.ts";
import type { NameSpan, Parsed } from "../../../src/analysis/parsed.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import type { Article, Block } from "../../../src/model.ts";

const data = nodeData();
const parse = createLanguageEngine(data);
const findMentions = createMentionFinder(data);
const MARKED = /\[([^\]|]+)\|(person|organization|place|misc)\]/g;

/** Paragraphs are parted by a blank line; one that starts with `# ` is the headline. */
export function castOf(marked: string): Cast & { readonly text: string } {
  const names: { start: number; end: number; kind: NameSpan["kind"] }[] = [];
  let text = "";
  let at = 0;
  const plain = marked.replace(/^# /, "");
  for (const match of plain.matchAll(MARKED)) {
    text += plain.slice(at, match.index);
    names.push({
      start: text.length,
      end: text.length + match[1]!.length,
      kind: match[2] as NameSpan["kind"],
    });
    text += match[1]!;
    at = match.index + match[0].length;
  }
  text += plain.slice(at);
  const article: Article = {
    id: "test",
    title: "",
    text,
    blocks: blocksOf(text, marked.startsWith("# ")),
    language: "en",
    origin: "test",
  };
  const parsed = parse(article);
  return {
    ...findMentions(
      article,
      parsed,
      names.map((name) => toSpan(name, parsed)),
    ),
    text,
  };
}

/** The mentions of a text as `text > chain`, without those that are not asked for. */
export function links(marked: string): string[] {
  const { mentions, chains } = castOf(marked);
  return mentions.map(({ text, entity }) => `${text} > ${chains[entity]!.name}`);
}

function blocksOf(text: string, hasHeadline: boolean): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    const kind = hasHeadline && start === 0 ? "headline" : "body";
    blocks.push({ kind, start, end: start + part.length });
    start += part.length + 2;
  }
  return blocks;
}

function toSpan(
  { start, end, kind }: { start: number; end: number; kind: NameSpan["kind"] },
  { tokens }: Parsed,
): NameSpan {
  let firstToken = 0;
  while (tokens.start[firstToken]! < start) firstToken += 1;
  let lastToken = firstToken;
  while (lastToken < tokens.count && tokens.end[lastToken]! <= end) lastToken += 1;
  return { firstToken, lastToken, kind, confidence: 1, rule: "marked" };
}
