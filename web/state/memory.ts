/** What a browser remembers of a graph between visits: corrections and named views. Where nothing can be kept, nothing is. */
export interface NamedView {
  readonly name: string;
  readonly hash: string;
}

export interface Memory {
  decisions(): readonly string[];
  keepDecisions(lines: readonly string[]): void;
  views(): readonly NamedView[];
  keepViews(views: readonly NamedView[]): void;
  /** What the reader has written beside nodes, by id. */
  notes(): readonly NodeNote[];
  keepNote(id: string, text: string): void;
}

export interface NodeNote {
  readonly id: string;
  readonly text: string;
}

/** `inputs`: the hash of the articles, so that graphs do not share. */
export function createMemory(inputs: string): Memory {
  const read = <T>(what: string, isItem: (item: unknown) => item is T): T[] => {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(`dramatis-${what}-${inputs}`) ?? "[]");
      return Array.isArray(value) ? value.filter(isItem) : [];
    } catch {
      return [];
    }
  };
  const keep = (what: string, value: unknown): void => {
    try {
      localStorage.setItem(`dramatis-${what}-${inputs}`, JSON.stringify(value));
    } catch {
      // Pages opened from a file may have no storage, and storage may be full.
    }
  };
  return {
    decisions: () => read("decisions", (item): item is string => typeof item === "string"),
    keepDecisions: (lines) => keep("decisions", lines),
    views: () => read("views", isNamedView),
    keepViews: (views) => keep("views", views),
    notes: () => read("notes", isNote),
    keepNote(id, text) {
      const others = read("notes", isNote).filter((note) => note.id !== id);
      keep("notes", text.trim() === "" ? others : [...others, { id, text }]);
    },
  };
}

function isNote(item: unknown): item is NodeNote {
  const { id, text } = (item ?? {}) as Record<string, unknown>;
  return typeof id === "string" && typeof text === "string";
}

function isNamedView(item: unknown): item is NamedView {
  const { name, hash } = (item ?? {}) as Record<string, unknown>;
  return typeof name === "string" && typeof hash === "string";
}
