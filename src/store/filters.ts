/** The calls that look at all nodes, as SQL: events, top, and subgraphs by filter. */

import { compareText } from "../graph/order.ts";
import type { Context } from "../graph/query/context.ts";
import { QueryError } from "../graph/query/errors.ts";
import { countryCode, summarizeEvent } from "../graph/query/events.ts";
import { resolve } from "../graph/query/resolve.ts";
import { cutOut } from "../graph/query/subgraph.ts";
import type {
  EventSummary,
  EventsFilter,
  RankedNode,
  Ranking,
  ResultPage,
  Subgraph,
  SubgraphFilter,
  TopOptions,
} from "../graph/query/types.ts";
import { type Conditions, createConditions, FIRST_DAY } from "./conditions.ts";
import type { Db } from "./database.ts";
import { toDayNumber } from "./days.ts";
import { isRanked, type Ranks } from "./ranks.ts";
import { EVENT_TERM } from "./schema.ts";

export interface StoreContext extends Context {
  /** The number of a word in the columns; -1 where nothing has it. */
  term(text: string): number;
  /** Worked out when first asked for. */
  ranks(): Ranks;
}

const EVENTS_LIMIT = 50;
const TOP_LIMIT = 20;
const SUBGRAPH_LIMIT = 1000;
/** An entity at the node by an edge that is a role in it. */
const TAKES_PART = `EXISTS (SELECT 1 FROM ends d JOIN sorts s ON s.number = d.sort
  JOIN node_rows o ON o.number = d.other WHERE d.node = n.number
  AND s.kind IN ('actor', 'participant', 'recipient', 'about', 'at') AND `;

export function storeEvents(
  db: Db,
  context: StoreContext,
  filter: EventsFilter = {},
): ResultPage<EventSummary> {
  const { limit = EVENTS_LIMIT, offset = 0 } = filter;
  const conditions = createConditions(context.term);
  conditions.where(`n.kind = ${EVENT_TERM}`);
  conditions.among(["act", "plover"], filter.acts);
  conditions.among(["status"], filter.status);
  if (filter.polarity !== undefined) conditions.among(["polarity"], [filter.polarity]);
  if (filter.minStories !== undefined) conditions.where("n.stories >= ?", filter.minStories);
  conditions.within(filter);
  for (const actor of filter.actors ?? []) {
    conditions.where(`${TAKES_PART} o.id = ?)`, resolve(context, actor));
  }
  if (filter.country !== undefined) {
    conditions.where(
      `${TAKES_PART} o.traits IN (SELECT number FROM traits WHERE country = ?))`,
      countryCode(context, filter.country),
    );
  }
  const ids = db
    .sql(
      `SELECT n.id FROM node_rows n WHERE ${conditions.text()}
       ORDER BY ${FIRST_DAY}, n.number LIMIT ? OFFSET ?`,
    )
    .all([...conditions.values, limit, offset]);
  return {
    total: count(db, conditions),
    offset,
    items: ids.map(({ id }) => summarizeEvent(context, id as string)),
  };
}

export function storeSubgraph(db: Db, context: StoreContext, filter: SubgraphFilter): Subgraph {
  const conditions = createConditions(context.term);
  conditions.ofKind(filter.kinds);
  if (filter.minStories !== undefined) conditions.where("n.stories >= ?", filter.minStories);
  conditions.within(filter);
  const { acts, countries } = filter;
  if (acts !== undefined) {
    const places = acts.map(() => "?").join(", ");
    conditions.where(
      `(n.kind <> ${EVENT_TERM} OR
        n.traits IN (SELECT number FROM traits WHERE act IN (${places}) OR plover IN (${places})))`,
      ...acts,
      ...acts,
    );
  }
  if (countries !== undefined) {
    conditions.where(
      `(n.kind = ${EVENT_TERM} OR n.traits IN
        (SELECT number FROM traits WHERE country IN (${countries.map(() => "?").join(", ")})))`,
      ...countries.map((country) => countryCode(context, country)),
    );
  }
  const ids = db
    .sql(
      `SELECT n.id FROM node_rows n WHERE ${conditions.text()} ORDER BY n.stories DESC, n.number LIMIT ?`,
    )
    .all([...conditions.values, filter.limit ?? SUBGRAPH_LIMIT])
    .map(({ id }) => id as string);
  return cutOut(context, ids.sort(compareText), count(db, conditions), filter);
}

const SCORES: Readonly<Record<Ranking, string>> = {
  stories: "n.stories",
  newcomers: "n.stories",
  degree: "r.neighbors",
  pagerank: "r.pagerank",
  betweenness: "r.betweenness",
};

export function storeTop(db: Db, context: StoreContext, options: TopOptions = {}): RankedNode[] {
  const { by = "stories", kinds, since, until } = options;
  const score = SCORES[by];
  if (score === undefined) {
    throw new QueryError(
      `top: unknown ranking "${by}": known are ${Object.keys(SCORES).join(", ")}`,
    );
  }
  const toRanked = ({ id, score: own }: { id: string; score: number }, i: number): RankedNode => ({
    ...context.node(id),
    rank: i + 1,
    score: Math.round(own * 1e6) / 1e6,
  });
  const conditions = createConditions(context.term);
  if (kinds === undefined) {
    conditions.where(`n.kind NOT IN (${EVENT_TERM}, ${context.term("article")})`);
  }
  conditions.ofKind(kinds);
  if (by !== "newcomers") conditions.within(options);
  else {
    conditions.where("n.first IS NOT NULL");
    if (since !== undefined) conditions.where("n.first >= ?", toDayNumber(since));
    if (until !== undefined) conditions.where("n.first <= ?", toDayNumber(until));
  }
  if ((by === "pagerank" || by === "betweenness") && !isRanked(db)) {
    const scores = context.ranks()[by];
    return db
      .sql(`SELECT n.id, n.number FROM node_rows n WHERE ${conditions.text()} ORDER BY n.number`)
      .all(conditions.values)
      .map(({ id, number }) => ({ id: id as string, score: scores.get(number as number)! }))
      .sort((a, b) => Math.round(b.score * 1e6) - Math.round(a.score * 1e6))
      .slice(0, options.limit ?? TOP_LIMIT)
      .map(toRanked);
  }
  // The last digits hang on the order in which edges were summed.
  const order = score.startsWith("r.") ? `round(${score}, 6)` : score;
  const join = score.startsWith("r.") ? "JOIN ranks r ON r.node = n.number" : "";
  return db
    .sql(
      `SELECT n.id, ${score} AS score FROM node_rows n ${join} WHERE ${conditions.text()}
       ORDER BY ${order} DESC, n.number LIMIT ?`,
    )
    .all([...conditions.values, options.limit ?? TOP_LIMIT])
    .map(({ id, score: own }) => ({ id: id as string, score: own as number }))
    .map(toRanked);
}

function count(db: Db, conditions: Conditions): number {
  const row = db
    .sql(`SELECT count(*) AS total FROM node_rows n WHERE ${conditions.text()}`)
    .get(conditions.values);
  return row?.total as number;
}
