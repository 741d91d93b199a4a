/** Title and dates of a dump, or of a page that states its date nowhere but in its text. */
import type { PageHints } from "../model.ts";
import type { DateWords } from "./date-words.ts";
import type { DateLine, DumpRanks, MeasuredDump } from "./dump-ranks.ts";

export function dumpMetadata(dump: MeasuredDump, ranks: DumpRanks): PageHints {
  const index = ranks.title(dump);
  const title = index === undefined ? undefined : dump.lines[index]!.text;
  const line = ranks.date(dump, index);
  const at = line?.index ?? 0;
  return {
    ...(title !== undefined && { title }),
    ...(line !== undefined &&
      datesOf(line, dump.lines[at]!.text, dump.lines[at - 1]?.text, ranks.words)),
  };
}

/** *30 Dec 2022 07:19PM (Updated: 30 Dec 2022 07:23PM)* is published, then updated. */
function datesOf(
  { dates }: DateLine,
  text: string,
  before: string | undefined,
  words: DateWords,
): Pick<PageHints, "published" | "updated"> {
  let published: string | undefined;
  let updated: string | undefined;
  let from = 0;
  for (const { date, start, end } of dates) {
    if (words.updated(text.slice(from, start))) updated ??= date;
    else published ??= date;
    from = end;
  }
  if (published === undefined) return updated === undefined ? {} : { published: updated };
  const isUpdate =
    updated === undefined && before !== undefined && before.length < 30 && words.updated(before);
  // A date that is only known to be of an update still tells the day better than nothing.
  if (isUpdate || updated === undefined || updated < published) return { published };
  return { published, updated };
}
