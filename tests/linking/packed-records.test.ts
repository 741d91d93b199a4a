import { expect, test } from "vitest";
import { syntheticAnalyses } from "../../bench/synthetic-analyses.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { createRecordPacker } from "../../src/linking/packed-records.ts";
import { type LinkRecord, toLinkRecord } from "../../src/linking/records.ts";
import { loadLinkingTables } from "../../src/linking/tables.ts";
import type { Analysis } from "../../src/model.ts";

const tables = loadLinkingTables(nodeData());

function plain(record: LinkRecord): Record<string, unknown> {
  const { article, sketch, words, tokens, lead, nameWords, sentences, chains, mentions } = record;
  const { times, events, offices, whereabouts, statements, together, notes } = record;
  return {
    ...{ article, sketch, words, tokens, lead, nameWords, sentences, chains, mentions },
    ...{ times, events, offices, whereabouts, statements, together, notes },
  };
}

function record(changes: Partial<LinkRecord> = {}): LinkRecord {
  const [analysis] = [...syntheticAnalyses(1)] as [Analysis];
  return { ...toLinkRecord(analysis, tables), ...changes };
}

test("a packed record says what the record says", () => {
  const { pack } = createRecordPacker();
  for (const analysis of syntheticAnalyses(50)) {
    const whole = toLinkRecord(analysis, tables);
    expect(plain(pack(whole))).toEqual(plain(whole));
  }
});

test("days that are open, halves of surrogates and old prints come back as they were", () => {
  const { pack } = createRecordPacker();
  const whole = record();
  const [event] = whole.events;
  const odd = record({
    article: { id: "a", title: "\ud800 broken", origin: "x", outlet: "Ä" },
    sentences: [
      { start: 5, end: 9, block: "headline", quote: "’\udc00é😀".slice(0, 4), print: 2 ** 52 + 1 },
      { start: 2, end: 3, block: "body", quote: "x" },
    ],
    events: [
      {
        ...event!,
        from: Number.NEGATIVE_INFINITY,
        to: Number.POSITIVE_INFINITY,
        likelyFrom: -25_567,
        likelyTo: 2 ** 31,
      },
    ],
    notes: [{ stage: "linking", origin: "x", message: "cut", span: { start: 1, end: 2 } }],
  });
  expect(plain(pack(odd))).toEqual(plain(odd));
});

test("thousands of records are asked in any order, though few stay unpacked", () => {
  const { pack } = createRecordPacker();
  const first = record();
  const packed = Array.from({ length: 4000 }, (_, i) =>
    pack({ ...first, article: { ...first.article, id: `a${i}` } }),
  );
  for (const at of [0, 3999, 0, 1, 2500]) {
    expect(packed[at]!.article.id).toBe(`a${at}`);
    expect(packed[at]!.chains).toEqual(first.chains);
  }
  for (const each of packed) expect(each.events.length).toBe(first.events.length);
  expect(packed[0]!.sentences).toEqual(first.sentences);
});
