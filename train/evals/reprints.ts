/**
 * Reprints found among made ones (cut, edited, with more paragraphs, inside another story), and pairs wrongly found
 * among independent reports of one event.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findReprints, shingleSketch } from "../../src/text/reprints.ts";
import { seeded } from "../article/boosting.ts";
import { readPages } from "../article/corpus.ts";
import type { Suite } from "./suite.ts";

export const suite: Suite = {
  name: "reprints",
  about: "reprints by kind of change; independent reports taken for reprints",
  files: ["pages-dev.jsonl.gz"],
  async run(dataFolder) {
    const pages = await readPages(join(dataFolder, "pages-dev.jsonl.gz"), "page");
    const bodies = [...new Set(pages.map((page) => page.body))].filter(
      (body) => wordsOf(body).length >= 120,
    );
    const figures: Record<string, number> = {};
    for (const [kind, change] of Object.entries(CHANGES)) {
      const random = seeded(7);
      const originals = bodies.filter((_, i) => i % 3 === 0);
      const others = bodies.filter((_, i) => i % 3 === 1);
      const copies = originals.map((body, i) => change(body, others[i % others.length]!, random));
      figures[`${kind}.recall`] = recallOf(originals, copies, bodies);
    }
    const { pairs, wrong, details } = independentPairs(join(dataFolder, "ecbplus-dev.jsonl"));
    return {
      figures: { ...figures, "independent.pairs": pairs, "independent.falsePairs": wrong },
      details,
      lowerIsBetter: ["independent.falsePairs"],
    };
  },
};

type Change = (body: string, other: string, random: () => number) => string;

const CHANGES: Readonly<Record<string, Change>> = {
  cutTo40: (body) => share(body, 0.4),
  cutTo20: (body) => share(body, 0.2),
  withLocalParagraphs: (body, other) => `${share(other, 0.3)}\n\n${body}`,
  edited5: (body, _, random) => edited(body, 0.05, random),
  edited15: (body, _, random) => edited(body, 0.15, random),
  withBoilerplate: (body) =>
    `Read the latest on our site and follow us for more news.\n\n${body}\n\nThis report was prepared by the desk and may be updated as more becomes known.`,
  halfInsideAnother: (body, other) =>
    `${share(other, 0.5)}\n\n${share(body, 0.5)}\n\n${other.slice(share(other, 0.5).length)}`,
};

/** Among all other bodies, in one run: does the copy stand in the group of its original? */
function recallOf(
  originals: readonly string[],
  copies: readonly string[],
  bodies: readonly string[],
): number {
  const rest = bodies.filter((body) => !originals.includes(body));
  const sketches = [...originals, ...copies, ...rest].map(shingleSketch);
  const groupOf = new Map<number, number>();
  for (const [id, group] of findReprints(sketches).entries())
    for (const i of group) groupOf.set(i, id);
  const found = originals.filter((_, i) => {
    const group = groupOf.get(i);
    return group !== undefined && group === groupOf.get(originals.length + i);
  });
  return found.length / originals.length;
}

interface Report {
  readonly topic: string;
  readonly text: string;
}

/**
 * Pairs of texts of one topic. Those with a run of so many words in common were copied and are left out. At 20 words five
 * pairs were left that are found; all five were read: one agency text with other tenses and attributions, runs of 16 and
 * 17 words, half to all of the shorter in runs of four words or more.
 */
const COPIED_WORDS = 15;

function independentPairs(file: string): { pairs: number; wrong: number; details: string } {
  if (!existsSync(file)) return { pairs: 0, wrong: 0, details: "" };
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const reports = rows.map((line) => JSON.parse(line) as Report);
  const details: string[] = [];
  let [pairs, wrong] = [0, 0];
  for (let i = 0; i < reports.length; i++) {
    for (let j = i + 1; j < reports.length && reports[j]!.topic === reports[i]!.topic; j++) {
      const [a, b] = [reports[i]!, reports[j]!];
      if (shareRun(a.text, b.text)) continue;
      pairs++;
      if (findReprints([shingleSketch(a.text), shingleSketch(b.text)]).length === 0) continue;
      wrong++;
      details.push(`${a.text.slice(0, 300)}\n  / ${b.text.slice(0, 300)}`);
    }
  }
  return { pairs, wrong, details: details.join("\n") };
}

function shareRun(a: string, b: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  const [first, second] = [words(a), words(b)];
  for (let i = 0; i + COPIED_WORDS <= first.length; i++)
    runs.add(first.slice(i, i + COPIED_WORDS).join(" "));
  for (let i = 0; i + COPIED_WORDS <= second.length; i++) {
    if (runs.has(second.slice(i, i + COPIED_WORDS).join(" "))) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/);
}

/** The first sentences up to a share of the words, as an editor cuts from the end. */
function share(text: string, part: number): string {
  const words = text.split(/(?<=\s)/);
  return words.slice(0, Math.ceil(words.length * part)).join("");
}

function edited(text: string, part: number, random: () => number): string {
  return text
    .split(" ")
    .map((word) => (random() < part ? `other${Math.floor(random() * 1000)}` : word))
    .join(" ");
}
