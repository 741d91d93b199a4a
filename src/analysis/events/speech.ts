/**
 * Who says it: reporting verbs with their speakers, what they report, *according to*, and the colon of headlines
 * (*X to speak: Kremlin*). Tails such as *..., officials said* are found here and never become events.
 */
import { UPOS_ID } from "../tag-sets.ts";
import { BASE_RELATION } from "../tree.ts";
import type { Clause } from "./clause.ts";
import type { ActorBook, Filler } from "./fillers.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

const VERB = UPOS_ID.get("VERB")!;

export interface Speech {
  /** The reporting word; for the colon of a headline its first token. */
  readonly token: number;
  readonly lemma: string;
  readonly kind: string;
  readonly speakers: readonly Filler[];
  readonly addressees: readonly Filler[];
  /** Top token of what is said, -1 when the whole sentence is. */
  readonly content: number;
  readonly rule: string;
}

export function speechesOf(
  reading: Reading,
  book: ActorBook,
  firstToken: number,
  lastToken: number,
): Speech[] {
  const speeches: Speech[] = [];
  for (let token = firstToken; token < lastToken; token++) {
    const isVerb = reading.tokens.upos[token] === VERB;
    const speech =
      (isVerb ? verbSpeech(reading, book, token) : undefined) ?? accordingTo(reading, book, token);
    if (speech) speeches.push(speech);
  }
  const colon = colonSpeech(reading, book, firstToken, lastToken);
  if (colon) speeches.push(colon);
  return speeches;
}

function verbSpeech(reading: Reading, book: ActorBook, token: number): Speech | undefined {
  const lemma = reading.lemma(token);
  const kind = reading.lexicon.reporting.get(lemma);
  if (kind === undefined || kind === "noun") return undefined;
  const clause = reading.clause(token);
  const speakers = book.of(clause.subject);
  const content = contentOf(reading, token) ?? (kind === "topic" ? topicOf(clause) : undefined);
  // "Reported a loss": without a clause it is no speech, unless it hangs on one or quotes.
  if (content === undefined && !quotesBeside(reading, token)) return undefined;
  const told = clause.indirect >= 0 ? clause.indirect : clause.object;
  const to = clause.obliques.find(({ prep }) => prep === "to")?.head ?? -1;
  return {
    token,
    lemma,
    kind,
    speakers,
    addressees: lemma === "tell" || lemma === "inform" ? book.of(told) : book.of(to),
    content: content ?? -1,
    rule: "reporting-verb",
  };
}

/** *Stressed the need for peace*, *described the drills as a response*: what is spoken of is an object. */
function topicOf({ object, obliques }: Clause): number | undefined {
  if (object >= 0) return object;
  return obliques.find(({ prep }) => prep === "as")?.head;
}

/** The clause that a reporting verb reports: below it, or above it when it stands as a tail. */
function contentOf(reading: Reading, token: number): number | undefined {
  const { tree, tokens } = reading;
  let second = -1;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const base = BASE_RELATION[tokens.relation[child]!];
    if (base === REL.ccomp && reading.tag(child) === "VERB") return child;
    if (base === REL.ccomp || base === REL.xcomp || (base === REL.parataxis && child > token)) {
      if (second < 0) second = child;
    }
  }
  if (second >= 0) return second;
  // "Jets bombed Lebanon, officials said", where the parser made the clause a noun with a participle.
  for (
    let child = tree.firstChild[token]!;
    child >= 0 && child < token;
    child = tree.nextSibling[child]!
  ) {
    if (BASE_RELATION[tokens.relation[child]!] !== REL.nsubj) continue;
    for (let below = tree.firstChild[child]!; below >= 0; below = tree.nextSibling[below]!) {
      const isParticiple =
        BASE_RELATION[tokens.relation[below]!] === REL.acl && reading.xpos(below) === "VBN";
      if (isParticiple && reading.clause(token).subject !== child) return below;
    }
  }
  if (BASE_RELATION[tokens.relation[token]!] === REL.parataxis && tokens.head[token]! >= 0) {
    return tokens.head[token]!;
  }
  return undefined;
}

const QUOTES: ReadonlySet<string> = new Set(['"', "“", "”", "''", "``"]);

function quotesBeside(reading: Reading, token: number): boolean {
  const sentence = reading.parsed.sentences[reading.tokens.sentence[token]!];
  if (!sentence) return false;
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    if (QUOTES.has(reading.tokens.form[at]!)) return true;
  }
  return false;
}

/** *According to the ministry, ...* */
function accordingTo(reading: Reading, book: ActorBook, token: number): Speech | undefined {
  const { tokens, tree } = reading;
  const lemma = reading.lemma(token);
  if (lemma !== "accord" && lemma !== "according") return undefined;
  const head = tokens.head[token]!;
  const verb = BASE_RELATION[tokens.relation[token]!] === REL.case ? head : -1;
  let named = verb >= 0 ? verb : -1;
  for (
    let child = tree.firstChild[token]!;
    named < 0 && child >= 0;
    child = tree.nextSibling[child]!
  ) {
    if (BASE_RELATION[tokens.relation[child]!] === REL.obl) named = child;
  }
  if (named < 0) return undefined;
  const speakers = book.of(named);
  return speakers.length === 0
    ? undefined
    : {
        token,
        lemma: "according to",
        kind: "say",
        speakers,
        addressees: [],
        content: -1,
        rule: "according-to",
      };
}

/** The speaker before or after the colon of a headline, when a name is all that stands there. */
function colonSpeech(
  reading: Reading,
  book: ActorBook,
  firstToken: number,
  lastToken: number,
): Speech | undefined {
  const sentence = reading.parsed.sentences[reading.tokens.sentence[firstToken]!];
  if (sentence?.block !== "headline") return undefined;
  for (let token = lastToken - 2; token > firstToken; token--) {
    if (reading.tokens.form[token] !== ":") continue;
    const after = soleName(reading, token + 1, lastToken);
    const before = after < 0 ? soleName(reading, firstToken, token) : -1;
    const head = after >= 0 ? after : before;
    if (head < 0) return undefined;
    const speakers = book.of(head);
    if (speakers.length === 0) return undefined;
    return {
      token: head,
      lemma: "say",
      kind: "say",
      speakers,
      addressees: [],
      content: -1,
      rule: "headline-colon",
    };
  }
  return undefined;
}

/** The head of the only actor between two tokens, -1 when a verb or nothing stands there. */
function soleName(reading: Reading, first: number, last: number): number {
  let head = -1;
  if (last - first > 6) return -1;
  for (let token = first; token < last; token++) {
    if (reading.tag(token) === "VERB") return -1;
    if (head < 0 && reading.isActor(token) && reading.tag(token) !== "ADJ") head = token;
    else if (reading.headMention[token]! >= 0 && head < 0) head = token;
  }
  return head;
}
