import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doOverlap, type LabelWish, placeLabels } from "../../web/picture/label-boxes.ts";

const wish = fc.record({
  x: fc.integer({ min: 0, max: 800 }),
  y: fc.integer({ min: 0, max: 600 }),
  radius: fc.integer({ min: 0, max: 16 }),
  width: fc.integer({ min: 10, max: 180 }),
  isForced: fc.boolean(),
  isMinor: fc.boolean(),
});

function toWishes(drafts: readonly Omit<LabelWish, "id" | "text" | "height">[]): LabelWish[] {
  return drafts.map((draft, i) => ({ ...draft, id: String(i), text: String(i), height: 15 }));
}

describe("placing labels", () => {
  it("never lets two labels overlap, nor leave the screen", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 120 }), (drafts) => {
        const wishes = toWishes(drafts);
        const placed = placeLabels(wishes, 800, 600, wishes);
        placed.forEach((a, i) => {
          expect(
            a.left >= 0 && a.top >= 0 && a.left + a.width <= 800 && a.top + a.height <= 600,
          ).toBe(true);
          for (const b of placed.slice(i + 1)) expect(doOverlap(a, b)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("gives the room to the more important one", () => {
    const [first, second] = toWishes([
      { x: 100, y: 100, radius: 5, width: 90, isForced: false, isMinor: false },
      { x: 101, y: 100, radius: 5, width: 90, isForced: false, isMinor: false },
    ]) as [LabelWish, LabelWish];
    const placed = placeLabels([first, second], 220, 108);
    expect(placed.map(({ id }) => id)).toContain("0");
  });

  it("lets the label of an event yield to nodes, the name of an actor only to actors", () => {
    const obstacles = [0, 1, 2, 3].map((i) => ({
      id: `o${i}`,
      x: [150, 50, 100, 100][i]!,
      y: [100, 100, 120, 80][i]!,
      radius: 12,
      isMinor: true,
    }));
    const at = { x: 100, y: 100, radius: 5, width: 60, isForced: false };
    expect(placeLabels(toWishes([{ ...at, isMinor: true }]), 400, 400, obstacles)).toEqual([]);
    expect(placeLabels(toWishes([{ ...at, isMinor: false }]), 400, 400, obstacles)).toHaveLength(1);
  });
});
