/**
 * What the user has decided, as a plain text file that every build obeys:
 *
 *     # a comment
 *     same Volodymyr Zelensky = Wladimir Selenskyj
 *     different person:boris-johnson ≠ Brandon Johnson        (also !=)
 *     rename Kemal Kilicdaroglu -> Kemal Kılıçdaroğlu
 *     not an actor Apple Daily
 *     role Anna Holm: mayor of Sweden
 *     wrong person:anna-holm|actor|event:0f3c…      (a line of the graph, by its key; the viewer writes these)
 *
 * A thing is called by its id or by any of its names. A line that cannot be read, or that fits nothing, becomes a note.
 */
import type { Note } from "../model.ts";

interface Line {
  /** As written, for notes and reasons. */
  readonly text: string;
  readonly line: number;
}

export type Decision = Line &
  (
    | { readonly kind: "same" | "different"; readonly a: string; readonly b: string }
    | { readonly kind: "rename"; readonly a: string; readonly name: string }
    | { readonly kind: "not an actor"; readonly a: string }
    | { readonly kind: "wrong"; readonly edge: string }
    | { readonly kind: "role"; readonly a: string; readonly title: string; readonly of: string }
  );

export interface Decisions {
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
}

/** Files from Windows, too: with its `\r` left on, a comment would become part of the name before it. */
const LINE_END = /\r?\n/;
const COMMENT = /(?:^|\s)#.*$/;
const VERB = /^(same|different|rename|not an actor|role|wrong)\s+(\S.*)$/i;
const EDGE = /^[^|]+\|[^|]+\|[^|]+/;
const SEPARATORS: Readonly<Record<string, readonly string[]>> = {
  same: [" = "],
  different: [" ≠ ", " != "],
  rename: [" -> ", " → "],
};

/** `origin` names the file in notes. */
export function parseDecisions(text: string, origin = "decisions"): Decisions {
  const decisions: Decision[] = [];
  const notes: Note[] = [];
  text.split(LINE_END).forEach((raw, i) => {
    const line = raw.replace(COMMENT, "").trim();
    if (line === "") return;
    const decision = parseLine(line, i + 1);
    if (typeof decision === "string") {
      notes.push({ stage: "linking", origin, message: `line ${i + 1} is left out: ${decision}` });
    } else decisions.push(decision);
  });
  return { decisions, notes };
}

/** The decision, or what is wrong. */
function parseLine(text: string, line: number): Decision | string {
  const match = VERB.exec(text);
  if (!match) {
    return `expected "same", "different", "rename", "not an actor", "role" or "wrong", found "${text.slice(0, 40)}"`;
  }
  const kind = match[1]!.toLowerCase();
  const rest = match[2]!.trim();
  const base = { text, line };
  if (kind === "not an actor") return { ...base, kind, a: rest };
  if (kind === "role") return parseRole(rest, base);
  if (kind === "wrong") {
    return EDGE.test(rest)
      ? { ...base, kind, edge: rest }
      : '"wrong" needs the key of an edge, "from|kind|to"';
  }
  const parts = splitAt(rest, SEPARATORS[kind]!);
  if (parts === undefined) {
    return `"${kind}" needs two names parted by "${SEPARATORS[kind]![0]!.trim()}" between blanks`;
  }
  const [a, b] = parts;
  if (kind === "rename") return { ...base, kind, a, name: b };
  return { ...base, kind: kind === "same" ? "same" : "different", a, b };
}

function parseRole(rest: string, base: Line): Decision | string {
  const [a, office] = splitAt(rest, [": "]) ?? [];
  const [title, of] = splitAt(office ?? "", [" of "]) ?? [];
  if (a === undefined || title === undefined || of === undefined) {
    return `"role" needs "name: title of country or organization"`;
  }
  return { ...base, kind: "role", a, title: title.toLowerCase(), of };
}

function splitAt(text: string, separators: readonly string[]): [string, string] | undefined {
  for (const separator of separators) {
    const at = text.indexOf(separator);
    if (at < 0) continue;
    const a = text.slice(0, at).trim();
    const b = text.slice(at + separator.length).trim();
    if (a !== "" && b !== "") return [a, b];
  }
  return undefined;
}
