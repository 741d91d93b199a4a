/** What stands beside the mark of an event, and where its sentences come from. */
import { describe, expect, it } from "vitest";
import { printerOf, sourceOf } from "../../web/data/source.ts";
import { eventLabel, eventWords } from "../../web/scene/event-label.ts";
import { tieWord } from "../../web/scene/words.ts";

describe("the label of an event in the picture", () => {
  it.each<[string, readonly string[], string]>([
    ["Xi Jinping arrives in Moscow", ["Xi Jinping", "Moscow"], "arrives in Moscow"],
    ["Xi Jinping and Vladimir Putin hold talks", ["Vladimir Putin", "Xi Jinping"], "hold talks"],
    [
      "Iraq, Oman, Iran and 1 more host earlier rounds",
      ["Iran", "Iraq", "Oman"],
      "host earlier rounds",
    ],
    ["China's top diplomat holds talks", ["China"], "China's top diplomat holds talks"],
    ["Chinatown burns", ["China"], "Chinatown burns"],
    ["Calls for peace talks on Ukraine", ["Ukraine"], "calls for peace talks on Ukraine"],
    ["UN calls for a ceasefire", [], "UN calls for a ceasefire"],
    [
      "Emmanuel Macron asks Xi Jinping to use his influence with Russia",
      ["Emmanuel Macron", "Xi Jinping", "Russia"],
      "asks Xi Jinping to use his…",
    ],
  ])("of “%s” leaves away whom the lines show", (name, cast, label) => {
    expect(eventLabel({ name, act: "CONSULT" }, cast)).toBe(label);
  });

  it("has its day, and a word for its kind where only names are told", () => {
    const event = { name: "Xi Jinping", act: "CONSULT", from: "2023-03-20" } as const;
    expect(eventLabel(event, ["Xi Jinping"])).toBe("talks and visits, 20 Mar");
  });
});

describe("a label on the timeline of another one who takes part", () => {
  it("keeps the capital of a name, and no other", () => {
    const cast = ["Joe Biden", "Volodymyr Zelensky"];
    const seen = ["Volodymyr Zelensky"];
    const of = (name: string) => eventLabel({ name, act: "CONSULT" }, seen, cast);
    expect(of("Joe Biden meets Volodymyr Zelensky")).toBe("Joe Biden meets Volodymyr Zelensky");
    expect(of("Calls for talks")).toBe("calls for talks");
    const long = "Joe Biden lashes out at his rival in a speech before Congress";
    expect(eventWords({ name: long, act: "ACCUSE" }, seen, cast)).toBe(long);
  });
});

describe("a tie", () => {
  it.each([
    [{ kind: "in" }, true, "lies in"],
    [{ kind: "in" }, false, "in it:"],
    [{ kind: "represents" }, false, "represented by:"],
    [{ kind: "represents", title: "minister", former: true }, false, "former minister:"],
    [{ kind: "represents", title: "minister" }, true, "minister"],
  ] as const)("%j is told from both ends (%s)", (tie, isFromHere, word) => {
    expect(tieWord(tie, isFromHere)).toBe(word);
  });
});

describe("the source of an article", () => {
  it.each([
    [{ outlet: "The Wire", url: "https://a.example/x", origin: "a.html" }, "The Wire", "The Wire"],
    [{ url: "https://www.wire.example/x", origin: "a.html" }, "wire.example", "wire.example"],
    [{ origin: "news/2023/xi-to-visit.txt" }, "xi-to-visit.txt", undefined],
    [{ origin: "C:\\news\\feed.jsonl.gz:17" }, "feed.jsonl.gz", undefined],
    [{ url: "no address", origin: "-" }, "-", undefined],
    [{ origin: "" }, "unknown source", undefined],
  ])("%j is %s", (article, source, printer) => {
    expect(sourceOf(article)).toBe(source);
    expect(printerOf(article)).toBe(printer);
  });
});
