/** Relations of two nodes that are not roles in an event: offices, whereabouts, statements, common sentences. */
import type { Analysis, Relation } from "../model.ts";
import type { LinkedCast } from "./entities.ts";
import type { LinkedEvents } from "./events.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { by } from "./order.ts";
import type { Repeated } from "./repeated.ts";

type Head = Omit<Relation, "evidence">;

/** A sentence with more names than this is a list; being on it together says nothing. */
const MOST_IN_SENTENCE = 8;

export function relate(
  analyses: readonly Analysis[],
  cast: LinkedCast,
  { idOf }: LinkedEvents,
  repeated: Repeated,
  toEvidence: ToEvidence,
): Relation[] {
  const found = new Map<string, { head: Head; findings: Finding[] }>();
  const put = (head: Head, finding: Finding) => {
    if (head.from === head.to) return;
    const key = JSON.stringify([
      head.from,
      head.to,
      head.kind,
      head.title,
      head.former,
      head.stance,
    ]);
    const entry = found.get(key);
    if (entry) entry.findings.push(finding);
    else found.set(key, { head, findings: [finding] });
  };
  analyses.forEach((analysis, article) => {
    putOffices(analysis, article, cast, put);
    putWhereabouts(analysis, article, cast, put);
    putStatements(analysis, article, cast, idOf[article]!, put);
    putTogether(analysis, article, cast, idOf[article]!, repeated, put);
  });
  return [...found.entries()]
    .sort(by(([key]) => key))
    .map(([, { head, findings }]) => ({ ...head, evidence: toEvidence(findings) }));
}

type Put = (head: Head, finding: Finding) => void;

function putOffices(analysis: Analysis, article: number, cast: LinkedCast, put: Put): void {
  for (const { person, title, of, former, sentence, rule } of analysis.roles) {
    for (const from of cast.resolve(article, person)) {
      for (const to of cast.resolve(article, of)) {
        put(
          { from, to, kind: "represents", title, ...(former ? { former } : {}) },
          { article, sentence, rule },
        );
      }
    }
  }
}

/** Places lie in countries; the Kremlin stands for Russia. */
function putWhereabouts(analysis: Analysis, article: number, cast: LinkedCast, put: Put): void {
  analysis.mentions.forEach((mention, i) => {
    if (
      mention.form === "pronoun" ||
      (mention.kind !== "place" && mention.kind !== "organization")
    ) {
      return;
    }
    const country = analysis.chains[mention.entity]!.country;
    if (country === undefined || !cast.byId.has(`country:${country}`)) return;
    for (const from of cast.resolve(article, i)) {
      put(
        { from, to: `country:${country}`, kind: mention.kind === "place" ? "in" : "represents" },
        { article, sentence: mention.sentence, rule: mention.rule },
      );
    }
  });
}

function putStatements(
  analysis: Analysis,
  article: number,
  cast: LinkedCast,
  ids: readonly (string | undefined)[],
  put: Put,
): void {
  for (const { speaker, about, lemma, quoted, sentence, rule } of analysis.statements) {
    for (const from of cast.resolve(article, speaker)) {
      for (const event of about) {
        const to = ids[event];
        if (to === undefined) continue;
        put({ from, to, kind: "says", stance: lemma, quoted }, { article, sentence, rule });
      }
    }
  }
}

function putTogether(
  analysis: Analysis,
  article: number,
  cast: LinkedCast,
  ids: readonly (string | undefined)[],
  repeated: Repeated,
  put: Put,
): void {
  const bySentence = new Map<number, Set<string>>();
  analysis.mentions.forEach((mention, i) => {
    if (mention.form === "pronoun" || mention.form === "role") return;
    const names = bySentence.get(mention.sentence) ?? new Set<string>();
    for (const id of cast.resolve(article, i)) names.add(id);
    bySentence.set(mention.sentence, names);
  });
  const inEvents = new Map<number, Set<string>[]>();
  analysis.events.forEach((event, i) => {
    if (ids[i] === undefined) return;
    const members = new Set(event.roles.flatMap(({ mention }) => cast.resolve(article, mention)));
    inEvents.set(event.sentence, [...(inEvents.get(event.sentence) ?? []), members]);
  });
  for (const [sentence, names] of bySentence) {
    if (names.size < 2 || names.size > MOST_IN_SENTENCE) continue;
    if (repeated.outletOf(article, sentence) !== undefined) continue;
    const sorted = [...names].sort();
    sorted.forEach((from, at) => {
      for (const to of sorted.slice(at + 1)) {
        const isJoined = inEvents.get(sentence)?.some((ids) => ids.has(from) && ids.has(to));
        if (!isJoined) {
          put({ from, to, kind: "together" }, { article, sentence, rule: "same-sentence" });
        }
      }
    });
  }
}
