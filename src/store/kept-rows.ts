/** A question with a list costs as much as some single ones. */
export const WORTH_ASKING_TOGETHER = 3;

/** What was read, until it becomes too much: then the oldest half goes. */
export interface Kept<Key, Value> {
  /** `undefined` is not kept. */
  get(key: Key, read: () => Value | undefined): Value | undefined;
  set(key: Key, value: Value): void;
  clear(): void;
}

export function createKept<Key, Value>(
  most: number,
  sizeOf: (value: Value) => number = () => 1,
): Kept<Key, Value> {
  let recent = new Map<Key, Value>();
  let older = new Map<Key, Value>();
  let size = 0;
  const set = (key: Key, value: Value): void => {
    size += sizeOf(value);
    if (size > most / 2) {
      older = recent;
      recent = new Map();
      size = sizeOf(value);
    }
    recent.set(key, value);
  };
  return {
    set,
    get(key, read) {
      const found = recent.get(key);
      if (found !== undefined) return found;
      const value = older.get(key) ?? read();
      if (value !== undefined) set(key, value);
      return value;
    },
    clear() {
      recent.clear();
      older.clear();
      size = 0;
    },
  };
}
