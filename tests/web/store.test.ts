import { describe, expect, it } from "vitest";
import { createStore } from "../../web/state/store.ts";

describe("the state of the viewer", () => {
  it("goes back and forth through steps, not through adjustments", () => {
    const store = createStore({ step: 0, camera: 0 });
    store.set({ step: 1 });
    store.adjust({ camera: 5 });
    store.set({ step: 2 });
    expect(store.undo()).toBe(true);
    expect(store.get()).toEqual({ step: 1, camera: 5 });
    store.undo();
    expect(store.get()).toEqual({ step: 0, camera: 0 });
    expect(store.undo()).toBe(false);
    store.redo();
    expect(store.get().step).toBe(1);
  });

  it("forgets the future when a new step is taken", () => {
    const store = createStore({ step: 0 });
    store.set({ step: 1 });
    store.undo();
    store.set({ step: 9 });
    expect(store.hasFuture()).toBe(false);
    expect(store.redo()).toBe(false);
  });

  it("tells nobody when nothing changes, though the value is another object", () => {
    const store = createStore({ list: ["a"] });
    let calls = 0;
    store.listen(() => {
      calls++;
    });
    store.set({ list: ["a"] });
    expect(calls).toBe(0);
    expect(store.hasPast()).toBe(false);
  });
});
