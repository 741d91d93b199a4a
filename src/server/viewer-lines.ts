/**
 * Lines of the decisions file that came over HTTP. They carry a comment, which every build leaves out, so that they can be taken back over HTTP,
 * too, after a restart and by another browser; what the user wrote by hand is the user's and never touched.
 */

import { withoutComment } from "../text/quoted-names.ts";

/** As `parseDecisions` in src/linking reads: lines from any system. */
const LINE_END = /\r?\n/;
const MARK = "# from the viewer";

export type Removal =
  | { readonly kind: "removed"; readonly text: string }
  | { readonly kind: "missing"; readonly line: string }
  | { readonly kind: "by hand"; readonly line: string };

export function marked(line: string): string {
  return `${line} ${MARK}`;
}

/** Decisions that came over HTTP, in the order of the file. */
export function viewerLines(text: string): string[] {
  return text.split(LINE_END).filter(isMarked).map(decisionOf);
}

/** The text without these decisions, or the first that cannot be taken out: then nothing is. */
export function withoutLines(text: string, decisions: readonly string[]): Removal {
  const lines = text.split(/(?<=\n)/);
  for (const decision of decisions) {
    const wanted = decisionOf(decision);
    const at = lines.findIndex((line) => isMarked(line) && decisionOf(line) === wanted);
    if (at >= 0) lines.splice(at, 1);
    else {
      const isThere = lines.some((line) => wanted !== "" && decisionOf(line) === wanted);
      return { kind: isThere ? "by hand" : "missing", line: decision };
    }
  }
  return { kind: "removed", text: lines.join("") };
}

function isMarked(line: string): boolean {
  return line.trimEnd().endsWith(MARK);
}

function decisionOf(line: string): string {
  return withoutComment(line.trimEnd());
}
