/**
 * What the viewer asks beside the nine calls: the graph that it opens on (all of it, or the backbone of a large one), parts of a large graph, the
 * text of an article.
 */
import type { Hono } from "hono";
import { json as jsonFormat } from "../formats/json.ts";
import { QueryError } from "../graph/query/index.ts";
import { json, tagged } from "./answer.ts";
import { aroundPart, nodesPart, openingPart, type SentPart } from "./part.ts";
import { drawn, type GraphSource } from "./source.ts";
import { etagOf } from "./viewer-files.ts";

const ACTORS = 400;
const MOST_ACTORS = 1000;
const MOST_HOPS = 3;
const MOST_IDS = 60;

export function addViewerCalls(app: Hono, source: GraphSource): void {
  /** By the number of actors; a store that is changed while it is served shows its new state after a restart. */
  const openings = new Map<number, string>();
  let whole: string | undefined;
  app.get("/api/opening", ({ req }) => {
    if (!source.isLarge) {
      // Texts are sent one by one, when an article is opened.
      whole ??= [...jsonFormat.write(drawn(source), { texts: false })].join("");
      return tagged(req.raw, whole, "application/json", etagOf(whole));
    }
    const actors = wholeNumber(req.query("actors"), "actors", ACTORS, MOST_ACTORS);
    let text = openings.get(actors);
    if (text === undefined) {
      text = JSON.stringify(openingPart(source, actors));
      openings.clear();
      openings.set(actors, text);
    }
    return tagged(req.raw, text, "application/json", etagOf(text));
  });
  app.get("/api/part", ({ req }) => {
    const around = idsOf(req.queries("around"));
    const nodes = idsOf(req.queries("node"));
    if (around.length + nodes.length === 0) {
      throw new QueryError("part: expected around=<id> or node=<id>, once or more");
    }
    const hops = wholeNumber(req.query("hops"), "hops", 1, MOST_HOPS);
    const part: SentPart =
      around.length > 0 ? aroundPart(source, around, hops) : nodesPart(source, nodes);
    return json(req.raw, part);
  });
  app.get("/api/article", ({ req }) => {
    const id = req.query("id") ?? "";
    if (id === "") throw new QueryError("article: expected id=<the id of an article>");
    const reading = source.reading(id);
    // That a text is not kept is no error: most graphs are built without.
    return reading === undefined
      ? new Response(undefined, { status: 204 })
      : json(req.raw, reading);
  });
}

function idsOf(given: readonly string[] | undefined): string[] {
  const ids = [...new Set(given ?? [])];
  if (ids.length > MOST_IDS) throw new QueryError(`part: at most ${MOST_IDS} ids at once`);
  return ids;
}

function wholeNumber(text: string | undefined, name: string, usual: number, most: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new QueryError(`${name}: expected a whole number from 1 to ${most}`);
}
