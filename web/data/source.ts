/** Where an article comes from, in a word. */
import type { ArticleRecord } from "../../src/model.ts";

/** Its outlet, else the host of its address, else the file that it was read from. */
export function sourceOf(article: Named): string {
  return printerOf(article) ?? fileOf(article.origin);
}

/** Who printed it, as far as that is known: a file is no outlet. */
export function printerOf({ outlet, url }: Named): string | undefined {
  return outlet ?? hostOf(url);
}

export type Named = Pick<ArticleRecord, "outlet" | "url" | "origin">;

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.replace(/^www\./, "");
  return host === "" ? undefined : host;
}

/** Of `news/2023/a.html` the name, of `feed.jsonl.gz:17` the file; the number of a record is for its maker. */
function fileOf(origin: string): string {
  const name = origin.split(/[\\/]/).at(-1) ?? "";
  return name.replace(/:\d+$/, "") || "unknown source";
}
