/**
 * Which labels are drawn, and where: none lies on another one, or on a node that is more important; the most important come first. Greedy
 * over boxes kept in a coarse grid (point-feature labeling, Christensen, Marks and Shieber 1995, simplest method): a few milliseconds for hundreds.
 */
export interface LabelWish {
  readonly id: string;
  readonly text: string;
  /** Center of the node on the screen; without a radius, of the label itself. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Drawn first, never left out: hovered and chosen nodes. */
  readonly isForced: boolean;
  /** Of an event: yields to every node; the label of an actor may cover an event. */
  readonly isMinor: boolean;
  /** Where it may stand as well, best first; for what has no radius. */
  readonly otherSpots?: readonly { readonly x: number; readonly y: number }[];
  /** Among the largest: its name may cover other nodes. */
  readonly isProminent?: boolean;
}

export interface LabelBox {
  readonly id: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CELL = 64;
const PADDING = 3;
const GAP = 4;
/** A label may touch the rim of a node, not its middle. */
const OBSTACLE_SHARE = 0.6;

/** A node, which a label of another one shall not cover. */
export interface Obstacle {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly isMinor: boolean;
}

/** `wishes`: the most important first; `reserved`: where something else stands on the screen. */
export function placeLabels(
  wishes: readonly LabelWish[],
  width: number,
  height: number,
  obstacles: readonly Obstacle[] = [],
  reserved: readonly Omit<LabelBox, "id" | "text">[] = [],
): LabelBox[] {
  const taken = createGrid();
  for (const box of reserved) taken.add({ ...box, id: "", text: "" });
  const majors = createGrid();
  const minors = createGrid();
  for (const { id, x, y, radius, isMinor } of obstacles) {
    const side = radius * OBSTACLE_SHARE;
    (isMinor ? minors : majors).add({
      id,
      text: "",
      left: x - side,
      top: y - side,
      width: side * 2,
      height: side * 2,
    });
  }
  const placed: LabelBox[] = [];
  const order = [
    ...wishes.filter((wish) => wish.isForced),
    ...wishes.filter((wish) => !wish.isForced),
  ];
  for (const wish of order) {
    const free = candidates(wish).filter(
      (candidate) => isInside(candidate, width, height) && taken.isFree(candidate),
    );
    const clear = free.filter((candidate) => majors.isFree(candidate));
    const box =
      clear.find((candidate) => minors.isFree(candidate)) ??
      (wish.isMinor ? undefined : clear[0]) ??
      (wish.isForced || wish.isProminent === true ? free[0] : undefined);
    if (box === undefined) continue;
    taken.add(box);
    placed.push(box);
  }
  return placed;
}

/** Right of the node, left, above, below; on the spot itself where there is no node but the middle of a curve. */
function candidates(wish: LabelWish): LabelBox[] {
  const { id, text, x, y, radius, width, height, otherSpots = [] } = wish;
  const far = radius + GAP;
  const box = (left: number, top: number): LabelBox => ({ id, text, left, top, width, height });
  if (radius <= 0) {
    return [{ x, y }, ...otherSpots].map((spot) => box(spot.x - width / 2, spot.y - height / 2));
  }
  return [
    box(x + far, y - height / 2),
    box(x - far - width, y - height / 2),
    box(x - width / 2, y + far),
    box(x - width / 2, y - far - height),
  ];
}

function isInside({ left, top, width, height }: LabelBox, right: number, bottom: number): boolean {
  return left >= 0 && top >= 0 && left + width <= right && top + height <= bottom;
}

function createGrid() {
  const cells = new Map<number, LabelBox[]>();
  const visit = (box: LabelBox, look: (key: number) => boolean): boolean => {
    for (
      let column = Math.floor((box.left - PADDING) / CELL);
      column <= (box.left + box.width + PADDING) / CELL;
      column++
    ) {
      for (
        let row = Math.floor((box.top - PADDING) / CELL);
        row <= (box.top + box.height + PADDING) / CELL;
        row++
      ) {
        if (look(column * 4096 + row)) return true;
      }
    }
    return false;
  };
  return {
    isFree: (box: LabelBox): boolean =>
      !visit(
        box,
        (key) =>
          cells.get(key)?.some((other) => other.id !== box.id && doOverlap(box, other)) ?? false,
      ),
    add(box: LabelBox): void {
      visit(box, (key) => {
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [box]);
        else cell.push(box);
        return false;
      });
    },
  };
}

export function doOverlap(a: LabelBox, b: LabelBox): boolean {
  return (
    a.left < b.left + b.width + PADDING &&
    b.left < a.left + a.width + PADDING &&
    a.top < b.top + b.height + PADDING / 2 &&
    b.top < a.top + a.height + PADDING / 2
  );
}
