/**
 * Who scored, as reports of matches print it: *Ajax 3 (Van Dalen 12, 77, Litmanen 50)*, *Essex 96 (G. Whitlam 41 not
 * out)*. Where a bracket holds nothing but words with capitals, each followed by a figure, and what tells of goals, these are persons.
 */
import { NAME_KINDS } from "./labels.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";
import { Case } from "./words.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const CONFIDENCE = 0.7;
const LONGEST_BRACKET = 80;
const LONGEST_NAME = 4;
const NO_PERSONS = (["country", "nationality", "team", "month or day", "region"] as const).reduce(
  (bits, list) => bits | (1 << WORD_LISTS.indexOf(list)),
  0,
);
/** Minutes, runs, wickets for runs. */
const FIGURE = /^\d{1,3}(?:-\d{1,3})?(?:st|nd|rd|th|'|’|\*)?$/;
const BESIDE_FIGURES = new Set(
  ", ; / - ' ’ * and pen pens penalty penalties og own goal goals min mins minutes not out points rebounds assists for in".split(
    " ",
  ),
);
/** *Wallace pen 48* */
const BEFORE_FIGURE = new Set("pen penalty og own goal".split(" "));
const PARTICLES = new Set("van von de der den di da du del la le el al ter ten".split(" "));

export function markScorers(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const scorers: TaggedSpan[] = [];
  for (let open = 1; open < tagged.text.count; open++) {
    if (tagged.forms[open] === "(") scorers.push(...scorersAfter(tagged, open));
  }
  if (scorers.length === 0) return [...spans];
  const isFree = ({ first, last }: TaggedSpan): boolean =>
    !scorers.some((scorer) => scorer.first < last && first < scorer.last);
  return [...spans.filter(isFree), ...scorers].sort((a, b) => a.first - b.first);
}

/** Those in the bracket that opens here; none when it holds anything else. */
function scorersAfter({ forms, words, text }: Tagged, open: number): TaggedSpan[] {
  const scorers: TaggedSpan[] = [];
  let i = open + 1;
  while (forms[i] !== ")") {
    const form = forms[i];
    if (form === undefined || i - open > LONGEST_BRACKET) return [];
    if (FIGURE.test(form) || BESIDE_FIGURES.has(form)) {
      i++;
      continue;
    }
    const first = i;
    while (isNameWord(i)) i++;
    const last = i;
    if (last === first || last - first > LONGEST_NAME || !isCapital(last - 1)) return [];
    while (BEFORE_FIGURE.has(forms[i] ?? "")) i++;
    if (!FIGURE.test(forms[i] ?? "")) return [];
    scorers.push({ first, last, kind: PERSON, confidence: CONFIDENCE, rule: "scorer" });
  }
  return scorers;

  function isNameWord(token: number): boolean {
    if (isCapital(token)) return (words.lists[text.word[token]!]! & NO_PERSONS) === 0;
    return PARTICLES.has(forms[token] ?? "");
  }
  function isCapital(token: number): boolean {
    const caseClass = token < text.count ? words.caseClass[text.word[token]!]! : Case.digits;
    return caseClass === Case.initial || caseClass === Case.mixed || caseClass === Case.letter;
  }
}
