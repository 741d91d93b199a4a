/**
 * Dates that programs write: ISO 8601, RFC 822, `20230105T101500Z`, `2023-01-05 10:15:00`, seconds or milliseconds
 * since 1970. The day or moment comes back as precise as it was given, with the offset if there was one.
 */
import type { IsoDateTime } from "../model.ts";

/** Undefined for what is no date, for a day that no calendar has, and for years outside 1600 to 2200. */
export function parseMachineDate(value: string | number): IsoDateTime | undefined {
  if (typeof value === "number") return fromEpoch(value);
  const text = value.trim();
  if (text.length > 80) return undefined;
  const epoch = /^\d{10}(?:\d{3})?(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
  return epoch === undefined ? (fromIso(text) ?? fromRfc822(text)) : fromEpoch(epoch);
}

const ISO =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T\s]{1,2}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?(?:\[[\w/]{1,40}\])?$/i;
const RFC822 =
  /^(?:[a-z]{3,9},?\s{1,3})?(\d{1,2})[\s-]([a-z]{3})[a-z]{0,6}[\s-](\d{4}|\d{2})(?:,?\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{1,3}([+-]\d{4}|[a-z]{1,4}))?)?$/i;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const ZONES: Readonly<Record<string, string>> = {
  z: "Z",
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

function fromIso(text: string): IsoDateTime | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  return isoDateTime({
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    hour: match[4],
    minute: match[5],
    second: match[6],
    offset: offsetOf(match[7]),
  });
}

function fromRfc822(text: string): IsoDateTime | undefined {
  const match = RFC822.exec(text);
  if (!match) return undefined;
  const month = MONTHS.indexOf(match[2]!.toLowerCase());
  if (month < 0 || month % 3 !== 0) return undefined;
  const year = Number(match[3]);
  return isoDateTime({
    year: year < 70 ? 2000 + year : year < 100 ? 1900 + year : year,
    month: month / 3 + 1,
    day: Number(match[1]),
    hour: match[4]?.padStart(2, "0"),
    minute: match[5],
    second: match[6],
    offset: offsetOf(match[7]),
  });
}

function fromEpoch(value: number): IsoDateTime | undefined {
  const ms = value > 1e11 ? value : value * 1000;
  // Nearer than a day to 1970 is an empty field, not a date.
  if (!Number.isFinite(ms) || ms < 86_400_000 || ms > 7.2e12) return undefined;
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function offsetOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const named = ZONES[text.toLowerCase()];
  if (named !== undefined) return named;
  if (!/^[+-]\d/.test(text)) return undefined;
  const digits = text.slice(1).replace(":", "").padEnd(4, "0");
  return digits === "0000" ? "Z" : `${text[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Two digits each; no hour means a day. */
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  /** `Z` or `+08:00`. */
  readonly offset?: string | undefined;
}

/** What an empty field becomes: zero seconds since 1970, in zones west of London the evening before, or since 1900. */
const EMPTY_FIELDS = new Set(["1970-01-01", "1969-12-31", "1900-01-01"]);

/** Undefined when no calendar has that day or no clock that time. */
export function isoDateTime(parts: DateParts): IsoDateTime | undefined {
  const { year, month, day } = parts;
  if (year < 1600 || year > 2200 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (EMPTY_FIELDS.has(date)) return undefined;
  if (parts.hour === undefined || parts.minute === undefined) return date;
  if (Number(parts.hour) > 23 || Number(parts.minute) > 59) return date;
  const second = parts.second === undefined || Number(parts.second) > 59 ? "00" : parts.second;
  return `${date}T${parts.hour}:${parts.minute}:${second}${parts.offset ?? ""}`;
}
