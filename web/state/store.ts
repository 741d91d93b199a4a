/** One observable state with a history: whoever shows something listens, whoever changes something sets. */

export interface Store<S> {
  get(): S;
  /** A step that undo takes back. */
  set(patch: Partial<S>): void;
  /** A change that is no step of its own: the camera, a frame of a sweep through time. */
  adjust(patch: Partial<S>): void;
  undo(): boolean;
  redo(): boolean;
  hasPast(): boolean;
  hasFuture(): boolean;
  /** Listeners hear the new and the old state, in the order in which they came. Returns how to stop. */
  listen(listener: (state: S, before: S) => void): () => void;
}

const LONGEST_PAST = 200;

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const past: S[] = [];
  const future: S[] = [];
  const listeners = new Set<(state: S, before: S) => void>();
  const change = (next: S): void => {
    const before = state;
    state = next;
    for (const listener of [...listeners]) listener(state, before);
  };
  const differs = (patch: Partial<S>): boolean =>
    (Object.keys(patch) as (keyof S)[]).some((key) => !isSame(patch[key], state[key]));
  return {
    get: () => state,
    set(patch) {
      if (!differs(patch)) return;
      past.push(state);
      if (past.length > LONGEST_PAST) past.shift();
      future.length = 0;
      change({ ...state, ...patch });
    },
    adjust(patch) {
      if (differs(patch)) change({ ...state, ...patch });
    },
    undo() {
      const before = past.pop();
      if (before === undefined) return false;
      future.push(state);
      change(before);
      return true;
    },
    redo() {
      const next = future.pop();
      if (next === undefined) return false;
      past.push(state);
      change(next);
      return true;
    },
    hasPast: () => past.length > 0,
    hasFuture: () => future.length > 0,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Values are small plain data. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
