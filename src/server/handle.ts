/**
 * The server as a function from `Request` to `Response`: the nine calls under `/api/`, the graph in every
 * format, the viewer's files, and the user's decisions when there is a file for them. It answers loopback names
 * only unless told otherwise, and tells nobody where it failed.
 */
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { FORMATS, FormatError, formatNamed } from "../formats/index.ts";
import { zipFiles } from "../formats/zip.ts";
import type { NewsGraph } from "../graph/attributes.ts";
import { coMentions } from "../graph/co-mention.ts";
import { communities } from "../graph/communities.ts";
import { project, projectCountries } from "../graph/project.ts";
import { CALLS, runCall } from "../graph/query/calls.ts";
import { QueryError } from "../graph/query/index.ts";
import { json, tagged } from "./answer.ts";
import { addDecisions, DECISIONS_ADDRESS, type WritingOptions } from "./decisions.ts";
import { guard } from "./guard.ts";
import { SECURITY_HEADERS } from "./headers.ts";
import { openApi } from "./openapi.ts";
import { drawn, type GraphSource, memorySource } from "./source.ts";
import { addViewerCalls } from "./viewer-calls.ts";
import { etagOf, type StaticFiles, viewerTexts } from "./viewer-files.ts";

export interface HandlerOptions {
  /** The viewer. Default: none, the API only. */
  readonly files?: StaticFiles;
  /** Names in the `Host` header besides loopback. */
  readonly hosts?: readonly string[];
  /** Takes decisions of the user. Default: nothing can be written. */
  readonly writing?: WritingOptions;
  /** Milliseconds, for the limit of questions a second. Default: the clock. */
  readonly now?: () => number;
}

export type Handler = (request: Request) => Promise<Response>;

const NO_VIEWER =
  "<!doctype html><title>dramatis</title><p>The viewer is not built (npm run build). The data is at <a href=api/>api/</a>.";

export function createHandler(
  given: NewsGraph | GraphSource,
  options: HandlerOptions = {},
): Handler {
  const { files = new Map(), hosts = [], writing, now = () => performance.now() } = options;
  const source = "whole" in given ? given : memorySource(given);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
  });
  app.use(compress());
  const writable = new Set(writing === undefined ? [] : [DECISIONS_ADDRESS]);
  app.use(guard({ hosts, writable, now }));
  addApi(app, source, files, writing !== undefined);
  addViewerCalls(app, source);
  if (writing !== undefined) addDecisions(app, writing);
  app.get("/api/*", noSuchCall);
  app.get("*", (context) => {
    const { path } = context.req;
    const file = files.get(path === "/" ? "/index.html" : path);
    if (file !== undefined) return tagged(context.req.raw, file.bytes, file.mediaType, file.etag);
    if (path === "/") return context.html(NO_VIEWER);
    return context.text("There is nothing at this address.", 404);
  });
  app.onError((error, context) => {
    if (error instanceof FormatError) {
      return context.json({ error: { reason: "missing", message: error.message } }, 404);
    }
    if (error instanceof QueryError) {
      return context.json(
        { error: { reason: error.reason, message: error.message } },
        error.reason === "missing" ? 404 : 400,
      );
    }
    return context.json(
      { error: { reason: "failed", message: "The server failed on this question." } },
      500,
    );
  });
  return async (request) => app.fetch(request);
}

function addApi(app: Hono, source: GraphSource, files: StaticFiles, takesDecisions: boolean): void {
  const written = new Map<
    string,
    { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string }
  >();
  app.get("/api", (context) => context.redirect("/api/"));
  app.get("/api/", (context) => {
    const [format, generator, inputs, counts] = source.read((graph) =>
      (["format", "generator", "inputs", "counts"] as const).map((name) =>
        graph.getAttribute(name),
      ),
    );
    const calls = CALLS.map(({ name, about }) => ({ name, about, address: `/api/${name}` }));
    return json(context.req.raw, {
      format,
      generator,
      inputs,
      counts,
      calls,
      openapi: "/api/openapi.json",
      graph: FORMATS.map(({ name }) => `/api/graph.${name}`),
      ...(takesDecisions ? { decisions: DECISIONS_ADDRESS } : {}),
    });
  });
  app.get("/api/openapi.json", (context) => json(context.req.raw, openApi(takesDecisions)));
  for (const name of ["articles", "notes"] as const) {
    app.get(`/api/${name}`, ({ req }) =>
      json(
        req.raw,
        source.read((graph) => graph.getAttribute(name)),
      ),
    );
  }
  app.get("/api/communities", (context) => json(context.req.raw, communities(source.whole())));
  const projections = new Map<string, (all: boolean) => unknown>([
    ["actor", (all) => project(source.whole(), { all })],
    ["country", (all) => projectCountries(source.whole(), { all })],
    ["mention", () => coMentions(source.whole())],
  ]);
  app.get("/api/projection", (context) => {
    const by = context.req.query("by") ?? "actor";
    const all = context.req.query("all") === "true";
    const projection = projections.get(by);
    if (projection === undefined) {
      const known = [...projections.keys()].join(", ");
      throw new QueryError(`by: "${by.slice(0, 80)}" is unknown: expected ${known}`);
    }
    return json(context.req.raw, projection(all));
  });
  const sendGraph = (request: Request, name: string): Response | undefined => {
    const format = formatNamed(name);
    if (format === undefined) return undefined;
    let file = written.get(name);
    if (file === undefined) {
      const graph = format.hasPositions ? drawn(source) : source.whole();
      const bytes =
        format.shape === "file"
          ? new TextEncoder().encode(
              [...format.write(graph, { viewer: () => viewerTexts(files) })].join(""),
            )
          : new Uint8Array(zipFiles(format.files(graph)));
      file = { bytes, etag: etagOf(bytes) };
      written.set(name, file);
    }
    const isZip = format.shape === "folder";
    const extension = isZip ? ".zip" : format.extensions[0]!;
    const response = tagged(
      request,
      file.bytes,
      isZip ? "application/zip" : format.mediaType,
      file.etag,
    );
    if (name !== "json") {
      response.headers.set("Content-Disposition", `attachment; filename="graph${extension}"`);
    }
    return response;
  };
  app.get("/api/graph", (context) => sendGraph(context.req.raw, "json")!);
  app.get("/api/:file{graph\\..+}", (context) => {
    const name = context.req.param("file").slice("graph.".length);
    const response = sendGraph(context.req.raw, name);
    if (response !== undefined) return response;
    const known = FORMATS.map((format) => format.name).join(", ");
    throw new QueryError(`unknown format "${name.slice(0, 80)}": known are ${known}`, "missing");
  });
  for (const call of CALLS) {
    app.get(`/api/${call.name}`, (context) => {
      const positional: string[] = [];
      const given = new Map<string, string>();
      const address = new URL(context.req.url);
      for (const { name, many } of call.positional) {
        const values = address.searchParams.getAll(name);
        positional.push(...(many === true ? values : values.slice(0, 1)));
        address.searchParams.delete(name);
      }
      for (const [name, value] of address.searchParams) given.set(name, value);
      return json(context.req.raw, runCall(source.query, call.name, positional, given));
    });
  }
}

function noSuchCall(context: Context): Response {
  const message = "There is no such call; /api/ lists them.";
  return context.json({ error: { reason: "missing", message } }, 404);
}
