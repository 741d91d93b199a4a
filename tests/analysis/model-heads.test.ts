/** What each model file of the language engine says of itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readModelFile } from "../../src/analysis/model-file.ts";
import { MODEL_FILES } from "../../src/lexicon/language-files.ts";
import { dataFolder } from "../../src/lexicon/node-data.ts";
import { digestOf } from "../../train/models/heads.ts";

const VERSIONS = { clusters: 1, names: 2, parser: 4, sentences: 1, tagger: 3 } as const;

test.each(Object.entries(VERSIONS))("%s.bin", (model, version) => {
  expect(MODEL_FILES).toContain(`models/${model}.bin`);
  const { head, columns } = readModelFile(
    readFileSync(join(dataFolder(), "models", `${model}.bin`)),
    model,
    version,
  );
  const { corpora, licence, digest, figures } = head.about as {
    corpora: readonly string[];
    licence: string;
    digest: string;
    figures: Readonly<Record<string, number>>;
  };
  expect(corpora.length).toBeGreaterThan(0);
  for (const corpus of corpora) expect(corpus).toMatch(/CC BY|MIT|public domain/);
  expect(licence).toMatch(/^(?:MIT|CC BY-SA 4\.0)$/);
  expect(digest).toBe(digestOf(columns));
  expect(Object.values(figures).every((figure) => figure > 0.5 && figure < 1)).toBe(true);
});

test("another number makes another digest", () => {
  const columns = { weights: Int8Array.of(1, 2, 3) };
  expect(digestOf(columns)).not.toBe(digestOf({ weights: Int8Array.of(1, 2, 4) }));
  expect(digestOf(columns)).not.toBe(digestOf({ slots: Int8Array.of(1, 2, 3) }));
});
