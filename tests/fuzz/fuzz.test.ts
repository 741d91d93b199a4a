/** Two thousand broken inputs for everything that reads; the long run is `npm run fuzz`. */
import { beforeAll, describe, expect, test } from "vitest";
import { caseOf } from "../../fuzz/cases.ts";
import { createTargets, type Target } from "../../fuzz/targets.ts";

const CASES = 2000;
const SEED = 1;

let targets: readonly Target[] = [];
beforeAll(async () => {
  targets = await createTargets();
});

describe("broken input", () => {
  test("what is not broken is read: the targets can fail", async () => {
    for (const { inputs, run } of targets) for (const { bytes } of inputs) await run(bytes);
    const line = targets.find(({ name }) => name === "line")!;
    expect(line.inputs.length).toBeGreaterThan(25);
  });

  test(`none of ${CASES} variants breaks a promise`, async () => {
    const broken: string[] = [];
    for (let number = 0; number < CASES; number++) {
      const { target, name, bytes } = caseOf(targets, SEED, number);
      try {
        await target.run(bytes);
      } catch (error) {
        broken.push(
          `case ${number}, ${target.name}, ${name}: ${(error as Error).stack?.slice(0, 400)}`,
        );
      }
    }
    expect(broken).toEqual([]);
  }, 300_000);
});
