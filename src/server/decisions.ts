/**
 * The user's decisions over HTTP, when the server was started with a file for them: the viewer reads them, adds lines, and takes back what was added
 * so. With a token, only who knows it may write.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etagOf } from "./viewer-files.ts";
import { marked, viewerLines, withoutLines } from "./viewer-lines.ts";

/** The file of decisions, as the server may touch it. */
export interface DecisionsFile {
  /** All of it; empty when it is not there yet. */
  read(): Promise<string>;
  /** What is wrong with a line, in a sentence; `undefined` when a build can obey it. */
  fault(line: string): string | undefined;
  append(lines: readonly string[]): Promise<void>;
  /** Writes `text` in the place of `before`; `false`, and nothing is written, when something else stands there by now. */
  replace(before: string, text: string): Promise<boolean>;
}

export interface WritingOptions {
  readonly file: DecisionsFile;
  /** Asked for as `Authorization: Bearer ...`. Default: none, whoever reaches the server may write. */
  readonly token?: string;
}

export const DECISIONS_ADDRESS = "/api/decisions";
const MOST_BYTES = 64 * 1024;
const MOST_LINES = 200;
const LONGEST_LINE = 500;
/** Line ends of any kind and other control characters: a line must stay one line. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

export function addDecisions(app: Hono, { file, token }: WritingOptions): void {
  app.get(DECISIONS_ADDRESS, async (context) => {
    const text = await file.read();
    context.header("Cache-Control", "no-store");
    context.header("ETag", etagOf(text));
    return context.json({ text, own: viewerLines(text), asksForToken: token !== undefined });
  });
  const tooLarge = (context: Context) => failure(context, 413, "too many decisions at once");
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge });
  app.post(DECISIONS_ADDRESS, limit, async (context) => {
    const lines = await linesOf(context, token);
    if (lines instanceof Response) return lines;
    for (const line of lines) {
      const fault = CONTROL.test(line) ? "a decision is one line of text" : file.fault(line);
      if (fault !== undefined) return failure(context, 400, fault);
    }
    await file.append(lines.map(marked));
    return context.json({ added: lines.length });
  });
  app.delete(DECISIONS_ADDRESS, limit, async (context) => {
    const lines = await linesOf(context, token);
    if (lines instanceof Response) return lines;
    const before = await file.read();
    if (!isMatch(context.req.header("if-match"), etagOf(before))) {
      return failure(context, 412, CHANGED);
    }
    const removal = withoutLines(before, lines);
    if (removal.kind === "missing") {
      return failure(context, 404, `this line is not in the file: ${removal.line}`);
    }
    if (removal.kind === "by hand") {
      return failure(
        context,
        409,
        `this line was written into the file by hand and is taken out there: ${removal.line}`,
      );
    }
    if (!(await file.replace(before, removal.text))) return failure(context, 412, CHANGED);
    return context.json({ removed: lines.length });
  });
}

const CHANGED = "the file has changed since it was read";

/** A tag that came with a compressed answer is marked weak (`W/`), but it is the hash of the whole file all the same. */
function isMatch(wanted: string | undefined, etag: string): boolean {
  if (wanted === undefined || wanted.trim() === "*") return true;
  return wanted.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** The lines of a call that may write; otherwise the answer to it. */
async function linesOf(context: Context, token: string | undefined): Promise<string[] | Response> {
  if (!knowsToken(context.req.header("authorization"), token)) {
    return failure(context, 401, "the token is missing or wrong");
  }
  // A form of another page cannot send this type without asking first, and that is not answered.
  if (!/^application\/json\b/i.test(context.req.header("content-type") ?? "")) {
    return failure(context, 415, "expected application/json");
  }
  const lines = await bodyLines(context);
  if (lines !== undefined) return lines;
  return failure(context, 400, `expected {"lines": ["same A = B", ...]}, ${MOST_LINES} at most`);
}

async function bodyLines(context: Context): Promise<string[] | undefined> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    return undefined;
  }
  const lines = (body as { lines?: unknown } | null)?.lines;
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > MOST_LINES) return undefined;
  const isLine = (line: unknown) => typeof line === "string" && line.length <= LONGEST_LINE;
  return lines.every(isLine) ? (lines as string[]) : undefined;
}

/** Compared in constant time, by hash, so that neither the length nor the first wrong sign can be measured. */
function knowsToken(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(header ?? ""), hash(`Bearer ${token}`));
}

function failure(
  context: Context,
  status: 400 | 401 | 404 | 409 | 412 | 413 | 415,
  message: string,
): Response {
  return context.json({ error: { reason: "wrong", message } }, status);
}
