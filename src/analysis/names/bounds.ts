/** The bounds of a name: without titles before it, without *the*, without a possessive or a stray point at its end. */
import type { EdgeWords } from "./edge-words.ts";
import { NAME_KINDS } from "./labels.ts";
import type { TaggedSpan } from "./tagger.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const ORGANIZATION = NAME_KINDS.indexOf("ORG");
const PLACE = NAME_KINDS.indexOf("LOC");
const AFTER_DATELINE = new Set(["(", "-", "–", "—", "--"]);
const CONNECTORS = new Set(["of", "the", "and", "for", "&", "-"]);
/** *Office of the Inspector General* */
const BEFORE_GENERAL = new Set([
  "inspector",
  "attorney",
  "solicitor",
  "surgeon",
  "auditor",
  "managing",
]);
/** Their state stands before them, or their party: *Indiana Gov.*, *Democratic Sen.* */
const ELECTED = new Set(["gov", "sen", "rep"]);
const PARTIES = new Set(["democratic", "republican", "gop", "labor", "labour", "conservative"]);
/** What names of organizations never begin with. */
const PARTS = new Set(
  "Shares Members Officials Executives Employees Supporters Residents Leaders Shareholders Parts Units".split(
    " ",
  ),
);
const ENDINGS = new Set([
  "'s",
  "’s",
  "'",
  "’",
  ",",
  ";",
  ":",
  "-",
  "–",
  "—",
  "(",
  ")",
  '"',
  "“",
  "”",
]);

/** What is looked at: the words of the article and the words that stand around names. */
export interface BoundsContext {
  readonly forms: readonly string[];
  readonly edges: EdgeWords;
}

export function fitBounds(context: BoundsContext, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const { forms } = context;
  const fitted: TaggedSpan[] = [];
  const starts = new Set(spans.map(({ first }) => first));
  for (const span of spans) {
    const first = firstWord(context, span);
    const dateline = datelineEnd(forms, span);
    if (dateline !== undefined) {
      fitted.push({ ...span, last: dateline, kind: PLACE, rule: "dateline" });
      continue;
    }
    let { last } = span;
    while (last > first && ENDINGS.has(forms[last - 1]!)) last--;
    if (span.kind === ORGANIZATION) {
      const title = shortTitle(context, first, last);
      if (title !== undefined) {
        const owner = plain(forms[first]!);
        if (last - first > 1 && !PARTIES.has(owner)) {
          const kind = ELECTED.has(title) ? PLACE : ORGANIZATION;
          fitted.push({ ...span, first, last: last - 1, kind, rule: "title-off" });
        }
        continue;
      }
      last = withoutOffice(context, first, last);
    }
    if (span.kind === PERSON) last = withHyphen(forms, last, starts);
    if (last > first)
      fitted.push(first === span.first && last === span.last ? span : { ...span, first, last });
  }
  return fitted;
}

/** A title is dropped only where a name is left: *Chancellor* alone stays what the model saw in it. */
function firstWord({ forms, edges }: BoundsContext, { first, last, kind }: TaggedSpan): number {
  let i = first;
  while (i < last && (forms[i] === "the" || ENDINGS.has(forms[i]!))) i++;
  if (kind !== PERSON) return afterPart(forms, i, last);
  let named = i;
  while (named < last - 1 && edges.titles.has(plain(forms[named]!))) {
    named++;
    if (forms[named] === "." || forms[named] === "of") named++;
  }
  // Nothing but titles: *Prime Minister* names nobody.
  if (named > i && named === last - 1 && edges.titles.has(plain(forms[named]!))) return last;
  return named < last ? named : i;
}

/** *Shares of Fiat SpA*, *Members of the Senate*: the capital is the sentence's. */
function afterPart(forms: readonly string[], first: number, last: number): number {
  if (!PARTS.has(forms[first]!) || forms[first + 1] !== "of") return first;
  const named = forms[first + 2] === "the" ? first + 3 : first + 2;
  return named < last ? named : first;
}

/** *State Department Spokesperson* holds the office, *State Department* is the organization. */
function withoutOffice({ forms, edges }: BoundsContext, first: number, last: number): number {
  let end = last;
  while (end > first + 1 && edges.offices.has(plain(forms[end - 1]!))) end--;
  if (end === last) return last;
  const before = plain(forms[end - 1]!);
  return CONNECTORS.has(before) || BEFORE_GENERAL.has(before) ? last : end;
}

/** *Indiana Gov.*, *Navy Adm.* before a name: the title is somebody's, and no part of the name before it. */
function shortTitle(
  { forms, edges }: BoundsContext,
  first: number,
  last: number,
): string | undefined {
  const form = forms[last - 1] ?? "";
  const isShort = last - first <= 3 && /^\p{Lu}\p{Ll}{1,4}\.$/u.test(form);
  const isBeforeName = /^\p{Lu}/u.test(forms[last] ?? "");
  return isShort && isBeforeName && edges.titles.has(plain(form)) ? plain(form) : undefined;
}

/** *HAYWARD, Calif. (AP) —*: what stands in capitals before the comma is the town. */
function datelineEnd(
  forms: readonly string[],
  { first, last, kind }: TaggedSpan,
): number | undefined {
  if (kind === PERSON || last - first > 5) return undefined;
  const comma = first + forms.slice(first, last).indexOf(",");
  if (comma <= first || comma >= last - 1) return undefined;
  const isTown = forms.slice(first, comma).every((form) => /^\p{Lu}{3,}$/u.test(form));
  return isTown && AFTER_DATELINE.has(forms[last] ?? "") ? comma : undefined;
}

/** *Roberto Bautista - Agut*, unless a name of its own begins after the hyphen. */
function withHyphen(forms: readonly string[], last: number, starts: ReadonlySet<number>): number {
  const next = forms[last + 1];
  if (forms[last] !== "-" || next === undefined || starts.has(last + 1)) return last;
  return /^\p{Lu}\p{Ll}/u.test(next) ? last + 2 : last;
}

function plain(form: string): string {
  return form.toLowerCase().replace(/\.$/, "");
}
