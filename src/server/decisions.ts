/**
 * The user's decisions over HTTP, when the server was started with a file for them: the viewer reads them and adds lines. With a
 * token, only who knows it may add.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** The file of decisions, as the server may touch it. */
export interface DecisionsFile {
  /** All of it; empty when it is not there yet. */
  read(): Promise<string>;
  /** What is wrong with a line, in a sentence; `undefined` when a build can obey it. */
  fault(line: string): string | undefined;
  append(lines: readonly string[]): Promise<void>;
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
    context.header("Cache-Control", "no-store");
    return context.json({ text: await file.read(), asksForToken: token !== undefined });
  });
  const tooLarge = (context: Context) => failure(context, 413, "too many decisions at once");
  app.post(
    DECISIONS_ADDRESS,
    bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }),
    async (context) => {
      if (!knowsToken(context.req.header("authorization"), token)) {
        return failure(context, 401, "the token is missing or wrong");
      }
      // A form of another page cannot send this type without asking first, and that is not answered.
      if (!/^application\/json\b/i.test(context.req.header("content-type") ?? "")) {
        return failure(context, 415, "expected application/json");
      }
      const lines = await linesOf(context);
      if (lines === undefined) {
        return failure(
          context,
          400,
          `expected {"lines": ["same A = B", ...]}, ${MOST_LINES} at most`,
        );
      }
      for (const line of lines) {
        const fault = CONTROL.test(line) ? "a decision is one line of text" : file.fault(line);
        if (fault !== undefined) return failure(context, 400, fault);
      }
      await file.append(lines);
      return context.json({ added: lines.length });
    },
  );
}

async function linesOf(context: Context): Promise<string[] | undefined> {
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

function failure(context: Context, status: 400 | 401 | 413 | 415, message: string): Response {
  return context.json({ error: { reason: "wrong", message } }, status);
}
