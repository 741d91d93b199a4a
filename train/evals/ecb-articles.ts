/**
 * Reads ECB+ (Cybulska and Vossen 2014, annotation CC BY 3.0) as articles with gold mentions in character offsets. Only mentions in
 * validated sentences count, as the standard protocol has it.
 */
import { readFileSync } from "node:fs";
import type { Article } from "../../src/model.ts";
import { writeSentence } from "./written-text.ts";

export interface EcbMention {
  readonly start: number;
  readonly end: number;
  readonly kind: "event" | "human" | "nonhuman" | "location" | "time";
  readonly text: string;
  readonly chain: string;
}

export interface EcbArticle {
  readonly topic: string;
  /** Two a topic: the same sort of happening twice. */
  readonly subtopic: string;
  readonly article: Article;
  readonly mentions: readonly EcbMention[];
  /** Spans of the sentences that were annotated in full. */
  readonly validated: readonly { readonly start: number; readonly end: number }[];
}

interface EcbLine {
  readonly doc_id: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly sentences: readonly (readonly string[])[];
  readonly validated_sentences: readonly number[];
  readonly sentence_numbers: readonly number[];
  readonly mentions: readonly {
    readonly sent: number;
    readonly start: number;
    readonly end: number;
    readonly kind: EcbMention["kind"];
    readonly text: string;
    readonly chain: string;
    readonly validated?: boolean;
  }[];
}

export function readEcb(path: string): EcbArticle[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => toArticle(JSON.parse(line) as EcbLine));
}

/**
 * Groups of ten topics, as many as the standard test part has, so that figures can be compared: the more topics there are, the more
 * happenings of one kind are confused.
 */
export function inParts(articles: readonly EcbArticle[], topics = 10): EcbArticle[][] {
  const names = [...new Set(articles.map(({ topic }) => topic))].sort(
    (a, b) => Number(a) - Number(b),
  );
  const parts = Math.max(1, Math.round(names.length / topics));
  const size = Math.ceil(names.length / parts);
  return Array.from({ length: parts }, (_, i) => {
    const part = new Set(names.slice(i * size, (i + 1) * size));
    return articles.filter(({ topic }) => part.has(topic));
  });
}

const ADDRESS = /^(?:https?|www|html?)\b/i;

function toArticle(line: EcbLine): EcbArticle {
  let text = "";
  const starts: number[][] = [];
  const ends: number[][] = [];
  const spans: { start: number; end: number }[] = [];
  line.sentences.forEach((words, i) => {
    // Half of the files hold the address of the page as their first sentence; it would give the title away.
    const isAddress = i === 0 && ADDRESS.test(words[0] ?? "");
    if (text !== "" && !isAddress) text += "\n\n";
    const start = text.length;
    const written = writeSentence(isAddress ? [] : words, start);
    text += written.text;
    starts.push(written.starts);
    ends.push(written.ends);
    spans.push({ start, end: text.length });
  });
  const mentions = line.mentions.flatMap((mention): EcbMention[] => {
    const start = starts[mention.sent]?.[mention.start];
    const end = ends[mention.sent]?.[mention.end - 1];
    if (mention.validated !== true || start === undefined || end === undefined) return [];
    return [{ start, end, kind: mention.kind, text: mention.text, chain: mention.chain }];
  });
  const validated = new Set(line.validated_sentences);
  return {
    topic: line.topic,
    subtopic: line.subtopic,
    article: {
      id: line.doc_id,
      title: "",
      text,
      blocks: spans
        .filter(({ start, end }) => end > start)
        .map(({ start, end }) => ({ kind: "body", start, end })),
      language: "en",
      origin: line.doc_id,
    },
    mentions,
    validated: spans.filter((_, i) => validated.has(line.sentence_numbers[i]!)),
  };
}
