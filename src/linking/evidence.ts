/** Sentences as evidence. `quote === article.text.slice(start, end)`, always. */
import type { EventStatus, Evidence, Polarity } from "../model.ts";
import { compareEvidence } from "../text/evidence-order.ts";
import type { Mutable } from "../text/mutable.ts";
import { compareText } from "./order.ts";
import { printIn } from "./place-rows.ts";
import type { PlacedArticle } from "./placing.ts";
import { markedWords } from "./sentence-marks.ts";

export interface EvidenceDetails {
  readonly rule: string;
  readonly status?: EventStatus;
  readonly polarity?: Polarity;
}

/** `article` is an index into the articles, `sentence` into its sentences. */
export interface Finding extends EvidenceDetails {
  readonly article: number;
  readonly sentence: number;
}

export type ToEvidence = (findings: readonly Finding[]) => Evidence[];

/**
 * Makes the evidence of a node or an edge out of its findings: one a sentence, by date, article and place; what a
 * reprint repeats word for word, or an outlet under several stories, becomes a copy of the original's evidence.
 */
export function createEvidenceMaker(
  articleAt: (index: number) => PlacedArticle,
  toEvidence: ToOneEvidence = withQuote,
): ToEvidence {
  return (findings) => {
    if (findings.length === 1) {
      const [only] = findings as [Finding];
      return [toEvidence(articleAt(only.article), only)];
    }
    const bySentence = new Map<number, Finding>();
    for (const finding of findings) {
      const key = finding.article * MOST_SENTENCES + finding.sentence;
      const other = bySentence.get(key);
      if (other === undefined || rank(finding) < rank(other)) bySentence.set(key, finding);
    }
    const sorted = [...bySentence.values()]
      .map((finding) => ({ finding, evidence: toEvidence(articleAt(finding.article), finding) }))
      .sort((a, b) => compareEvidence(a.evidence, b.evidence));
    return sorted.length === 1 ? [sorted[0]!.evidence] : foldCopies(sorted, articleAt, toEvidence);
  };
}

/** Of an article. */
const MOST_SENTENCES = 2 ** 20;

function rank({ rule, status }: Finding): string {
  return `${status === "actual" ? 0 : 1}${rule}`;
}

/** `copies`: none where it is left out. */
export type ToOneEvidence = (
  article: PlacedArticle,
  finding: Finding,
  copies?: readonly string[],
) => Evidence;

function withQuote({ record }: PlacedArticle, finding: Finding, copies?: readonly string[]) {
  const { article, sentences } = record;
  const { start, end, block, quote } = sentences[finding.sentence]!;
  const evidence: Partial<Mutable<Evidence>> = {
    article: article.id,
    start,
    end,
    quote,
    kind: block,
  };
  if (article.published !== undefined) evidence.published = article.published;
  if (finding.status !== undefined) evidence.status = finding.status;
  if (finding.polarity !== undefined) evidence.polarity = finding.polarity;
  evidence.rule = finding.rule;
  if (copies !== undefined) evidence.copies = copies;
  return evidence as Evidence;
}

interface Proof {
  readonly finding: Finding;
  readonly evidence: Evidence;
}

interface Print {
  readonly proof: Proof;
  readonly article: PlacedArticle;
  readonly printer: string | number;
  /** By its outlet, under several stories. */
  readonly isRepeated: boolean;
}

function foldCopies(
  sorted: readonly Proof[],
  articleAt: (index: number) => PlacedArticle,
  toEvidence: ToOneEvidence,
): Evidence[] {
  const printers = new Map<string | number, number>();
  let first: string | undefined;
  const printed = sorted.map((proof): Print => {
    const article = articleAt(proof.finding.article);
    const { place } = article;
    const { reprint, block } = place;
    const print = printIn(place, proof.finding.sentence);
    const isRepeated = print !== undefined;
    // Most proofs lie in one block, whose prints need no text to tell them from others.
    first ??= block;
    const repeating =
      print !== undefined && block !== first ? printerOfRepeated(block, print) : print;
    const printer = repeating ?? reprint;
    printers.set(printer, (printers.get(printer) ?? 0) + 1);
    return { proof, article, printer, isRepeated };
  });
  if (printers.size === sorted.length) return sorted.map(({ evidence }) => evidence);
  const originalsFirst = [
    ...printed.filter(({ article }) => article.place.isCanonical),
    ...printed.filter(({ article }) => !article.place.isCanonical),
  ];
  return originals(originalsFirst, printers)
    .map(({ proof, article, copies }) =>
      copies.length > 0
        ? toEvidence(article, proof.finding, [...new Set(copies)].sort(compareText))
        : proof.evidence,
    )
    .sort(compareEvidence);
}

interface Original {
  readonly proof: Proof;
  readonly article: PlacedArticle;
  /** Articles that print it, too. */
  readonly copies: string[];
}

function originals(
  printed: readonly Print[],
  printers: ReadonlyMap<string | number, number>,
): Original[] {
  const found = new Map<string | number, Original>();
  for (const { proof, article, printer, isRepeated } of printed) {
    // Words are compared only where one printer has several sentences: most have one.
    const key =
      isRepeated || printers.get(printer) === 1
        ? printer
        : `${printer}\t${markedWords(article.record.marks, proof.finding.sentence)}`;
    const original = found.get(key);
    if (original === undefined) found.set(key, { proof, article, copies: [] });
    else if (original.proof.finding.article !== proof.finding.article) {
      original.copies.push(proof.evidence.article);
    }
  }
  return [...found.values()];
}

/**
 * Who prints a sentence: the group of reprints, in which those with the same words are copies; or the outlet that repeats it under several
 * stories, where all of one print are.
 */
export function printerOfRepeated(block: string, print: number): string {
  return `${block}\t${print}`;
}
