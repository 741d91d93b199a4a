/** The labelled pages and dumps, with the fold that each belongs to: pages of one outlet share a fold. */
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { contentHash } from "../../src/text/hash.ts";

export interface LabelledPage {
  readonly id: string;
  /** `aeb`, `fundeval`, `fundus`, `wcxb`. */
  readonly set: string;
  readonly url?: string;
  readonly form: "page" | "dump";
  readonly content: string;
  readonly body: string;
  readonly title?: string;
  readonly date?: string;
  readonly authors?: readonly string[];
  readonly fold: number;
}

export const FOLDS = 5;

/** Pages and dumps of the development half and of the training corpus; whatever is missing is left out. */
export async function labelledPages(
  corpora: string,
  form: "page" | "dump",
): Promise<readonly LabelledPage[]> {
  const gold = join(corpora, "..", "gold");
  const files =
    form === "page"
      ? [join(gold, "pages-dev.jsonl.gz"), join(corpora, "pages", "wcxb-dev.jsonl.gz")]
      : [join(gold, "dumps-dev.jsonl.gz"), join(corpora, "pages", "wcxb-dev-dumps.jsonl.gz")];
  const pages: LabelledPage[] = [];
  for (const file of files) if (existsSync(file)) pages.push(...(await readPages(file, form)));
  return pages;
}

export async function readPages(file: string, form: "page" | "dump"): Promise<LabelledPage[]> {
  const pages: LabelledPage[] = [];
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    const row = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const content = form === "page" ? row.html : row.dump;
    const body = form === "page" ? row.body : row.gold;
    if (typeof content !== "string" || typeof body !== "string" || content === "" || body === "")
      continue;
    const text = (name: string): string | undefined =>
      typeof row[name] === "string" && row[name] !== "" ? (row[name] as string) : undefined;
    const [url, title, date] = [text("url"), text("title"), text("date")];
    const authors = Array.isArray(row.authors) ? row.authors.map(String) : listed(text("authors"));
    const set = text("set") ?? "wcxb";
    pages.push({
      id: String(row.id),
      set: set === "wcxb_dev" ? "wcxb" : set,
      ...(url !== undefined && { url }),
      form,
      content,
      body,
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date }),
      ...(authors !== undefined && { authors }),
      fold: foldOf(url ?? String(row.id)),
    });
  }
  return pages;
}

/** `['A B', 'C D']`, as some of the rows have it. */
function listed(text: string | undefined): readonly string[] | undefined {
  return text?.match(/(?<=['"])[^'"\][,][^\][]*?(?=['"](?:,|\]))/g) ?? undefined;
}

function foldOf(url: string): number {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  return Number.parseInt(contentHash(outletOfHost(host)).slice(0, 8), 16) % FOLDS;
}

/** The name before the public suffix, so that editions of an outlet in several countries stay together. */
function outletOfHost(host: string): string {
  const parts = host.split(".");
  while (
    parts.length > 1 &&
    (parts.at(-1)!.length <= 3 || /^(?:info|news|online|media|press|world)$/.test(parts.at(-1)!))
  ) {
    if (parts.length === 2 && parts[0] === "www") break;
    parts.pop();
  }
  return parts.at(-1)!;
}
