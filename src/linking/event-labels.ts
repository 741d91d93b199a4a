/**
 * A line for people that reads like a line of news: *Xi Jinping and Vladimir Putin hold a video call*; *Joe Biden to visit Kyiv*;
 * *The Kremlin denies that Russia had destroyed the dam*. It is worded by the best telling of the event, with the names of the cast.
 */
import type { EventMention, NewsEvent, Participant } from "../model.ts";
import type { Cast, EntityHead } from "./entities.ts";
import { type LabelWords, possessive } from "./label-words.ts";
import { compareText } from "./order.ts";
import type { Phrase, Wording } from "./wordings.ts";

/** One telling of an event, as far as its label depends on it. */
export interface Telling {
  readonly wording: Wording;
  readonly event: Pick<EventMention, "status" | "start">;
  /** Of its article. */
  readonly id: string;
  readonly isHeadline: boolean;
}

type Named = Pick<NewsEvent, "status" | "polarity" | "participants">;

const MOST_CHARACTERS = 90;
const MOST_NAMES = 3;

/** `tellings` in any order; at least one. */
export function eventLabel(
  event: Named,
  tellings: readonly Telling[],
  cast: Cast,
  words: LabelWords,
): string {
  const [only, ...others] = tellings;
  const best = others.length === 0 ? only! : bestOf(tellings, event, cast);
  return write(event, best.wording, cast, words);
}

function bestOf(tellings: readonly Telling[], event: Named, cast: Cast): Telling {
  const weights = new Map<string, number>();
  for (const { entity, role, evidence } of event.participants) {
    if (role === "place") continue;
    const weight = 4 * Math.min(evidence.length, 5);
    weights.set(entity, cast.byId.get(entity)?.unnamed === true ? weight / 4 : weight);
  }
  const [best] = tellings
    .map((telling) => ({ telling, points: points(telling, event, weights) }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        compareText(a.telling.id, b.telling.id) ||
        a.telling.event.start - b.telling.event.start,
    );
  return best!.telling;
}

/** A telling is the better, the more of those whom the tellings agree on it names (by name, not as *the leader*), and the more it tells of them. */
function points(
  { wording, event, isHeadline }: Telling,
  { status }: Named,
  weights: ReadonlyMap<string, number>,
): number {
  const { subjects, tail, form } = wording;
  const named = new Set([...subjects, ...tail.flatMap(({ names }) => names)]);
  let sum = event.status === status ? 100 : 0;
  for (const [entity, weight] of weights) if (named.has(entity)) sum += weight;
  if (subjects.some((id) => weights.has(id))) sum += 12;
  if (form === "verb" && tail.length > 0) sum += 6;
  if (form !== "noun") sum += 3;
  return sum + Number(isHeadline);
}

function write(event: Named, wording: Wording, cast: Cast, words: LabelWords): string {
  const present = new Set(event.participants.map(({ entity }) => entity));
  const subjects = wording.subjects.filter((id) => present.has(id));
  const recipients = wording.recipients.filter((id) => present.has(id) && !subjects.includes(id));
  const hasSubject = subjects.length > 0 || wording.topic !== undefined;
  const told = hasSubject ? wording : toFragment(wording);
  const who = subjects.slice(0, MOST_NAMES).flatMap((id) => cast.byId.get(id) ?? []);
  const isMany = subjects.length > 1 || (who[0] !== undefined && isPlural(who[0], words));
  const names = subjects.length > 0 ? list(who, subjects.length) : (wording.topic ?? "");
  const noun = told.form === "noun" && told.verb === "";
  const isDenied = event.polarity === "denied" && wording.form !== "noun" && !wording.isOperator;
  const head = !hasSubject
    ? `${isDenied ? "not " : ""}${wording.written}`
    : noun
      ? `${possessive(names)} ${told.written}`
      : `${names} ${predicate(event, told, isMany, words)}`;
  const tail =
    told.form === "noun" && !noun && hasSubject
      ? nounTail(recipients, cast)
      : told.tail.length > 0 || hasSubject
        ? told.tail
        : involved(event.participants, cast);
  const label = withTail(strip(head, tail), tail).trimEnd();
  return capitalized(withPlace(label, event.participants, [...subjects, ...named(tail)], cast));
}

/** *hold talks with* says *hold talks* where nobody is named. */
function strip(head: string, tail: readonly Phrase[]): string {
  return tail.length > 0 ? head : head.replace(/ (?:with|to|on|against|from)$/, "");
}

function toFragment(wording: Wording): Wording {
  return { ...wording, form: "noun", verb: "" };
}

function predicate(
  { status, polarity }: Named,
  { verb, written, form, isOperator, tail }: Wording,
  isMany: boolean,
  words: LabelWords,
): string {
  // "Reach no agreement" denies it already.
  const isDenied = polarity === "denied" && !isOperator && !tail[0]?.text.startsWith("no ");
  const not = isDenied ? "not " : "";
  const [first = verb, ...rest] = verb.split(" ");
  const base = [first, ...rest].join(" ");
  const done = form === "passive" ? `be ${passive(verb, written, words)}` : base;
  if (form === "adjective") return `${isMany ? "are" : "is"} ${not}${written}`;
  if (!isOperator) {
    if (status === "planned") return `${not}to ${done}`;
    if (status === "cancelled") return `not to ${done} after all`;
    if (status === "hypothetical") return `may ${not}${done}`;
    if (status === "claimed") return `said ${not}to ${done}`;
  }
  if (form === "passive") return `${not}${passive(verb, written, words)}`;
  if (isDenied) return `${isMany ? "do" : "does"} not ${base}`;
  if (!isMany) return [words.thirdPerson(first), ...rest].join(" ");
  return first === "be" ? ["are", ...rest].join(" ") : base;
}

function passive(verb: string, written: string, words: LabelWords): string {
  return written.includes(" ") ? words.participle(verb) : written;
}

function nounTail(recipients: readonly string[], cast: Cast): Phrase[] {
  if (recipients.length === 0) return [];
  const entities = recipients.slice(0, MOST_NAMES).flatMap((id) => cast.byId.get(id) ?? []);
  return [{ text: list(entities, recipients.length), names: recipients }];
}

/** Where nothing is told after a word without a subject: *Airstrike: Syria*. */
function involved(participants: readonly Participant[], cast: Cast): Phrase[] {
  const ids = [
    ...new Set(participants.filter(({ role }) => role !== "place").map(({ entity }) => entity)),
  ];
  if (ids.length === 0) return [];
  const entities = ids.slice(0, MOST_NAMES).flatMap((id) => cast.byId.get(id) ?? []);
  return [{ text: `involving ${list(entities, ids.length)}`, names: ids }];
}

/** As many phrases as there is room for. */
function withTail(head: string, tail: readonly Phrase[]): string {
  let label = head;
  for (const [i, { text }] of tail.entries()) {
    const isRoom = label.length + 1 + text.length <= MOST_CHARACTERS;
    if (!isRoom && i > 0) break;
    // A verb alone tells nothing: what stands right behind it is cut.
    label += ` ${text}`;
    if (!isRoom) break;
  }
  if (label.length <= MOST_CHARACTERS) return label;
  const cut = label.lastIndexOf(" ", MOST_CHARACTERS - 1);
  return cut <= head.length && head.length <= MOST_CHARACTERS ? head : `${label.slice(0, cut)} …`;
}

function withPlace(
  label: string,
  participants: readonly Participant[],
  said: readonly string[],
  cast: Cast,
): string {
  const place = participants.find(({ role }) => role === "place");
  if (place === undefined || said.includes(place.entity)) return label;
  const name = cast.byId.get(place.entity)?.name;
  if (name === undefined || label.includes(name)) return label;
  const longer = `${label} in ${name}`;
  return longer.length <= MOST_CHARACTERS && !label.endsWith("…") ? longer : label;
}

function named(tail: readonly Phrase[]): string[] {
  return tail.flatMap(({ names }) => names);
}

function list(entities: readonly EntityHead[], count: number): string {
  const names = entities.map(({ name }) => name);
  if (count > names.length) return `${names.join(", ")} and ${count - names.length} more`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** *Central banks*, *leaders*, *police*; but *the United States strikes*. */
function isPlural({ kind, name, unnamed }: EntityHead, words: LabelWords): boolean {
  const last = name
    .split(/ (?:of|from|in|on) /)[0]!
    .split(" ")
    .at(-1)!;
  if (words.is("plural", last.toLowerCase())) return true;
  if (kind === "group" || unnamed === true) return /[^aisu]s$/.test(last);
  // "Some House Republicans have demanded": a party in the plural.
  return kind === "organization" && last === name && /(?:an|ist|crat|ative|ie)s$/.test(name);
}

function capitalized(label: string): string {
  const first = String.fromCodePoint(label.codePointAt(0) ?? 32);
  return first.toUpperCase() + label.slice(first.length);
}
