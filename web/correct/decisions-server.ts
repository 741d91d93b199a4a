/**
 * The decisions file of the server that sent the page, where it was started with one (`dramatis serve --decisions`): what stands in it, and lines
 * added to it. The server says at `api/` whether it has one, so that nobody asks for what is not there.
 */
import { ask } from "../data/remote.ts";

export interface DecisionsServer {
  /** `undefined`: the server takes no decisions. */
  read(): Promise<ServerDecisions | undefined>;
  /** `undefined` when all lines were written. Throws with a sentence for people when the server does not answer. */
  add(lines: readonly string[], token: string): Promise<Refusal | undefined>;
}

export interface ServerDecisions {
  /** The whole file. */
  readonly text: string;
  readonly asksForToken: boolean;
}

export interface Refusal {
  /** The server's own words. */
  readonly message: string;
  readonly isForToken: boolean;
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
      return response.ok ? ((await response.json()) as ServerDecisions) : undefined;
    },
    async add(lines, token) {
      const response = await ask(ADDRESS, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          ...(SENDABLE.test(token) ? { Authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ lines }),
      });
      if (response.ok) return undefined;
      return { message: await messageOf(response), isForToken: response.status === 401 };
    },
  };
}

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const { message } = (body as { error?: { message?: unknown } } | undefined)?.error ?? {};
  return typeof message === "string" ? message : `the server refused (${response.status})`;
}
