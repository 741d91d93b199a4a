/**
 * In a report of a match the name of a town is mostly its club's: *Boston beat Detroit*, *Tulsa 3, Omaha 1*, *the
 * Pittsburgh quarterback*; *in Pittsburgh* it stays the town. Countries are left alone: newspapers mean the team as
 * well, but it plays for them.
 */
import { NAME_KINDS } from "./labels.ts";
import { sentenceOf } from "./name-text.ts";
import { markScorers } from "./scorers.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";
import { isCapitalized } from "./words.ts";

const PLACE = NAME_KINDS.indexOf("LOC");
const ORGANIZATION = NAME_KINDS.indexOf("ORG");
const NATION = (1 << WORD_LISTS.indexOf("country")) | (1 << WORD_LISTS.indexOf("nationality"));
const REGION = 1 << WORD_LISTS.indexOf("region");

/** Different sport words that make an article a report of a match. */
const LEAST_SPORT = 3;
/** In words: *NFL AMERICAN FOOTBALL*. */
const LONGEST_GAME = 4;
/** Goals, points, a share of games won; no year and no date: *LONDON 1997-02-13* heads a report. */
const FIGURE = /^(?:\d{1,3}|\.\d{3})$/;

export function markTeams(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  if (spans.length === 0 || !isSportReport(tagged)) return [...spans];
  return markScorers(tagged, spans).flatMap((span) => {
    if (span.kind === ORGANIZATION) return isEnding(tagged, span) ? [] : withoutScore(tagged, span);
    return span.kind === PLACE && isTeam(tagged, span)
      ? { ...span, kind: ORGANIZATION, rule: "town-as-team" }
      : span;
  });
}

function isSportReport({ forms, edges }: Tagged): boolean {
  if (isHeadedByGame(forms, edges.sport)) return true;
  const seen = new Set<string>();
  for (const form of forms) {
    const lower = form.toLowerCase();
    if (edges.sport.has(lower)) seen.add(lower);
    if (seen.size >= LEAST_SPORT) return true;
  }
  return false;
}

/** *NBA BASKETBALL - RESULTS*, *SOCCER - RANGERS LOSE*: how agencies head their reports. */
function isHeadedByGame(forms: readonly string[], sport: ReadonlySet<string>): boolean {
  const dash = forms.indexOf("-");
  if (dash < 1 || dash > LONGEST_GAME) return false;
  const game = forms.slice(0, dash);
  return (
    game.every((form) => form === form.toUpperCase()) &&
    game.some((form) => sport.has(form.toLowerCase()))
  );
}

function isTeam(tagged: Tagged, span: TaggedSpan): boolean {
  if (isNation(tagged, span)) return false;
  if (hasScore(tagged, span) || isInFixture(tagged, span)) return true;
  const { words, text, edges, forms } = tagged;
  if (words.lists[text.word[span.first]!]! & REGION) return false;
  const before = forms[span.first - 1]?.toLowerCase() ?? "";
  if (before === "in" || before === "near" || before === "from") return false;
  const after = forms[span.last]?.toLowerCase() ?? "";
  return edges.afterTeam.has(after) || edges.beforeTeam.has(before);
}

/** A country's name, or one with a country in it: *Korea Republic*, but not *New York*, whose *new* is no country. */
function isNation({ words, text }: Tagged, { first, last }: TaggedSpan): boolean {
  if (text.phraseStart[first] === first && text.phraseEnd[first] === last) {
    return (text.phrase[first]! & NATION) !== 0;
  }
  for (let i = first; i < last; i++) if (words.lists[text.word[i]!]! & NATION) return true;
  return false;
}

/** *Boston 97 Denver 88*, *MIAMI 30 12 .714*: what comes after the figure is another, a name or the end. */
function hasScore({ forms, text, words }: Tagged, { last }: TaggedSpan): boolean {
  if (!FIGURE.test(forms[last] ?? "")) return false;
  const end = text.sentenceStart[sentenceOf(text, last) + 1]!;
  const next = last + 1;
  if (next >= end || FIGURE.test(forms[next]!) || forms[next] === "(") return true;
  return isCapitalized(words.caseClass[text.word[next]!]!);
}

/** *Montreal 3 Toronto 3 (OT)*: how the match ended. */
function isEnding({ forms }: Tagged, { first, last }: TaggedSpan): boolean {
  const isInBrackets = last - first === 1 && forms[first - 1] === "(" && forms[last] === ")";
  return isInBrackets && /^\p{Lu}{2}$/u.test(forms[first]!) && FIGURE.test(forms[first - 2] ?? "");
}

/** *UTAH AT CHICAGO*, *Leeds v Derby (late)*: two names and nothing else are a match to come. */
function isInFixture({ forms, text }: Tagged, { first, last }: TaggedSpan): boolean {
  const sentence = sentenceOf(text, first);
  const start = text.sentenceStart[sentence]!;
  let end = text.sentenceStart[sentence + 1]!;
  if (forms[end - 1] === ")") end = Math.max(last, forms.lastIndexOf("(", end));
  if (end - start > LONGEST_FIXTURE || !/^\p{Lu}/u.test(forms[start]!)) return false;
  const against = first === start ? last : first - 1;
  if (first !== start && last !== end) return false;
  if (!AGAINST.test(forms[against] ?? "")) return false;
  for (let i = start; i < end; i++) {
    if (i !== against && !/^\p{Lu}/u.test(forms[i]!)) return false;
  }
  return true;
}

const LONGEST_FIXTURE = 7;
const AGAINST = /^(?:at|v|vs)\.?$/i;

/** *Celtic 1 Dundee United 1*: the figure is no part of the name, unless a score comes after it (*Schalke 04 2*). */
function withoutScore({ forms }: Tagged, span: TaggedSpan): TaggedSpan {
  const { first, last } = span;
  const isInTable = FIGURE.test(forms[first - 1] ?? "") && !FIGURE.test(forms[last] ?? "");
  return isInTable && last - first > 1 && FIGURE.test(forms[last - 1]!)
    ? { ...span, last: last - 1 }
    : span;
}
