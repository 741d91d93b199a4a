/** The commands, called as a user calls them, in the process of the test. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json } from "../../src/formats/json.ts";
import { toGraph } from "../../src/graph/build.ts";
import { CALLS } from "../../src/graph/query/calls.ts";
import { VERSION } from "../../src/graph/version.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { dramatis } from "./fake-io.ts";

const folder = mkdtempSync(join(tmpdir(), "dramatis-cli-"));
const at = (name: string): string => join(folder, name);
const graphText = [...json.write(toGraph(knowledge))].join("");

const article = JSON.stringify({
  title: "Leaders meet in Moscow",
  text: "Chinese President Xi Jinping met Russian President Vladimir Putin in Moscow on Tuesday. The two leaders spoke for more than four hours and had dinner together, officials said. It was the first visit of the Chinese leader since the start of the war.",
  date: "2023-03-21",
});

beforeAll(() => {
  writeFileSync(at("graph.json"), graphText);
  writeFileSync(at("graph.json.gz"), gzipSync(graphText));
  mkdirSync(at("news"));
  writeFileSync(at("news/met.jsonl"), article);
  writeFileSync(at("news/empty.txt"), "");
  mkdirSync(at("nothing"));
  writeFileSync(at("nothing/empty.txt"), "");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMANDS = ["build", "serve", "query", "export", "analyze", "explain", "report", "diff"];

describe("help", () => {
  test("without a command the program says what it can do", async () => {
    const { code, out } = await dramatis([]);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(`  ${command} `);
    expect(out).toContain("Examples:");
  });

  test.each(COMMANDS)("%s --help gives examples", async (command) => {
    const { code, out } = await dramatis([command, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: dramatis ${command}`);
    expect(out).toMatch(/Examples:\n {2}\S/);
    expect(out).toContain("--json");
    expect(out).toContain("--quiet");
  });

  test("--version is that of the program", async () => {
    expect(await dramatis(["--version"])).toMatchObject({ code: 0, out: `${VERSION}\n` });
  });
});

describe("a wrong call ends with 2 and one sentence", () => {
  test.each([
    [["dance"], /unknown command 'dance'/],
    [["build", "-o", "x.json"], /missing required argument 'inputs'/],
    [["build", "news"], /required option '-o/],
    [["build", "news", "-o", "x.json", "--fast"], /unknown option '--fast'/],
    [["build", at("missing"), "-o", at("x.json")], /no file or folder.*missing/],
    [
      ["build", at("news"), "-o", at("graph.docx")],
      /no format is known for the file name.*json, gexf/,
    ],
    [
      ["build", at("news"), "-o", at("x.json"), "-f", "word"],
      /unknown format "word": known are json/,
    ],
    [["query", at("missing.json"), "top"], /there is no file .*missing\.json/],
    [["query", at("news"), "top"], /is a folder: build a graph of it first/],
    [["query", at("news/met.jsonl"), "top"], /not a graph/],
    [["query", at("graph.json"), "dance"], /unknown call "dance"/],
    [
      ["query", at("graph.json"), "neighbors", "Xi", "--depth", "x"],
      /depth: expected a whole number/,
    ],
    [["query", at("graph.json"), "top", "--depth", "2"], /top has no parameter "depth"/],
    [["export", at("graph.json")], /no format is known for standard output/],
    [["export", at("graph.json"), "-f", "csv"], /several files: name a folder/],
    [
      ["export", at("graph.json"), "-o", at("no/where.gexf")],
      /cannot write .*its folder does not exist/,
    ],
    [["serve", at("graph.json"), "--port", "99999"], /at most 65535/],
    [
      ["serve", at("graph.json"), at("graph.json")],
      /one graph file; to serve articles, add --build/,
    ],
  ])("%j", async (args, message) => {
    const { code, out, err } = await dramatis(args);
    expect(err).toMatch(message);
    expect(err.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect([code, out]).toEqual([2, ""]);
  });

  test("a file that is cut off is no graph", async () => {
    writeFileSync(at("cut.json"), graphText.slice(0, graphText.length / 2));
    const { code, err } = await dramatis(["query", at("cut.json"), "top"]);
    expect(code).toBe(2);
    expect(err).toMatch(/cut\.json: not a graph/);
  });
});

describe("query", () => {
  test.each([
    [["find", "xi"], "person:xi-jinping"],
    [["get", "Putin"], "president: country:RUS"],
    [["neighbors", "Xi Jinping", "--depth", "2", "--kinds", "person"], "Vladimir Putin"],
    [["paths", "Peskov", "Xi Jinping"], "video call"],
    [["events", "--acts", "consult", "--since", "2023-03-01"], "2023-03-21 CONSULT"],
    [["timeline", "Putin"], "2022-12-30"],
    [["evidence", "Putin", "--limit", "1"], "and 3 more: --offset 1"],
    [["subgraph", "Putin", "country:RUS"], "-president->"],
    [["top", "--by", "degree", "--limit", "2"], "  2. "],
    [["neighbors", "Xi", "--min-stories", "2"], "event:call"],
  ])("%j answers for people and, with --json, for programs", async (args, expected) => {
    const forPeople = await dramatis(["query", at("graph.json"), ...args]);
    expect(forPeople).toMatchObject({ code: 0, err: "" });
    expect(forPeople.out).toContain(expected);
    const forPrograms = await dramatis(["query", at("graph.json"), ...args, "--json"]);
    expect(() => JSON.parse(forPrograms.out)).not.toThrow();
  });

  test("every call is in the help", async () => {
    const { out } = await dramatis(["query", "--help"]);
    for (const { name } of CALLS) expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
  });

  test("where nobody stands around a node, it says how to look further", async () => {
    const call = ["query", at("graph.json"), "neighbors", "Xi Jinping", "--since", "2050-01-01"];
    expect((await dramatis(call)).out).toContain("0 around it; --depth 2 looks further");
  });

  test("whoever is not in the graph is no wrong call, but nothing is found", async () => {
    const { code, err } = await dramatis(["query", at("graph.json"), "neighbors", "Nobody"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^dramatis: there is no "Nobody" in this graph/);
  });

  test("a gzipped graph is read as it is", async () => {
    const { code, out } = await dramatis(["query", at("graph.json.gz"), "top", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(20);
  });

  test("colors appear on a terminal only", async () => {
    const plain = await dramatis(["query", at("graph.json"), "get", "Putin"]);
    const colored = await dramatis(["query", at("graph.json"), "get", "Putin"], { color: true });
    expect(plain.out).not.toContain("\u001b");
    expect(colored.out).toContain("\u001b[1m");
  });

  test("what an article says cannot steer the terminal", async () => {
    const evil = graphText.replaceAll("spoke by video", "\\u001b[31mspoke\\u0007 by\\u202e video");
    writeFileSync(at("evil.json"), evil);
    const { out } = await dramatis(["query", at("evil.json"), "evidence", "event:call"]);
    expect(out).toContain("\ufffd[31mspoke\ufffd by\ufffd video");
  });
});

describe("export", () => {
  test.each(["gexf", "graphml", "ttl", "dot", "cyjs", "jsonld", "cypher"])(
    "writes .%s by its ending",
    async (ending) => {
      const path = at(`out.${ending}`);
      const { code, out, err } = await dramatis(["export", at("graph.json"), "-o", path]);
      expect([code, out]).toEqual([0, ""]);
      expect(err).toMatch(/34 nodes, 37 edges/);
      expect(readFileSync(path, "utf8").length).toBeGreaterThan(1000);
    },
  );

  test("GEXF and back gives the graph to the byte", async () => {
    await dramatis(["export", at("graph.json"), "-o", at("there.gexf")]);
    await dramatis(["export", at("there.gexf"), "-o", at("back.json")]);
    expect(readFileSync(at("back.json"), "utf8")).toBe(graphText);
  });

  test("without --output it goes to standard output", async () => {
    const { out, err } = await dramatis(["export", at("graph.json"), "-f", "json"]);
    expect([out, err]).toEqual([graphText, ""]);
  });

  test("formats of several files make a folder, a zip, or files side by side", async () => {
    await dramatis(["export", at("graph.json"), "-f", "obsidian", "-o", at("vault")]);
    expect(readdirSync(at("vault"))).toContain("People");
    await dramatis(["export", at("graph.json"), "-o", at("news.obsidian")]);
    expect(readdirSync(at("news.obsidian"))).toContain("People");
    await dramatis(["export", at("graph.json"), "-f", "csv", "-o", at("tables.zip")]);
    expect(readFileSync(at("tables.zip")).subarray(0, 2).toString()).toBe("PK");
    const news = await dramatis(["export", at("graph.json"), "-o", at("news.csv")]);
    expect(news.err).toContain(at("news-evidence.csv: csv, "));
    for (const name of ["nodes", "edges", "evidence"])
      expect(existsSync(at(`news-${name}.csv`))).toBe(true);
  });

  test("a folder that holds something is left alone", async () => {
    mkdirSync(at("mine"));
    writeFileSync(at("mine/diary.txt"), "dear diary");
    const { code, err } = await dramatis([
      "export",
      at("graph.json"),
      "-f",
      "csv",
      "-o",
      at("mine"),
    ]);
    expect([code, readdirSync(at("mine"))]).toEqual([2, ["diary.txt"]]);
    expect(err).toMatch(/is not empty/);
  });

  test.skipIf(process.getuid?.() === 0)(
    "a file that cannot be written is left as it was",
    async () => {
      mkdirSync(at("locked"));
      writeFileSync(at("locked/old.gexf"), "old");
      chmodSync(at("locked"), 0o500);
      const { code, err } = await dramatis([
        "export",
        at("graph.json"),
        "-o",
        at("locked/old.gexf"),
      ]);
      chmodSync(at("locked"), 0o700);
      expect([code, readFileSync(at("locked/old.gexf"), "utf8")]).toEqual([2, "old"]);
      expect(err).toMatch(/permission denied/);
    },
  );

  test("a link is followed and a device is never replaced", async () => {
    writeFileSync(at("real.gexf"), "old");
    symlinkSync(at("real.gexf"), at("link.gexf"));
    await dramatis(["export", at("graph.json"), "-o", at("link.gexf")]);
    expect(lstatSync(at("link.gexf")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("real.gexf"), "utf8")).toContain("<gexf");
    await dramatis(["export", at("graph.json"), "-f", "dot", "-o", "/dev/null"]);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("tables for Neo4j make a folder of the name that was given", async () => {
    const { err } = await dramatis(["export", at("graph.json"), "-o", at("news.neo4j")]);
    expect(err).toContain(at("news.neo4j: neo4j, "));
    expect(readdirSync(at("news.neo4j"))).toEqual(["import.txt", "nodes.csv", "relationships.csv"]);
  });

  test("- is standard output", async () => {
    const { out, err } = await dramatis(["export", at("graph.json"), "-f", "dot", "-o", "-"]);
    expect(out).toMatch(/^digraph/);
    expect(err).toBe("");
  });

  test("no half-written file stays behind", () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("build", () => {
  test("writes a graph and sums up", async () => {
    const { code, out, err } = await dramatis(["build", at("news"), "-o", at("built.json")]);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(
      /^.*built\.json: 1 article \(1 story\), \d+ entities, \d+ events, \d+ edges, 1 note, 0 s\n {2}note: .*empty\.txt/,
    );
    const people = await dramatis([
      "query",
      at("built.json"),
      "find",
      "Xi Jinping",
      "--kinds",
      "person",
    ]);
    expect(people.out).toContain("Xi Jinping");
  });

  test("--json gives the summary to programs, --quiet keeps silent", async () => {
    const { out, err } = await dramatis([
      "build",
      at("news"),
      "-o",
      at("built.gexf"),
      "--json",
      "--quiet",
    ]);
    expect(JSON.parse(out)).toMatchObject({ articles: 1, notes: 1, output: at("built.gexf") });
    expect(err).toBe("");
  });

  test("any order of the inputs gives the same bytes", async () => {
    writeFileSync(
      at("other.txt"),
      "Blinken visits Beijing\n\nU.S. Secretary of State Antony Blinken met Xi Jinping in Beijing on June 19, 2023. It was the first visit of an American minister to the city in five years, and both sides said that it had been useful.\n",
    );
    await dramatis(["build", at("news"), at("other.txt"), "-o", at("one.json"), "-q"]);
    await dramatis([
      "build",
      at("other.txt"),
      at("news"),
      at("other.txt"),
      "-o",
      at("two.json"),
      "-q",
    ]);
    const withoutNotes = (name: string) => ({
      ...JSON.parse(readFileSync(at(name), "utf8")),
      attributes: undefined,
    });
    expect(withoutNotes("two.json")).toEqual(withoutNotes("one.json"));
    const [first] = JSON.parse(readFileSync(at("two.json"), "utf8")).attributes.notes;
    expect(first.message).toMatch(/empty|counted once/);
  });

  test("tells one note of each sort, the user's own lines first, and all when asked", async () => {
    const records = [...Array(30).keys()].map((i) => JSON.stringify({ title: `Item ${i}` }));
    writeFileSync(at("many.jsonl"), records.join("\n"));
    writeFileSync(at("wrong.txt"), "same Joe Biden\n");
    const build = ["build", at("news"), at("many.jsonl"), "-o", at("many.json")];
    const { err } = await dramatis([...build, "--decisions", at("wrong.txt")]);
    const [, first, second, ...rest] = err.split("\n");
    expect(first).toMatch(/note: .*: line 1 is left out/);
    expect(second).toMatch(/many\.jsonl:1: .* \(and 29 more like it\)$/);
    expect(rest.join("\n")).toMatch(
      /^ {2}note: .*empty\.txt: .*\n {2}all 32 notes: add --notes\n$/,
    );
    const all = await dramatis([...build, "--notes"]);
    expect(all.err.match(/ {2}note: /g)).toHaveLength(31);
    expect(all.err).not.toContain("--notes");
  });

  test("standard input is an input", async () => {
    const stdin = article;
    const { code } = await dramatis(["build", "-", "-o", at("piped.json"), "-q"], { stdin });
    expect(code).toBe(0);
  });

  test("nothing to read ends with 1 and the reasons, and leaves an old graph alone", async () => {
    writeFileSync(at("keep.json"), "old");
    const { code, err } = await dramatis(["build", at("nothing"), "-o", at("keep.json")]);
    expect([code, readFileSync(at("keep.json"), "utf8")]).toEqual([1, "old"]);
    expect(err).toMatch(/note: .*empty\.txt: .*empty\ndramatis: no article found in /);
  });

  test("progress is shown on a terminal only", async () => {
    const quiet = await dramatis(["build", at("news"), "-o", at("p.json")]);
    const shown = await dramatis(["build", at("news"), "-o", at("p.json")], { terminal: true });
    expect(quiet.err).not.toContain("\r");
    expect(shown.err).toMatch(/\r.*reading · 1 articles/);
  });
});

describe("analyze and explain", () => {
  test("analyze prints one object a line, with tokens when asked", async () => {
    const { code, out } = await dramatis(["analyze", at("news"), "--tokens", "-q"]);
    expect(code).toBe(0);
    const analysis = JSON.parse(out.trimEnd());
    expect(Object.keys(analysis)).toEqual(
      expect.arrayContaining([
        "article",
        "sentences",
        "tokens",
        "mentions",
        "chains",
        "times",
        "events",
        "statements",
        "roles",
        "notes",
      ]),
    );
    expect((await dramatis(["analyze", at("news"), "-q"])).out).not.toContain('"tokens"');
  });

  test("articles in other languages are left out unless they are asked for", async () => {
    const german =
      "Der Hafenrat hat am Montag für einen neuen Anleger gestimmt, und die Fischer, die ihn nicht wollen, haben angekündigt, dass sie vor Gericht gehen werden.";
    writeFileSync(at("german.jsonl"), JSON.stringify({ title: "Anleger", text: german }));
    const call = ["analyze", at("german.jsonl"), "--no-cache"];
    const left = await dramatis(call);
    expect(left.code).toBe(1);
    expect(left.err).toContain('left out: not in "en" but in "de"');
    const asked = await dramatis([...call, "--languages", "en,de"]);
    expect(asked.code).toBe(0);
    expect(JSON.parse(asked.out).article.language).toBe("de");
    const wrong = await dramatis([...call, "--languages", "german"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("as in en,de");
  });

  test("analyze writes to a file", async () => {
    const { out, err } = await dramatis(["analyze", at("news"), "-o", at("analyses.jsonl")]);
    expect(out).toBe("");
    expect(err).toMatch(/analyses\.jsonl: 1 articles/);
    expect(readFileSync(at("analyses.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(1);
  });

  test.each(["analyze", "explain"])("%s of nothing ends with 1", async (command) => {
    const { code, err } = await dramatis([command, at("nothing")]);
    expect(code).toBe(1);
    expect(err).toMatch(/no article found/);
  });

  test("explain names the rule behind each finding", async () => {
    const { code, out } = await dramatis(["explain", at("news")]);
    expect(code).toBe(0);
    expect(out).toMatch(/mention +"Xi Jinping" person .* ← [\w-]+/);
    expect(out).toMatch(/time +"Tuesday" DATE 2023-03-21/);
  });

  test("explain --html marks the findings and runs no script", async () => {
    const stdin =
      "Xi Jinping met Vladimir Putin in <script>alert(1)</script> Moscow on Tuesday, officials said. The two leaders spoke for more than four hours and then had dinner together.";
    const { out } = await dramatis(["explain", "-", "--html"], { stdin });
    expect(out).toMatch(/<mark class="mention"[^>]*>/);
    expect(out).not.toContain("<script");
  });

  test("explain --html has the parse of each sentence to fold out", async () => {
    const { out } = await dramatis(["explain", at("news"), "--html"]);
    expect(out.match(/<details><summary>parse/g)?.length).toBe(out.match(/<table>/g)?.length);
    expect(out).toMatch(/<span>\d+ \w+\/VERB\/root<\/span>/);
  });

  test("explain tells what was mended in the tree, what was rejected and why", async () => {
    const stdin =
      "Beijing cancelled the visit on Sunday after the United States shot down a balloon. Sources told of an attack, and nobody knows more about it than that it took place at night.";
    const { out } = await dramatis(["explain", "-"], { stdin });
    expect(out).toMatch(/mended .*"shot" .* → VERB advcl of cancelled/);
    expect(out).toMatch(/no event "attack" ASSAULT: nobody takes part ← noun:attack/);
    const json = await dramatis(["explain", "-", "--json"], { stdin });
    const { candidates } = JSON.parse(json.out.trimEnd());
    expect(candidates[0].candidates).toContainEqual(
      expect.objectContaining({ trigger: "shot", decision: "event" }),
    );
  });
});

describe("serve", () => {
  test("serves a graph file until it is stopped", async () => {
    const { code, out } = await dramatis(["serve", at("graph.json"), "--port", "0", "--json"], {
      whileServing: async (printed) => {
        const { address } = JSON.parse(printed);
        const response = await fetch(`${address}api/top?limit=1`);
        expect(await response.json()).toHaveLength(1);
      },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/127\.0\.0\.1/);
  });

  test("--build makes the graph first, sums up, and gives an address to click", async () => {
    const { code, out, err } = await dramatis(["serve", "--build", at("news"), "--port", "0"]);
    expect(code).toBe(0);
    expect(err).toMatch(/1 article /);
    expect(out).toMatch(/^The graph is at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C stops\)\n$/);
  });

  test("a port that is taken is told", async () => {
    await dramatis(["serve", at("graph.json"), "--port", "0", "--json"], {
      whileServing: async (printed) => {
        const { port } = new URL(JSON.parse(printed).address);
        const { code, err } = await dramatis(["serve", at("graph.json"), "--port", port]);
        expect([code, err]).toEqual([
          2,
          `dramatis: cannot listen on 127.0.0.1:${port}: the port is taken\n`,
        ]);
      },
    });
  });
});

describe("report and diff", () => {
  test("a report names the cast, the countries and the events by week, with quotes", async () => {
    const { code, out } = await dramatis(["report", at("graph.json")]);
    expect(code).toBe(0);
    expect(out).toMatch(/^# The news of 29 December 2022 to 19 June 2023\n/);
    expect(out).toContain("- **Vladimir Putin** (president, Russia), 3 stories");
    expect(out).toContain("### Week of 26 December 2022");
    expect(out).toMatch(
      /video call\*\* \(CONSULT, actual, 2 stories\) {2}\n {2}“Vladimir Putin and Xi Jinping spoke/,
    );
  });

  test("a graph does not differ from itself", async () => {
    const { out } = await dramatis(["diff", at("graph.json"), at("graph.json")]);
    expect(out).toBe(
      "articles: 0 added, 0 removed\n\nedges: 0 new, 0 gone, 0 told more or less often\n",
    );
  });

  test("what is new, gone, merged and changed is told, for people and for programs", async () => {
    const later = {
      ...knowledge,
      entities: [
        ...knowledge.entities.filter(({ id }) => id !== "person:li-shangfu"),
        { ...knowledge.entities[0]!, id: "person:newcomer", name: "A Newcomer" },
      ].map((entity) =>
        entity.id === "person:li-qiang" ? { ...entity, formerIds: ["person:li-shangfu"] } : entity,
      ),
      events: knowledge.events.map((event) =>
        event.id === "event:visit" ? { ...event, status: "actual" as const } : event,
      ),
      relations: knowledge.relations.slice(1),
    };
    // Told by more than before, which is less news than what became of an event.
    later.entities = later.entities.map((entity) =>
      entity.id === "country:CHN" ? { ...entity, aliases: [...entity.aliases, "Cathay"] } : entity,
    );
    writeFileSync(at("later.json"), [...json.write(toGraph(later))].join(""));
    const { out } = await dramatis(["diff", at("graph.json"), at("later.json")]);
    expect(out).toContain("  + A Newcomer [person:newcomer] person");
    expect(out).toContain(
      "  > Li Shangfu [person:li-shangfu] person · 1 story into person:li-qiang",
    );
    expect(out).toContain("  ~ Xi Jinping, Vladimir Putin: visit: status planned → actual");
    const changed = out.split("\n").filter((line) => line.startsWith("  ~ "));
    expect(changed[0]).toMatch(/planned → actual/);
    expect(changed.join("\n")).toMatch(/China: .*also "Cathay"/);
    expect(out).toContain("edges: 0 new, 1 gone");
    const diff = JSON.parse(
      (await dramatis(["diff", at("graph.json"), at("later.json"), "--json"])).out,
    );
    expect(diff.nodes.added.map(({ id }: { id: string }) => id)).toEqual(["person:newcomer"]);
    expect(diff.edges.removed).toHaveLength(1);
  });
});
