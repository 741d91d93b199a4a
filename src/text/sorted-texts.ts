/** Texts in their order: a list of them, and two lists as one. */
import type { SortedTexts } from "../model.ts";
import { lowerBound } from "./lower-bound.ts";
import { compareText } from "./order.ts";

export function sortedTexts(texts: readonly string[]): SortedTexts {
  return {
    length: texts.length,
    at: (place) => texts[place]!,
    placeOf: (text) => placeIn(texts.length, (place) => compareText(texts[place]!, text)),
  };
}

/** By halves. `compare`: what stands at a place with the text; -1 where it is none of them. */
export function placeIn(length: number, compare: (place: number) => number): number {
  const place = lowerBound(0, length, (at) => compare(at) < 0);
  return place < length && compare(place) === 0 ? place : -1;
}

/** Two lists that have no text in common, as one. */
export interface MergedTexts extends SortedTexts {
  /** The places that those of the lists have in it. */
  placeOfFirst(place: number): number;
  placeOfSecond(place: number): number;
}

/** Places in one list that follow each other in the merged one, too: ids begin with their kind, so there are few such runs. */
interface Run {
  readonly from: number;
  readonly own: number;
  readonly isFirst: boolean;
}

export function mergeTexts(first: SortedTexts, second: SortedTexts): MergedTexts {
  const runs = runsOf(first, second);
  const length = first.length + second.length;
  const ofFirst = runs.filter(({ isFirst }) => isFirst);
  const ofSecond = runs.filter(({ isFirst }) => !isFirst);
  const moved = (own: readonly Run[], place: number): number => {
    const run = own[lowerBound(0, own.length, (at) => own[at]!.own <= place) - 1]!;
    return run.from + place - run.own;
  };
  // The edges of an event are told one after the other.
  let last = { text: "", place: -1 };
  return {
    length,
    at(place) {
      if (place === last.place) return last.text;
      const run = runs[lowerBound(0, runs.length, (at) => runs[at]!.from <= place) - 1]!;
      const own = run.own + place - run.from;
      if (run.isFirst) return first.at(own);
      last = { text: second.at(own), place };
      return last.text;
    },
    placeOf(text) {
      if (text === last.text && last.place >= 0) return last.place;
      const own = first.placeOf(text);
      if (own >= 0) return moved(ofFirst, own);
      const other = second.placeOf(text);
      if (other < 0) return -1;
      last = { text, place: moved(ofSecond, other) };
      return last.place;
    },
    placeOfFirst: (place) => moved(ofFirst, place),
    placeOfSecond: (place) => moved(ofSecond, place),
  };
}

function runsOf(first: SortedTexts, second: SortedTexts): Run[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const isFirst = j === second.length || (i < first.length && first.at(i) < second.at(j));
    runs.push({ from: i + j, own: isFirst ? i : j, isFirst });
    if (isFirst) {
      const end = j === second.length ? undefined : second.at(j);
      i =
        end === undefined ? first.length : lowerBound(i, first.length, (at) => first.at(at) < end);
    } else {
      const end = i === first.length ? undefined : first.at(i);
      const next =
        end === undefined
          ? second.length
          : lowerBound(j, second.length, (at) => second.at(at) < end);
      j = Math.max(j + 1, next);
    }
  }
  return runs;
}
