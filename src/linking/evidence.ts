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
    return foldCopies(sorted, stories, repeated);
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
  stories: Stories,
  repeated: Repeated,
): Evidence[] {
  const kept: { evidence: Evidence; copies: string[] }[] = [];
  const seen = new Map<string, number>();
  const originalsFirst = [...sorted].sort(
    (a, b) =>
      Number(stories.isCanonical[b.finding.article]) -
      Number(stories.isCanonical[a.finding.article]),
  );
  for (const { finding, evidence } of originalsFirst) {
    const outlet = repeated.outletOf(finding.article, finding.sentence);
    const printer = outlet ?? stories.reprintOf[finding.article];
    const key = `${printer}\t${normalize(evidence.quote)}`;
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

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

function normalize(quote: string): string {
  return quote.toLowerCase().replace(NOT_WORD, " ").trim();
}
