/** To whom it is done: the slots of the frame, the usual slots of the act, the rest of the clause. */
import type { Act } from "../../model.ts";
import { remembered } from "../../text/remembered.ts";
import { BASE_RELATION, isBelow } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import type { Clause, Oblique } from "./clause.ts";
import type { ActorBook, Filler } from "./fillers.ts";
import { contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

interface Found {
  readonly recipients: readonly Filler[];
  readonly slot: string | undefined;
}

export function findRecipients(
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
        actor.head !== head &&
        isBelow(reading.tree, head, actor.head) &&
        (head < actor.head || isOwner(reading, head, actor.head)),
    ) &&
    !actors.some(
      (actor) => isPlural(actor.chain) && country !== undefined && actor.country === country,
    );
  // "Signed the deal in Paris": where it is done is not with whom.
  const { act } = candidate;
  // "Ordered twenty jets": deeds outside the sixteen are done to people.
  const isThing = ({ unnamed, head }: Filler) =>
    unnamed &&
    // "Launched a rescue mission": the event itself.
    (head === candidate.inner?.token || (act === "OTHER" && isVehicle(reading, head)));
  const isTouched = ({ kind, head }: Filler) =>
    OF_PLACES.has(act) ||
    (act === "OTHER"
      ? (kind !== "place" && kind !== "country") || reading.preposition(head) === ""
      : kind !== "place" || !PLACES.has(reading.preposition(head)));
  let spare: Found | undefined;
  const look = (
    slots: readonly string[],
    from: Clause,
    inner: Candidate | undefined,
  ): Found | undefined => {
    for (const slot of slots) {
      const all = slotFillers(reading, book, from, slot, inner);
      if (all.length === 0) continue;
      const isAsked = slots === candidate.recipient;
      const fillers = all.filter(
        (filler) => isOther(filler) && !isThing(filler) && (isAsked || isTouched(filler)),
      );
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
  if (candidate.mode !== undefined && ALONE.has(candidate.mode)) return spare ?? NO_RECIPIENTS;
  const all = usualSlots(reading, candidate.act);
  const usual = isMeans(candidate) ? all.filter((slot) => slot !== "obj") : all;
  const second = look(usual, clause, candidate.inner);
  if (second) return spare === undefined ? second : here(candidate, spare, second);
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
  if (spare) return spare;
  if (candidate.host !== undefined) {
    const hosts = book.of(reading.clause(candidate.host).subject).filter(isOther);
    if (hosts.length > 0) return { recipients: hosts, slot: "host" };
  }
  if (candidate.act === "THREATEN") {
    const conditional = underCondition(reading, book, clause.token).filter(isOther);
    if (conditional.length > 0) return { recipients: conditional, slot: "if" };
  }
  if (!REACHING.has(candidate.act)) return NO_RECIPIENTS;
  const rest = restOfClause(reading, book, clause.token).filter(isOther);
  return rest.length > 0 ? { recipients: rest.slice(0, 1), slot: "rest" } : NO_RECIPIENTS;
}

/** Acts that touch whoever is named behind them: *fired missiles into Pakistani-controlled territory*. What is promised or asked for may concern anybody. */
const REACHING: ReadonlySet<string> = new Set(
  "ASSAULT COERCE SANCTION MOBILIZE ACCUSE REJECT CONSULT COOPERATE AID RETREAT".split(" "),
);

/**
 * *Two farmers were killed in Nigeria*: it is done to those who are told of, and not to the place, which only tells their country. *Begged
 * lawmakers not to lose sight of Ukraine*: nor to those in what is asked of them.
 */
function here({ act }: Candidate, touched: Found, found: Found): Found {
  const [place, ...more] = found.recipients;
  if (touched.slot !== "obj") return found;
  if (found.slot === "comp.*") return touched;
  // "Accused of the murder of Anna Lind": whoever is named in the charge is not charged.
  if (act === "ACCUSE" && place?.kind === "person") return touched;
  if (place === undefined || more.length > 0) return found;
  // "Accused of fraud in Ohio": a town is nobody.
  if (!PLACES.has(found.slot ?? "")) return place.kind === "place" ? touched : found;
  const { country } = place;
  // "Members were arrested in Westminster": nor is a house there.
  if (country === undefined) return touched;
  return {
    recipients: touched.recipients.map((filler) => ({ ...filler, country })),
    slot: touched.slot,
  };
}

const PLACES: ReadonlySet<string> = new Set(["in", "near", "at"]);

function isVehicle(reading: Reading, head: number): boolean {
  return reading.lexicon.classes.get("vehicle")?.has(reading.lemma(head)) === true;
}

/** Acts that are done to a place, or promised to those who live there. */
const OF_PLACES: ReadonlySet<string> = new Set(
  "ASSAULT COERCE PROTEST MOBILIZE RETREAT AID CONSULT SANCTION AGREE CONCEDE THREATEN".split(" "),
);

/** *Fired artillery*, *sent experts*: the object is what it is done with, where the frame asks for a class of things and for somebody behind a preposition. */
function isMeans({ rule, recipient }: Candidate): boolean {
  return rule.includes("[obj:@") && recipient.length > 0 && !recipient.includes("obj");
}

const NO_RECIPIENTS: Found = { recipients: [], slot: undefined };

/** *Members of Congress*: whom the doers belong to, with nothing but *of* in between. */
function isOwner({ tokens, preposition }: Reading, token: number, top: number): boolean {
  for (let at = token; at !== top; at = tokens.head[at]!)
    if (preposition(at) !== "of") return false;
  return true;
}

/** Acts in which nobody else need be touched: no far-fetched recipient is sought. */
const ALONE: ReadonlySet<string> = new Set(["resign", "disarm"]);

function usualSlots(reading: Reading, act: Act): readonly string[] {
  const { recipientSlots } = reading.lexicon;
  return recipientSlots.get(act) ?? recipientSlots.get("*") ?? [];
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
): readonly Filler[] {
  const { place, within } = readSlot(slot);
  if (place === "comp") return complementFillers(reading, book, clause, within, inner);
  if (place === "obj" || place === "iobj") {
    const head = place === "obj" ? clause.object : clause.indirect;
    if (head < 0) return NOBODY;
    return within === ""
      ? book.of(head)
      : phraseFillers(reading, book, contentHead(reading, head), within);
  }
  if (within === "") {
    const found = behind(reading, book, clause.obliques, place);
    return found.length > 0 ? found : behind(reading, book, clause.objectObliques, place);
  }
  for (const { prep, head } of clause.obliques) {
    if (prep === place) return phraseFillers(reading, book, contentHead(reading, head), within);
  }
  return NOBODY;
}

interface Slot {
  readonly place: string;
  /** What is looked for inside the phrase; "" for the phrase itself. */
  readonly within: string;
}

/** The tables name few slots. */
const readSlot: (slot: string) => Slot = remembered((slot) => {
  const dot = slot.indexOf(".");
  return dot < 0
    ? { place: slot, within: "" }
    : { place: slot.slice(0, dot), within: slot.slice(dot + 1) };
}, 1000);

const NOBODY: readonly Filler[] = [];

/** The actors of the first phrase with this preposition that names or holds any. */
function behind(
  reading: Reading,
  book: ActorBook,
  obliques: readonly Oblique[],
  prep: string,
): readonly Filler[] {
  for (let i = 0; i < obliques.length; i++) {
    if (obliques[i]!.prep !== prep) continue;
    const { head } = obliques[i]!;
    const named = book.of(head);
    const fillers = named.length > 0 ? named : book.inside(contentHead(reading, head));
    if (fillers.length > 0) return fillers;
  }
  return NOBODY;
}

/** Actors inside a phrase: after a preposition, or with `*` anywhere; *by*, *of* and *from* also mean who owns it. */
function phraseFillers(
  reading: Reading,
  book: ActorBook,
  head: number,
  prep: string,
): readonly Filler[] {
  if (prep === "*") return book.inside(head);
  const found = behind(reading, book, reading.clause(head).obliques, prep);
  if (found.length > 0) return found;
  if (prep !== "by" && prep !== "of" && prep !== "from") return [];
  return book.inside(head).filter((filler) => filler.head < head);
}

function complementFillers(
  reading: Reading,
  book: ActorBook,
  clause: Clause,
  within: string,
  inner: Candidate | undefined,
): readonly Filler[] {
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

const BESIDE_IN_TIME: ReadonlySet<string> = new Set(
  "during after before since following amid until".split(" "),
);

/** Relative clauses, parentheses, attributions and other clauses do not tell whom the event touched. */
function isBeyond(reading: Reading, token: number, top: number): boolean {
  const { tokens } = reading;
  for (let at = token; at >= 0 && at !== top; at = tokens.head[at]!) {
    const relation = tokens.relation[at]!;
    const base = BASE_RELATION[relation]!;
    if (relation === REL.relcl || base === REL.parataxis || base === REL.appos) return true;
    if (base === REL.conj && reading.tag(at) === "VERB") return true;
    if (base === REL.advcl && reading.preposition(at) !== "to") return true;
    // "Atrocities committed during the attacks of Hamas".
    if (BESIDE_IN_TIME.has(reading.preposition(at))) return true;
  }
  return false;
}
