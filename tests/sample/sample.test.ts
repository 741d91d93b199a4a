/** Is the sample what its README and its manifest say? Reads the files as they are, without the line. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import manifest from "./manifest.json" with { type: "json" };

const folder = join(import.meta.dirname, "../../data/sample");
const readme = readFileSync(join(folder, "README.md"), "utf8");
const { articles, events, mustNot } = manifest;

/** Where each outlet keeps the text of a story. Harbour Sample Post parts its paragraphs by `<br>`. */
const BODY: Readonly<Record<string, string>> = {
  courier: ".story-text > p",
  tribune: "section[name=articleBody] .css-p1",
  specimen: ".texte > p",
  harbour: ".itemFullText",
};

function bytesOf(file: string): Buffer {
  const bytes = readFileSync(join(folder, file));
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

function fileOf(article: string): string {
  return article.replace(/:\d+$/, "");
}

function contentOf(article: string, form: string): string {
  const encoding = form === "html windows-1252" ? "windows-1252" : "utf-8";
  // Node 20 decodes windows-1252 as latin1 in one go, and rightly as a stream: “ would be lost.
  const decoder = new TextDecoder(encoding, { fatal: true });
  const content = decoder.decode(bytesOf(fileOf(article)), { stream: true }) + decoder.decode();
  const line = /:(\d+)$/.exec(article)?.[1];
  return line === undefined ? content : content.split("\n")[Number(line) - 1]!;
}

function bodyOf(article: string, form: string, begins: string, ends: string): string {
  const content = contentOf(article, form);
  if (form.startsWith("html")) {
    const page = load(content);
    const parts = page(BODY[article.split("/")[0]!]!).toArray();
    return parts.map((part) => page(part).text()).join("\n\n");
  }
  if (form.startsWith("jsonl")) {
    const fields = JSON.parse(content) as { text?: string; maintext?: string };
    return fields.text ?? fields.maintext ?? "";
  }
  const from = content.indexOf(begins);
  return content.slice(from, content.lastIndexOf(ends) + ends.length);
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("the sample corpus", () => {
  it("has a manifest line for every article and an article for every line", () => {
    const files = new Set(articles.map(({ article }) => fileOf(article)));
    expect(filesBelow(folder).filter((file) => file !== "README.md")).toEqual([...files].sort());
    for (const file of files) {
      if (!/\.jsonl(?:\.gz)?$/.test(file)) continue;
      const lines = bytesOf(file).toString("utf8").trimEnd().split("\n").length;
      expect(articles.filter(({ article }) => fileOf(article) === file)).toHaveLength(lines);
    }
  });

  it("comes in every form, as often as its README says", () => {
    for (const form of [
      "html",
      "html.gz",
      "html windows-1252",
      "dump",
      "text",
      "jsonl",
      "jsonl.gz",
    ]) {
      const count = articles.filter((article) => article.form === form).length;
      expect(count, form).toBeGreaterThan(0);
      expect(readme, form).toMatch(
        new RegExp(`^\\| \`${form.replace(".", "\\.")}\` \\|.*\\| ${count} \\|$`, "m"),
      );
    }
    expect(readme).toContain(`${articles.length} news articles`);
    expect(readme).toContain("CC0");
  });

  it("counts the articles of each outlet in its README", () => {
    const folders = new Set(articles.map(({ article }) => article.split("/")[0]!));
    for (const name of folders) {
      const count = articles.filter(({ article }) => article.startsWith(`${name}/`)).length;
      expect(readme).toMatch(new RegExp(`^\\| \`${name}/\` \\|.*\\| ${count} \\|$`, "m"));
    }
  });

  it("lists every event of the manifest in its README, and no other", () => {
    const listed = readme.split("## Events")[1]!.match(/^- .+$/gm) ?? [];
    const expected = events.map(
      ({ label, from, to }) => `- ${label} (${from === to ? from : `${from} to ${to}`})`,
    );
    expect(listed).toEqual(expected);
  });

  it("packs the gzipped files without a name or a time", () => {
    for (const file of filesBelow(folder).filter((name) => name.endsWith(".gz"))) {
      const head = readFileSync(join(folder, file)).subarray(0, 10);
      expect([...head.subarray(0, 8)], file).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    }
  });

  it("has a page in windows-1252 that declares it and is not UTF-8", () => {
    const page = articles.find(({ form }) => form === "html windows-1252")!;
    const bytes = bytesOf(page.article);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
    expect(bytes.toString("latin1")).toContain("charset=windows-1252");
    const content = contentOf(page.article, page.form);
    expect(content).toContain("Élysée");
    expect(content).toContain("“to bring Russia to its senses”");
  });

  it.each(articles)("$article says its title and its first and last words", (entry) => {
    const { article, form, title, begins, ends } = entry;
    const content = contentOf(article, form);
    const visible = form.startsWith("html") ? load(content)("h1, h2.itemTitle").text() : content;
    expect(visible).toContain(form.startsWith("jsonl") ? JSON.stringify(title) : title);
    const body = bodyOf(article, form, begins, ends);
    expect(body).toContain(begins);
    expect(body).toContain(ends);
    expect(body.split(/\s+/).length).toBeGreaterThanOrEqual(100);
    expect(body.split(/\s+/).length).toBeLessThanOrEqual(350);
  });

  it("says on every page and in every dump that it is a sample", () => {
    for (const { article, form } of articles) {
      if (form === "dump" || form.startsWith("html")) {
        expect(contentOf(article, form), article).toMatch(/\bsamples?\b/);
      }
    }
  });
});

describe("the manifest of the sample", () => {
  it("tells at least twelve events by two outlets or more on different days", () => {
    const byName = new Map(articles.map((entry) => [entry.article, entry]));
    const retold = events.filter((event) => {
      const told = event.articles.map(({ article }) => byName.get(article)!);
      const outlets = new Set(told.map(({ outlet }) => outlet));
      const days = new Set(told.map(({ published }) => published.slice(0, 10)));
      return outlets.size > 1 && days.size > 1;
    });
    expect(retold.length).toBeGreaterThanOrEqual(12);
  });

  it("has meetings planned and held, one cancelled, a denial, and days in order", () => {
    const told = (status: string) => (event: (typeof events)[number]) =>
      event.articles.some((article) => article.status === status);
    expect(events.filter(told("planned")).filter(told("actual")).length).toBeGreaterThanOrEqual(5);
    expect(events.filter(({ status }) => status === "cancelled").length).toBeGreaterThanOrEqual(1);
    expect(events.some((event) => "polarity" in event && event.polarity === "denied")).toBe(true);
    for (const { id, from, to } of events) expect(from <= to, id).toBe(true);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it("names only articles that are there", () => {
    const names = new Set(articles.map(({ article }) => article));
    const named = [
      ...events.flatMap((event) => event.articles.map(({ article }) => article)),
      ...manifest.sameSurname.flatMap((pair) => pair.articles),
      ...manifest.capitals.map(({ article }) => article),
      ...manifest.reprints.flatMap(({ original, copies }) => [original, ...copies]),
    ];
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });

  it("quotes denials and what must not be told as a fact from the bodies", () => {
    for (const { article: name, quote } of [...manifest.denials, ...manifest.mustNotEvents]) {
      const { form, begins, ends } = articles.find(({ article }) => article === name)!;
      expect(bodyOf(name, form, begins, ends), name).toContain(quote);
    }
  });

  it("finds every person and organization of an event in one of its articles", () => {
    const aliases = new Map(manifest.entities.map((entity) => [entity.id, entity.aliases]));
    for (const { id, participants, articles: told } of events) {
      const texts = told.map(({ article: name }) => {
        const { title, form, begins, ends } = articles.find(({ article }) => article === name)!;
        return `${title}\n${bodyOf(name, form, begins, ends)}`;
      });
      for (const participant of participants) {
        if (participant.startsWith("country:")) continue;
        const names = aliases.get(participant) ?? [participant.replace(/^\w+:/, "")];
        const isNamed = texts.some((text) => names.some((name) => text.includes(name)));
        expect(isNamed, `${id}: ${participant}`).toBe(true);
      }
    }
  });

  it("has people of the same surname in articles that name both in full or apart", () => {
    for (const { persons, articles: where } of manifest.sameSurname) {
      const texts = where.map((name) => {
        const { form, begins, ends } = articles.find(({ article }) => article === name)!;
        return bodyOf(name, form, begins, ends);
      });
      for (const person of persons) {
        const full = person.slice("person:".length);
        expect(
          texts.some((text) => text.includes(full) || hasSurnameOf(text, full)),
          full,
        ).toBe(true);
      }
    }
  });

  it("has each capital as a government and as a place in one article", () => {
    for (const { article: name, government, place } of manifest.capitals) {
      const { form } = articles.find(({ article }) => article === name)!;
      const content = contentOf(name, form);
      expect(content).toContain(government);
      expect(content).toContain(place);
    }
  });

  it("has reprints that repeat the paragraphs of the original, one of them cut", () => {
    for (const { original, copies, cut, agency } of manifest.reprints) {
      const first = articles.find(({ article }) => article === original)!;
      const source = bodyOf(original, first.form, first.begins, first.ends);
      for (const copy of copies) {
        const entry = articles.find(({ article }) => article === copy)!;
        const body = bodyOf(copy, entry.form, entry.begins, entry.ends);
        const paragraphs = source.split("\n\n").slice(1);
        const kept = paragraphs.filter((paragraph) => body.includes(paragraph)).length;
        expect(kept).toBeGreaterThanOrEqual(4);
        expect(kept < paragraphs.length, copy).toBe(cut.includes(copy));
        expect(contentOf(copy, entry.form)).toContain(agency);
      }
    }
  });

  it("keeps the names that must not become nodes out of every body", () => {
    const bodies = articles.map(({ article, form, begins, ends }) =>
      bodyOf(article, form, begins, ends),
    );
    const pages = articles.map(({ article, form }) => contentOf(article, form));
    const { persons, countryNames, places, organizations, authors, credits } = mustNot;
    for (const name of [
      ...persons,
      ...countryNames,
      ...places,
      ...organizations,
      ...authors,
      ...credits,
    ]) {
      const whole = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u");
      expect(
        pages.some((page) => page.includes(name)),
        `${name} stands somewhere`,
      ).toBe(true);
      expect(
        bodies.filter((body) => whole.test(body)),
        `${name} stands in no body`,
      ).toEqual([]);
    }
  });
});

function hasSurnameOf(text: string, full: string): boolean {
  return text.includes(`President ${full.split(" ").at(-1)}`);
}
