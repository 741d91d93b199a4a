/** Who does it: the subject of a verb, the possessor of a noun, who attends a meeting. */
import type { Candidate } from "./candidate.ts";
import type { Clause } from "./clause.ts";
import { hasMark } from "./clause-forms.ts";
import type { ActorBook, Filler } from "./fillers.ts";
import { contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { isFiniteVerb, subjectBefore } from "./surface.ts";

/** The doer: the subject, or who stands inside a subject that cannot act (*an Israeli air strike killed ...*). */
export function verbActors(reading: Reading, book: ActorBook, clause: Clause): Filler[] {
  const direct = book.of(clause.subject);
  if (direct.length > 0) return [...commaSubjects(reading, book, clause.subject), ...direct];
  const before = namedSubject(reading, book, clause);
  if (before.length > 0) return before;
  if (clause.subject >= 0) {
    const head = contentHead(reading, clause.subject);
    // "A NASA scientist led the study": not NASA did.
    const isHuman = reading.lexicon.classes.get("human")?.has(reading.lemma(head)) === true;
    const named = isHuman ? [] : book.inside(head);
    if (named.length > 0) return named;
    // "Issued a statement demanding": whoever issues it demands.
    const above = reading.tokens.head[clause.subject]!;
    const isObject = reading.tokens.relation[clause.subject] === REL.obj && above !== clause.token;
    return isObject && above >= 0 ? book.of(reading.clause(above).subject) : [];
  }
  if (clause.passive) {
    // "Killed in an attack by rebels", "hit by an Israeli air strike".
    for (const { prep, head } of clause.obliques) {
      if (prep !== "in" && prep !== "by" && prep !== "during") continue;
      if (!reading.lexicon.nouns.has(reading.lemma(contentHead(reading, head)))) continue;
      // "Accused in the murder of a girl": whom it befell did not do it.
      const named = book
        .inside(contentHead(reading, head))
        .filter((one) => one.kind !== "place" && reading.preposition(one.head) !== "of");
      if (named.length > 0) return named;
    }
  }
  return [];
}

/** Headlines join subjects by a comma: *India, Pakistan agree*. */
function commaSubjects(reading: Reading, book: ActorBook, subject: number): Filler[] {
  const sentence = reading.parsed.sentences[reading.tokens.sentence[subject]!]!;
  if (sentence.block !== "headline") return [];
  const comma = reading.tree.leftEdge[subject]! - 1;
  const isAtStart = comma - sentence.firstToken >= 1 && comma - sentence.firstToken <= 4;
  if (!isAtStart || reading.tokens.form[comma] !== ",") return [];
  return book.of(headBefore(reading, sentence.firstToken, comma));
}

function headBefore(reading: Reading, first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) if (reading.headMention[at]! >= 0) return at;
  return reading.isActor(last - 1) ? last - 1 : -1;
}

/** *Putin, Xi to meet*. */
function isHeadlineFuture(reading: Reading, token: number): boolean {
  const sentence = reading.parsed.sentences[reading.tokens.sentence[token]!]!;
  return sentence.block === "headline" && hasMark(reading, token, "to");
}

/** What stands before the verb, where the subject of the parse is no actor (*some*, *what*). */
function namedSubject(
  reading: Reading,
  book: ActorBook,
  { subject, passive, token }: Clause,
): Filler[] {
  if (passive || !(isFiniteVerb(reading, token) || isHeadlineFuture(reading, token))) return [];
  if (subject >= 0 && reading.tag(subject) !== "DET" && reading.tag(subject) !== "PRON") return [];
  const head = subjectBefore(reading, token);
  const named = book.of(head);
  return named.length > 0 ? [...commaSubjects(reading, book, head), ...named] : [];
}

/** The doer of a noun: its possessor, *by*, *between*, a word of origin before it. */
export function nounActors(reading: Reading, book: ActorBook, candidate: Candidate): Filler[] {
  const { token } = candidate;
  const clause = reading.clause(token);
  for (const prep of ["by", "between", "among"]) {
    const phrase = clause.obliques.find((oblique) => oblique.prep === prep);
    const named = phrase ? book.of(phrase.head) : [];
    if (named.length > 0) return named;
  }
  if (clause.subject >= 0) {
    const owner = book.of(clause.subject);
    return owner.length > 0 ? owner : book.inside(clause.subject);
  }
  const before = book.inside(token).filter(({ head }) => head < token);
  return before.length > 0 || candidate.act !== "CONSULT"
    ? before
    : attenders(reading, book, token);
}

const ATTENDED: ReadonlySet<string> = new Set([
  "at",
  "during",
  "in",
  "after",
  "following",
  "before",
]);

/** *At a summit in Uzbekistan, X told Y*: the persons of the clause took part in the meeting. */
function attenders(reading: Reading, book: ActorBook, token: number): Filler[] {
  if (!ATTENDED.has(reading.preposition(token))) return [];
  const verb = reading.tokens.head[token]!;
  if (verb < 0 || reading.tag(verb) !== "VERB") return [];
  const clause = reading.clause(verb);
  const present = book
    .of(clause.passive ? clause.object : clause.subject)
    .filter(({ kind }) => kind === "person");
  if (present.length === 0) return [];
  const { leftEdge, rightEdge } = reading.tree;
  for (let at = leftEdge[verb]!; at < rightEdge[verb]!; at++) {
    const mention = reading.mentionOn(at);
    if (mention?.kind !== "person" || mention.form === "pronoun") continue;
    for (const filler of book.of(at)) {
      if (!present.some(({ chain }) => chain === filler.chain)) present.push(filler);
    }
  }
  return present;
}
