/** Who takes part in an event and on which side: slots of the frame first, then the usual places of the act. */
import type { Act } from "../../model.ts";
import { BASE_RELATION, isBelow } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import { type Clause, hasMark } from "./clause.ts";
import type { ActorBook, Filler } from "./fillers.ts";
import { contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { isFiniteVerb, subjectBefore } from "./surface.ts";

export interface Sides {
  readonly actors: readonly Filler[];
  readonly recipients: readonly Filler[];
  /** Both sides do the same: *met*, *signed*, *held drills*. */
  readonly symmetric: boolean;
  /** The slot that gave the recipients, for `explain`. */
  readonly slot?: string;
}

/** Acts in which nobody else need be touched: no far-fetched recipient is sought. */
const ALONE: ReadonlySet<string> = new Set(["resign", "disarm"]);

export function sidesOf(reading: Reading, book: ActorBook, candidate: Candidate): Sides {
  const clause = reading.clause(candidate.verb >= 0 ? candidate.verb : candidate.token);
  const named =
    candidate.verb >= 0 ? verbActors(reading, book, clause) : nounActors(reading, book, candidate);
  const isPassiveDoer = movesItself(candidate) || (clause.passive && passesOn(candidate));
  const own = named.length === 0 && isPassiveDoer ? book.of(clause.object) : named;
  const actors = own.filter(({ kind }) => kind !== "place");
  const found = findRecipients(reading, book, candidate, clause, actors);
  const isSettled = isMutual(candidate) && countriesOf(actors) > 1 && !isWith(found.slot);
  const recipients = isSettled ? [] : found.recipients;
  const symmetric = isSymmetric(candidate, actors, recipients, found.slot);
  return {
    actors,
    recipients: symmetric ? recipients.filter(({ kind }) => kind !== "place") : recipients,
    symmetric,
    ...(found.slot ? { slot: found.slot } : {}),
  };
}

/** *Troops were put on alert*, *soldiers were withdrawn*: the force that is moved is the doer when nobody else is named. */
function movesItself({ act, mode }: Candidate): boolean {
  return act === "MOBILIZE" || (act === "RETREAT" && mode === "withdraw");
}

/** The doer: the subject, or who stands inside a subject that cannot act (*an Israeli air strike killed ...*). */
function verbActors(reading: Reading, book: ActorBook, clause: Clause): Filler[] {
  const direct = book.of(clause.subject);
  if (direct.length > 0) return [...commaSubjects(reading, book, clause.subject), ...direct];
  const before = namedSubject(reading, book, clause);
  if (before.length > 0) return before;
  if (clause.subject >= 0) {
    const named = book.inside(contentHead(reading, clause.subject));
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
      const named = book.inside(contentHead(reading, head)).filter(({ kind }) => kind !== "place");
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
function nounActors(reading: Reading, book: ActorBook, candidate: Candidate): Filler[] {
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
    const mention = reading.mentions[reading.headMention[at]!];
    if (mention?.kind !== "person" || mention.form === "pronoun") continue;
    for (const filler of book.of(at)) {
      if (!present.some(({ chain }) => chain === filler.chain)) present.push(filler);
    }
  }
  return present;
}

function usualSlots(reading: Reading, act: Act): readonly string[] {
  const { recipientSlots } = reading.lexicon;
  return recipientSlots.get(act) ?? recipientSlots.get("*") ?? [];
}

/** *Were engaged in*, *is expected to*: the subject of the passive is the doer of the event inside. */
function passesOn({ inner, act }: Candidate): boolean {
  return inner !== undefined && inner.act === act;
}

interface Found {
  readonly recipients: readonly Filler[];
  readonly slot?: string;
}

function findRecipients(
  reading: Reading,
  book: ActorBook,
  candidate: Candidate,
  clause: Clause,
  actors: readonly Filler[],
): Found {
  const countries = new Set(actors.map(({ country }) => country));
  const isPlural = (chain: number) => book.chains[chain]?.members !== undefined;
  const isOther = ({ mention, chain, country, head }: Filler) =>
    !actors.some(
      (actor) => mention === actor.mention || (chain === actor.chain && country === actor.country),
    ) &&
    // "Jordan and the US agreed on a pact between the two countries": those are the actors again.
    !(isPlural(chain) && countries.has(country)) &&
    !actors.some(
      (actor) =>
        actor.head !== head && isBelow(reading.tree, head, actor.head) && head < actor.head,
    ) &&
    !actors.some(
      (actor) => isPlural(actor.chain) && country !== undefined && actor.country === country,
    );
  let spare: Found | undefined;
  const look = (
    slots: readonly string[],
    from: Clause,
    inner: Candidate | undefined,
  ): Found | undefined => {
    for (const slot of slots) {
      const fillers = slotFillers(reading, book, from, slot, inner).filter(isOther);
      if (fillers.length === 0) continue;
      if (
        fillers.some(
          ({ country, unnamed, kind }) => country !== undefined || (!unnamed && kind !== "place"),
        )
      )
        return { recipients: fillers, slot };
      // Somebody without a country stays only when nobody with one is found.
      if (slot === "obj" || fillers.some(({ kind }) => kind !== "place"))
        spare ??= { recipients: fillers, slot };
    }
    return undefined;
  };
  const first = look(candidate.recipient, clause, candidate.inner);
  if (first) return first;
  if (candidate.mode !== undefined && ALONE.has(candidate.mode)) return spare ?? { recipients: [] };
  const usual = usualSlots(reading, candidate.act);
  const second = look(usual, clause, candidate.inner);
  if (second) return second;
  for (let inner = candidate.inner, depth = 0; inner && depth < 4; inner = inner.inner, depth++) {
    const own = reading.clause(inner.token);
    const third =
      look(inner.recipient, own, inner.inner) ??
      look(usualSlots(reading, inner.act), own, inner.inner);
    if (third) return { recipients: third.recipients, slot: `inner.${third.slot}` };
  }
  if (candidate.verb !== candidate.token) {
    const own = reading.clause(candidate.token);
    const fourth = look(usualSlots(reading, candidate.act), own, undefined);
    if (fourth) return fourth;
  }
  const rest = restOfClause(reading, book, clause.token).filter(isOther);
  if (spare) return spare;
  if (candidate.host !== undefined) {
    const hosts = book.of(reading.clause(candidate.host).subject).filter(isOther);
    if (hosts.length > 0) return { recipients: hosts, slot: "host" };
  }
  if (candidate.act === "THREATEN") {
    const conditional = underCondition(reading, book, clause.token).filter(isOther);
    if (conditional.length > 0) return { recipients: conditional, slot: "if" };
  }
  return rest.length > 0 ? { recipients: rest.slice(0, 1), slot: "rest" } : { recipients: [] };
}

/** *Threatened to stop talks if the United States goes ahead*: who the condition speaks of. */
function underCondition(reading: Reading, book: ActorBook, token: number): Filler[] {
  const { tree, tokens } = reading;
  for (let at = token + 1; at < tree.rightEdge[token]!; at++) {
    const lemma = reading.lemma(at);
    if ((lemma !== "if" && lemma !== "unless") || tokens.head[at]! < 0) continue;
    const named = book.of(reading.clause(tokens.head[at]!).subject);
    if (named.length > 0) return named;
  }
  return [];
}

/** The fillers of one slot: `obj`, `to`, `obj.by`, `obj.*`, `for.from`, `comp.subj`, `comp.*`. */
function slotFillers(
  reading: Reading,
  book: ActorBook,
  clause: Clause,
  slot: string,
  inner: Candidate | undefined,
): Filler[] {
  const dot = slot.indexOf(".");
  const place = dot < 0 ? slot : slot.slice(0, dot);
  const within = dot < 0 ? "" : slot.slice(dot + 1);
  if (place === "comp") return complementFillers(reading, book, clause, within, inner);
  if (place === "obj" || place === "iobj") {
    const head = place === "obj" ? clause.object : clause.indirect;
    if (head < 0) return [];
    return within === ""
      ? book.of(head)
      : phraseFillers(reading, book, contentHead(reading, head), within);
  }
  for (const { prep, head } of [
    ...clause.obliques,
    ...(within === "" ? clause.objectObliques : []),
  ]) {
    if (prep !== place) continue;
    if (within !== "") return phraseFillers(reading, book, contentHead(reading, head), within);
    const named = book.of(head);
    const fillers = named.length > 0 ? named : book.inside(contentHead(reading, head));
    if (fillers.length > 0) return fillers;
  }
  return [];
}

/** Actors inside a phrase: after a preposition, or with `*` anywhere; *by*, *of* and *from* also mean who owns it. */
function phraseFillers(reading: Reading, book: ActorBook, head: number, prep: string): Filler[] {
  if (prep === "*") return book.inside(head);
  for (const oblique of reading.clause(head).obliques) {
    if (oblique.prep !== prep) continue;
    const named = book.of(oblique.head);
    const fillers = named.length > 0 ? named : book.inside(contentHead(reading, oblique.head));
    if (fillers.length > 0) return fillers;
  }
  if (prep !== "by" && prep !== "of" && prep !== "from") return [];
  return book.inside(head).filter((filler) => filler.head < head);
}

function complementFillers(
  reading: Reading,
  book: ActorBook,
  clause: Clause,
  within: string,
  inner: Candidate | undefined,
): Filler[] {
  const token = clause.complement >= 0 ? clause.complement : (inner?.token ?? -1);
  if (token < 0 || token === clause.token) return [];
  const below = reading.clause(token);
  if (within === "subj") {
    const named = book.of(below.subject >= 0 ? below.subject : below.passive ? below.object : -1);
    return named.length > 0 || below.subject < 0 ? named : book.inside(below.subject);
  }
  const slots =
    within === "" || within === "*"
      ? [
          "obj",
          "iobj",
          "obj.*",
          "with",
          "to",
          "against",
          "on",
          "from",
          "for",
          "of",
          "between",
          "in",
          "at",
        ]
      : [within];
  for (const slot of slots) {
    if (slot.startsWith("comp")) continue;
    const fillers = slotFillers(reading, book, below, slot, undefined);
    if (fillers.length > 0) return fillers;
  }
  return [];
}

/** The first named actors behind the trigger in its own clause, where no slot has any. */
function restOfClause(reading: Reading, book: ActorBook, token: number): Filler[] {
  const { tree, tokens } = reading;
  const limit = tree.rightEdge[token]!;
  for (let at = token + 1; at < limit; at++) {
    const mention = reading.headMention[at]!;
    if (mention < 0 || reading.mentions[mention]!.form === "pronoun") continue;
    if (isBeyond(reading, at, token)) continue;
    if (tokens.relation[at] === REL.nsubj && tokens.head[at] === token) continue;
    const fillers = book.of(at);
    if (fillers.length > 0) return fillers.filter(({ country }) => country !== undefined);
  }
  return [];
}

/** Relative clauses, parentheses, attributions and other clauses do not tell whom the event touched. */
function isBeyond(reading: Reading, token: number, top: number): boolean {
  const { tokens } = reading;
  for (let at = token; at >= 0 && at !== top; at = tokens.head[at]!) {
    const relation = tokens.relation[at]!;
    const base = BASE_RELATION[relation]!;
    if (relation === REL.relcl || base === REL.parataxis || base === REL.appos) return true;
    if (base === REL.conj && reading.tag(at) === "VERB") return true;
    if (base === REL.advcl && reading.preposition(at) !== "to") return true;
  }
  return false;
}

/** Acts of both sides: where the actors come from two countries no third side is needed. */
function isMutual({ act, mutual }: Candidate): boolean {
  return act === "COOPERATE" || act === "CONSULT" || mutual;
}

function countriesOf(fillers: readonly Filler[]): number {
  return new Set(fillers.map(({ country, chain }) => country ?? `#${chain}`)).size;
}

function isWith(slot: string | undefined): boolean {
  return slot !== undefined && /(^|\.)(with|between)$/.test(slot);
}

/** Acts that two sides do together unless the words give them directions. */
function isSymmetric(
  { act, mode, rule, mutual }: Candidate,
  actors: readonly Filler[],
  recipients: readonly Filler[],
  slot: string | undefined,
): boolean {
  if (act === "CONSULT") {
    if (mode === "visit" || /^(host|receive|invite|mediate|broker)\b/.test(rule)) return false;
    return recipients.length > 0 || actors.length > 1;
  }
  if (act === "COOPERATE") return isWith(slot) || (recipients.length === 0 && actors.length > 1);
  if (act === "AGREE" || act === "SUPPORT" || act === "REJECT") {
    if (!mutual) return false;
    return isWith(slot) || (recipients.length === 0 && actors.length > 1);
  }
  return act === "ASSAULT" && recipients.length === 0 && actors.length > 1;
}
