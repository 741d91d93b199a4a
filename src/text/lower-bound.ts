/**
 * The first place of `[from, to)` that is not before what is looked for, `to` where all are; by halves. `isBefore` holds for none
 * behind one for which it does not hold.
 */
export function lowerBound(from: number, to: number, isBefore: (at: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
