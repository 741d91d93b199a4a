/** Reads CoNLL-U (universaldependencies.org/format.html), gzipped or plain. Empty nodes and enhanced arcs are left out. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface GoldSentence {
  readonly id: string;
  /** The raw text of the sentence. */
  readonly text: string;
  /** Whether the next sentence follows after a blank. */
  readonly spaceAfter: boolean;
  readonly startsDocument: boolean;
  readonly startsParagraph: boolean;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Number of the head word, -1 for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export function readConllu(path: string): GoldSentence[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n\n")
    .filter((block) => /^\d+\t/m.test(block))
    .map(readSentence);
}

function readSentence(block: string): GoldSentence {
  const lines = block.split("\n");
  const comments = lines.filter((line) => line.startsWith("#"));
  const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split("\t"));
  const last = lines.filter((line) => /^\d/.test(line)).at(-1)!;
  const lastRange = lines.filter((line) => /^\d+-\d+\t/.test(line)).at(-1);
  const closing = lastRange?.startsWith(`${rows.length - 1}-${rows.length}\t`) ? lastRange : last;
  const comment = (name: string): string | undefined =>
    comments.find((line) => line.startsWith(`# ${name} = `))?.slice(name.length + 5);
  return {
    id: comment("sent_id") ?? "",
    text: comment("text") ?? "",
    spaceAfter: !closing.includes("SpaceAfter=No"),
    startsDocument: comments.some((line) => line.startsWith("# newdoc")),
    startsParagraph: comments.some((line) => /^# newpar(?: |$)/.test(line)),
    forms: rows.map((row) => row[1]!),
    lemmas: rows.map((row) => row[2]!),
    upos: rows.map((row) => row[3]!),
    xpos: rows.map((row) => row[4]!),
    heads: rows.map((row) => Number(row[6]) - 1),
    relations: rows.map((row) => row[7]!),
  };
}
