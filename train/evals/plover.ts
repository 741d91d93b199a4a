/**
 * PLOVER gold records: each sentence an article of its own. One main event a sentence by confidence; precision of the
 * triples counts every emitted event. Scoring follows the notes of the gold set: a gold record without a target wants
 * no target or the actor's own country; reciprocal records are unordered pairs; all bodies without a country are INT.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { ploverMode } from "../../src/formats/plover.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Act, Analysis, Article, EventMention } from "../../src/model.ts";
import type { Suite, SuiteResult } from "./suite.ts";

interface GoldActor {
  readonly text: string;
  readonly country: string;
  readonly sector?: string;
}

interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly type: string;
  readonly altTypes?: readonly string[];
  readonly source: readonly GoldActor[];
  readonly target: readonly GoldActor[];
  readonly reciprocal: boolean;
  readonly mode?: string | null;
  readonly context?: string | readonly string[] | null;
}

interface Triple {
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly unordered: boolean;
}

const FILE = "plover-dev.jsonl";

export const suite: Suite = {
  name: "plover",
  about: "acts, sides and countries of PLOVER gold records",
  files: [FILE],
  run: (folder) => run(readGold(join(folder, FILE))),
};

export function readGold(path: string): GoldRecord[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldRecord);
}

/** A sentence as an article; the records carry no dates, all are set to the first day of 2000. */
export function sentenceArticle(id: string, text: string): Article {
  return {
    id,
    title: "",
    text,
    blocks: [{ kind: "body", start: 0, end: text.length }],
    published: "2000-01-01",
    language: "en",
    origin: id,
  };
}

function run(records: readonly GoldRecord[]): SuiteResult {
  const analyze = createAnalyzer(nodeData());
  const score = newScore();
  const lines: string[] = [];
  for (const record of records) {
    const analysis = analyze(sentenceArticle(record.id, record.text));
    lines.push(...scoreRecord(score, record, analysis));
  }
  const f1 = (hits: number, predicted: number, gold: number) =>
    predicted + gold === 0 ? 0 : (2 * hits) / (predicted + gold);
  const acts = [...score.perAct.values()];
  const macro = acts.map(({ hits, predicted, gold }) => f1(hits, predicted, gold));
  return {
    figures: {
      "act.strict": score.strict / records.length,
      "act.lenient": score.lenient / records.length,
      "act.any": score.any / records.length,
      "act.macroF1": macro.reduce((sum, value) => sum + value, 0) / Math.max(1, macro.length),
      "triple.precision": score.tripleHits / Math.max(1, score.predictedTriples),
      "triple.recall": score.tripleHits / Math.max(1, score.goldTriples),
      "triple.f1": f1(score.tripleHits, score.predictedTriples, score.goldTriples),
      "dyad.main": score.dyadMain / records.length,
      "dyad.any": score.dyadAny / records.length,
      "head.actor": score.actorHeads / Math.max(1, score.goldActorHeads),
      "head.recipient": score.recipientHeads / Math.max(1, score.goldRecipientHeads),
      sector: score.sectorHits / Math.max(1, score.goldSectors),
      mode: score.modeHits / Math.max(1, score.goldModes),
      "context.recall": score.contextHits / Math.max(1, score.goldContexts),
      "context.precision": score.contextHits / Math.max(1, score.predictedContexts),
      "count.eventsPerSentence": score.events / records.length,
    },
    details: lines.join("\n"),
  };
}

interface Score {
  strict: number;
  lenient: number;
  any: number;
  tripleHits: number;
  predictedTriples: number;
  goldTriples: number;
  dyadMain: number;
  dyadAny: number;
  actorHeads: number;
  goldActorHeads: number;
  recipientHeads: number;
  goldRecipientHeads: number;
  sectorHits: number;
  goldSectors: number;
  modeHits: number;
  goldModes: number;
  contextHits: number;
  goldContexts: number;
  predictedContexts: number;
  events: number;
  readonly perAct: Map<string, { hits: number; predicted: number; gold: number }>;
}

function newScore(): Score {
  return {
    strict: 0,
    lenient: 0,
    any: 0,
    tripleHits: 0,
    predictedTriples: 0,
    goldTriples: 0,
    dyadMain: 0,
    dyadAny: 0,
    actorHeads: 0,
    goldActorHeads: 0,
    recipientHeads: 0,
    goldRecipientHeads: 0,
    sectorHits: 0,
    goldSectors: 0,
    modeHits: 0,
    goldModes: 0,
    contextHits: 0,
    goldContexts: 0,
    predictedContexts: 0,
    events: 0,
    perAct: new Map(),
  };
}

function scoreRecord(score: Score, record: GoldRecord, analysis: Analysis): string[] {
  const events = analysis.events.filter(({ plover }) => plover !== "OTHER");
  const main = mainEvent(events);
  const gold = goldTriples(record);
  const predicted = distinct(events.flatMap((event) => triplesOf(event)));
  const act = main?.plover ?? "none";
  const isStrict = act === record.type;
  score.events += events.length;
  if (isStrict) score.strict++;
  if (isStrict || record.altTypes?.includes(act)) score.lenient++;
  if (events.some(({ plover }) => plover === record.type)) score.any++;
  count(score, record.type).gold++;
  if (main) count(score, act).predicted++;
  if (isStrict) count(score, act).hits++;
  const hits = gold.filter((triple) => predicted.some((one) => isSame(triple, one, true))).length;
  score.tripleHits += hits;
  score.goldTriples += gold.length;
  score.predictedTriples += predicted.length;
  const mainTriples = main ? triplesOf(main) : [];
  const isDyad = (triples: readonly Triple[]) =>
    gold.length > 0 && gold.some((triple) => triples.some((one) => isSame(triple, one, false)));
  if (isDyad(mainTriples)) score.dyadMain++;
  if (isDyad(predicted)) score.dyadAny++;
  scoreHeads(score, record, analysis, events);
  if (isStrict) scoreModes(score, record, main!);
  if (isStrict && hits === gold.length && predicted.length === gold.length) return [];
  return [
    `${record.id} ${record.type} ${isStrict ? "ok" : "WRONG"} dyad ${isDyad(mainTriples) ? "ok" : "WRONG"}: ${record.text}`,
    `    gold ${gold.map(show).join(" ")}`,
    ...events.map((event) => `    ${event === main ? "*" : " "} ${describe(analysis, event)}`),
  ];
}

export function mainEvent(events: readonly EventMention[]): EventMention | undefined {
  let main: EventMention | undefined;
  for (const event of events) if (!main || event.confidence > main.confidence) main = event;
  return main;
}

function count(score: Score, act: string): { hits: number; predicted: number; gold: number } {
  let entry = score.perAct.get(act);
  if (!entry) {
    entry = { hits: 0, predicted: 0, gold: 0 };
    score.perAct.set(act, entry);
  }
  return entry;
}

function goldTriples({ type, source, target, reciprocal }: GoldRecord): Triple[] {
  const from = countries(source.map(({ country }) => country));
  const to = countries(target.map(({ country }) => country));
  if (reciprocal && to.length === 0) return pairs(type, from);
  return distinct(
    from.flatMap((a) =>
      (to.length === 0 ? [a] : to).map((b) => ({ act: type, from: a, to: b, unordered: false })),
    ),
  );
}

function triplesOf({ plover, roles }: EventMention): Triple[] {
  const side = (wanted: string) =>
    countries(roles.flatMap(({ role, country }) => (role === wanted && country ? [country] : [])));
  const participants = side("participant");
  if (participants.length > 0) return pairs(plover, participants);
  const to = side("recipient");
  return side("actor").flatMap((a) =>
    (to.length === 0 ? [a] : to).map((b) => ({ act: plover, from: a, to: b, unordered: false })),
  );
}

function pairs(act: string, sides: readonly string[]): Triple[] {
  const first = sides[0];
  if (first === undefined) return [];
  if (sides.length === 1) return [{ act, from: first, to: first, unordered: true }];
  return sides.flatMap((a, i) =>
    sides.slice(i + 1).map((b) => ({ act, from: a, to: b, unordered: true })),
  );
}

const BODIES: ReadonlySet<string> = new Set("IGO NGO IMG ISM UNO EUR MNC INT".split(" "));

function countries(codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => (BODIES.has(code) ? "INT" : code)))];
}

function isSame(a: Triple, b: Triple, withAct: boolean): boolean {
  if (withAct && a.act !== b.act) return false;
  if (a.from === b.from && a.to === b.to) return true;
  return (a.unordered || b.unordered) && a.from === b.to && a.to === b.from;
}

function distinct(triples: readonly Triple[]): Triple[] {
  return triples.filter((one, i) => triples.findIndex((other) => isSame(one, other, true)) === i);
}

function scoreHeads(
  score: Score,
  record: GoldRecord,
  analysis: Analysis,
  events: readonly EventMention[],
): void {
  const spans = (roles: readonly string[]) =>
    events.flatMap((event) =>
      event.roles
        .filter(({ role }) => roles.includes(role))
        .map((filler) => ({ ...filler, ...analysis.mentions[filler.mention]! })),
    );
  const left = spans(["actor", "participant"]);
  const right = spans(["recipient", "participant"]);
  for (const actor of record.source) {
    score.goldActorHeads++;
    const found = left.find(({ text }) => words(text).includes(headWord(actor.text)));
    if (found) score.actorHeads++;
    scoreSector(score, actor, found?.sector, found !== undefined);
  }
  for (const actor of record.target) {
    const sides = record.reciprocal ? left : right;
    score.goldRecipientHeads++;
    const found = sides.find(({ text }) => words(text).includes(headWord(actor.text)));
    if (found) score.recipientHeads++;
    scoreSector(score, actor, found?.sector, found !== undefined);
  }
}

function scoreSector(
  score: Score,
  gold: GoldActor,
  sector: string | undefined,
  found: boolean,
): void {
  if (!gold.sector || gold.sector === "***" || !found) return;
  score.goldSectors++;
  if (sector === gold.sector) score.sectorHits++;
}

/** Names of the records that the manual has since changed. */
const RENAMED: Readonly<Record<string, string>> = {
  "strike-hun": "hunger",
  "strike-gen": "strike",
  "demo-org": "demo",
  "demo-spon": "demo",
  "riot-spon": "riot",
  host: "visit",
  detain: "arrest",
  confiscate: "seize",
  curfew: "restrict",
  refugee: "migration",
  refugees: "migration",
  rights: "human_rights",
  religion: "religion_ethnicity",
};

/** Mode and context of main events whose act is right. The records name one or two contexts, the manual allows many. */
function scoreModes(score: Score, { mode, context, type }: GoldRecord, main: EventMention): void {
  const renamed = (name: string) => RENAMED[name] ?? name;
  if (mode && mode !== "other") {
    score.goldModes++;
    if (ploverMode(main.act, main.mode, type as Act) === renamed(mode)) score.modeHits++;
  }
  const gold = [context ?? []]
    .flat()
    .map(renamed)
    .filter((name) => name !== "unknown");
  if (gold.length === 0) return;
  score.goldContexts += gold.length;
  score.predictedContexts += main.contexts?.length ?? 0;
  score.contextHits += gold.filter((name) => main.contexts?.includes(name)).length;
}

const AFTER_HEAD =
  /\s(?:of|in|at|on|from|for|by|with|who|based|operating|loyal|fleeing)\s.*$|\s*\(.*$/;

/** The last word of the noun phrase before anything that hangs on it. */
function headWord(text: string): string {
  const base = text.replace(AFTER_HEAD, "").replace(/'s$/, "");
  return words(base).at(-1) ?? text.toLowerCase();
}

function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/'s\b/g, "")
      .match(/[\p{L}\d.-]+/gu) ?? []
  );
}

function show({ act, from, to, unordered }: Triple): string {
  return `${act}(${from}${unordered ? "=" : ">"}${to})`;
}

function describe(analysis: Analysis, event: EventMention): string {
  const roles = event.roles.map(
    ({ role, mention, country, sector }) =>
      `${role}=${analysis.mentions[mention]!.text}[${country ?? ""}${sector ? `:${sector}` : ""}]`,
  );
  return `${event.confidence.toFixed(2)} ${event.plover} (${event.act} ${event.status} ${event.polarity}) ${event.lemma} <${event.rule}> ${roles.join(" ")}`;
}
