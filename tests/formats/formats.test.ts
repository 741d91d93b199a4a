/**
 * One suite for all formats: what must hold for whatever is written, from a plain graph and from a hostile one.
 */
import { describe, expect, test } from "vitest";
import type { Format } from "../../src/formats/format.ts";
import { FORMATS, formatForPath, formatNamed, json } from "../../src/formats/index.ts";
import { cleanXml } from "../../src/formats/xml.ts";
import { zipFiles } from "../../src/formats/zip.ts";
import { withArticleNodes } from "../../src/graph/article-nodes.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { toGraph } from "../../src/graph/build.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { hostileGraph } from "./hostile.ts";

const graphs: readonly (readonly [string, NewsGraph])[] = [
  ["a plain graph", toGraph(knowledge)],
  ["a hostile graph", hostileGraph()],
  ["a graph with its articles", withArticleNodes(toGraph(knowledge))],
  ["an empty graph", toGraph({ articles: [], entities: [], events: [], relations: [], notes: [] })],
];

const viewer = new Map([
  [
    "/index.html",
    '<!doctype html><html><head><script type="module" crossorigin src="./assets/main.js"></script><link rel="stylesheet" crossorigin href="./assets/main.css"></head><body><div id="stage"></div></body></html>',
  ],
  ["/assets/main.js", 'document.title="</script><!-- $& $1";'],
  ["/assets/main.css", 'body::after{content:"$& </style>"}'],
]);

function written(format: Format, graph: NewsGraph, options = {}): string {
  if (format.shape === "file")
    return [...format.write(graph, { viewer: () => viewer, ...options })].join("");
  return [...format.files(graph, options)]
    .map(({ path, chunks }) => `${path}\n${[...chunks].join("")}`)
    .join("\n");
}

describe.each(FORMATS.map((format) => [format.name, format] as const))("%s", (_, format) => {
  test.each(graphs)("writes %s the same way twice", (_name, graph) => {
    expect(written(format, graph)).toBe(written(format, graph));
  });

  test.each(graphs)("leaves %s as it was", (_name, graph) => {
    const before = [...json.write(graph)].join("");
    written(format, graph);
    expect([...json.write(graph)].join("")).toBe(before);
  });

  test.each(graphs)("writes %s in whole characters", (_name, graph) => {
    const text = written(format, graph);
    expect(text).toBe(Buffer.from(text, "utf8").toString("utf8"));
  });

  test.each(graphs)("writes no quotes of %s when evidence is not wanted", (_name, graph) => {
    const text = written(format, graph, { evidence: false });
    expect(text.length).toBeLessThanOrEqual(written(format, graph).length);
    expect(text).not.toContain("spoke by video link on Friday");
  });

  test("tells whether it holds positions", () => {
    const bare = toGraph(knowledge, { layout: false });
    expect(written(format, bare) !== written(format, toGraph(knowledge))).toBe(format.hasPositions);
  });

  test("tells what it is", () => {
    expect(format.about).not.toBe("");
    expect(format.extensions.every((extension) => extension.startsWith("."))).toBe(true);
    expect(formatNamed(format.name)).toBe(format);
    expect(formatForPath(`news${format.extensions[0]}`)).toBe(format);
  });
});

const lossless = FORMATS.filter((format) => format.shape === "file" && format.read !== undefined);

test("JSON, GEXF and GraphML are read back", () => {
  expect(lossless.map(({ name }) => name)).toEqual(["json", "gexf", "gexf-1.2", "graphml"]);
});

describe.each(lossless.map((format) => [format.name, format] as const))(
  "%s read back",
  (name, format) => {
    const roundTrip = (graph: NewsGraph): NewsGraph =>
      format.shape === "file" ? format.read!([...format.write(graph)].join("")) : graph;

    test("gives a plain graph to the byte", () => {
      const graph = toGraph(knowledge);
      expect([...json.write(roundTrip(graph))].join("")).toBe([...json.write(graph)].join(""));
    });

    test("gives a hostile graph to the byte, save for what XML cannot hold in names", () => {
      const graph = hostileGraph();
      const expected = [...json.write(graph)].join("");
      const actual = [...json.write(roundTrip(graph))].join("");
      if (name === "json") expect(actual).toBe(expected);
      else expect(cleaned(actual)).toBe(cleaned(expected));
    });

    test("is read though a program between has dropped its header", () => {
      const graph = toGraph(knowledge);
      const text = format.shape === "file" ? [...format.write(graph)].join("") : "";
      const without = text.replace(/<\?dramatis .*\?>/, "").replace(/<data key="g">.*<\/data>/, "");
      expect(without === text).toBe(name === "json");
      if (name === "json") return; // There the header is the file.
      const again = format.shape === "file" ? format.read!(without) : graph;
      expect(again.nodes().sort()).toEqual(graph.nodes().sort());
      const cited = new Set(graph.mapNodes((_id, { evidence }) => evidence[0]!.article));
      const known = new Set(again.getAttribute("articles").map(({ id }) => id));
      expect([...cited].filter((id) => !known.has(id))).toEqual([]);
    });

    test("keeps every quote to the last unit", () => {
      const graph = hostileGraph();
      const quotes = (of: NewsGraph) =>
        of.mapNodes((_id, { evidence }) => evidence.map(({ quote }) => quote));
      expect(quotes(roundTrip(graph))).toEqual(quotes(graph));
    });

    test.each([
      ["nothing", ""],
      ["another language", "not a graph at all"],
      ["a page", "<!doctype html><html><body><p>hello</p></body></html>"],
      ["JSON of something else", '{"nodes":[],"edges":[]}'],
      ["a list", "[1,2,3]"],
      [
        "a node without evidence",
        '{"attributes":{"format":1},"nodes":[{"key":"a","attributes":{"kind":"person","name":"A","aliases":[]}}],"edges":[]}',
      ],
      [
        "an edge to nowhere",
        '{"attributes":{"format":1},"nodes":[],"edges":[{"key":"e","source":"a","target":"b","attributes":{"kind":"in","weight":1,"evidence":[]}}]}',
      ],
    ])("turns down %s with a sentence", (_kind, text) => {
      expect(() => (format.shape === "file" ? format.read!(text) : undefined)).toThrow(
        expect.objectContaining({ name: "FormatError" }),
      );
    });

    test("turns down a file that is cut off", () => {
      const text = format.shape === "file" ? [...format.write(toGraph(knowledge))].join("") : "";
      for (const share of [0.1, 0.5, 0.9, 0.999]) {
        expect(() =>
          format.shape === "file"
            ? format.read!(text.slice(0, Math.floor(text.length * share)))
            : undefined,
        ).toThrow(expect.objectContaining({ name: "FormatError" }));
      }
    });
  },
);

test("a graph of another version is turned down with what to do", () => {
  const text = [...json.write(toGraph(knowledge))].join("").replace('"format":1', '"format":99');
  expect(() => json.read!(text)).toThrow(/format version 99.*version 1.*build it again/);
});

test.each([
  ["graph.json", "json"],
  ["GRAPH.GEXF", "gexf"],
  ["a/b.node-link.json", "node-link"],
  ["news.csv.zip", "csv"],
  ["news.xlsx", undefined],
])("the file name %s asks for %s", (path, name) => {
  expect(formatForPath(path)?.name).toBe(name);
});

test("a zip of the same graph has the same bytes", () => {
  const csv = formatNamed("csv")!;
  const zip = () => (csv.shape === "folder" ? zipFiles(csv.files(toGraph(knowledge))) : undefined);
  expect(zip()).toEqual(zip());
});

/**
 * What is left when XML's losses are applied to both sides: ids and names are attributes of their own there.
 */
function cleaned(text: string): unknown {
  return JSON.stringify(JSON.parse(text), (key, value) =>
    typeof value === "string" && key !== "quote" ? cleanXml(value) : value,
  );
}

describe("the single page", () => {
  const html = formatNamed("html")!;
  const page = (graph: NewsGraph): string => written(html, graph);

  test("holds scripts, styles and the graph, and asks for nothing", () => {
    const text = page(toGraph(knowledge));
    expect(text).not.toMatch(/<script[^>]* src=|<link[^>]* href=/);
    expect(text).toContain('document.title="<\\/script><\\!-- $& $1";');
    expect(text).toContain("$& <\\/style>");
    expect(text).toContain("default-src 'none'");
  });

  test("holds the outlines of the map where the viewer has them", () => {
    const world = '{"land":[],"places":{"a<b ABC":[1,2]}}';
    const files = new Map([...viewer, ["/world.json", world]]);
    const text =
      html.shape === "file"
        ? [...html.write(toGraph(knowledge), { viewer: () => files })].join("")
        : "";
    const [, block] = /<script type="application\/json" id="world">([\s\S]*?)<\/script>/.exec(
      text,
    )!;
    expect(block).not.toContain("<");
    expect(JSON.parse(block!)).toEqual(JSON.parse(world));
    expect(page(toGraph(knowledge))).not.toContain('id="world"');
  });

  test.each(graphs)(
    "holds %s to the byte, in a block that nothing in it can end",
    (_name, graph) => {
      const [, block] = /<script type="application\/json" id="graph">([\s\S]*?)<\/script>/.exec(
        page(graph),
      )!;
      expect(block).not.toContain("<");
      if (html.shape === "file")
        expect([...json.write(json.read!(block!))].join("")).toBe([...json.write(graph)].join(""));
    },
  );

  test.each([
    ["the viewer is not built", new Map<string, string>(), /npm run build/],
    [
      "a script is missing",
      new Map([...viewer].filter(([path]) => !path.endsWith(".js"))),
      /lacks .*main\.js/,
    ],
    [
      "a script imports another",
      new Map([...viewer, ["/assets/main.js", 'import{a}from"./b.js";']]),
      /imports another/,
    ],
  ])("says so when %s", (_case, files, message) => {
    const write = () =>
      html.shape === "file" ? [...html.write(toGraph(knowledge), { viewer: () => files })] : [];
    expect(write).toThrow(message);
  });
});
