/** Which corrections are sent to the server, and what the reader is told. */
import { describe, expect, it } from "vitest";
import type { DecisionsServer, Refusal } from "../../web/correct/decisions-server.ts";
import { linesToSend, saveOn, takeBackFrom } from "../../web/correct/saving.ts";

const [SAME, RENAME] = ["same country:GEO = Georgia", "rename person:a-smith -> Adam Smith"];

const STALE: Refusal = { message: "the file has changed", isForToken: false, isStale: true };

/** A server in memory that takes lines until `refuse` has a word against them. */
function server(text = "", refuse: (lines: readonly string[]) => Refusal | undefined = () => {}) {
  const posts: (readonly string[])[] = [];
  const decisions: DecisionsServer = {
    read: async () => {
      const own = posts.flat();
      return {
        text: [text, ...own].join("\n"),
        own,
        asksForToken: false,
        etag: `"${posts.length}"`,
      };
    },
    async add(lines) {
      const refusal = refuse(lines);
      if (refusal === undefined) posts.push(lines);
      return refusal;
    },
    async takeBack(line, { etag }) {
      if (etag !== `"${posts.length}"`) return { ...STALE };
      const refusal = refuse([line]);
      if (refusal === undefined)
        posts.splice(
          0,
          posts.length,
          posts.flat().filter((one) => one !== line),
        );
      return refusal;
    },
  };
  return { decisions, posts };
}

describe("the corrections to send", () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ["all, to an empty file", [SAME, RENAME], "", [SAME, RENAME]],
    ["only what the server lacks", [SAME, RENAME], `# by hand\n${SAME}\n`, [RENAME]],
    ["none that has a comment there", [SAME], `  ${SAME}   # it is the country\r\n`, []],
    ["none twice", [SAME, RENAME, SAME], "", [SAME, RENAME]],
    ["what is commented out there", [SAME], `# ${SAME}`, [SAME]],
    ["what is part of a longer line there", [SAME], `${SAME} (country)`, [SAME]],
    ["no empty line", ["", "# nothing"], "", []],
  ])("are %s", (_, lines, text, expected) => {
    expect(linesToSend(lines, text)).toEqual(expected);
  });
});

describe("saving on the server", () => {
  it("says how many were saved, and sends none again", async () => {
    const { decisions, posts } = server(SAME);
    expect((await saveOn(decisions, [SAME, RENAME], "")).sentence).toMatch(
      /^1 correction was saved/,
    );
    expect((await saveOn(decisions, [SAME, RENAME], "")).sentence).toContain("already");
    expect(posts).toEqual([[RENAME]]);
  });

  it("sends many in parts that a server takes, and says where it stopped", async () => {
    const lines = Array.from({ length: 90 }, (_, i) => `not an actor ${"ſ".repeat(480)}${i}`);
    const { decisions, posts } = server();
    await saveOn(decisions, lines, "");
    expect(posts.flat()).toEqual(lines);
    for (const post of posts) {
      expect(Buffer.byteLength(JSON.stringify({ lines: post }))).toBeLessThan(64 * 1024);
    }
    const stopped = server("", (part) =>
      part.includes(lines[50]!)
        ? { message: "no room", isForToken: false, isStale: false }
        : undefined,
    );
    expect((await saveOn(stopped.decisions, lines, "")).sentence).toBe(
      "Only 40 corrections were saved: no room.",
    );
  });

  it("hands on the server's own words, and whether they are about the token", async () => {
    const { decisions } = server("", () => ({
      message: "the token is wrong",
      isForToken: true,
      isStale: false,
    }));
    expect(await saveOn(decisions, [SAME], "x")).toEqual({
      sentence: "Nothing was saved: the token is wrong.",
      isTokenWrong: true,
    });
  });
});

describe("taking back what was saved", () => {
  it("takes one line out and says so", async () => {
    const { decisions, posts } = server();
    await saveOn(decisions, [SAME, RENAME], "");
    expect(await takeBackFrom(decisions, SAME, "")).toEqual({
      sentence: "Taken out of the server's file.",
      isTokenWrong: false,
      isDone: true,
    });
    expect(posts.flat()).toEqual([RENAME]);
  });

  it("reads again when somebody else has written meanwhile, but not for ever", async () => {
    const { decisions, posts } = server();
    await saveOn(decisions, [SAME], "");
    let readings = 0;
    const busy = (isAlways: boolean): DecisionsServer => ({
      ...decisions,
      async read() {
        const file = await decisions.read();
        readings++;
        return isAlways || readings === 1 ? { ...file!, etag: '"old"' } : file;
      },
    });
    expect((await takeBackFrom(busy(true), SAME, "")).sentence).toBe(
      "It still stands in the server's file: the file has changed.",
    );
    expect(readings).toBeLessThan(10);
    expect(posts.flat()).toEqual([SAME]);
    readings = 0;
    expect((await takeBackFrom(busy(false), SAME, "")).isDone).toBe(true);
    expect(posts.flat()).toEqual([]);
  });

  it("hands on why the server refuses", async () => {
    const refusal = { message: "the token is missing or wrong", isForToken: true, isStale: false };
    const { decisions } = server(SAME, () => refusal);
    expect(await takeBackFrom(decisions, SAME, "x")).toEqual({
      sentence: "It still stands in the server's file: the token is missing or wrong.",
      isTokenWrong: true,
      isDone: false,
    });
  });
});
