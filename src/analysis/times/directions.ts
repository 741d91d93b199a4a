/** Reads *last*, *this*, *next* and their kin: which way, and from what day on they count. */
import { type Reading, wordAt } from "./reading.ts";

export interface Direction {
  /** Where the period itself begins. */
  readonly end: number;
  readonly direction: -1 | 0 | 1;
  /** Counts from the last date that was named, not from the article: "the previous week". */
  readonly anaphoric: boolean;
  readonly hasThe: boolean;
  /** The deciding word. */
  readonly text: string;
}

const ANAPHORIC = new Set(["previous", "preceding", "prior", "following", "same", "that"]);

export function readDirection(reading: Reading, at: number): Direction | undefined {
  const hasThe = wordAt(reading, at).text === "the";
  const next = hasThe ? at + 1 : at;
  const word = wordAt(reading, next);
  const { text } = word;
  if (text === "that" || (text === "same" && hasThe)) {
    return { end: next + 1, direction: 0, anaphoric: true, hasThe, text };
  }
  if (word.direction === undefined) return undefined;
  const second = wordAt(reading, next + 1);
  if (text === "this" && (second.text === "past" || second.text === "coming")) {
    return { end: next + 2, direction: second.direction ?? 0, anaphoric: false, hasThe, text };
  }
  const anaphoric = ANAPHORIC.has(text) || (text === "next" && hasThe);
  return { end: next + 1, direction: word.direction, anaphoric, hasThe, text };
}

/** What is left to say where the article has no date. */
export function vagueValue(direction: number): string {
  return direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF";
}
