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
 * A thing is called by its id or by any of its names; a name in double quotes is taken as it stands (`"Channel #1"`). A line that cannot be read, or that fits nothing, becomes a note.
 */
import type { Note } from "../model.ts";
import { type HiddenQuotes, hideQuotes } from "../text/quoted-names.ts";

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
    const hidden = hideQuotes(raw);
    if (hidden.line === "") return;
    const decision = parseLine(hidden, i + 1);
    if (typeof decision === "string") {
      notes.push({ stage: "linking", origin, message: `line ${i + 1} is left out: ${decision}` });
    } else decisions.push(decision);
  });
  return { decisions, notes };
}

/** Why a build would not obey this one line, in a sentence; `undefined` when it would. */
export function decisionFault(line: string): string | undefined {
  const { notes, decisions } = parseDecisions(line);
  if (notes.length > 0) return notes[0]!.message.replace("line 1 is left out: ", "");
  return decisions.length === 1 ? undefined : "there is no decision in this line";
}

/** The decision, or what is wrong. */
function parseLine(hidden: HiddenQuotes, line: number): Decision | string {
  const text = hidden.written(hidden.line);
  const { nameOf } = hidden;
  const match = VERB.exec(hidden.line);
  if (!match) {
    return `expected "same", "different", "rename", "not an actor", "role" or "wrong", found "${text.slice(0, 40)}"`;
  }
  const kind = match[1]!.toLowerCase();
  const rest = match[2]!.trim();
  const base = { text, line };
  if (kind === "not an actor") return { ...base, kind, a: nameOf(rest) };
  if (kind === "role") return parseRole(rest, base, nameOf);
  if (kind === "wrong") {
    const edge = nameOf(rest);
    return EDGE.test(edge)
      ? { ...base, kind, edge }
      : '"wrong" needs the key of an edge, "from|kind|to"';
  }
  const parts = splitAt(rest, SEPARATORS[kind]!);
  if (parts === undefined) {
    return `"${kind}" needs two names parted by "${SEPARATORS[kind]![0]!.trim()}" between blanks`;
  }
  const [a, b] = [nameOf(parts[0]), nameOf(parts[1])];
  if (kind === "rename") return { ...base, kind, a, name: b };
  return { ...base, kind: kind === "same" ? "same" : "different", a, b };
}

function parseRole(rest: string, base: Line, nameOf: HiddenQuotes["nameOf"]): Decision | string {
  const [a, post] = splitAt(rest, [": "]) ?? [];
  const [title, of] = splitAt(post ?? "", [" of "]) ?? [];
  if (a === undefined || title === undefined || of === undefined) {
    return `"role" needs "name: title of country or organization"`;
  }
  const office = nameOf(title).toLowerCase();
  return { ...base, kind: "role", a: nameOf(a), title: office, of: nameOf(of) };
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
