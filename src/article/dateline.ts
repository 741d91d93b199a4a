/**
 * What the text itself says: the date of a line of its own (*March 1, 2008*) or of the dateline, and the agency of
 * the dateline (*BEIJING, 19 June 2023 (Example Wire) — The ...*). Only dates with a year: nothing is guessed.
 */
import type { Article, PageHints } from "../model.ts";
import type { Tools } from "./tools.ts";

/** A line with a date and no more than a few words about it. */
const DATE_LINE = 60;
const LINES = 4;
/** A few words with capitals, perhaps a date, perhaps an agency in brackets, and the dash that opens the text. */
const DATELINE =
  /^\p{Lu}[\p{L}.'’-]{0,25}(?:[ ,/]{1,2}\p{Lu}[\p{L}.'’-]{0,25}){0,5},?\s?[\p{L}\d., ]{0,22}\s?(?:[([][^()[\]\n]{2,40}[)\]])?\s?(?:—|–|--|\s-\s)\s?(?=\S)/u;
const BRACKET = /[([]([^()[\]]{2,40})[)\]]\s{0,2}\S{0,2}\s{0,2}$/;

export function readDateline(
  { text, blocks }: Pick<Article, "text" | "blocks">,
  tools: Tools,
): Pick<PageHints, "published" | "agency"> {
  const body = blocks.filter(({ kind }) => kind === "body").slice(0, LINES);
  for (const { start, end } of body) {
    const [line = ""] = text.slice(start, end).split("\n", 1);
    const dateline = DATELINE.exec(line.slice(0, 160))?.[0];
    const found = tools.dates.find(dateline ?? (line.length <= DATE_LINE ? line : ""));
    const agency = dateline === undefined ? undefined : agencyOf(dateline, tools);
    if (found.length === 0 && agency === undefined) continue;
    return {
      ...(found[0] !== undefined ? { published: found[0].date } : {}),
      ...(agency !== undefined ? { agency } : {}),
    };
  }
  return {};
}

/** In a dateline, the name in brackets before the dash is the agency, known to us or not. */
function agencyOf(dateline: string, { credits }: Tools): string | undefined {
  const name = BRACKET.exec(dateline)?.[1]?.trim();
  if (name === undefined || /\d/.test(name)) return undefined;
  return credits.named(name) ?? name;
}
