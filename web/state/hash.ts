/**
 * The state of a view to the part of an address after `#` and back. Only what differs from the opening view is written, in words that a
 * person can read; what cannot be read is left at its default, so that an old or damaged link still opens.
 */
import { ACTS, NODE_KINDS, STATUSES } from "../../src/graph/kinds.ts";
import type { Camera, Ego, Focus, ViewState } from "./view-state.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Field<T> {
  readonly name: string;
  write(value: T): string;
  read(text: string): T | undefined;
}

type Fields = { readonly [K in keyof ViewState]?: Field<NonNullable<ViewState[K]>> };

const FIELDS: Fields = {
  view: oneOf("view", ["graph", "map", "table", "time"]),
  reading: oneOf("read", ["events", "actors"]),
  shown: number("shown", 1, 1e6),
  hiddenKinds: someOf("without", NODE_KINDS),
  hiddenActs: someOf("without-acts", ACTS),
  hiddenStatuses: someOf("without-status", STATUSES),
  countries: words("countries"),
  outlets: words("outlets"),
  minStories: number("stories", 1, 1e6),
  hideHubs: flag("no-hubs"),
  together: flag("together"),
  since: day("since"),
  until: day("until"),
  ego: { name: "around", write: writeEgo, read: readEgo },
  expanded: words("expanded"),
  focus: { name: "at", write: writeFocus, read: readFocus },
  colorBy: oneOf("color", ["kind", "community"]),
  sizeBy: oneOf("size", ["stories", "degree", "pagerank", "betweenness"]),
  quotesBy: oneOf("quotes", ["date", "outlet"]),
  list: oneOf("list", ["actors", "events", "relations", "articles"]),
  sort: { name: "sort", write: (value) => value, read: (text) => text.slice(0, 40) },
  camera: { name: "camera", write: writeCamera, read: readCamera },
};

export function writeHash(state: ViewState, initial: ViewState): string {
  const parts: string[] = [];
  for (const [key, field] of entries()) {
    const value = state[key];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(initial[key])) continue;
    parts.push(`${field.name}=${encode((field.write as (value: unknown) => string)(value))}`);
  }
  return parts.join("&");
}

export function readHash(hash: string, initial: ViewState): ViewState {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const read: Record<string, unknown> = {};
  for (const [key, field] of entries()) {
    const text = given.get(field.name);
    const value = text === null ? undefined : field.read(text);
    if (value !== undefined) read[key] = value;
  }
  return { ...initial, ...read };
}

function entries(): [keyof ViewState, Field<never>][] {
  return Object.entries(FIELDS) as unknown as [keyof ViewState, Field<never>][];
}

/** Colons, commas and slashes may stay: they make ids readable. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(3A|2C|2F|20)/g, (_, code: string) =>
    code === "20" ? "+" : decodeURIComponent(`%${code}`),
  );
}

function oneOf<T extends string>(name: string, known: readonly T[]): Field<T> {
  return { name, write: (value) => value, read: (text) => known.find((item) => item === text) };
}

function someOf<T extends string>(name: string, known: readonly T[]): Field<readonly T[]> {
  return {
    name,
    write: (values) => values.join(","),
    read: (text) => known.filter((item) => text.split(",").includes(item)),
  };
}

/** Parted by commas; a comma of the word itself is doubled into a semicolon form by percent encoding it once more. */
function words(name: string): Field<readonly string[]> {
  return {
    name,
    write: (values) => values.map((value) => value.replace(/[%,]/g, encodeURIComponent)).join(","),
    read: (text) =>
      text
        .split(",")
        .filter((word) => word !== "")
        .map(decode),
  };
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function number(name: string, least: number, most: number): Field<number> {
  return {
    name,
    write: String,
    read(text) {
      const value = Number(text);
      return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
    },
  };
}

function flag(name: string): Field<boolean> {
  return { name, write: (value) => (value ? "yes" : "no"), read: (text) => text === "yes" };
}

function day(name: string): Field<string> {
  return { name, write: (value) => value, read: (text) => (DAY.test(text) ? text : undefined) };
}

function writeEgo({ id, hops }: Ego): string {
  return `${hops} ${id}`;
}

function readEgo(text: string): Ego | undefined {
  const hops = Number(text[0]);
  return hops >= 1 && hops <= 3 && text[1] === " " ? { id: text.slice(2), hops } : undefined;
}

function writeFocus(focus: Focus): string {
  switch (focus.type) {
    case "node":
    case "article":
      return `${focus.type} ${focus.id}`;
    case "pair":
      return `pair ${focus.source} ${focus.target}`;
    case "path":
      return `path ${focus.from} ${focus.to}`;
  }
}

/** Ids hold no blanks. */
function readFocus(text: string): Focus | undefined {
  const [type, first, second] = text.split(" ");
  if (first === undefined || first === "") return undefined;
  if (type === "node" || type === "article") return { type, id: text.slice(type.length + 1) };
  if (second === undefined) return undefined;
  if (type === "pair") return { type, source: first, target: second };
  if (type === "path") return { type, from: first, to: second };
  return undefined;
}

function writeCamera({ x, y, ratio }: Camera): string {
  return [x, y, ratio].join(",");
}

function readCamera(text: string): Camera | undefined {
  const [x, y, ratio] = text.split(",").map(Number);
  if (x === undefined || y === undefined || ratio === undefined) return undefined;
  if (![x, y, ratio].every(Number.isFinite) || ratio <= 0) return undefined;
  return { x, y, ratio };
}
