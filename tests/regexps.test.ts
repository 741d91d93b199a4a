/**
 * No regular expression of the program can be made to take quadratic time. Every literal of `src/` and `web/`, and
 * every expression that is put together when the program starts, is run on hostile inputs (its own literal
 * pieces and common fragments, repeated) of two lengths. The measure is user CPU, and it counts only where the cost
 * is far beyond what a linear expression shows: four times the length may not cost eight times as much, unless it is
 * next to nothing (quadratic work at the longer length takes a hundred milliseconds and more), and no length may
 * cost more than four microseconds a character (20 MB would then take minutes).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { expect, test } from "vitest";

const project = resolve(import.meta.dirname, "..");
const SHORT = 4_000;
const LONG = 4 * SHORT;
const NEXT_TO_NOTHING_MS = 16;
const MOST_GROWTH = 8;
const MOST_MS = LONG * 0.004;

interface Found {
  readonly place: string;
  readonly expression: RegExp;
}

/** What attackers repeat: blanks, quotes, tags, digits, separators, words of either case. */
const FRAGMENTS = [
  " ",
  "\t",
  "\n",
  "\u00a0",
  "a",
  "A",
  "Aa ",
  "a ",
  " a",
  "1",
  "1,",
  "1.",
  "1:",
  "-",
  " - ",
  "–",
  ".",
  ". ",
  ",",
  ", ",
  "'",
  '"',
  "”",
  "(",
  ")",
  "((",
  "[",
  "]",
  "{",
  "}",
  "<",
  ">",
  "<a",
  "<a ",
  "<p>",
  "<!--",
  "<!",
  "<?",
  "/",
  "//",
  "http://",
  "=",
  " = ",
  "a=",
  "&",
  "&#",
  "#",
  " #",
  "@",
  "a@",
  "A. ",
  "and ",
  " and",
  "+",
  "|",
  " | ",
  "·",
  "é",
  "中",
  "😀",
  "\ud800",
  "\0",
  '="',
  "ab-",
  "2023-",
  "on ",
  "the ",
  "\\",
];
const ENDS = ["", "\0"];

test("the check finds an expression that grows with the square", () => {
  expect(slowest({ place: "here", expression: /\s+$/ })).toContain("here");
  expect(slowest({ place: "here", expression: /\s{1,5}$/ })).toBeUndefined();
});

test("no literal of the program grows with the square of a hostile input", () => {
  const literals = ["src", "web"].flatMap(literalsOf);
  expect(literals.length).toBeGreaterThan(300);
  expect(literals.map(slowest).filter((line) => line !== undefined)).toEqual([]);
}, 300_000);

test("no expression that is made at the start grows with the square of a hostile input", async () => {
  const made: Found[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given: [string | RegExp, string?]) {
      const expression = new target(...given);
      made.push({ place: "made at the start", expression });
      return expression;
    },
  });
  try {
    const { createArticleReader } = await import("../src/article/index.ts");
    const { createAnalyzer } = await import("../src/analysis/analyze.ts");
    const { nodeData } = await import("../src/lexicon/node-data.ts");
    const data = nodeData();
    createArticleReader(data);
    createAnalyzer(data);
  } finally {
    globalThis.RegExp = Original;
  }
  expect(made.length).toBeGreaterThan(2);
  expect(made.map(slowest).filter((line) => line !== undefined)).toEqual([]);
}, 120_000);

function literalsOf(folder: string): Found[] {
  const files = readdirSync(join(project, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .flatMap((file) => {
      const program = parseAst(readFileSync(join(project, folder, file), "utf8"), { lang: "ts" });
      const found: Found[] = [];
      collect(program, (pattern, flags) =>
        found.push({ place: `${folder}/${file}`, expression: new RegExp(pattern, flags) }),
      );
      return found;
    });
}

function collect(node: unknown, onLiteral: (pattern: string, flags: string) => void): void {
  if (typeof node !== "object" || node === null) return;
  const { regex } = node as { regex?: { pattern: string; flags: string } };
  if (regex !== undefined) onLiteral(regex.pattern, regex.flags);
  for (const part of Object.values(node)) collect(part, onLiteral);
}

/** The worst input as a line to read, when there is one. */
function slowest({ place, expression }: Found): string | undefined {
  const pieces = ownPieces(expression.source);
  for (const fragment of [...FRAGMENTS, ...pieces, pieces.join(""), pieces.join(" ")]) {
    if (fragment === "") continue;
    for (const end of ENDS) {
      const long = cost(expression, repeated(fragment, LONG, end));
      if (long <= NEXT_TO_NOTHING_MS) continue;
      const short = cost(expression, repeated(fragment, SHORT, end));
      if (long > MOST_GROWTH * short || long > MOST_MS) {
        return `${place}: ${expression} on ${JSON.stringify(fragment)} … ${JSON.stringify(end)}: ${short.toFixed()} -> ${long.toFixed()} ms`;
      }
    }
  }
  return undefined;
}

/** The words and signs that an expression spells out, without what is special in it. */
function ownPieces(source: string): string[] {
  const plain = source
    .replace(/\\[a-zA-Z](?:\{[^}]{1,30}\})?/g, " ")
    .replace(/\[[^\]]{1,200}\]|\{[\d,]{1,12}\}|\(\?[:=!<]{1,2}|[()*+?^$|]/g, " ")
    .replaceAll("\\", "");
  return [...new Set(plain.split(/\s{1,200}/))].filter((piece) => piece !== "").slice(0, 12);
}

function repeated(fragment: string, length: number, end: string): string {
  return fragment.repeat(Math.ceil(length / fragment.length)) + end;
}

function cost(expression: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  // A second run only where the first was slow: garbage collection looks like a slow expression once, not twice.
  for (let run = 0; run < 2 && least > NEXT_TO_NOTHING_MS; run++) {
    const { user } = process.cpuUsage();
    text.replace(expression, "");
    expression.lastIndex = 0;
    least = Math.min(least, (process.cpuUsage().user - user) / 1000);
  }
  return least;
}
