/**
 * What the word lists know better than the model: *Kremlin* is no person, and *Xi* in *China's Xi* is one, however
 * short the name.
 */
import { NAME_KINDS } from "./labels.ts";
import { Style } from "./name-text.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS, type WordList } from "./word-lists.ts";
import { Case, isCapitalized } from "./words.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const ORGANIZATION = NAME_KINDS.indexOf("ORG");
const PLACE = NAME_KINDS.indexOf("LOC");
const OTHER = NAME_KINDS.indexOf("MISC");
/** A model this sure of a person has seen one. */
const CERTAIN = 0.9;
const LIST_CONFIDENCE = 0.7;
const PARTICIPLES = new Set(
  "based born led backed made run elect bound owned style era wide".split(" "),
);

/** Written so they are no *WHO*, whatever the lists say of their letters. */
const SENTENCE_WORDS = new Set(["Who", "It", "Us", "Is"]);

const bit = (list: WordList): number => 1 << WORD_LISTS.indexOf(list);
const KNOWN = bit("organization");
const OFTEN_PERSON = bit("given name") | bit("family name that comes first");
const OTHERWISE =
  OFTEN_PERSON | bit("large city") | bit("city") | bit("country") | bit("noun for an organization");
const COUNTRY = bit("country");
const TEAM = bit("team");
const FIRM = bit("firm or medium");
const FAMILY = bit("family name");
const TOWN = bit("city");
const GIVEN = bit("given name");
const OF_PLACES =
  bit("country") |
  bit("word of a country's name") |
  bit("nationality") |
  bit("faith, people or part of the world") |
  bit("large city") |
  bit("city") |
  bit("word of a place's name") |
  bit("noun for an organization") |
  bit("region");
const HONORIFICS = new Set("Lord Lady Sir Dame Mr Mrs Ms Mr. Mrs. Ms.".split(" "));
/** Last words of places, as far as they are family names too or stand in no list. */
const PLACE_NOUNS = new Set(
  (
    "mountain mountains river lake hill hills valley creek bay island islands park street road avenue square beach point springs falls " +
    "county bridge house hall castle palace tower airport station museum hotel hospital prison church college school center centre field " +
    "stadium arena garden gardens east west north south theatre theater harbor harbour lodge mill woods wood green heights court plaza"
  ).split(" "),
);
const BEFORE_PLACES = new Set(
  "in of to from the near at this into outside inside around".split(" "),
);
const FAMILY_FIRST = bit("family name that comes first");

export function withKnownWords(tagged: Tagged): TaggedSpan[] {
  const { forms, words, text, spans } = tagged;
  const corrected = spans.map((span) => {
    const listed = listedAs(tagged, span);
    if (span.kind === PERSON && (listed & (TEAM | FIRM)) !== 0 && (listed & OFTEN_PERSON) === 0)
      return { ...span, kind: ORGANIZATION, rule: "known-organization" };
    if (isFullName(tagged, span)) return { ...span, kind: PERSON, rule: "full-name" };
    if (isDoubleName(tagged, span)) return { ...span, kind: PERSON, rule: "double-name" };
    if (SENTENCE_WORDS.has(forms[span.first]!)) return span;
    if (span.kind !== PERSON || span.last - span.first > 1 || span.confidence >= CERTAIN)
      return span;
    const lists = words.lists[text.word[span.first]!]!;
    return lists & KNOWN && !(lists & OFTEN_PERSON)
      ? { ...span, kind: ORGANIZATION, rule: "known-organization" }
      : span;
  });
  const initialed = withInitials(tagged, corrected);
  const missed = [
    ...findPersons(tagged, initialed),
    ...findOrganizations(tagged, initialed),
    ...findAcronyms(tagged, initialed),
  ];
  if (missed.length === 0) return initialed;
  return [...initialed, ...missed].sort((a, b) => a.first - b.first);
}

/** *(A. Flower 62; G. Kirsten 71 not out)*: initials and a family name, as cards of results and lists of names print them. */
function withInitials(tagged: Tagged, spans: TaggedSpan[]): TaggedSpan[] {
  const { forms, words, text } = tagged;
  const named = new Uint8Array(text.count);
  for (const span of spans) {
    if (span.kind !== OTHER && !isListedPerson(span)) named.fill(1, span.first, span.last);
  }
  const persons: TaggedSpan[] = [];
  for (let i = 0; i + 1 < text.count; i++) {
    if (!isInitial(forms[i]!) || named[i] || (i > 0 && isNameWord(i - 1))) continue;
    let family = i + 1;
    while (family < text.count && isInitial(forms[family]!)) family++;
    if (family >= text.count || named[family] || !isNameWord(family)) continue;
    if (!isFamilyName(family) && !isListed(i)) continue;
    const rule = "initials";
    persons.push({ first: i, last: family + 1, kind: PERSON, confidence: LIST_CONFIDENCE, rule });
    i = family;
  }
  if (persons.length === 0) return spans;
  const isFree = ({ first, last }: TaggedSpan): boolean =>
    !persons.some((person) => person.first < last && first < person.last);
  return [...spans.filter(isFree), ...persons].sort((a, b) => a.first - b.first);

  function isNameWord(token: number): boolean {
    const caseClass = words.caseClass[text.word[token]!];
    return caseClass === Case.initial || caseClass === Case.mixed;
  }
  function isFamilyName(token: number): boolean {
    return (words.lists[text.word[token]!]! & (FAMILY | FAMILY_FIRST)) !== 0;
  }
  /** *(P. Hargreave 131; M. Oldroyd 77)*: no firm, wherever in it the model begins. */
  function isListedPerson({ first, kind }: TaggedSpan): boolean {
    if (kind === PERSON) return false;
    return isInitial(forms[first]!)
      ? isListed(first)
      : isInitial(forms[first - 1] ?? "") && isListed(first - 1);
  }
  /** *A. Introduction* is a heading; in brackets or behind a comma nothing is headed. */
  function isListed(token: number): boolean {
    return /^[(,;\d]/.test(forms[token - 1] ?? "");
  }
}

function isInitial(form: string): boolean {
  return /^\p{Lu}\.$/u.test(form);
}

/** The lists in which the name stands as a whole. */
function listedAs({ words, text }: Tagged, { first, last }: TaggedSpan): number {
  if (last - first === 1) return words.lists[text.word[first]!]!;
  return text.phraseStart[first] === first && text.phraseEnd[first] === last
    ? text.phrase[first]!
    : 0;
}

/** *Ngozi Okonjo-Iweala*: words that stand in no list but of towns, the last two joined by a hyphen, name a person. */
function isDoubleName({ forms, words, text }: Tagged, { first, last, kind }: TaggedSpan): boolean {
  if (kind !== ORGANIZATION || last - first !== 4 || forms[last - 2] !== "-") return false;
  return [first, first + 1, last - 1].every((token) => {
    const id = text.word[token]!;
    return words.caseClass[id] === Case.initial && (words.lists[id]! & ~(FAMILY | TOWN)) === 0;
  });
}

/** *swiping at Liz Truss*, *Lord Alli's house*: taken for a place by a model that was not sure. */
function isFullName(tagged: Tagged, { first, last, kind, confidence }: TaggedSpan): boolean {
  const { forms, words, text } = tagged;
  if (kind !== PLACE || last - first !== 2 || confidence >= CERTAIN) return false;
  const [given, family] = [text.word[first]!, text.word[last - 1]!];
  if (words.caseClass[given] !== Case.initial || words.caseClass[family] !== Case.initial)
    return false;
  if (HONORIFICS.has(forms[first]!)) return true;
  if (BEFORE_PLACES.has(forms[first - 1]?.toLowerCase() ?? "")) return false;
  if (PLACE_NOUNS.has(forms[last - 1]!.toLowerCase())) return false;
  const [lists, others] = [words.lists[given]!, words.lists[family]!];
  return (lists & GIVEN) !== 0 && ((lists | others) & OF_PLACES) === 0;
}

/** Where the model saw nothing: a family name after a country's genitive; *Ban Ki-moon*. */
function findPersons({ forms, words, text }: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const persons: TaggedSpan[] = [];
  const taken = new Uint8Array(text.count);
  for (const { first, last } of spans) taken.fill(1, first, last);
  const is = (token: number, caseClass: number): boolean =>
    token < text.count && taken[token] === 0 && words.caseClass[text.word[token]!] === caseClass;

  for (let i = 0; i < text.count; i++) {
    const lists = words.lists[text.word[i]!]!;
    if ((lists & FAMILY_FIRST) === 0 || !is(i, Case.initial)) continue;
    const isHyphenated =
      is(i + 1, Case.initial) &&
      forms[i + 2] === "-" &&
      is(i + 3, Case.lower) &&
      isSyllable(forms[i + 3]!);
    const last = isHyphenated ? i + 4 : i + 1;
    if (!isHyphenated && !isLeader(i)) continue;
    persons.push({
      first: i,
      last,
      kind: PERSON,
      confidence: LIST_CONFIDENCE,
      rule: "family-name-first",
    });
  }
  return persons;

  function isLeader(i: number): boolean {
    if (i < 2 || (forms[i - 1] !== "'s" && forms[i - 1] !== "’s")) return false;
    if ((words.lists[text.word[i - 2]!]! & COUNTRY) === 0) return false;
    return i + 1 >= text.count || !isCapitalized(words.caseClass[text.word[i + 1]!]!);
  }
}

/** *The Kremlin said*: a listed word that stands alone with its capital. */
function findOrganizations(
  { forms, words, text }: Tagged,
  spans: readonly TaggedSpan[],
): TaggedSpan[] {
  const found: TaggedSpan[] = [];
  const taken = new Uint8Array(text.count);
  for (const { first, last } of spans) taken.fill(1, first, last);
  for (let i = 0; i < text.count; i++) {
    const isAlone = text.runStart[i] === i && text.runEnd[i] === i + 1;
    if (!isAlone || taken[i] === 1 || SENTENCE_WORDS.has(forms[i]!)) continue;
    const lists = words.lists[text.word[i]!]!;
    if ((lists & KNOWN) === 0 || (lists & OTHERWISE) !== 0) continue;
    found.push({
      first: i,
      last: i + 1,
      kind: ORGANIZATION,
      confidence: LIST_CONFIDENCE,
      rule: "known-organization",
    });
  }
  return found;
}

/** *a KDP spokesman*, *KDP officials said*: capitals that nobody knows, and that have those who speak for them. */
function findAcronyms(
  { forms, words, text, edges }: Tagged,
  spans: readonly TaggedSpan[],
): TaggedSpan[] {
  const found: TaggedSpan[] = [];
  const taken = new Uint8Array(text.count);
  for (const { first, last } of spans) taken.fill(1, first, last);
  for (let s = 0; s + 1 < text.sentenceStart.length; s++) {
    if (text.style[s] !== Style.sentence) continue;
    for (let i = text.sentenceStart[s]!; i + 1 < text.sentenceStart[s + 1]!; i++) {
      const isAcronym = /^\p{Lu}{3,6}$/u.test(forms[i]!) && words.lists[text.word[i]!] === 0;
      if (taken[i] || !isAcronym || !edges.speakers.has(forms[i + 1]!)) continue;
      if (text.runStart[i] !== i) continue;
      const rule = "acronym-that-speaks";
      found.push({
        first: i,
        last: i + 1,
        kind: ORGANIZATION,
        confidence: LIST_CONFIDENCE,
        rule,
      });
    }
  }
  return found;
}

/** The second half of a given name, not *-based* or *-born*. */
function isSyllable(form: string): boolean {
  return form.length <= 6 && !PARTICIPLES.has(form);
}
