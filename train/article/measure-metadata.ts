/** Compares dates, titles and authors with those that the pages' own parsers gave. */
import type { Article } from "../../src/model.ts";
import { parseMachineDate } from "../../src/text/machine-dates.ts";
import type { SuiteResult } from "../evals/suite.ts";
import type { LabelledPage } from "./corpus.ts";
import { foldReaders } from "./fold-readers.ts";

/** Right: the same day, in the page's own zone or in UTC. */
export function measureDates(pages: readonly LabelledPage[]): SuiteResult {
  return measure(
    pages.filter((page) => page.date !== undefined),
    "date",
    (page, article) => {
      const found = article?.published;
      const isRight =
        found !== undefined && daysOf(found).some((day) => daysOf(page.date!).includes(day));
      return {
        score: isRight ? 1 : 0,
        told: `${page.date} / ${found}`,
        isFound: found !== undefined,
      };
    },
  );
}

/** Exact, but for case, punctuation and spaces. */
export function measureTitles(pages: readonly LabelledPage[]): SuiteResult {
  return measure(
    pages.filter((page) => page.title !== undefined),
    "title",
    (page, article) => {
      const isRight = fold(page.title!) === fold(article?.title ?? "");
      return {
        score: isRight ? 1 : 0,
        told: `${page.title} / ${article?.title}`,
        isFound: article !== undefined,
      };
    },
  );
}

/** F1 over all names. */
export function measureAuthors(pages: readonly LabelledPage[]): SuiteResult {
  const readers = foldReaders();
  let [right, found, wanted] = [0, 0, 0];
  const details: string[] = [];
  for (const page of pages) {
    if (page.authors === undefined) continue;
    const gold = new Set(page.authors.map(fold));
    const got = new Set((read(page, readers)?.authors ?? []).map(fold));
    const common = [...got].filter((name) => gold.has(name)).length;
    right += common;
    found += got.size;
    wanted += gold.size;
    if (common < Math.max(got.size, gold.size))
      details.push(`author ${page.url}: ${[...gold]} / ${[...got]}`);
  }
  return {
    figures: { "author.f1": (2 * right) / Math.max(1, found + wanted) },
    details: details.join("\n"),
  };
}

function measure(
  pages: readonly LabelledPage[],
  name: string,
  judge: (
    page: LabelledPage,
    article: Article | undefined,
  ) => { score: number; told: string; isFound: boolean },
): SuiteResult {
  const readers = foldReaders();
  let [sum, wrong] = [0, 0];
  const details: string[] = [];
  for (const page of pages) {
    const { score, told, isFound } = judge(page, read(page, readers));
    sum += score;
    if (score === 0) details.push(`${name} ${page.url}: ${told}`);
    if (score === 0 && isFound) wrong++;
  }
  const all = Math.max(1, pages.length);
  return {
    figures: { [`${name}.right`]: sum / all, [`${name}.wrong`]: wrong / all },
    details: details.join("\n"),
  };
}

function read(page: LabelledPage, readers: ReturnType<typeof foldReaders>): Article | undefined {
  const isPage = page.form === "page";
  return readers.readerFor(page)({
    origin: page.id,
    type: isPage ? "html" : "dump",
    content: page.content,
    ...(isPage && page.url !== undefined && { url: page.url }),
  }).article;
}

function daysOf(date: string): readonly string[] {
  const iso = parseMachineDate(date.replace(/(\d)\+(\d\d:\d\d)$/, "$1+$2"));
  if (iso === undefined) return [];
  const utc = iso.length > 19 ? new Date(iso).toISOString().slice(0, 10) : iso.slice(0, 10);
  return [iso.slice(0, 10), utc];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
