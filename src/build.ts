/**
 * The line: read -> toArticle -> analyze -> Linker -> toGraph. The stages do not know each other; they meet
 * here. A bad page, a bad article, even a fault of the program in one of them becomes a note, and the rest is
 * built. How the stages of single articles are run (in this thread, in workers, out of a cache) is in `line/`
 * and cannot be seen in the result.
 */
import type { NewsGraph } from "./graph/attributes.ts";
import { type GraphOptions, toGraph } from "./graph/build.ts";
import { type GraphParts, toGraphParts } from "./graph/parts.ts";
import { type ArticleReading, toReading } from "./graph/reading.ts";
import { nodeData } from "./lexicon/node-data.ts";
import { analyses, type LineOptions } from "./line/index.ts";
import { Linker, sortNotes, toLinkingOptions } from "./linking/index.ts";
import type {
  Analysis,
  Article,
  KeptPile,
  KnowledgeChange,
  KnowledgeParts,
  Note,
} from "./model.ts";

export {
  type AnalysesOptions,
  analyses,
  articles,
  type LineOptions,
  survey,
} from "./line/index.ts";

export interface BuildOptions extends LineOptions, GraphOptions {
  /** The user's decisions, as their file is written: `same A = B`, `different A ≠ B`, `rename A -> B`, `not an actor A`, `role A: title of B`. */
  readonly decisions?: string;
  /** A table of identifiers, CSV with a header or JSONL: `name,aliases,kind,country,wikidata`. */
  readonly identifiers?: string;
  /** Articles of a block of days, at least: stories and rare words are looked for inside a block. Default 2000. */
  readonly blockSize?: number;
  /** Articles in memory at once while an addition to a store is linked. Default 10,000. */
  readonly recordsInMemory?: number;
  /** Keeps the text of every article and what was found in it with the graph. Default false. */
  readonly texts?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly step: "reading" | "linking" | "drawing";
  readonly articles: number;
  readonly notes: number;
  /** Of the article that was just done. */
  readonly origin?: string;
}

/**
 * Articles in, graph out. The order of the paths cannot be seen in the result. Throws `MissingPathError` when a
 * path does not exist; a graph without articles is no error: `graph.getAttribute("counts").articles` tells.
 */
export async function build(
  paths: readonly string[],
  options: BuildOptions = {},
): Promise<NewsGraph> {
  const { onProgress } = options;
  const notes: Note[] = [];
  const note = noteTaker(notes, options);
  const pile = createPile({ ...options, onNote: note });
  // Of an article that comes again, the copy with the smallest origin stays; the others need no analysis.
  const first = new Map<string, string>();
  const skip = (article: Article): boolean => {
    const other = first.get(article.id);
    const isCopy = other !== undefined && other <= article.origin;
    if (isCopy) pile.addCopy(article.id, article.origin);
    else first.set(article.id, article.origin);
    return isCopy;
  };
  for await (const analysis of analyses(paths, { ...options, skip, onNote: note })) {
    pile.add(analysis);
    const { origin } = analysis.article;
    onProgress?.({ step: "reading", articles: pile.size(), notes: notes.length, origin });
  }
  return pile.toGraph(notes);
}

/**
 * The graph of articles that were analyzed before: the same, to the byte, as `build` makes of their pages.
 * `notes`: of what could not be read.
 */
export function assemble(
  analyses: Iterable<Analysis>,
  notes: readonly Note[],
  options: BuildOptions = {},
): NewsGraph {
  const all = [...notes];
  const pile = createPile({ ...options, onNote: noteTaker(all, options) });
  for (const analysis of analyses) pile.add(analysis);
  return pile.toGraph(all);
}

/** The same graph piece by piece, without positions: for a store, when it would not fit into memory. */
export function assembleParts(
  analyses: Iterable<Analysis>,
  notes: readonly Note[],
  options: BuildOptions = {},
): GraphParts {
  const assembler = createAssembler(options);
  for (const analysis of analyses) assembler.add(analysis);
  return assembler.parts(notes);
}

/** The same for analyses that come one after the other: of each only what linking needs is kept. */
export interface Assembler {
  add(analysis: Analysis): void;
  /** `notes`: of what could not be read. To be asked for once: what was added goes with the parts. */
  parts(notes: readonly Note[], onProgress?: BuildOptions["onProgress"]): GraphParts;
}

export function createAssembler(options: BuildOptions = {}): Assembler {
  const all: Note[] = [];
  let onProgress = options.onProgress;
  let pile: Pile | undefined = createPile({
    ...options,
    onNote: noteTaker(all, options),
    onProgress: (progress) => onProgress?.(progress),
  });
  return {
    add: (analysis) => pile!.add(analysis),
    parts(notes, show = onProgress) {
      onProgress = show;
      all.push(...notes);
      const knowledge = pile!.link(all);
      pile = undefined;
      return toGraphParts(knowledge);
    },
  };
}

export interface AssembledChange {
  readonly change: KnowledgeChange;
  /** All, not only new ones. */
  readonly notes: readonly Note[];
}

/**
 * What came of articles that were added to a pile, or taken out of it, since it was linked: with it the graph is the one that `assembleParts`
 * makes of all. Undefined where that must be done instead.
 */
export function assembleChange(
  pile: KeptPile,
  options: BuildOptions = {},
): AssembledChange | undefined {
  const { data = nodeData(), onProgress } = options;
  const given = toLinkingOptions(options);
  onProgress?.({ step: "linking", articles: pile.changed.length, notes: pile.notes.length });
  const change = new Linker(data, given.options).change(pile);
  if (change === undefined) return undefined;
  const onArticles = new Map(pile.notesOnArticles());
  for (const id of change.goneArticles) onArticles.delete(id);
  for (const { linked } of change.articles) onArticles.set(linked.id, linked.notes);
  const inOrder = [...onArticles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, notes]) => notes);
  const copies = pile.copies.map(({ origin, of }) => copyNote(origin, of));
  return { change, notes: [...pile.notes, ...copies, ...given.notes, ...sortNotes(inOrder)] };
}

function copyNote(origin: string, of: string): Note {
  return { stage: "article", origin, message: `the same article as ${of}: counted once` };
}

function noteTaker(notes: Note[], { onNote }: BuildOptions): (note: Note) => void {
  return (note) => {
    notes.push(note);
    onNote?.(note);
  };
}

interface Pile {
  /** Of an article that comes twice the copy with the smallest origin counts. */
  add(analysis: Analysis): void;
  /** An article that came again and was not analyzed. */
  addCopy(id: string, origin: string): void;
  size(): number;
  /** `notes`: the list into which `onNote` puts what it is told. */
  link(notes: readonly Note[]): KnowledgeParts;
  toGraph(notes: readonly Note[]): NewsGraph;
}

/** Of an analysis it keeps what linking needs; of its text only the sentences, unless texts are asked for. */
function createPile(options: BuildOptions & { readonly onNote: (note: Note) => void }): Pile {
  const { data = nodeData(), onNote, onProgress } = options;
  const given = toLinkingOptions(options);
  const linker = new Linker(data, given.options);
  const origins = new Map<string, string>();
  const copies: { readonly id: string; readonly origin: string }[] = [];
  const texts = new Map<string, ArticleReading>();
  const finishNotes = (notes: readonly Note[]): void => {
    for (const { id, origin } of copies) {
      onNote(copyNote(origin, origins.get(id)!));
    }
    onProgress?.({ step: "linking", articles: origins.size, notes: notes.length });
    for (const each of given.notes) onNote(each);
  };
  return {
    add(analysis) {
      const { id, origin } = analysis.article;
      const other = origins.get(id);
      if (other !== undefined && other <= origin) {
        copies.push({ id, origin });
        return;
      }
      if (other !== undefined) copies.push({ id, origin: other });
      origins.set(id, origin);
      linker.add(analysis);
      if (options.texts === true) texts.set(id, toReading(analysis));
    },
    addCopy: (id, origin) => void copies.push({ id, origin }),
    size: () => origins.size,
    link(notes) {
      finishNotes(notes);
      const parts = linker.parts();
      return { ...parts, notes: [...notes, ...parts.notes] };
    },
    toGraph(notes) {
      finishNotes(notes);
      const knowledge = linker.finish();
      onProgress?.({ step: "drawing", articles: origins.size, notes: notes.length });
      const graph = toGraph({ ...knowledge, notes: [...notes, ...knowledge.notes] }, options);
      if (options.texts === true) graph.setAttribute("texts", byId(texts));
      return graph;
    },
  };
}

/** Sorted, so that the order of the input cannot be seen. */
function byId(texts: ReadonlyMap<string, ArticleReading>): Record<string, ArticleReading> {
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
