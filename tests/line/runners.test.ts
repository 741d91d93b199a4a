/** Workers, the order of their results, and what happens when one of them is lost. */
import { describe, expect, test } from "vitest";
import { batches, inOrder } from "../../src/line/in-order.ts";
import { workerRunner } from "../../src/line/worker-runner.ts";
import type { Page } from "../../src/model.ts";

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("work on a stream", () => {
  test("results come in the order of the input, however long each takes", async () => {
    const slowFirst = async (n: number) => {
      await wait(20 - 5 * n);
      return n * n;
    };
    expect(await all(inOrder(from([0, 1, 2, 3]), slowFirst, 3))).toEqual([0, 1, 4, 9]);
  });

  test("no more is read than may be under way", async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<number> {
      for (let i = 0; i < 100; i++) {
        read++;
        yield i;
      }
    }
    const results = inOrder(counted(), async (n) => n, 4);
    await results.next();
    expect(read).toBe(4);
  });

  test("a failure comes in its turn, after what was done before it", async () => {
    const results = inOrder(
      from([1, 2, 3]),
      async (n) => {
        if (n === 2) throw new Error("two");
        return n;
      },
      3,
    );
    expect((await results.next()).value).toBe(1);
    await expect(results.next()).rejects.toThrow("two");
  });

  test("batches are full by number or by size", async () => {
    const sizes = { most: 3, mostSize: 10, sizeOf: (n: number) => n };
    expect(await all(batches(from([1, 1, 1, 1, 9, 20, 1]), sizes))).toEqual([
      [1, 1, 1],
      [1, 9],
      [20],
      [1],
    ]);
  });
});

describe("a worker that is lost", () => {
  const pages = ["a", "b", "bad", "c"].map(
    (origin): Page => ({ origin, type: "text", content: "" }),
  );

  test.each([
    ["dies", /the program failed here/],
    ["hangs", /it took too long/],
  ])("one that %s costs the one article, with a note", async (name, message) => {
    const file = new URL(`./workers/${name}.mjs`, import.meta.url);
    const runner = workerRunner({ jobs: 2, hangMs: 1500, file });
    try {
      const outcomes = await runner.toArticles(pages);
      expect(outcomes.map(({ article }) => article?.origin)).toEqual(["a", "b", undefined, "c"]);
      expect(outcomes[2]!.notes).toHaveLength(1);
      expect(outcomes[2]!.notes[0]!.message).toMatch(message);
    } finally {
      await runner.close();
    }
  });
});
