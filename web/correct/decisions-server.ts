/**
 * The decisions file of the server that sent the page, where it was started with one (`dramatis serve --decisions`): what stands in it, lines
 * added to it, and those taken back. The server says at `api/` whether it has one, so that nobody asks for what is not there.
 */
import { ask } from "../data/remote.ts";

export interface DecisionsServer {
  /** `undefined`: the server takes no decisions. */
  read(): Promise<ServerDecisions | undefined>;
  /** `undefined` when all lines were written. Throws with a sentence for people when the server does not answer. */
  add(lines: readonly string[], token: string): Promise<Refusal | undefined>;
  /** Takes out of the file, as it was when it was read, what a viewer has added to it. */
  takeBack(line: string, file: ServerDecisions, token: string): Promise<Refusal | undefined>;
}

export interface ServerDecisions {
  /** The whole file. */
  readonly text: string;
  /** Those of its lines that viewers have added: they can be taken back. */
  readonly own: readonly string[];
  readonly asksForToken: boolean;
  readonly etag: string | undefined;
}

export interface Refusal {
  /** The server's own words. */
  readonly message: string;
  readonly isForToken: boolean;
  /** Somebody else has written since the file was read. */
  readonly isStale: boolean;
}

const ADDRESS = "decisions";
/** What a header can hold; no token with other characters is ever right. */
const SENDABLE = /^[\u0020-\u007e\u00a0-\u00ff]+$/;

export function createDecisionsServer(): DecisionsServer {
  return {
    async read() {
      const about = await ask("");
      if (!about.ok || (await about.json()).decisions === undefined) return undefined;
      const response = await ask(ADDRESS);
      if (!response.ok) return undefined;
      const file = (await response.json()) as Omit<ServerDecisions, "etag">;
      return { ...file, etag: response.headers.get("etag") ?? undefined };
    },
    add: (lines, token) => write("POST", lines, token),
    takeBack: (line, { etag }, token) =>
      write("DELETE", [line], token, etag === undefined ? {} : { "If-Match": etag }),
  };
}

async function write(
  method: "POST" | "DELETE",
  lines: readonly string[],
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Refusal | undefined> {
  const response = await ask(ADDRESS, {
    method,
    headers: {
      "Content-Type": "application/json",
      ...headers,
      ...(SENDABLE.test(token) ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ lines }),
  });
  if (response.ok) return undefined;
  const { status } = response;
  const message = await messageOf(response);
  return { message, isForToken: status === 401, isStale: status === 412 };
}

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const { message } = (body as { error?: { message?: unknown } } | undefined)?.error ?? {};
  return typeof message === "string" ? message : `the server refused (${response.status})`;
}
