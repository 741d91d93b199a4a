/** The tables of `data/en/events/` as maps: verbs with frames, event nouns, operators and how they compose, cues. */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";
import type { Act, EntityKind, EventStatus } from "../../model.ts";
import { loadPastForms } from "../past-forms.ts";
import { type BodyOf, loadBodies } from "./bodies.ts";
import { type Condition, parseConditions } from "./conditions.ts";
import { createLemmas, type ReadLemmas } from "./lemmas.ts";
import { loadWordFacets, type WordFacets } from "./word-facets.ts";

/** One reading of a verb: it holds when all its conditions do. */
export interface Frame {
  readonly act: Act | "NONE";
  readonly mode?: string;
  readonly when: readonly Condition[];
  /** Where the recipient stands, first found wins: `obj`, `to`, `obj.of`, `comp.subj`. Empty: the rule of the act. */
  readonly recipient: readonly string[];
  /** `threaten[comp]`: shown by `dramatis explain`. */
  readonly name: string;
}

export interface EventNoun {
  readonly act: Act;
  readonly mode?: string;
  /** Strong nouns are events wherever they have a participant, weak ones need a verb that makes them happen. */
  readonly strong: boolean;
  /** Rows of a noun are tried in order, like those of a verb: *a strike on Gaza*, *a strike by teachers*. */
  readonly when: readonly Condition[];
  readonly name: string;
}

/** What an operator makes of the event it acts on. */
export interface Composition {
  readonly operator: string;
  readonly inner: ReadonlySet<string>;
  /** An act, `=` for the inner act, `own` for the act of the operator verb itself, `-` for no event. */
  readonly result: string;
  readonly status: EventStatus | "=";
  readonly polarity: "asserted" | "denied" | "=";
  /** Status of the inner event as an event of its own; undefined: it is not one. */
  readonly inside?: EventStatus;
}

export interface ActorNoun {
  readonly kind: EntityKind;
  readonly sector?: string;
}

export interface StatusCue {
  readonly kind: string;
  readonly place: string;
  readonly value: string;
}

export interface EventLexicon {
  readonly verbs: ReadonlyMap<string, readonly Frame[]>;
  /** Verbs with or without a particle: of *hand_over* also *hand*. */
  readonly verbHeads: ReadonlySet<string>;
  /** Verb of an irregular past form that is hardly ever a noun. */
  readonly pastForms: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, readonly EventNoun[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Operators of a lemma. */
  readonly operators: ReadonlyMap<string, readonly string[]>;
  readonly compositions: ReadonlyMap<string, readonly Composition[]>;
  /** Kind of reporting word by lemma. */
  readonly reporting: ReadonlyMap<string, string>;
  readonly actorNouns: ReadonlyMap<string, ActorNoun>;
  readonly statusCues: ReadonlyMap<string, readonly StatusCue[]>;
  /** Codes of organisations without a country. */
  readonly bodyOf: BodyOf;
  /** Where recipients usually stand, by act; `*` for all others. */
  readonly recipientSlots: ReadonlyMap<string, readonly string[]>;
  /** Modes by act and act inside, `REQUEST AID`, `THREATEN COERCE:arrest`. */
  readonly modes: ReadonlyMap<string, string>;
  /** Words that tell what an event is about. */
  readonly contextCues: ReadonlyMap<string, readonly ContextCue[]>;
  /** Words that speak against a news event, by kind. */
  readonly noneCues: ReadonlyMap<string, NoneCue>;
  /** In which tables a word stands, and where in their keys. */
  readonly facets: WordFacets;
  readonly readLemmas: ReadLemmas;
}

export interface ContextCue {
  readonly context: string;
  readonly weight: number;
}

export interface NoneCue {
  readonly kind: string;
  readonly weight: number;
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  coop: ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"],
  yield: ["CONCEDE", "RETREAT"],
  force: ["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"],
  verbal: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
};

export function loadEventLexicon(data: DataSource): EventLexicon {
  const table = (name: string) => parseTable(data.text(`en/events/${name}.tsv`));
  const nouns = loadNouns(table("nouns"));
  const classes = loadClasses(table("noun-classes"), nouns);
  const actorNouns = loadActorNouns(table("actor-nouns"));
  const verbs = loadVerbs(table("verbs"));
  const operators = loadOperators(table("operators"));
  const reporting = new Map(table("reporting").flatMap(([kind, words]) => pairs(words, kind!)));
  const contextCues = loadContextCues(table("contexts"));
  const noneCues = loadNoneCues(table("none-cues"));
  const knownNouns = new Set([
    ...nouns.keys(),
    ...actorNouns.keys(),
    ...[...classes.values()].flatMap((members) => [...members]),
  ]);
  const facets = loadWordFacets({
    verbs,
    operators,
    reporting,
    nouns,
    classes,
    actorNouns,
    noneCues,
    contextCues,
  });
  return {
    verbs,
    verbHeads: new Set([...verbs.keys()].map((key) => key.split("_")[0]!)),
    pastForms: loadPastForms(data).verbs,
    nouns,
    classes,
    operators,
    compositions: loadCompositions(table("composition")),
    reporting,
    actorNouns,
    statusCues: loadStatusCues(table("status-cues")),
    bodyOf: loadBodies(data),
    recipientSlots: new Map(table("recipient-slots").map(([act, slots]) => [act!, words(slots)])),
    modes: new Map(
      table("modes").flatMap(([act, inner, mode]) =>
        words(inner).map((one): [string, string] => [`${act} ${one}`, mode!]),
      ),
    ),
    contextCues,
    noneCues,
    facets,
    readLemmas: createLemmas(knownNouns, facets),
  };
}

function loadVerbs(rows: readonly string[][]): Map<string, Frame[]> {
  const verbs = new Map<string, Frame[]>();
  for (const [lemmas, act, mode, when, recipient] of rows) {
    const conditions = parseConditions(given(when) ?? "");
    for (const lemma of words(lemmas)) {
      add(verbs, lemma, {
        act: act as Act | "NONE",
        ...optional("mode", given(mode)),
        when: conditions,
        recipient: given(recipient)?.split(" ") ?? [],
        name: given(when) ? `${lemma}[${when}]` : lemma,
      });
    }
  }
  return verbs;
}

function loadNouns(rows: readonly string[][]): Map<string, EventNoun[]> {
  const nouns = new Map<string, EventNoun[]>();
  for (const [lemmas, act, mode, use, when] of rows) {
    for (const lemma of words(lemmas)) {
      add(nouns, lemma, {
        act: act as Act,
        ...optional("mode", given(mode)),
        strong: use === "strong",
        when: parseConditions(given(when) ?? ""),
        name: given(when) ? `noun:${lemma}[${when}]` : `noun:${lemma}`,
      });
    }
  }
  return nouns;
}

/** The classes of the table, and for each act the class of its nouns. */
function loadClasses(
  rows: readonly string[][],
  nouns: ReadonlyMap<string, readonly EventNoun[]>,
): Map<string, ReadonlySet<string>> {
  const classes = new Map<string, Set<string>>();
  for (const [name, members] of rows) {
    const set = new Set<string>();
    for (const member of words(members)) {
      if (!member.startsWith("+")) set.add(member);
      else for (const inherited of classes.get(member.slice(1)) ?? []) set.add(inherited);
    }
    classes.set(name!, set);
  }
  for (const [lemma, rows] of nouns) {
    for (const { act, when } of rows) {
      // *A strike* alone is no attack.
      if (when.length > 0) continue;
      const set = classes.get(act);
      if (set) set.add(lemma);
      else classes.set(act, new Set([lemma]));
    }
  }
  return classes;
}

function loadOperators(rows: readonly string[][]): Map<string, string[]> {
  const operators = new Map<string, string[]>();
  for (const [operator, lemmas] of rows) {
    for (const lemma of new Set(words(lemmas))) add(operators, lemma, operator!);
  }
  return operators;
}

function loadCompositions(rows: readonly string[][]): Map<string, Composition[]> {
  const compositions = new Map<string, Composition[]>();
  for (const [operator, inner, result, status, polarity, inside] of rows) {
    add(compositions, operator!, {
      operator: operator!,
      inner: new Set(words(inner).flatMap((group) => GROUPS[group] ?? [group])),
      result: result!,
      status: status as EventStatus | "=",
      polarity: polarity as Composition["polarity"],
      ...optional("inside", inside === "drop" ? undefined : (inside as EventStatus)),
    });
  }
  return compositions;
}

function loadActorNouns(rows: readonly string[][]): Map<string, ActorNoun> {
  const nouns = new Map<string, ActorNoun>();
  for (const [kind, sector, lemmas] of rows) {
    for (const lemma of words(lemmas)) {
      // The first sector of a word is its commonest.
      if (nouns.has(lemma)) continue;
      nouns.set(lemma, { kind: kind as EntityKind, ...optional("sector", given(sector)) });
    }
  }
  return nouns;
}

function loadStatusCues(rows: readonly string[][]): Map<string, StatusCue[]> {
  const cues = new Map<string, StatusCue[]>();
  for (const [kind, place, value, lemmas] of rows) {
    for (const lemma of words(lemmas)) {
      add(cues, lemma, { kind: kind!, place: place!, value: value! });
    }
  }
  return cues;
}

function loadContextCues(rows: readonly string[][]): Map<string, ContextCue[]> {
  const cues = new Map<string, ContextCue[]>();
  for (const [context, weight, lemmas] of rows) {
    for (const lemma of new Set(words(lemmas)))
      add(cues, lemma, { context: context!, weight: Number(weight) });
  }
  return cues;
}

function loadNoneCues(rows: readonly string[][]): Map<string, NoneCue> {
  const cues = new Map<string, NoneCue>();
  for (const [kind, weight, lemmas] of rows) {
    for (const lemma of words(lemmas)) cues.set(lemma, { kind: kind!, weight: Number(weight) });
  }
  return cues;
}

function words(cell: string | undefined): string[] {
  return (cell ?? "").split(" ").filter((word) => word !== "");
}

function pairs(cell: string | undefined, value: string): [string, string][] {
  return words(cell).map((word) => [word, value]);
}

function given(cell: string | undefined): string | undefined {
  return cell === undefined || cell === "-" || cell === "" ? undefined : cell;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
