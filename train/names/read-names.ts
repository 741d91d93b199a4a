/** Reads the tagged-name corpora: gzipped JSONL, a document a line, `{id, source, sentences: [{tokens, tags}]}` with BIO tags. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { NAME_KINDS, type NameKind } from "../../src/analysis/names/labels.ts";

export interface TaggedName {
  readonly kind: NameKind;
  /** Tokens `[first, last)` of the sentence. */
  readonly first: number;
  readonly last: number;
}

export interface TaggedSentence {
  readonly tokens: readonly string[];
  readonly names: readonly TaggedName[];
}

export interface TaggedDocument {
  readonly id: string;
  readonly source: string;
  readonly sentences: readonly TaggedSentence[];
}

interface Line {
  readonly id: string;
  readonly source: string;
  readonly sentences: readonly {
    readonly tokens: readonly string[];
    readonly tags: readonly string[];
  }[];
}

const KINDS: ReadonlySet<string> = new Set(NAME_KINDS);
/** As Universal Dependencies splits them: *London-based* is three words. */
const HYPHENATED = /^(?=.*\p{L})[\p{L}\p{N}.'’]+(?:[-–—][\p{L}\p{N}.'’]+)+$/u;

export function readNames(path: string): TaggedDocument[] {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n");
  return lines
    .filter((line) => line.length > 0)
    .map((line) => {
      const { id, source, sentences } = JSON.parse(line) as Line;
      return {
        id,
        source,
        sentences: sentences.map(({ tokens, tags }) => toSentence(tokens, tags)),
      };
    });
}

/** Each sentence a document of its own, for collections of sentences that have nothing to do with each other. */
export function asSingleSentences(documents: readonly TaggedDocument[]): TaggedDocument[] {
  return documents.flatMap(({ id, source, sentences }) =>
    sentences.map((sentence, i) => ({ id: `${id}/${i}`, source, sentences: [sentence] })),
  );
}

function toSentence(rawTokens: readonly string[], tags: readonly string[]): TaggedSentence {
  const tokens: string[] = [];
  const names: TaggedName[] = [];
  let open: { kind: NameKind; first: number } | undefined;
  const close = () => {
    if (open !== undefined) names.push({ ...open, last: tokens.length });
    open = undefined;
  };
  for (let i = 0; i < rawTokens.length; i++) {
    const tag = tags[i]!;
    const kind = tag.slice(2);
    if (tag[0] !== "I" || open?.kind !== kind) {
      close();
      if (KINDS.has(kind)) open = { kind: kind as NameKind, first: tokens.length };
    }
    tokens.push(...splitHyphens(rawTokens[i]!));
  }
  close();
  return { tokens, names };
}

function splitHyphens(token: string): string[] {
  if (!HYPHENATED.test(token)) return [token];
  return token.split(/([-–—])/u).filter((part) => part.length > 0);
}
