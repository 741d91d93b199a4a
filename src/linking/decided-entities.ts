/** The user's decisions over groups of chains: what is different is parted first, then what is the same joined. */
import type { Merge, Note } from "../model.ts";
import type { ChainPile } from "./chain-pile.ts";
import { contradictions, type DecidedPair } from "./contradictions.ts";
import type { Decision } from "./decisions.ts";
import { countMentions, countNames, type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import { foldName } from "./person-names.ts";
import { createUnionFind } from "./union-find.ts";

export interface DecidedGroup extends EntityGroup {
  readonly rename?: string;
  readonly decided?: readonly Merge[];
}

interface Pair {
  readonly a: DecidedGroup;
  readonly b: DecidedGroup;
  readonly text: string;
  readonly line: number;
}

export interface DecidedGroups {
  readonly groups: readonly DecidedGroup[];
  readonly notes: readonly Note[];
}

export function decideEntities(
  pile: ChainPile,
  groups: readonly EntityGroup[],
  decisions: readonly Decision[],
  origin: string,
): DecidedGroups {
  const notes: Note[] = [];
  const left = ({ line }: Decision, reason: string) =>
    notes.push({ stage: "linking", origin, message: `line ${line} has no effect: ${reason}` });
  let all: readonly DecidedGroup[] = groups;
  const find = (name: string) => findGroup(pile, all, name);
  for (const decision of inOwnOrder(decisions, "different")) {
    const parted = part(pile, all, decision.a, decision.b);
    if (
      parted === undefined &&
      (find(decision.a) === undefined || find(decision.b) === undefined)
    ) {
      left(decision, nothingCalled(pile, all, decision.a, decision.b));
    }
    all = parted ?? all;
  }
  const pairs: Pair[] = [];
  for (const decision of inOwnOrder(decisions, "same")) {
    const [a, b] = [find(decision.a), find(decision.b)];
    if (a === undefined || b === undefined) {
      left(decision, nothingCalled(pile, all, decision.a, decision.b));
    } else if (a !== b) pairs.push({ a, b, text: decision.text, line: decision.line });
  }
  notes.push(...contradictionsOf(pile, decisions, pairs, all, origin));
  all = joinAll(pile, all, pairs);
  for (const decision of decisions) {
    if (decision.kind !== "rename") continue;
    const group = find(decision.a);
    if (group === undefined) left(decision, nothingCalled(pile, all, decision.a));
    else {
      const renamed = { ...group, rename: decision.name };
      all = all.map((other) => (other === group ? renamed : other));
    }
  }
  const nobody = new Set<DecidedGroup>();
  for (const decision of decisions) {
    if (decision.kind !== "not an actor") continue;
    const group = find(decision.a);
    if (group === undefined) left(decision, nothingCalled(pile, all, decision.a));
    else nobody.add(group);
  }
  all = all.filter((group) => !nobody.has(group));
  return { groups: all, notes };
}

/** `groups`: when all that is different was parted, before anything is joined. */
function contradictionsOf(
  pile: ChainPile,
  decisions: readonly Decision[],
  same: readonly Pair[],
  groups: readonly DecidedGroup[],
  origin: string,
): Note[] {
  const index = new Map(groups.map((group, i) => [group, i]));
  const numbered = ({ a, b, line, text }: Pair): DecidedPair => ({
    ...{ line, text, a: index.get(a)!, b: index.get(b)! },
  });
  const apart = inOwnOrder(decisions, "different").flatMap(({ a, b, line, text }): Pair[] => {
    const [x, y] = [findGroup(pile, groups, a), findGroup(pile, groups, b)];
    return x === undefined || y === undefined ? [] : [{ a: x, b: y, line, text }];
  });
  return contradictions(apart.map(numbered), same.map(numbered), origin);
}

type PairDecision = Extract<Decision, { readonly kind: "same" | "different" }>;

/** Sorted by what they say: the order of the lines does not matter. */
function inOwnOrder(decisions: readonly Decision[], kind: PairDecision["kind"]): PairDecision[] {
  return decisions
    .filter((decision): decision is PairDecision => decision.kind === kind)
    .filter(({ a }) => !isEvent(a))
    .sort(by(({ text }) => text));
}

export function isEvent(name: string): boolean {
  return name.startsWith("event:");
}

function nothingCalled(
  pile: ChainPile,
  groups: readonly DecidedGroup[],
  ...names: readonly string[]
): string {
  const missing = names.filter((name) => findGroup(pile, groups, name) === undefined);
  return `nothing is called "${missing.join('" or "')}"`;
}

/** By id first, then by a name; of several the one with most mentions. */
function findGroup(
  pile: ChainPile,
  groups: readonly DecidedGroup[],
  name: string,
): DecidedGroup | undefined {
  const byId =
    groups.find(({ id }) => id === name) ??
    groups.find(({ formerIds }) => formerIds.includes(name));
  if (byId !== undefined) return byId;
  const key = foldName(name);
  const bearers = groups.filter(
    ({ rename, rows }) =>
      (rename !== undefined && foldName(rename) === key) ||
      rows.some((row) => foldName(pile.nameText(row)) === key),
  );
  return bearers.sort((x, y) => countMentions(pile, y.rows) - countMentions(pile, x.rows))[0];
}

/** What is joined with what is looked up before anything is, so that the order of the lines cannot be seen. */
function joinAll(
  pile: ChainPile,
  groups: readonly DecidedGroup[],
  pairs: readonly Pair[],
): DecidedGroup[] {
  const index = new Map(groups.map((group, i) => [group, i]));
  const sets = createUnionFind(groups.length);
  for (const { a, b } of pairs) sets.union(index.get(a)!, index.get(b)!);
  const setOf = (group: DecidedGroup) => String(sets.find(index.get(group)!));
  const pairsOf = groupBy(pairs, ({ a }) => setOf(a));
  return [...groupBy(groups, setOf).entries()].map(([set, members]) =>
    members.length === 1 ? members[0]! : join(pile, members, pairsOf.get(set)!),
  );
}

/** The name on the left is kept; of several lefts that of the most mentions. */
function join(
  pile: ChainPile,
  members: readonly DecidedGroup[],
  pairs: readonly Pair[],
): DecidedGroup {
  const right = new Set(pairs.map(({ b }) => b));
  const lefts = members.filter((group) => !right.has(group));
  const [kept] = [...(lefts.length > 0 ? lefts : members)].sort(
    (a, b) => countMentions(pile, b.rows) - countMentions(pile, a.rows) || compareText(a.id, b.id),
  );
  const gone = members.filter((group) => group !== kept).sort(by(({ id }) => id));
  const reasonOf = (group: DecidedGroup) =>
    (pairs.find(({ b }) => b === group) ?? pairs.find(({ a }) => a === group))!.text;
  return {
    ...kept!,
    rename: nameOf(pile, kept!),
    formerIds: [
      ...new Set([...kept!.formerIds, ...gone.flatMap(({ id, formerIds }) => [id, ...formerIds])]),
    ].sort(compareText),
    rows: [kept!, ...gone].flatMap(({ rows }) => [...rows]),
    decided: gone.map((group) => ({ what: group.id, reason: `decided: ${reasonOf(group)}` })),
  };
}

/** What the group is called before something is joined to it. */
function nameOf(pile: ChainPile, { rows }: EntityGroup): string {
  const names = countNames(pile, rows);
  const full = new Map([...names].filter(([name]) => name.includes(" ")));
  return mostFrequent(full.size > 0 ? full : names)!;
}

/** Takes the chains called `b` out of the group that holds chains called `a`, too; undefined where none does. */
function part(
  pile: ChainPile,
  groups: readonly DecidedGroup[],
  a: string,
  b: string,
): readonly DecidedGroup[] | undefined {
  const [x, y] = [nameIn(a), nameIn(b)];
  const isCalled = (row: number, key: string) => slug(pile.nameText(row)) === key;
  const group = groups.find(
    ({ rows }) =>
      x !== y && rows.some((row) => isCalled(row, x)) && rows.some((row) => isCalled(row, y)),
  );
  if (group === undefined) return undefined;
  const taken = group.rows.filter((row) => isCalled(row, y));
  const kept = group.rows.filter((row) => !isCalled(row, y));
  const ids = new Set(groups.map(({ id }) => id));
  ids.delete(group.id);
  const free = (id: string) => (ids.has(id) ? `${id}~2` : id);
  const other = free(`${group.kind}:${y}`);
  const own = group.id === other ? free(`${group.kind}:${x}`) : group.id;
  return groups.flatMap((each) =>
    each === group
      ? [
          {
            ...group,
            id: own,
            formerIds: group.formerIds.filter((id) => id !== other),
            rows: kept,
          },
          { ...group, id: other, formerIds: [], rows: taken },
        ]
      : [each],
  );
}

function nameIn(idOrName: string): string {
  return slug(idOrName.replace(/^[a-z]+:/, ""));
}
