/** What is known of one word before its surroundings are looked at. Facets come from the tables in `data/en/times/`. */
import type { Rule } from "./rule.ts";

export type Portion = "START" | "MID" | "END";

export interface Word {
  /** Lower case; empty for a word that no table has. */
  readonly text: string;
  readonly capitalized: boolean;
  readonly month: number | undefined;
  readonly weekday: number | undefined;
  /** A short or plural form of a month or weekday. */
  readonly form: "short" | "plural" | undefined;
  readonly season: { readonly code: string; readonly month: number } | undefined;
  readonly unit:
    | {
        readonly code: string;
        readonly number: "one" | "many" | "long";
        readonly clock: boolean;
      }
    | undefined;
  readonly dayPart:
    | { readonly code: string; readonly kind: "part" | "hour" | "moment" }
    | undefined;
  readonly number: { readonly value: number; readonly kind: NumberKind } | undefined;
  readonly digits: string | undefined;
  readonly direction: -1 | 0 | 1 | undefined;
  readonly portion: Portion | undefined;
  readonly edge: Portion | undefined;
  readonly approximate: boolean | undefined;
  readonly preposition: boolean | undefined;
  readonly repeat: boolean | undefined;
  readonly set: string | undefined;
  readonly future: boolean | undefined;
  /** As `future`, where *to* or *for* follows: "is set to", "plans to". */
  readonly intent: boolean | undefined;
  readonly past: boolean | undefined;
  readonly implicative: boolean | undefined;
  readonly numbered: boolean | undefined;
  readonly clauseBreak: boolean | undefined;
  readonly title: boolean | undefined;
  /** What is said in it has been said: "in an interview". */
  readonly utterance: boolean | undefined;
  /** Told of matches. */
  readonly sport: boolean | undefined;
  /** The days that this word, standing behind them, gives their year: "attacks" behind "Sept. 11". */
  readonly namedDays: readonly NamedDay[] | undefined;
  readonly zone: string | undefined;
  /** Phrases that begin with this word, longest first. */
  readonly phrases: readonly Phrase[] | undefined;
  readonly rules: readonly Rule[];
}

export type NumberKind =
  | "unit"
  | "ten"
  | "scale"
  | "ordinal"
  | "vague"
  | "couple"
  | "half"
  | "decade"
  | "digits";

/** A fixed sequence of words with its meaning: a vague reference or a holiday. */
export interface Phrase {
  readonly words: readonly string[];
  readonly timex?: "DATE" | "DURATION" | "SET";
  readonly value?: string;
  readonly month?: number;
  readonly day?: number;
  /** Of a day that happened once: "9/11". */
  readonly year?: number;
}

export interface NamedDay {
  readonly month: number;
  readonly day: number;
  readonly year: number;
}

/**
 * A word that no table has. All others begin as copies of it, so that every word has all its facets, known or not: the
 * rules read objects of one shape, which is faster by far.
 */
export const NO_WORD: Word = {
  text: "",
  capitalized: false,
  month: undefined,
  weekday: undefined,
  form: undefined,
  season: undefined,
  unit: undefined,
  dayPart: undefined,
  number: undefined,
  digits: undefined,
  direction: undefined,
  portion: undefined,
  edge: undefined,
  approximate: undefined,
  preposition: undefined,
  repeat: undefined,
  set: undefined,
  future: undefined,
  intent: undefined,
  past: undefined,
  implicative: undefined,
  numbered: undefined,
  clauseBreak: undefined,
  title: undefined,
  utterance: undefined,
  sport: undefined,
  namedDays: undefined,
  zone: undefined,
  phrases: undefined,
  rules: [],
};

/** What stands between sentences and beyond the ends: no rule matches across it. */
export const BOUNDARY: Word = { ...NO_WORD, text: "\n" };
