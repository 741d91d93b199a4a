/** Relations of two nodes that are not roles in an event: offices, whereabouts, statements, common sentences. */
import type { Relation } from "../model.ts";
import type { Cast } from "./entities.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { compareText } from "./order.ts";
import { readFindings } from "./packed-findings.ts";
import type { PlacedArticle } from "./placing.ts";
import { createNumbers } from "./text-numbers.ts";

export type RelationHead = Omit<Relation, "evidence">;

/** A sentence with more names than this is a list; being on it together says nothing. */
const MOST_IN_SENTENCE = 8;

export interface FoundRelations {
  readonly count: number;
  /** Sorted; each is worked out when it is its turn. */
  all(): Iterable<Relation>;
}

/** `idOf`: by article, the event that each event mention became. */
export function relate(
  articles: readonly PlacedArticle[],
  cast: Cast,
  idOf: readonly (readonly (string | undefined)[])[],
  toEvidence: ToEvidence,
): FoundRelations {
  const found = new Map<string, { readonly head: RelationHead; readonly findings: number[] }>();
  const rules = createNumbers();
  articles.forEach((article, i) => {
    forEachRelation(article, i, cast, idOf[i]!, (head, { sentence, rule }) => {
      const key = relationKey(head);
      let entry = found.get(key);
      if (entry === undefined) {
        entry = { head, findings: [] };
        found.set(key, entry);
      }
      entry.findings.push(i, sentence, rules.number(rule));
    });
  });
  const keys = [...found.keys()].sort(compareText);
  return {
    count: keys.length,
    *all() {
      for (const key of keys) {
        const { head, findings } = found.get(key)!;
        yield { ...head, evidence: toEvidence(readFindings(findings, rules)) };
      }
    },
  };
}

/** Equal for what becomes one relation. */
export function relationKey({ from, to, kind, title, former, stance }: RelationHead): string {
  const isPlain = title === undefined && former === undefined && stance === undefined;
  // As the other, at a tenth of its price: ids have letters, digits and `:-~`.
  if (isPlain) return `["${from}","${to}","${kind}",null,null,null]`;
  return JSON.stringify([from, to, kind, title, former, stance]);
}

/** What relations need to know of the cast. */
export interface RelationCast extends Pick<Cast, "resolve"> {
  readonly byId: { has(id: string): boolean };
}

export type VisitRelation = (head: RelationHead, finding: Finding) => void;

/** All that one article says. */
export function forEachRelation(
  { record, place }: PlacedArticle,
  article: number,
  cast: RelationCast,
  ids: readonly (string | undefined)[],
  visit: VisitRelation,
): void {
  const put: VisitRelation = (head, finding) => {
    if (head.from !== head.to) visit(head, finding);
  };
  for (const { person, title, of, former, sentence, rule } of record.offices) {
    for (const from of cast.resolve(article, person)) {
      for (const to of cast.resolve(article, of)) {
        put(
          { from, to, kind: "represents", title, ...(former ? { former } : {}) },
          { article, sentence, rule },
        );
      }
    }
  }
  for (const { chain, kind, country, sentence, rule } of record.whereabouts) {
    const to = `country:${country}`;
    if (!cast.byId.has(to)) continue;
    for (const from of cast.resolve(article, chain)) {
      put({ from, to, kind }, { article, sentence, rule });
    }
  }
  for (const { speaker, about, lemma, quoted, sentence, rule } of record.statements) {
    for (const from of cast.resolve(article, speaker)) {
      for (const event of about) {
        const to = ids[event];
        if (to === undefined) continue;
        put({ from, to, kind: "says", stance: lemma, quoted }, { article, sentence, rule });
      }
    }
  }
  forEachTogether({ record, place }, article, cast, ids, put);
}

function forEachTogether(
  { record, place }: PlacedArticle,
  article: number,
  cast: RelationCast,
  ids: readonly (string | undefined)[],
  put: VisitRelation,
): void {
  const inEvents = new Map<number, Set<string>[]>();
  record.events.forEach(({ sentence, roles }, i) => {
    if (ids[i] === undefined) return;
    const members = new Set(roles.flatMap(({ chain }) => cast.resolve(article, chain)));
    const others = inEvents.get(sentence);
    if (others) others.push(members);
    else inEvents.set(sentence, [members]);
  });
  for (const { sentence, chains } of record.together) {
    const names = new Set(chains.flatMap((chain) => cast.resolve(article, chain)));
    if (names.size < 2 || names.size > MOST_IN_SENTENCE) continue;
    if (place.repeated.includes(sentence)) continue;
    const sorted = [...names].sort();
    sorted.forEach((from, at) => {
      for (const to of sorted.slice(at + 1)) {
        const isJoined = inEvents.get(sentence)?.some((own) => own.has(from) && own.has(to));
        if (!isJoined) {
          put({ from, to, kind: "together" }, { article, sentence, rule: "same-sentence" });
        }
      }
    });
  }
}
