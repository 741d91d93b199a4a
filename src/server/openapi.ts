/** The OpenAPI 3.1 document of the HTTP API, made from the table of calls. */
import { FORMATS } from "../formats/index.ts";
import { CALLS, type Call } from "../graph/query/calls.ts";
import type { Parameter } from "../graph/query/parameters.ts";
import { VERSION } from "../graph/version.ts";
import { DECISIONS_ADDRESS } from "./decisions.ts";

/** `takesDecisions`: the server was started with a file for them. */
export function openApi(takesDecisions = false): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "dramatis",
      version: VERSION,
      description:
        "A graph of the news: who, which countries, what happened, and the sentence behind every edge.",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths: {
      ...Object.fromEntries(CALLS.map((call) => [`/api/${call.name}`, { get: operation(call) }])),
      "/api/projection": {
        get: plain("who does what to whom, events folded into edges; or who is named with whom", [
          { name: "by", type: "word", of: ["actor", "country", "mention"], about: "whose edges" },
          {
            name: "all",
            type: "word",
            of: ["true", "false"],
            about: "also planned, cancelled, denied events",
          },
        ]),
      },
      "/api/communities": { get: plain("who is in the news together", []) },
      "/api/articles": { get: plain("the articles behind the graph", []) },
      "/api/notes": { get: plain("what was left out, and why", []) },
      "/api/opening": {
        get: plain(
          "the graph that the viewer opens on: all of it, of a large one the most telling actors and the events between them",
          [
            {
              ...{ name: "actors", type: "number", most: 1000 },
              about: "of a large graph: so many actors",
            },
          ],
        ),
      },
      "/api/part": {
        get: plain("part of the graph as JSON: what is around some nodes, or between them", [
          { name: "around", type: "word", about: "an id; may be given several times" },
          { name: "hops", type: "number", most: 3, about: "steps from actor to actor; default 1" },
          { name: "node", type: "word", about: "an id: these nodes and what is between them" },
        ]),
      },
      "/api/article": {
        get: plain(
          "the text of an article and every finding in it with its rule; 204 where it is not kept",
          [{ name: "id", type: "word", about: "the id of the article" }],
        ),
      },
      "/api/graph": { get: plain("the whole graph as JSON", []) },
      "/api/graph.{format}": {
        get: {
          summary: "the whole graph in another format; formats of several files come as a zip",
          parameters: [
            {
              name: "format",
              in: "path",
              required: true,
              schema: { type: "string", enum: FORMATS.map(({ name }) => name) },
            },
          ],
          responses: { 200: { description: "the file" }, 404: failure("unknown format") },
        },
      },
      ...(takesDecisions ? { [DECISIONS_ADDRESS]: decisions() } : {}),
    },
    ...(takesDecisions
      ? { components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } } }
      : {}),
  };
}

function decisions(): object {
  const lines = { type: "array", items: { type: "string" }, minItems: 1 };
  const schema = { type: "object", required: ["lines"], properties: { lines } };
  const call = {
    security: [{}, { token: [] }],
    requestBody: { required: true, content: { "application/json": { schema } } },
  };
  const done = (description: string): object => ({
    description,
    content: { "application/json": { schema: {} } },
  });
  const refusals = {
    401: failure("the token is missing or wrong"),
    413: failure("too many decisions at once"),
    415: failure("not application/json"),
  };
  return {
    get: plain(
      "the file of decisions, those of its lines that were added over HTTP, and whether writing asks for a token",
      [],
    ),
    post: {
      summary: "adds lines to the file of decisions, for the next build",
      ...call,
      responses: {
        200: done("all were added"),
        400: failure("a line that no build can obey; nothing was added"),
        ...refusals,
      },
    },
    delete: {
      summary: "takes lines back that were added over HTTP",
      parameters: [
        {
          name: "If-Match",
          in: "header",
          required: false,
          description: "the ETag of the file as it was read",
          schema: { type: "string" },
        },
      ],
      ...call,
      responses: {
        200: done("all were taken out"),
        400: failure("no lines"),
        404: failure("a line is not in the file; nothing was taken out"),
        409: failure("a line was written by hand; nothing was taken out"),
        412: failure("the file has changed since it was read"),
        ...refusals,
      },
    },
  };
}

function operation({ name, about, positional, parameters }: Call): object {
  return {
    operationId: name,
    summary: about,
    parameters: [
      ...positional.map((argument) => ({
        name: argument.name,
        in: "query",
        required: argument.many !== true,
        description: argument.about,
        schema:
          argument.many === true
            ? { type: "array", items: { type: "string" } }
            : { type: "string" },
      })),
      ...parameters.map(queryParameter),
    ],
    responses: {
      200: { description: "the answer", content: { "application/json": { schema: {} } } },
      400: failure("the call is wrong; the message says what was expected"),
      404: failure("there is no such node"),
    },
  };
}

function plain(summary: string, parameters: readonly Parameter[]): object {
  return {
    summary,
    parameters: parameters.map(queryParameter),
    responses: {
      200: { description: "the answer", content: { "application/json": { schema: {} } } },
    },
  };
}

function queryParameter({ name, type, of, most, about }: Parameter): object {
  const word = { type: "string", ...(of === undefined ? {} : { enum: of }) };
  const schema = {
    number: { type: "integer", minimum: 0, ...(most === undefined ? {} : { maximum: most }) },
    day: { type: "string", format: "date" },
    word,
    list: { type: "array", items: word },
  }[type];
  return {
    name,
    in: "query",
    description: about,
    ...(type === "list" ? { style: "form", explode: false } : {}),
    schema,
  };
}

function failure(description: string): object {
  return {
    description,
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: {
            error: {
              type: "object",
              properties: { reason: { type: "string" }, message: { type: "string" } },
            },
          },
        },
      },
    },
  };
}
