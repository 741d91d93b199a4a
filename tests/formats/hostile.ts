/**
 * A graph whose every text is out to break something: markup, formulas, control characters, half characters,
 * scripts of all directions.
 */

import type { NewsGraph } from "../../src/graph/attributes.ts";
import { toGraph } from "../../src/graph/build.ts";
import type { Entity, Evidence, Knowledge, NewsEvent } from "../../src/model.ts";

export const HOSTILE_TEXTS: readonly string[] = [
  "plain",
  "\u0000nul and \u0001\u0008\u000b\u000c\u001f controls \u007f\u0085",
  "quotes \" and ' and “these” and `those`",
  "line\nfeeds\r\nand\ttabs",
  "عربي ثم עברית \u202eturned\u202c",
  "👩‍👩‍👧 🇺🇦 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
  "half \ud800 pairs \udc00 here\ud83d",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "]]> <![CDATA[ <!-- --> <?xml?> ?> </node>",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "&amp; &lt; &#0; &nbsp;",
  "back\\slash \\n \\u0041 \\N \\",
  "semi;colon,comma|bar\u2028separator\u2029",
  "[[link]] ![[embed]] #tag %%hidden%% $x$",
  "\ufeff\ufffe\uffff not characters",
  "$" + "{template} {{mustache}} %s %d",
  "' OR 1=1; DROP TABLE nodes; --",
  "../../etc/passwd",
  "CON",
  "...",
  " leading and trailing ",
  "__proto__",
  "constructor",
  "x".repeat(100_000),
  "\u0301combining first",
];

export function hostileGraph(): NewsGraph {
  return toGraph(hostileKnowledge(), { layout: true });
}

function hostileKnowledge(): Knowledge {
  const articles = HOSTILE_TEXTS.map((text, i) => ({
    id: `article-${i}`,
    title: text,
    origin: text,
    published: "2023-03-20T10:00:00+01:00",
    outlet: text,
    url: `https://news.example/${i}?q=${i % 2 === 0 ? "a&b" : "<'\">"}`,
    reprintGroup: `article-${i}`,
  }));
  const evidence = (i: number): Evidence => ({
    article: `article-${i}`,
    start: 0,
    end: HOSTILE_TEXTS[i]!.length,
    quote: HOSTILE_TEXTS[i]!,
    kind: "body",
    published: "2023-03-20T10:00:00+01:00",
    rule: HOSTILE_TEXTS[i]!.slice(0, 50),
  });
  const entities = HOSTILE_TEXTS.map(
    (text, i): Entity => ({
      id: i % 3 === 0 ? `person:${text.slice(0, 60)}-${i}` : `organization:plain-${i}`,
      kind: i % 3 === 0 ? "person" : "organization",
      name: text,
      aliases: [text, `alias, ${text.slice(0, 100)}`],
      evidence: [evidence(i)],
    }),
  );
  const events = HOSTILE_TEXTS.map(
    (text, i): NewsEvent => ({
      id: `event:${i}`,
      act: "CONSULT",
      plover: "CONSULT",
      mode: "visit",
      label: text,
      status: "actual",
      polarity: "asserted",
      participants: [
        { entity: entities[i]!.id, role: "actor", evidence: [evidence(i)] },
        {
          entity: entities[(i + 1) % entities.length]!.id,
          role: "recipient",
          evidence: [evidence(i)],
        },
      ],
      evidence: [evidence(i)],
    }),
  );
  const relations = HOSTILE_TEXTS.map((text, i) => ({
    from: entities[i]!.id,
    to: entities[(i + 2) % entities.length]!.id,
    kind: "represents" as const,
    title: text.slice(0, 1000),
    evidence: [evidence(i)],
  }));
  return { articles, entities, events, relations, notes: [] };
}
