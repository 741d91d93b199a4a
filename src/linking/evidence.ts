/** Sentences as evidence. `quote === article.text.slice(start, end)`, always. */
import type { EventStatus, Evidence, Polarity } from "../model.ts";
import { compareEvidence } from "../text/evidence-order.ts";
import { remembered } from "../text/remembered.ts";
import { compareText } from "./order.ts";
import type { PlacedArticle } from "./placing.ts";

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
export function createEvidenceMaker(articleAt: (index: number) => PlacedArticle): ToEvidence {
  return (findings) => {
    if (findings.length === 1) return [toEvidence(articleAt(findings[0]!.article), findings[0]!)];
    const bySentence = new Map<number, Finding>();
    for (const finding of findings) {
      const key = finding.article * MOST_SENTENCES + finding.sentence;
      const other = bySentence.get(key);
      if (other === undefined || rank(finding) < rank(other)) bySentence.set(key, finding);
    }
    const sorted = [...bySentence.values()]
      .map((finding) => ({ finding, evidence: toEvidence(articleAt(finding.article), finding) }))
      .sort((a, b) => compareEvidence(a.evidence, b.evidence));
    return sorted.length === 1 ? [sorted[0]!.evidence] : foldCopies(sorted, articleAt);
  };
}

/** Of an article. */
const MOST_SENTENCES = 2 ** 20;

function rank({ rule, status }: Finding): string {
  return `${status === "actual" ? 0 : 1}${rule}`;
}

function toEvidence({ record }: PlacedArticle, finding: Finding): Evidence {
  const { article, sentences } = record;
  const { start, end, block, quote } = sentences[finding.sentence]!;
  return {
    article: article.id,
    start,
    end,
    quote,
    kind: block,
    ...(article.published !== undefined ? { published: article.published } : {}),
    ...(finding.status !== undefined ? { status: finding.status } : {}),
    ...(finding.polarity !== undefined ? { polarity: finding.polarity } : {}),
    rule: finding.rule,
  };
}

function foldCopies(
  sorted: readonly { readonly finding: Finding; readonly evidence: Evidence }[],
  articleAt: (index: number) => PlacedArticle,
): Evidence[] {
  // Words are compared only where one printer has several sentences: most have one.
  const printers = new Map<string, number>();
  const printed = sorted.map(({ finding, evidence }) => {
    const article = articleAt(finding.article);
    const printer = printerOf(article, finding.sentence);
    printers.set(printer, (printers.get(printer) ?? 0) + 1);
    return { evidence, printer, isCanonical: article.place.isCanonical };
  });
  if (printers.size === sorted.length) return sorted.map(({ evidence }) => evidence);
  const kept: { evidence: Evidence; copies: string[] }[] = [];
  const seen = new Map<string, number>();
  const originalsFirst = [
    ...printed.filter(({ isCanonical }) => isCanonical),
    ...printed.filter(({ isCanonical }) => !isCanonical),
  ];
  for (const { evidence, printer } of originalsFirst) {
    const key = printers.get(printer) === 1 ? printer : `${printer}\t${normalize(evidence.quote)}`;
    const at = seen.get(key);
    if (at === undefined) {
      seen.set(key, kept.length);
      kept.push({ evidence, copies: [] });
    } else if (kept[at]!.evidence.article !== evidence.article) {
      kept[at]!.copies.push(evidence.article);
    }
  }
  return kept
    .map(({ evidence, copies }) =>
      copies.length > 0
        ? { ...evidence, copies: [...new Set(copies)].sort(compareText) }
        : evidence,
    )
    .sort(compareEvidence);
}

/** Who prints a sentence: the group of reprints, or the outlet that repeats it under several stories. Two sentences of one printer with the same words are copies. */
function printerOf({ record, place }: PlacedArticle, sentence: number): string {
  return place.repeated.includes(sentence)
    ? `${place.block}\t${record.article.outlet}`
    : place.reprint;
}

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** A sentence is evidence of several nodes and edges. */
const MOST_NORMALIZED = 20_000;

const normalize = remembered(
  (quote) => quote.toLowerCase().replace(NOT_WORD, " ").trim(),
  MOST_NORMALIZED,
);
