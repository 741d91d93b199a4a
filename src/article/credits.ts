/**
 * Agency and photo credits: read as metadata and cut from the text. *... to China. (AFP)*, *Source: Reuters/lk*,
 * *(Photo: Sputnik/Kremlin via Reuters)*, *File photo: AFP*.
 */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";

export interface Credits {
  /** Cuts the credits at the end of a line; `agency` is the one of the text, never that of a photo. */
  cut(line: string): { readonly text: string; readonly agency?: string };
  /** Cuts from a caption also the name behind its sentence: *... on Monday. A. Lund/Quay Pictures*. */
  cutCaption(line: string): string;
  /** The agency of a line that is nothing but a credit: *Source: Reuters/lk*, *(AFP)*, *AP*. */
  ofCreditLine(line: string): string | undefined;
  /** The name that we keep for an agency, when the text names one: *Agence France-Presse* -> *AFP*. */
  named(text: string): string | undefined;
}

export function createCredits(data: DataSource): Credits {
  const agencies = new Map<string, string>();
  for (const [name, forms] of parseTable(data.text("article/agencies.tsv"))) {
    for (const form of [name!, ...(forms?.split("|") ?? [])])
      agencies.set(form.toLowerCase(), name!);
  }
  const named = (text: string): string | undefined => agencies.get(text.trim().toLowerCase());
  const firstNamed = (text: string): string | undefined => {
    for (const part of text.split(PARTS)) {
      const agency = named(part);
      if (agency !== undefined) return agency;
    }
    return undefined;
  };
  const cutCredits: Credits["cut"] = (line) => {
    let text = line.trim();
    let agency: string | undefined;
    // A line may end in several: "... in Beijing. (Reuters) (Photo: AFP)".
    for (let round = 0; round < 3; round++) {
      const photo = PHOTO_AT_END.exec(text);
      if (photo) {
        text = text.slice(0, photo.index).trimEnd();
        continue;
      }
      const bracket = BRACKET_AT_END.exec(text);
      const found = bracket ? firstNamed(bracket[1]!) : undefined;
      if (!bracket || found === undefined) break;
      agency = found;
      text = text.slice(0, bracket.index).trimEnd();
    }
    const dash = AGENCY_AFTER_DASH.exec(text);
    const signed = dash ? firstNamed(dash[1]!) : undefined;
    if (dash && signed !== undefined) {
      agency ??= signed;
      text = text.slice(0, dash.index).trimEnd();
    }
    return agency === undefined ? { text } : { text, agency };
  };
  return {
    named,
    ofCreditLine(line) {
      if (line.length > 80) return undefined;
      const inner = SOURCE_LINE.exec(line)?.[1] ?? BRACKETED_LINE.exec(line)?.[1];
      return inner === undefined ? named(line) : firstNamed(inner);
    },
    cut: cutCredits,
    cutCaption: (line) => cutCredits(line).text.replace(NAME_AFTER_SENTENCE, ""),
  };
}

const NAME_AFTER_SENTENCE =
  /(?<=[.!?]["'”’)]{0,2})\s{1,3}\p{Lu}[\p{L}.'’-]{0,25}(?:[\s/]{1,2}\p{Lu}[\p{L}.'’-]{0,25}){0,6}$(?<![.!?]["'”’)]{0,2})/u;
const PARTS = /\s{0,3}(?:[/,&|+;]|\band\b|\bvia\b|\bwith\b)\s{0,3}/;
const SOURCE_LINE =
  /^(?:source|sources|quelle|fuente|fonte|bron|agency|agencies)\s{0,2}[:-]\s{0,3}(.{2,60}?)\.?$/i;
const BRACKETED_LINE = /^[([–—-]\s{0,2}(.{2,60}?)\s{0,2}[)\]]?$/;
const BRACKET_AT_END = /\s{0,3}[([]([^()[\]]{2,60})[)\]]\.?$/;
const AGENCY_AFTER_DASH = /(?<=[.!?”"'])\s{0,2}[–—-]{1,2}\s{0,2}([A-Za-z][\w /&.-]{1,30})\.?$/;
const PHOTO_AT_END =
  /(?:^|(?<=[.!?”"')\]])|(?<=\S)\s)\s{0,3}(?:[([]\s?(?:file\s)?(?:photos?|images?|pictures?|foto|credit|ap photo|file)(?:\s?(?:credit|by|courtesy))?\b[^()[\]]{0,160}[)\]]|[([][^()[\]]{1,80}(?:\/(?:reuters|afp|ap|epa|getty images)|(?:via|\/) ?(?:reuters|afp|ap|getty(?: images)?))[)\]]|(?:file photos?|file pictures?|file images?|photos?|images?|pictures?|photograph|image source|photo credit|image credit|credit)\s?(?::|\sby\s|©)\s?[^.]{2,120}|©\s?[^.]{2,80}|\/?\s?getty images)\.?$/i;
