/** Title and dates of a dump, or of a page that states its date nowhere but in its text. */
import type { PageHints } from "../model.ts";
import type { DateLine, DumpRanks, MeasuredDump } from "./dump-ranks.ts";

export function dumpMetadata(dump: MeasuredDump, ranks: DumpRanks): PageHints {
  const index = ranks.title(dump);
  const title = index === undefined ? undefined : dump.lines[index]!.text;
  const line = ranks.date(dump, index);
  return {
    ...(title !== undefined && { title }),
    ...(line !== undefined &&
      datesOf(line, dump.lines[line.index]!.text, dump.lines[line.index - 1]?.text)),
  };
}

const UPDATED =
  /\b(?:updated?|modified|edited|aktualisiert|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|opdateret|oppdatert|päivitetty|aktualizacja|güncelleme|обновлено)/i;

/** *30 Dec 2022 07:19PM (Updated: 30 Dec 2022 07:23PM)* is published, then updated. */
function datesOf(
  { dates }: DateLine,
  text: string,
  before: string | undefined,
): Pick<PageHints, "published" | "updated"> {
  let published: string | undefined;
  let updated: string | undefined;
  let from = 0;
  for (const { date, start, end } of dates) {
    if (UPDATED.test(text.slice(from, start))) updated ??= date;
    else published ??= date;
    from = end;
  }
  if (published === undefined) return updated === undefined ? {} : { published: updated };
  const isUpdate =
    updated === undefined && before !== undefined && before.length < 30 && UPDATED.test(before);
  // A date that is only known to be of an update still tells the day better than nothing.
  if (isUpdate || updated === undefined || updated < published) return { published };
  return { published, updated };
}
