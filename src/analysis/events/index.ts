/** Who did what to whom, when, where, and who says so. */
import type { DataSource } from "../../lexicon/data.ts";
import { plover } from "../../lexicon/plover.ts";
import type {
  Article,
  Chain,
  EventMention,
  Mention,
  Role,
  RoleFiller,
  Statement,
  Time,
} from "../../model.ts";
import type { Mutable } from "../../text/mutable.ts";
import type { Parsed } from "../parsed.ts";
import { isBelow } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import { hasMark } from "./clause-forms.ts";
import { type ContextsOf, createContexts } from "./contexts.ts";
import { inheritCountries } from "./countries-of-sides.ts";
import { createTimeBook, type TimeBook } from "./event-time.ts";
import { type ActorBook, createActorBook, type Filler } from "./fillers.ts";
import { findInSentence } from "./finder.ts";
import type { Decision, Found } from "./found.ts";
import { dropIdleActors } from "./idle-actors.ts";
import { createInterpreter } from "./interpret.ts";
import { type EventLexicon, loadEventLexicon } from "./lexicon.ts";
import { modeOf } from "./modes.ts";
import { pervadingKinds, readNoneCues } from "./none.ts";
import { placeOf } from "./place.ts";
import { createReading, type Reading } from "./reading.ts";
import { repairTrees } from "./repair-trees.ts";
import { type Speech, speechesOf } from "./speech.ts";
import { toStatements } from "./statements.ts";

export interface Findings {
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly roles: readonly Role[];
  readonly times: readonly Time[];
}

/** The finder may append mentions and chains (*the army chief*, *rebels*): indexes of the given ones stay as they are. */
export interface Happenings {
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly events: readonly EventMention[];
  readonly statements: readonly Statement[];
}

export type FindEvents = (article: Article, parsed: Parsed, findings: Findings) => Happenings;

export function createEventFinder(data: DataSource): FindEvents {
  const lexicon = loadEventLexicon(data);
  return (article, parsed, findings) => findEvents(lexicon, article, parsed, findings);
}

/** With a trace: each candidate and what became of it, in the order of the sentences. */
export function findEvents(
  lexicon: EventLexicon,
  article: Article,
  parsed: Parsed,
  { mentions, chains, roles, times }: Findings,
  trace?: (sentence: number, decision: Decision) => void,
): Happenings {
  const reading = createReading(article, repairTrees(parsed, lexicon), lexicon, mentions, chains);
  const book = createActorBook(reading, roles);
  const interpret = createInterpreter(reading);
  const timeBook = createTimeBook(reading, times);
  const contextsOf = createContexts(reading);
  const noneReadings = parsed.sentences.map(({ firstToken, lastToken }) =>
    readNoneCues(reading, firstToken, lastToken),
  );
  const pervading = pervadingKinds(noneReadings);
  const events: EventMention[] = [];
  const lastTold = new Map<number, number>();
  const told: { readonly speech: Speech; readonly events: number[] }[] = [];
  parsed.sentences.forEach(({ firstToken, lastToken }, sentence) => {
    const speeches = speechesOf(reading, book, firstToken, lastToken);
    const found = findInSentence(
      reading,
      book,
      interpret,
      speeches,
      {
        kinds:
          pervading.size === 0
            ? noneReadings[sentence]!.kinds
            : new Set([...noneReadings[sentence]!.kinds, ...pervading]),
        sure: noneReadings[sentence]!.sure,
      },
      firstToken,
      lastToken,
      trace && ((decision) => trace(sentence, decision)),
    );
    const first = events.length;
    for (const { token, speakers } of speeches) {
      const time = timeBook.ofToken(token);
      if (time >= 0 && speakers[0]) lastTold.set(speakers[0].chain, time);
    }
    for (const one of found) {
      const time = toldTime(reading, timeBook, speeches, lastTold, one);
      events.push(toEvent(reading, book, timeBook, contextsOf, speeches, one, time));
    }
    for (const speech of speeches) {
      const about = found.flatMap(({ candidate }, i) =>
        candidate.token !== speech.token && reports(reading, speech, candidate.token)
          ? [first + i]
          : [],
      );
      told.push({ speech, events: about });
    }
  });
  const withCountries = inheritCountries(reading, book, events);
  return dropIdleActors(
    { mentions: mentions.length, chains: chains.length },
    {
      mentions: book.mentions,
      chains: withCountries.chains,
      events: withCountries.events,
      statements: toStatements(reading, timeBook, told),
    },
  );
}

function reports(reading: Reading, speech: Speech, token: number): boolean {
  return speech.content < 0 || isBelow(reading.tree, token, speech.content);
}

/** *In remarks from a video conference, X said*: the meeting shares the time of the saying, also of one shortly before. */
function toldTime(
  reading: Reading,
  timeBook: TimeBook,
  speeches: readonly Speech[],
  lastTold: ReadonlyMap<number, number>,
  { candidate }: Found,
): number {
  const own = timeBook.of(candidate);
  if (own >= 0 || !candidate.nominal || candidate.act !== "CONSULT") return own;
  let verb = candidate.token;
  while (verb >= 0 && reading.tag(verb) !== "VERB") verb = reading.tokens.head[verb]!;
  const speech = speeches.find(({ token }) => token === verb);
  const speaker = speech?.speakers[0];
  return speaker === undefined ? own : (lastTold.get(speaker.chain) ?? own);
}

/** *Since Moscow sent its forces into Ukraine on Feb 24*: what began then goes on. */
function isSinceClause(reading: Reading, { token, verb, act }: Candidate): boolean {
  return act === "ASSAULT" && hasMark(reading, verb >= 0 ? verb : token, "since");
}

function toEvent(
  reading: Reading,
  book: ActorBook,
  timeBook: TimeBook,
  contextsOf: ContextsOf,
  speeches: readonly Speech[],
  found: Found,
  time: number,
): EventMention {
  const { candidate, mood, sides, confidence } = found;
  const contexts = contextsOf(found);
  const { tokens } = reading;
  const { act, lemma, rule, token } = candidate;
  const mode = modeOf(reading, candidate, sides);
  const isSince =
    time >= 0 && (timeBook.isSince(time, candidate.token) || isSinceClause(reading, candidate));
  const status =
    isSince && mood.status === "actual"
      ? "ongoing"
      : timeBook.isAhead(time) && mood.status === "ongoing"
        ? "planned"
        : mood.status;
  const interval = timeBook.intervalOf(time, status, isSince);
  const place = placeOf(reading, candidate);
  const roles = rolesOf(sides.actors, sides.recipients, sides.symmetric);
  if (place !== undefined && !roles.some(({ mention }) => mention === place)) {
    const country = book.chains[book.mentions[place]!.entity]?.country;
    roles.push({ role: "place", mention: place, ...(country ? { country } : {}) });
  }
  const event: Partial<Mutable<EventMention>> = {
    start: tokens.start[token]!,
    end: tokens.end[token]!,
    sentence: tokens.sentence[token]!,
    act,
    plover: plover(act, status, mood.polarity, {
      byDoer: isByDoer(reading, speeches, token, sides.actors),
    }),
  };
  if (mode) event.mode = mode;
  if (contexts.length > 0) event.contexts = contexts;
  event.lemma = lemma;
  event.status = status;
  event.polarity = mood.polarity;
  event.roles = roles;
  if (time >= 0) event.time = time;
  if (interval) event.interval = interval;
  if (place !== undefined) event.place = place;
  event.confidence = confidence;
  event.rule = rule;
  return event as EventMention;
}

function rolesOf(
  actors: readonly Filler[],
  recipients: readonly Filler[],
  symmetric: boolean,
): RoleFiller[] {
  const fill =
    (role: RoleFiller["role"]) =>
    ({ mention, country, sector }: Filler): RoleFiller => ({
      role,
      mention,
      ...(country ? { country } : {}),
      ...(sector ? { sector } : {}),
    });
  if (symmetric) return [...actors, ...recipients].map(fill("participant"));
  return [...actors.map(fill("actor")), ...recipients.map(fill("recipient"))];
}

/** Nobody is threatened by what others say that somebody will do. */
function isByDoer(
  reading: Reading,
  speeches: readonly Speech[],
  token: number,
  actors: readonly Filler[],
): boolean {
  const speech = speeches.find(
    (one) => one.token !== token && one.speakers.length > 0 && reports(reading, one, token),
  );
  if (speech === undefined) return true;
  return speech.speakers.some((speaker) =>
    actors.some(
      (actor) =>
        actor.chain === speaker.chain ||
        actor.country === speaker.country ||
        reading.mentions[actor.mention]?.form === "pronoun",
    ),
  );
}
