import { describe, expect, test } from "vitest";
import { arcOf, parseText, tagsOf, uposOf } from "./engine.ts";

describe("trees", () => {
  test.each([
    ["The president visited Beijing.", "president", "nsubj(visited)"],
    ["The president visited Beijing.", "Beijing", "obj(visited)"],
    ["Three soldiers were killed by rebels.", "soldiers", "nsubj:pass(killed)"],
    ["Three soldiers were killed by rebels.", "rebels", "obl:agent(killed)"],
    ["The minister was questioned on Monday.", "minister", "nsubj:pass(questioned)"],
    ["The minister questioned the figures.", "minister", "nsubj(questioned)"],
    ["Russia's army chief resigned.", "Russia", "nmod:poss(chief)"],
    ["France and Germany signed a treaty.", "Germany", "conj(France)"],
    ["The minister said the talks had failed.", "failed", "ccomp(said)"],
    ["The company wants to sell its shares.", "sell", "xcomp(wants)"],
    ["Police arrested a man who threatened the mayor.", "threatened", "acl:relcl(man)"],
    ["Iran will not attend the summit.", "not", "advmod(attend)"],
    ["The talks will take place in Geneva.", "Geneva", "obl(take)"],
    ["Minister denies misleading parliament", "denies", "root()"],
    ["Putin, Xi to meet in Moscow", "Xi", "conj(Putin)"],
    ["Mr Biden telephoned Lula on Monday.", "Biden", "nsubj(telephoned)"],
    ["Mr Biden telephoned Lula on Monday.", "Mr", "nmod:desc(Biden)"],
  ])("%s: %s is %s", (text, word, arc) => {
    expect(arcOf(text, word)).toBe(arc);
  });

  test("nothing is coordinated across mere quotation marks", () => {
    const text =
      'The two countries this month conducted joint naval drills, which the army chief described as a response to the "aggressive" US military posturing in the region.';
    expect(arcOf(text, "posturing")).toBe("nmod(response)");
  });

  test("each sentence has one root and no cycle", () => {
    const text =
      "Ministers met, argued, and left without a deal. Nobody spoke; the doors were shut.";
    const { sentences, tokens } = parseText(text);
    for (const { firstToken, lastToken } of sentences) {
      let roots = 0;
      for (let i = firstToken; i < lastToken; i++) {
        if (tokens.head[i] === -1) roots++;
        let steps = 0;
        for (let at = i; at >= 0 && steps <= tokens.count; at = tokens.head[at]!) steps++;
        expect(steps).toBeLessThanOrEqual(tokens.count);
      }
      expect(roots).toBe(1);
    }
  });
});

describe("tags", () => {
  test.each([
    ["The army hit two villages on Monday.", "hit/VBD"],
    ["The army has hit two villages.", "hit/VBN"],
    ["The army wants to hit two villages.", "hit/VB"],
  ])("of a word that only what stands around it tells: %s", (text, tag) => {
    expect(tagsOf(text)).toContain(tag);
  });

  test("tell tense and voice", () => {
    expect(tagsOf("Troops have seized the port.")).toEqual([
      "Troops/NNS",
      "have/VBP",
      "seized/VBN",
      "the/DT",
      "port/NN",
      "./.",
    ]);
  });

  test.each([
    "Iran Rejects Offer Of Talks",
    "Protesters Storm Parliament In Baghdad",
    "IRAN REJECTS OFFER OF TALKS",
    "REBELS SEIZE TOWN IN MALI",
  ])("find the verb of a headline: %s", (text) => {
    const parsed = parseText(text, "headline");
    expect(uposOf(parsed, parsed.tokens.form[1]!)).toBe("VERB");
  });
});
