/** Sentences as evidence. `quote === article.text.slice(start, end)`, always. */
import type { Analysis, EventStatus, Evidence, Polarity } from "../model.ts";
import { compareText } from "./order.ts";
import type { Repeated } from "./repeated.ts";
import type { Stories } from "./stories.ts";

export interface EvidenceDetails {
  readonly rule: string;
  readonly status?: EventStatus;
  readonly polarity?: Polarity;
}

/** `article` is an index into the analyses, `sentence` into its sentences. */
export interface Finding extends EvidenceDetails {
  readonly article: number;
  readonly sentence: number;
}

export type ToEvidence = (findings: Iterable<Finding>) => Evidence[];

/**
 * Makes the evidence of a node or an edge out of its findings: one a sentence, by date, article and place; what a
 * reprint repeats word for word, or an outlet under several stories, becomes a copy of the original's evidence.
 */
export function createEvidenceMaker(
  analyses: readonly Analysis[],
  stories: Stories,
  repeated: Repeated,
): ToEvidence {
  const printOf = createPrints(analyses, stories, repeated);
  return (findings) => {
    const bySentence = new Map<string, Finding>();
    for (const finding of findings) {
      const key = `${finding.article}\t${finding.sentence}`;
      const other = bySentence.get(key);
      if (other === undefined || rank(finding) < rank(other)) bySentence.set(key, finding);
    }
    const sorted = [...bySentence.values()]
      .map((finding) => ({ finding, evidence: toEvidence(analyses, finding) }))
      .sort((a, b) => compareEvidence(a.evidence, b.evidence));
    return sorted.length === 1
      ? [sorted[0]!.evidence]
      : foldCopies(sorted, stories.isCanonical, printOf);
  };
}

function rank({ rule, status }: Finding): string {
  return `${status === "actual" ? 0 : 1}${rule}`;
}

function toEvidence(analyses: readonly Analysis[], finding: Finding): Evidence {
  const { article, sentences } = analyses[finding.article]!;
  const { start, end, block } = sentences[finding.sentence]!;
  return {
    article: article.id,
    start,
    end,
    quote: article.text.slice(start, end),
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
  isCanonical: readonly boolean[],
  printOf: (finding: Finding) => string,
): Evidence[] {
  const kept: { evidence: Evidence; copies: string[] }[] = [];
  const seen = new Map<string, number>();
  const originalsFirst = [...sorted].sort(
    (a, b) => Number(isCanonical[b.finding.article]) - Number(isCanonical[a.finding.article]),
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
function createPrints(
  analyses: readonly Analysis[],
  stories: Stories,
  repeated: Repeated,
): (finding: Finding) => string {
  const prints: string[][] = analyses.map(() => []);
  return ({ article, sentence }) => {
    const known = prints[article]![sentence];
    if (known !== undefined) return known;
    const { start, end } = analyses[article]!.sentences[sentence]!;
    const printer = repeated.outletOf(article, sentence) ?? stories.reprintOf[article];
    const print = `${printer}\t${normalize(analyses[article]!.article.text.slice(start, end))}`;
    prints[article]![sentence] = print;
    return print;
  };
}

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

function normalize(quote: string): string {
  return quote.toLowerCase().replace(NOT_WORD, " ").trim();
}
