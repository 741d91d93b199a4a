/** Places of the articles of a block, whose repeated sentences lie in columns: as lists they take more memory than all else of a place. */
import { lowerBound } from "../text/lower-bound.ts";
import type { Place } from "./placing.ts";

export function toPlaceRows(places: readonly Place[]): Place[] {
  const count = places.reduce((sum, { repeated }) => sum + repeated.length, 0);
  const columns: Columns = { sentences: new Uint32Array(count), prints: new Float64Array(count) };
  let end = 0;
  return places.map((place) => {
    columns.sentences.set(place.repeated, end);
    columns.prints.set(place.prints, end);
    const start = end;
    end += place.repeated.length;
    return new PlaceRow(place, columns, start, end);
  });
}

/** The `print` of a sentence, where the outlet repeats it. Asked for each proof of each edge, for which no list of a row need be made. */
export function printIn(place: Place, sentence: number): number | undefined {
  if (place instanceof PlaceRow) return place.printOf(sentence);
  const at = place.repeated.indexOf(sentence);
  return at < 0 ? undefined : place.prints[at];
}

interface Columns {
  readonly sentences: Uint32Array;
  readonly prints: Float64Array;
}

class PlaceRow implements Place {
  readonly story: string;
  readonly reprint: string;
  readonly isCanonical: boolean;
  readonly block: string;
  readonly #columns: Columns;
  readonly #start: number;
  readonly #end: number;

  constructor(
    { story, reprint, isCanonical, block }: Place,
    columns: Columns,
    start: number,
    end: number,
  ) {
    this.story = story;
    this.reprint = reprint;
    this.isCanonical = isCanonical;
    this.block = block;
    this.#columns = columns;
    this.#start = start;
    this.#end = end;
  }

  get repeated(): readonly number[] {
    return this.#of(this.#columns.sentences);
  }

  get prints(): readonly number[] {
    return this.#of(this.#columns.prints);
  }

  /** A binary search: sentences stand in their order. */
  printOf(sentence: number): number | undefined {
    const { sentences, prints } = this.#columns;
    const at = lowerBound(this.#start, this.#end, (i) => sentences[i]! < sentence);
    return at < this.#end && sentences[at] === sentence ? prints[at] : undefined;
  }

  #of(column: Uint32Array | Float64Array): readonly number[] {
    const count = this.#end - this.#start;
    if (count === 0) return NONE;
    const numbers = new Array<number>(count);
    for (let i = 0; i < count; i++) numbers[i] = column[this.#start + i]!;
    return numbers;
  }
}

const NONE: readonly number[] = [];
