/** One sentence in, its events as short lines out: `CONSULT actual Lula, Modi`. */
import { createAnalyzer } from "../../../src/analysis/analyze.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import type { Analysis, BlockKind, EventMention } from "../../../src/model.ts";

const analyze = createAnalyzer(nodeData());

export function read(text: string, kind: BlockKind = "body", published = "2023-03-15"): Analysis {
  return analyze({
    id: "test",
    title: "",
    text,
    blocks: [{ kind, start: 0, end: text.length }],
    published,
    language: "en",
    origin: "test",
  });
}

/** `ACT status[ denied]: actors > recipients`, participants joined by ` + `, countries for names where they are known. */
export function events(text: string, kind: BlockKind = "body"): string[] {
  const analysis = read(text, kind);
  return analysis.events.map((event) => line(analysis, event));
}

export function acts(text: string, kind: BlockKind = "body"): string[] {
  return read(text, kind).events.map(({ act, status, polarity }) =>
    [act, status, ...(polarity === "denied" ? ["denied"] : [])].join(" "),
  );
}

function line({ mentions }: Analysis, { act, status, polarity, roles }: EventMention): string {
  const side = (role: string): string[] =>
    roles
      .filter((one) => one.role === role)
      .map(({ mention, country }) => country ?? mentions[mention]!.text);
  const together = side("participant");
  const people =
    together.length > 0
      ? together.join(" + ")
      : `${side("actor").join(", ")} > ${side("recipient").join(", ")}`;
  return `${act} ${status}${polarity === "denied" ? " denied" : ""}: ${people.trim()}`;
}

/** `[act, doers as written]` of each event. */
export function actorsOf(text: string): [string, string[]][] {
  const { events, mentions } = read(text);
  return events.map(({ act, roles }) => [
    act,
    roles.filter(({ role }) => role === "actor").map(({ mention }) => mentions[mention]!.text),
  ]);
}
