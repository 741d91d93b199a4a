/** A piece of HTML that holds nothing but an article, as feeds and news formats carry it -> paragraphs of text. */
import { load } from "cheerio/slim";

/** Paragraphs parted by blank lines. */
export function fragmentText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const $ = load(html);
  $("script,style,noscript,template,figure,iframe,form,svg,table").remove();
  $(BREAKS).before("\n\n").after("\n\n");
  $("br").replaceWith("\n");
  return $.root()
    .text()
    .split(/\n\s{0,200}\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

const BREAKS = "p,div,li,h1,h2,h3,h4,h5,h6,blockquote,section,article,ul,ol,block,hl2,pre,tr";
