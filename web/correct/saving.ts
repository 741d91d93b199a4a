/** Which corrections the server lacks, how they are handed to it, and how one is taken back. */
import { withoutComment } from "../../src/text/quoted-names.ts";
import type { DecisionsServer, ServerDecisions } from "./decisions-server.ts";

/** As `parseDecisions` in src/linking reads: lines from any system. */
const LINE_END = /\r?\n/;
/** With 500 characters a line, the most that a server takes, this many fit into the 64 KB that it takes at once. */
const LINES_AT_ONCE = 40;
/** When others write at the same time. */
const MOST_TRIES = 3;

/** Each once, in the order in which they were made. `text`: the file of the server. */
export function linesToSend(lines: readonly string[], text: string): string[] {
  const known = new Set(text.split(LINE_END).map(withoutComment));
  return lines.filter((line) => {
    const decision = withoutComment(line);
    if (decision === "" || known.has(decision)) return false;
    known.add(decision);
    return true;
  });
}

export interface Saved {
  /** What was saved, or why not: one sentence. */
  readonly sentence: string;
  readonly isTokenWrong: boolean;
}

/** Asks for the file first: somebody else may have added to it since. Throws with a sentence for people when the server does not answer. */
export async function saveOn(
  server: DecisionsServer,
  lines: readonly string[],
  token: string,
): Promise<Saved> {
  const file = await server.read();
  if (file === undefined) return said("The server takes no corrections any more.");
  const pending = linesToSend(lines, file.text);
  if (pending.length === 0) return said("The server has all of these corrections already.");
  for (let start = 0; start < pending.length; start += LINES_AT_ONCE) {
    const refusal = await server.add(pending.slice(start, start + LINES_AT_ONCE), token);
    if (refusal === undefined) continue;
    const { message, isForToken } = refusal;
    const before = start === 0 ? "Nothing was saved" : `Only ${corrections(start)} saved`;
    return { sentence: `${before}: ${message}.`, isTokenWrong: isForToken };
  }
  return said(`${corrections(pending.length)} saved in the server's file, for the next build.`);
}

/** What was taken back, or why not; `isDone`: it stands there no more. */
export async function takeBackFrom(
  server: DecisionsServer,
  line: string,
  token: string,
): Promise<Saved & { readonly isDone: boolean }> {
  for (let tries = 0; ; tries++) {
    const file = await server.read();
    if (file === undefined) {
      return { ...said("The server takes no corrections any more."), isDone: false };
    }
    const refusal = await server.takeBack(line, file, token);
    if (refusal === undefined) {
      return { ...said("Taken out of the server's file."), isDone: true };
    }
    if (refusal.isStale && tries < MOST_TRIES) continue;
    const { message, isForToken } = refusal;
    return {
      sentence: `It still stands in the server's file: ${message}.`,
      isTokenWrong: isForToken,
      isDone: false,
    };
  }
}

/** Of the lines of this browser, those that the server's file has and would give back. */
export function canBeTakenBack(lines: readonly string[], { own }: ServerDecisions): Set<string> {
  const known = new Set(own);
  return new Set(lines.filter((line) => known.has(withoutComment(line))));
}

function said(sentence: string): Saved {
  return { sentence, isTokenWrong: false };
}

function corrections(count: number): string {
  return count === 1 ? "1 correction was" : `${count} corrections were`;
}
