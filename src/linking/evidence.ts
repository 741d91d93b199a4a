/** Sentences as evidence. `quote === article.text.slice(start, end)`, always. */
import type { EventStatus, Evidence, Polarity } from "../model.ts";
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

export type ToEvidence = (findings: Iterable<Finding>) => Evidence[];

/**
 * Makes the evidence of a node or an edge out of its findings: one a sentence, by date, article and place; what a
 * reprint repeats word for word, or an outlet under several stories, becomes a copy of the original's evidence.
 */
export function createEvidenceMaker(articleAt: (index: number) => PlacedArticle): ToEvidence {
  const printOf = createPrints(articleAt);
  return (findings) => {
    const bySentence = new Map<string, Finding>();
    for (const finding of findings) {
      const key = `${finding.article}\t${finding.sentence}`;
      const other = bySentence.get(key);
      if (other === undefined || rank(finding) < rank(other)) bySentence.set(key, finding);
    }
    const sorted = [...bySentence.values()]
      .map((finding) => ({ finding, evidence: toEvidence(articleAt(finding.article), finding) }))
      .sort((a, b) => compareEvidence(a.evidence, b.evidence));
    return sorted.length === 1 ? [sorted[0]!.evidence] : foldCopies(sorted, articleAt, printOf);
  };
}

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

/** Undated articles last. */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    compareText(a.published ?? "9999", b.published ?? "9999") ||
    compareText(a.article, b.article) ||
    a.start - b.start ||
    a.end - b.end
  );
}

function foldCopies(
  sorted: readonly { readonly finding: Finding; readonly evidence: Evidence }[],
  articleAt: (index: number) => PlacedArticle,
  printOf: (finding: Finding) => string,
): Evidence[] {
  const kept: { evidence: Evidence; copies: string[] }[] = [];
  const seen = new Map<string, number>();
  const originalsFirst = [...sorted].sort(
    (a, b) =>
      Number(articleAt(b.finding.article).place.isCanonical) -
      Number(articleAt(a.finding.article).place.isCanonical),
  );
  for (const { finding, evidence } of originalsFirst) {
    const key = printOf(finding);
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

/**
 * What two sentences share when one is a copy of the other: who prints them, and their words. A sentence is evidence of some
 * ten nodes and edges, so it is worked out once.
 */
function createPrints(articleAt: (index: number) => PlacedArticle): (finding: Finding) => string {
  const prints = new Map<number, string[]>();
  return ({ article, sentence }) => {
    let own = prints.get(article);
    if (own === undefined) {
      own = [];
      prints.set(article, own);
    }
    own[sentence] ??= printOf(articleAt(article), sentence);
    return own[sentence];
  };
}

export function printOf({ record, place }: PlacedArticle, sentence: number): string {
  const printer = place.repeated.includes(sentence)
    ? `${place.block}\t${record.article.outlet}`
    : place.reprint;
  return `${printer}\t${normalize(record.sentences[sentence]!.quote)}`;
}

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

function normalize(quote: string): string {
  return quote.toLowerCase().replace(NOT_WORD, " ").trim();
}
