/** A graph whose names, quotes, titles and links try to run something. */
const SCRIPT = `<img src=x onerror="window.pwned=1">`;
const QUOTE = `"><script>window.pwned=1</script> met </blockquote><iframe src=javascript:window.pwned=1> \u202eevil\u0000 {{constructor.constructor("window.pwned=1")()}}`;

export function hostileGraph(): string {
  const evidence = [
    {
      article: "a1",
      start: 0,
      end: QUOTE.length,
      quote: QUOTE,
      kind: "body",
      published: "2023-01-02T10:00:00Z",
      rule: `x" onmouseover="window.pwned=1`,
    },
  ];
  const node = (key: string, kind: string, name: string, more: object = {}) => ({
    key,
    attributes: {
      kind,
      name,
      aliases: [SCRIPT, "javascript:window.pwned=1", `${name}2`],
      stories: 1,
      first: "2023-01-02",
      last: "2023-01-02",
      evidence,
      ...more,
    },
  });
  const edge = (key: string, source: string, target: string, kind: string, more: object = {}) => ({
    key,
    source,
    target,
    attributes: { kind, weight: 1, first: "2023-01-02", last: "2023-01-02", evidence, ...more },
  });
  return JSON.stringify({
    attributes: {
      format: 1,
      generator: "dramatis 0",
      inputs: "hostile",
      counts: {},
      articles: [
        {
          id: "a1",
          title: SCRIPT,
          origin: SCRIPT,
          outlet: SCRIPT,
          url: "javascript:window.pwned=1",
          published: "2023-01-02T10:00:00Z",
          reprintGroup: "a1",
        },
        {
          id: "a2",
          title: SCRIPT,
          origin: SCRIPT,
          outlet: SCRIPT,
          url: "data:text/html,<script>window.pwned=1</script>",
          reprintGroup: "a2",
        },
      ],
      notes: [],
    },
    options: { type: "directed", multi: true, allowSelfLoops: true },
    nodes: [
      node("person:evil", "person", SCRIPT, { country: "RUS" }),
      node("person:other", "person", `'); alert(1); ('`),
      node("country:RUS", "country", "Russia", { country: "RUS" }),
      node("event:1", "event", `${SCRIPT}: ${SCRIPT}`, {
        act: "CONSULT",
        plover: "CONSULT",
        status: "planned",
        polarity: "asserted",
        told: { a1: "planned" },
        from: "2023-01-03",
        to: "2023-01-03",
      }),
    ],
    edges: [
      edge("person:evil|actor|event:1", "person:evil", "event:1", "actor"),
      edge("person:other|recipient|event:1", "person:other", "event:1", "recipient"),
      edge("person:evil|represents|country:RUS", "person:evil", "country:RUS", "represents", {
        title: SCRIPT,
      }),
    ],
  });
}
