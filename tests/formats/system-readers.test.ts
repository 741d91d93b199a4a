/**
 * Readers that a system may have: xmllint, dot, networkx, igraph, rdflib. What is not installed is skipped,
 * saying so.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { formatNamed } from "../../src/formats/index.ts";
import { cleanXml } from "../../src/formats/xml.ts";
import { withArticleNodes } from "../../src/graph/article-nodes.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { toGraph } from "../../src/graph/build.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { hostileGraph } from "./hostile.ts";

const folder = mkdtempSync(join(tmpdir(), "dramatis-readers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const graphs: Readonly<Record<string, NewsGraph>> = {
  plain: toGraph(knowledge),
  hostile: hostileGraph(),
  articles: withArticleNodes(toGraph(knowledge)),
};
const names = Object.keys(graphs);

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The system's Python has what its packages install; another may stand before it in the path. */
function pythonWith(library: string): string | undefined {
  const found = ["/usr/bin/python3", "python3"].find((python) =>
    runs(python, ["-c", `import ${library}`]),
  );
  if (found === undefined) console.log(`skipped: Python has no ${library}`);
  return found;
}

/** jing knows no such question; it is asked for its grammar of nothing. */
const VERSION_ASKED: Readonly<Record<string, readonly string[]>> = {
  dot: ["-V"],
  jing: [join(import.meta.dirname, "gexf-1.3.rng")],
};

function isInstalled(command: string): boolean {
  const isThere = runs(command, VERSION_ASKED[command] ?? ["--version"]);
  if (!isThere) console.log(`skipped: ${command} is not installed`);
  return isThere;
}

function writeFile(name: string, which: string): string {
  const format = formatNamed(name)!;
  const path = join(folder, `${which}-${name}${format.extensions[0]}`);
  if (format.shape === "file") writeFileSync(path, [...format.write(graphs[which]!)].join(""));
  return path;
}

const output = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });

describe.skipIf(!isInstalled("xmllint"))("xmllint", () => {
  test.each(
    names.flatMap((which) => ["gexf", "gexf-1.2", "graphml"].map((name) => [which, name] as const)),
  )("finds the %s %s well-formed", (which, name) => {
    expect(runs("xmllint", ["--noout", "--huge", "--nonet", writeFile(name, which)])).toBe(true);
  });
});

const grammar = join(import.meta.dirname, "gexf-1.3.rng");

describe.skipIf(!isInstalled("xmllint"))("the grammar of GEXF 1.3", () => {
  test.each(names)("accepts the %s GEXF", (which) => {
    const args = ["--noout", "--huge", "--nonet", "--relaxng", grammar, writeFile("gexf", which)];
    expect(runs("xmllint", args)).toBe(true);
  });

  test("turns down a wrong date and an unknown attribute", () => {
    const text = readFileSync(writeFile("gexf", "plain"), "utf8");
    for (const wrong of [
      text.replace(/start="\d/, 'start="x'),
      text.replace("<node ", '<node colour="red" '),
    ]) {
      const path = join(folder, "wrong.gexf");
      writeFileSync(path, wrong);
      expect(runs("xmllint", ["--noout", "--relaxng", grammar, path])).toBe(false);
    }
  });
});

describe.skipIf(!isInstalled("jing"))("jing, with the grammar of GEXF 1.3", () => {
  test.each(names)("accepts the %s GEXF", (which) => {
    expect(runs("jing", [grammar, writeFile("gexf", which)])).toBe(true);
  });

  test("turns down an unknown element", () => {
    const path = join(folder, "unknown.gexf");
    const text = readFileSync(writeFile("gexf", "plain"), "utf8");
    writeFileSync(path, text.replace("<nodes>", "<knots/><nodes>"));
    expect(runs("jing", [grammar, path])).toBe(false);
  });
});

describe.skipIf(!isInstalled("dot"))("Graphviz", () => {
  test.each(names)("reads the %s DOT", (which) => {
    const canonical = output("dot", ["-Tcanon", writeFile("dot", which)]);
    const graph = graphs[which]!;
    expect(canonical.match(/^\s[^\n]*? -> /gm)).toHaveLength(graph.size);
  });
});

const python = {
  networkx: pythonWith("networkx"),
  igraph: pythonWith("igraph"),
  rdflib: pythonWith("rdflib"),
};

const cases: readonly (readonly [keyof typeof python, string])[] = [
  ["networkx", "gexf-1.2"],
  ["networkx", "graphml"],
  ["networkx", "d3"],
  ["igraph", "graphml"],
  ["rdflib", "turtle"],
  ["rdflib", "jsonld"],
];

describe.each(cases)("%s", (library, form) => {
  const interpreter = python[library];
  test.skipIf(interpreter === undefined).each(names)(
    `finds in the %s ${form} what we wrote`,
    (which) => {
      const graph = graphs[which]!;
      const found = JSON.parse(
        output(interpreter!, [
          join(import.meta.dirname, "readers.py"),
          library,
          form,
          writeFile(form, which),
        ]),
      );
      expect(found.counts).toEqual([graph.order, graph.size]);
      expect(found.names.map(comparable).sort()).toEqual(
        graph.mapNodes((_, { name }) => comparable(name)).sort(),
      );
      expect(found.kinds.sort()).toEqual(graph.mapEdges((_, { kind }) => kind).sort());
      if (found.nodes === undefined) return;
      const facts = (values: readonly unknown[]): string =>
        values.map((value) => comparable(String(value ?? ""))).join(" ");
      const sorted = (rows: readonly (readonly unknown[])[]): string[] => rows.map(facts).sort();
      expect(sorted(found.nodes)).toEqual(
        sorted(
          graph.mapNodes((_, node) => {
            const { kind, name, stories, first, last } = node;
            const event = kind === "event" ? node : undefined;
            const country = kind !== "event" && kind !== "article" ? node.country : undefined;
            return [kind, name, stories, first, last, country, event?.act, event?.status];
          }),
        ),
      );
      expect(sorted(found.edges)).toEqual(
        sorted(
          graph.mapEdges((_, { kind, weight, first, last, title }, source, target) => [
            ...[source, target, kind, weight, first, last, title],
          ]),
        ),
      );
    },
  );
});

/** Half characters and control characters are lost in some formats: told in docs/formats.md. */
function comparable(text: string): string {
  return cleanXml(text);
}
