/** Relations of two nodes that are not roles in an event: offices, whereabouts, statements, common sentences. */
import type { Relation } from "../model.ts";
import type { Mutable } from "../text/mutable.ts";
import { sortByKey } from "../text/sort-numbers.ts";
import { createTripleNumbers, type TripleNumbers } from "../text/triple-numbers.ts";
import type { Cast } from "./entities.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { createFindingColumns } from "./finding-columns.ts";
import { by } from "./order.ts";
import { printIn } from "./place-rows.ts";
import type { PlacedArticle } from "./placing.ts";

export type RelationHead = Omit<Relation, "evidence">;

/** A sentence with more names than this is a list; being on it together says nothing. */
const MOST_IN_SENTENCE = 8;

export interface Relations {
  /** All that an article says; articles come in their order. */
  add(article: PlacedArticle, index: number): void;
  /** No more can be added. */
  found(): FoundRelations;
}

export interface FoundRelations {
  readonly count: number;
  /** By the numbers of both ends; each is worked out when it is its turn. */
  all(): Iterable<Relation>;
}

export interface RelatedNodes {
  /** Of an article: the event that each event mention became. */
  eventsOf(article: number): readonly (string | undefined)[];
  /** Numbers of entities and events, in the order of their ids. */
  numberOf(id: string): number;
  idOf(number: number): string;
  readonly count: number;
}

export function createRelations(
  cast: Cast,
  nodes: RelatedNodes,
  toEvidence: ToEvidence,
): Relations {
  const wordings = createWordings();
  const relations = createTripleNumbers();
  /** Numbers of the relations whose first statement is a quote. */
  const quoted = new Set<number>();
  const findings = createFindingColumns();
  const add = (head: RelationHead, { article, sentence, rule }: Finding): void => {
    const from = nodes.numberOf(head.from);
    const to = nodes.numberOf(head.to);
    const wording = wordings.number(head);
    let number = relations.find(from, to, wording);
    if (number === undefined) {
      number = relations.add(from, to, wording);
      if (head.quoted === true) quoted.add(number);
    }
    findings.add(number - 1, article, sentence, rule);
  };
  return {
    add: (article, i) => forEachRelation(article, i, cast, nodes.eventsOf(i), add),
    found() {
      const count = relations.count();
      relations.close();
      const order = inOrder(relations, nodes.count, wordings.ranks());
      const findingsOf = findings.byOwner(count, rankOf(order));
      return {
        count,
        *all() {
          for (const [rank, number] of order.entries()) {
            const wording = wordings.wording(relations.part(number, 2));
            const relation: Partial<Mutable<Relation>> = {
              from: nodes.idOf(relations.part(number, 0)),
              to: nodes.idOf(relations.part(number, 1)),
              ...wording,
            };
            if (wording.kind === "says") relation.quoted = quoted.has(number);
            relation.evidence = toEvidence(findingsOf(rank));
            yield relation as Relation;
          }
        },
      };
    },
  };
}

/** By both ends, then by what else tells them apart. */
function inOrder(
  relations: TripleNumbers,
  nodes: number,
  wordingRanks: ArrayLike<number>,
): Uint32Array {
  let numbers = new Uint32Array(relations.count());
  for (let i = 0; i < numbers.length; i++) numbers[i] = i + 1;
  let spare = new Uint32Array(numbers.length);
  const sortBy = (key: (number: number) => number, most: number): void => {
    const sorted = sortByKey(numbers, spare, key, most);
    if (sorted !== numbers) spare = numbers;
    numbers = sorted;
  };
  sortBy((number) => wordingRanks[relations.part(number, 2)]!, wordingRanks.length);
  sortBy((number) => relations.part(number, 1), nodes);
  sortBy((number) => relations.part(number, 0), nodes);
  return numbers;
}

/** Of the numbers from 0 on. */
function rankOf(order: Uint32Array): (number: number) => number {
  const ranks = new Uint32Array(order.length);
  order.forEach((number, rank) => {
    ranks[number - 1] = rank;
  });
  return (number) => ranks[number]!;
}

type Wording = Pick<RelationHead, "kind" | "title" | "former" | "stance">;

interface Wordings {
  number(head: RelationHead): number;
  wording(number: number): Wording;
  /** By number, in the order of the keys. */
  ranks(): Uint32Array;
}

function createWordings(): Wordings {
  const wordings: Wording[] = [];
  const numbers = new Map<string, number>();
  return {
    number({ kind, title, former, stance }) {
      const isPlain = title === undefined && former === undefined && stance === undefined;
      const key = isPlain ? kind : JSON.stringify([kind, title, former, stance]);
      let number = numbers.get(key);
      if (number === undefined) {
        number = wordings.push({
          kind,
          ...(title !== undefined ? { title } : {}),
          ...(former !== undefined ? { former } : {}),
          ...(stance !== undefined ? { stance } : {}),
        });
        numbers.set(key, --number);
      }
      return number;
    },
    wording: (number) => wordings[number]!,
    ranks() {
      const ranks = new Uint32Array(wordings.length);
      wordings
        .map(({ kind, title, former, stance }, number) => {
          return { number, key: JSON.stringify([kind, title, former, stance]) };
        })
        .sort(by(({ key }) => key))
        .forEach(({ number }, rank) => {
          ranks[number] = rank;
        });
      return ranks;
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
    if (printIn(place, sentence) !== undefined) continue;
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
