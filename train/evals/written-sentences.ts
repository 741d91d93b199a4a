/**
 * Scoring of sentences that were written for this project: of one with an event the main event is compared with the code, status and countries of
 * its row, of one without any event is false. Odd rows may be looked at while rules are made, even rows only measure and are never printed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";
import type { Analysis, EventMention } from "../../src/model.ts";
import { mainEvent, sentenceArticle } from "./plover.ts";
import type { SuiteResult } from "./suite.ts";

/** One sentence with an event. Countries are alpha-3, INT for bodies of many countries, "-" where none is asked. */
interface Row {
  /** A PLOVER code, or OTHER. */
  readonly code: string;
  /** Not asked where it is missing. */
  readonly status?: string;
  readonly doer: string;
  readonly other: string;
  readonly text: string;
}

interface Score {
  rows: number;
  act: number;
  statuses: number;
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

/** `withEvent` and `without` are files of `tests/fixtures`; the columns of the first are in its head. */
export function scoreWritten(withEvent: string, without: string): SuiteResult {
  const analyze = createAnalyzer(nodeData());
  const read = (id: string, text: string) => analyze(sentenceArticle(id, text));
  const halves = { seen: newScore(), unseen: newScore() };
  const lines: string[] = [];
  rowsOf(withEvent).forEach((cells, index) => {
    const isSeen = index % 2 === 0;
    const row = toRow(cells);
    const wrong = scoreRow(isSeen ? halves.seen : halves.unseen, row, read(`a${index}`, row.text));
    if (isSeen) lines.push(...wrong);
  });
  rowsOf(without).forEach(([kind, text], index) => {
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

function toRow(cells: readonly string[]): Row {
  const [doer, other, text] = cells.slice(-3) as [string, string, string];
  const row = { code: cells[0]!, doer, other, text };
  return cells.length === 5 ? { ...row, status: cells[1]! } : row;
}

/** Scores the main event of one row, and says what is wrong with it. */
function scoreRow(score: Score, row: Row, analysis: Analysis): string[] {
  const { code, status, doer, other } = row;
  const events = analysis.events.filter(
    ({ plover }) => (plover === "OTHER") === (code === "OTHER"),
  );
  const main = mainEvent(events);
  const isAct = main?.plover === code;
  const isDoer = doer === "-" || hasSide(main, ["actor", "participant"], doer);
  const isOther = other === "-" || hasSide(main, ["recipient", "participant"], other, doer);
  score.rows++;
  score.events += events.length;
  if (isAct) score.act++;
  const isStatus = status === undefined || main?.status === status;
  if (status !== undefined) score.statuses++;
  if (status !== undefined && isStatus) score.status++;
  if (doer !== "-") score.doers++;
  if (doer !== "-" && isDoer) score.doerHits++;
  if (other !== "-") score.others++;
  if (other !== "-" && isOther) score.otherHits++;
  if (isAct && isDoer && isOther) score.pairs++;
  if (isAct && isDoer && isOther && isStatus) return [];
  return [
    `${isAct ? "" : "ACT "}${isDoer ? "" : "DOER "}${isOther ? "" : "OTHER "}${isStatus ? "" : "STATUS "}${code} ${doer} ${other}: ${row.text}`,
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
    ...(score.statuses > 0 ? { [`${half}.status`]: score.status / score.statuses } : {}),
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
    statuses: 0,
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
