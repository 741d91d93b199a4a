/** What the server that sent the page can be asked for later: parts of a graph that is too large to send, searches, the texts of articles. */
import { json } from "../../src/formats/json.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import type { CitedEvidence, FoundNode, Path, ResultPage } from "../../src/graph/query/types.ts";
import type { ArticleReading } from "../../src/graph/reading.ts";
import type { MoreOf, Window } from "./growth.ts";
import { joinParts } from "./parts.ts";

export interface Remote {
  opening(actors?: number): Promise<NewsGraph>;
  /** So many steps from actor to actor. */
  around(ids: readonly string[], hops: number): Promise<NewsGraph>;
  nodes(ids: readonly string[]): Promise<NewsGraph>;
  /** Ids of so many that are not here yet, the best told first; of a timeline the earliest first. */
  best(
    of: MoreOf,
    count: number,
    isHere: (id: string) => boolean,
    window: Window,
  ): Promise<string[]>;
  find(text: string, limit: number): Promise<FoundNode[]>;
  paths(from: string, to: string): Promise<Path[]>;
  /** In order of publication. */
  quotes(id: string, offset: number): Promise<ResultPage<CitedEvidence>>;
  /** `undefined`: the server does not keep it. */
  article(id: string): Promise<ArticleReading | undefined>;
}

/** What `top` and what `timeline` lists. */
type Listed = { readonly id: string } | { readonly event: { readonly id: string } };

const QUOTES_AT_ONCE = 500;
/** Longer addresses are turned down. */
const IDS_AT_ONCE = 50;
/** As many as the server lists at most. */
const MOST_LISTED = 10_000;
const KINDS = { actors: "person,organization,group,country,place", events: "event" };

export function createRemote(): Remote {
  return {
    opening: async (actors) =>
      graphAt(
        actors === undefined
          ? "opening"
          : `opening?${new URLSearchParams({ actors: String(actors) })}`,
      ),
    around: (ids, hops) => graphAt(`part?${named("around", ids)}&hops=${hops}`),
    async nodes(ids) {
      const parts: Promise<NewsGraph>[] = [];
      for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
        parts.push(graphAt(`part?${named("node", ids.slice(at, at + IDS_AT_ONCE))}`));
      }
      return (await Promise.all(parts)).reduce((joined, part) => joinParts(joined, part));
    },
    async best(of, count, isHere, { since, until }) {
      const window = { ...(since && { since }), ...(until && { until }) };
      const call =
        of.type === "timeline"
          ? `timeline?${new URLSearchParams({ node: of.id, limit: String(MOST_LISTED), ...window })}`
          : `top?${new URLSearchParams({ by: "stories", limit: String(MOST_LISTED), kinds: KINDS[of.type], ...window })}`;
      const listed = await answer<readonly Listed[]>(call);
      const ids = listed.map((one) => ("event" in one ? one.event.id : one.id));
      const fresh = ids.filter((id) => !isHere(id));
      return fresh.slice(0, count);
    },
    find: (text, limit) => answer(`find?${new URLSearchParams({ text, limit: String(limit) })}`),
    paths: (from, to) => answer(`paths?${new URLSearchParams({ from, to, limit: "3" })}`),
    quotes: (node, offset) =>
      answer(
        `evidence?${new URLSearchParams({ node, offset: String(offset), limit: String(QUOTES_AT_ONCE) })}`,
      ),
    async article(id) {
      const response = await ask(`article?${new URLSearchParams({ id })}`);
      return response.status === 204 ? undefined : ((await whole(response)).json() as never);
    },
  };
}

function named(name: string, ids: readonly string[]): string {
  return new URLSearchParams(ids.slice(0, IDS_AT_ONCE).map((id) => [name, id])).toString();
}

async function graphAt(address: string): Promise<NewsGraph> {
  return json.read!(await (await whole(await ask(address))).text());
}

async function answer<T>(address: string): Promise<T> {
  return (await whole(await ask(address))).json() as Promise<T>;
}

/** `address`: below `api/`. Throws with a sentence for people. */
export async function ask(address: string, request?: RequestInit): Promise<Response> {
  const response = await fetch(`api/${address}`, request).catch(() => undefined);
  if (response === undefined) throw new Error("The server does not answer.");
  return response;
}

async function whole(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new Error(`The server sent no graph (${response.status}).`);
}
