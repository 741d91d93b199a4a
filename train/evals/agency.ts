/**
 * Agency-style sentences and sentences without an event that were written apart from the rules. Odd rows may be looked
 * at while rules are made (`--verbose` prints them), even rows only measure and are never printed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";
import type { Analysis, EventMention } from "../../src/model.ts";
import { mainEvent, sentenceArticle } from "./plover.ts";
import type { Suite, SuiteResult } from "./suite.ts";

export const suite: Suite = {
  name: "agency",
  about:
    "acts, status and countries of agency-style sentences; false events; one half never looked at",
  files: [],
  run,
};

interface Score {
  rows: number;
  act: number;
  status: number;
  doers: number;
  doerHits: number;
  others: number;
  otherHits: number;
  pairs: number;
  events: number;
  silent: number;
  falseEvents: number;
}

function run(): SuiteResult {
  const analyze = createAnalyzer(nodeData());
  const read = (id: string, text: string) => analyze(sentenceArticle(id, text));
  const halves = { seen: newScore(), unseen: newScore() };
  const lines: string[] = [];
  rowsOf("agency-sentences").forEach((row, index) => {
    const isSeen = index % 2 === 0;
    const wrong = scoreRow(isSeen ? halves.seen : halves.unseen, row, read(`a${index}`, row[4]!));
    if (isSeen) lines.push(...wrong);
  });
  rowsOf("no-event-fresh").forEach(([kind, text], index) => {
    const score = index % 2 === 0 ? halves.seen : halves.unseen;
    const analysis = read(`n${index}`, text!);
    score.silent++;
    if (analysis.events.length === 0) return;
    score.falseEvents++;
    if (score === halves.seen)
      lines.push(`NONE ${kind}: ${text}`, ...analysis.events.map((one) => show(analysis, one)));
  });
  return {
    figures: { ...figuresOf("seen", halves.seen), ...figuresOf("unseen", halves.unseen) },
    details: lines.join("\n"),
    lowerIsBetter: ["seen.false", "unseen.false"],
  };
}

function rowsOf(name: string): string[][] {
  return parseTable(
    readFileSync(join(dataFolder(), "..", "tests", "fixtures", `${name}.tsv`), "utf8"),
  );
}

/** Scores the main event of one row, and says what is wrong with it. */
function scoreRow(score: Score, row: readonly string[], analysis: Analysis): string[] {
  const [code, status, doer, other] = row as [string, string, string, string];
  const events = analysis.events.filter(({ plover }) => plover !== "OTHER");
  const main = mainEvent(events);
  const isAct = main?.plover === code;
  const isDoer = doer === "-" || hasSide(main, ["actor", "participant"], doer);
  const isOther = other === "-" || hasSide(main, ["recipient", "participant"], other, doer);
  score.rows++;
  score.events += events.length;
  if (isAct) score.act++;
  if (main?.status === status) score.status++;
  if (doer !== "-") score.doers++;
  if (doer !== "-" && isDoer) score.doerHits++;
  if (other !== "-") score.others++;
  if (other !== "-" && isOther) score.otherHits++;
  if (isAct && isDoer && isOther) score.pairs++;
  if (isAct && isDoer && isOther && main?.status === status) return [];
  return [
    `${isAct ? "" : "ACT "}${isDoer ? "" : "DOER "}${isOther ? "" : "OTHER "}${main?.status === status ? "" : "STATUS "}${row.join(" | ")}`,
    ...events.map((one) => `${one === main ? "  *" : "   "}${show(analysis, one)}`),
  ];
}

const BODIES: ReadonlySet<string> = new Set("IGO NGO IMG ISM UNO EUR MNC INT".split(" "));

/** A domestic event without a named other side counts as touching its own country, as in the PLOVER gold records. */
function hasSide(
  event: EventMention | undefined,
  roles: readonly string[],
  wanted: string,
  doer?: string,
): boolean {
  if (event === undefined) return false;
  const countries = event.roles
    .filter(({ role }) => roles.includes(role))
    .map(({ country }) => (country !== undefined && BODIES.has(country) ? "INT" : country));
  if (countries.includes(wanted)) return true;
  return doer === wanted && countries.every((country) => country === undefined);
}

function show({ mentions }: Analysis, event: EventMention): string {
  const sides = event.roles.map(
    ({ role, mention, country }) => `${role}=${mentions[mention]!.text}[${country ?? ""}]`,
  );
  return `    ${event.confidence.toFixed(2)} ${event.plover} (${event.act} ${event.status}) <${event.rule}> ${sides.join(" ")}`;
}

function figuresOf(half: string, score: Score): Record<string, number> {
  return {
    [`count.${half}`]: score.rows,
    [`${half}.act`]: score.act / score.rows,
    [`${half}.status`]: score.status / score.rows,
    [`${half}.doer`]: score.doerHits / score.doers,
    [`${half}.other`]: score.otherHits / score.others,
    [`${half}.all`]: score.pairs / score.rows,
    [`count.${half}Events`]: score.events / score.rows,
    [`${half}.false`]: score.falseEvents / score.silent,
  };
}

function newScore(): Score {
  return {
    rows: 0,
    act: 0,
    status: 0,
    doers: 0,
    doerHits: 0,
    others: 0,
    otherHits: 0,
    pairs: 0,
    events: 0,
    silent: 0,
    falseEvents: 0,
  };
}
