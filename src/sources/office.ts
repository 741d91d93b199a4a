/**
 * The text of a document of Word or LibreOffice (ECMA-376, ODF 1.3): one entry of the package holds it, the others hold
 * pictures and settings.
 */
import { load } from "cheerio/slim";
import { gather } from "./byte-streams.ts";
import { decode } from "./charset.ts";
import { looksScraped } from "./scraped.ts";
import { noteItem, type ReadItem, type Source } from "./types.ts";
import type { ZipEntry } from "./zip.ts";

/** By the first entry of an archive; of ODF that says what the package is, in words. */
export async function isOfficePackage({ name, bytes }: ZipEntry): Promise<boolean> {
  if (name !== "mimetype") return PACKAGE.test(name);
  const type = await gather(bytes, LONGEST_TYPE);
  return type !== undefined && decode(type).startsWith("application/vnd.oasis.opendocument");
}

const PACKAGE = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/\w{1,20}\.xml)$/;
const LONGEST_TYPE = 200;

export function isOfficeText(entryName: string): boolean {
  return entryName === "word/document.xml" || entryName === "content.xml";
}

export async function* readOfficeText(source: Source): AsyncGenerator<ReadItem> {
  const { origin, limits } = source;
  const bytes = await gather(source.bytes, limits.itemBytes);
  if (bytes === undefined) {
    yield noteItem(origin, "left out: more than any article");
    return;
  }
  const content = paragraphsOf(decode(bytes)).join("\n\n");
  if (content === "") yield noteItem(origin, NOT_A_TEXT);
  else yield { page: { origin, type: looksScraped(content) ? "dump" : "text", content } };
}

export const NOT_A_TEXT = "left out: an office file without a text";

function paragraphsOf(xml: string): string[] {
  const $ = load(xml, { xml: true });
  $(NO_TEXT).remove();
  $(BREAKS).replaceWith(" ");
  return $(PARAGRAPHS)
    .toArray()
    .map((paragraph) => $(paragraph).text().replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}

/** Deleted words, codes of fields, comments, footnotes; in a text box, text that is told a second time for older programs. */
const NO_TEXT =
  "w\\:delText,w\\:instrText,mc\\:Fallback,office\\:annotation,text\\:note,text\\:tracked-changes";
const BREAKS = "w\\:tab,w\\:br,text\\:tab,text\\:line-break,text\\:s";
/** Of one inside another, as in a text box, the outer one tells both. */
const PARAGRAPHS = "w\\:p:not(w\\:p w\\:p),text\\:p:not(text\\:p text\\:p),text\\:h";
