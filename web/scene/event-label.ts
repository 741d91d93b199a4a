/**
 * An event beside its mark: *hold talks in Moscow, 30 Dec*. Of its name (*Xi Jinping and Vladimir Putin hold talks in Moscow*) those whom the reader
 * sees anyway are left away at the beginning, and it is cut to what finds room.
 */
import type { Act } from "../../src/model.ts";
import { shortDay } from "../data/days.ts";
import { ACT_WORDS } from "./words.ts";

const LONGEST = 34;
/** *Xi Jinping, Vladimir Putin and 2 more* */
const JOINED = /^(?:,| and(?: \d+ more)?)(?= )/;

interface Named {
  readonly name: string;
  readonly act: Act;
  readonly from?: string;
  readonly first?: string;
}

/** `seen`: those left away; `cast`: all whose names keep their capital, where these are more. */
export function eventLabel(
  node: Named,
  seen: readonly string[],
  cast: readonly string[] = seen,
): string {
  const what = shorten(eventWords(node, seen, cast));
  const day = shortDay(node.from ?? node.first);
  return day === "" ? what : `${what}, ${day}`;
}

/** Uncut and without its day, for where the page itself cuts. */
export function eventWords(
  { name, act }: Named,
  seen: readonly string[],
  cast: readonly string[] = seen,
): string {
  const told = withoutNames(name, seen);
  if (told === "") return ACT_WORDS[act][0].toLowerCase();
  return told === name ? lowered(told, cast) : told;
}

function withoutNames(name: string, seen: readonly string[]): string {
  const longestFirst = [...seen].sort((a, b) => b.length - a.length);
  let rest = name;
  for (;;) {
    const lower = rest.toLowerCase();
    const next = longestFirst.find((one) => one !== "" && lower.startsWith(`${one.toLowerCase()}`));
    if (next === undefined) break;
    const after = rest.slice(next.length);
    // *China's top diplomat* is not China, and *Chinatown* neither.
    if (after !== "" && !/^(?: |,)/.test(after)) break;
    rest = after.replace(JOINED, "").trimStart();
  }
  return rest;
}

/** *Calls for peace talks*: nobody's name begins it, so it is a word. */
function lowered(text: string, cast: readonly string[]): string {
  const isWord = /^\p{Lu}\p{Ll}/u.test(text) && !cast.some((name) => text.startsWith(name));
  return isWord ? text[0]!.toLowerCase() + text.slice(1) : text;
}

/** At a blank, where there is one. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.lastIndexOf(" ", LONGEST);
  return `${text.slice(0, cut > LONGEST / 2 ? cut : LONGEST).replace(/[,;:]$/, "")}…`;
}
