/** What is known of one word before its surroundings are looked at. Facets come from the tables in `data/en/times/`. */
import type { Rule } from "./rule.ts";

export type Portion = "START" | "MID" | "END";

export interface Word {
  /** Lower case; empty for a word that no table has. */
  readonly text: string;
  readonly capitalized: boolean;
  readonly month?: number;
  readonly weekday?: number;
  /** A short or plural form of a month or weekday. */
  readonly form?: "short" | "plural";
  readonly season?: { readonly code: string; readonly month: number };
  readonly unit?: {
    readonly code: string;
    readonly number: "one" | "many" | "long";
    readonly clock: boolean;
  };
  readonly dayPart?: { readonly code: string; readonly kind: "part" | "hour" | "moment" };
  readonly number?: { readonly value: number; readonly kind: NumberKind };
  readonly digits?: string;
  readonly direction?: -1 | 0 | 1;
  readonly portion?: Portion;
  readonly edge?: Portion;
  readonly approximate?: boolean;
  readonly preposition?: boolean;
  readonly repeat?: boolean;
  readonly set?: string;
  readonly future?: boolean;
  /** As `future`, where *to* or *for* follows: "is set to", "plans to". */
  readonly intent?: boolean;
  readonly past?: boolean;
  readonly implicative?: boolean;
  readonly numbered?: boolean;
  readonly clauseBreak?: boolean;
  readonly title?: boolean;
  /** What is said in it has been said: "in an interview". */
  readonly utterance?: boolean;
  /** Told of matches. */
  readonly sport?: boolean;
  /** The days that this word, standing behind them, gives their year: "attacks" behind "Sept. 11". */
  readonly namedDays?: readonly NamedDay[];
  readonly zone?: string;
  /** Phrases that begin with this word, longest first. */
  readonly phrases?: readonly Phrase[];
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

/** What stands between sentences and beyond the ends: no rule matches across it. */
export const BOUNDARY: Word = { text: "\n", capitalized: false, rules: [] };
