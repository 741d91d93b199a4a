/**
 * A binary heap: the item with the smallest cost first; ties in the order of insertion, so that results do not
 * vary.
 */
export interface Heap<T> {
  push(cost: number, item: T): void;
  /** Of all costs. */
  least(): number | undefined;
  /** The item that comes next. */
  first(): T | undefined;
  pop(): { readonly cost: number; readonly item: T } | undefined;
}

interface Slot<T> {
  readonly cost: number;
  readonly order: number;
  readonly item: T;
}

export function createHeap<T>(): Heap<T> {
  const slots: Slot<T>[] = [];
  let inserted = 0;
  return {
    push(cost, item) {
      slots.push({ cost, order: inserted++, item });
      rise(slots, slots.length - 1);
    },
    least: () => slots[0]?.cost,
    first: () => slots[0]?.item,
    pop() {
      const top = slots[0];
      const last = slots.pop();
      if (slots.length > 0) {
        slots[0] = last!;
        sink(slots, 0);
      }
      return top;
    },
  };
}

function rise<T>(slots: Slot<T>[], index: number): void {
  let i = index;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (!isBefore(slots[i]!, slots[parent]!)) return;
    swap(slots, i, parent);
    i = parent;
  }
}

function sink<T>(slots: Slot<T>[], index: number): void {
  let i = index;
  for (;;) {
    const left = 2 * i + 1;
    if (left >= slots.length) return;
    const right = left + 1;
    const child = right < slots.length && isBefore(slots[right]!, slots[left]!) ? right : left;
    if (!isBefore(slots[child]!, slots[i]!)) return;
    swap(slots, i, child);
    i = child;
  }
}

function isBefore<T>(a: Slot<T>, b: Slot<T>): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.order < b.order);
}

function swap<T>(slots: Slot<T>[], i: number, j: number): void {
  const slot = slots[i]!;
  slots[i] = slots[j]!;
  slots[j] = slot;
}
