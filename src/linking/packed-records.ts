/**
 * Records as bytes, a tenth of their size in memory. A packed record is asked as any other is: of what it is asked for the part is unpacked
 * then. What was unpacked of the records that were asked last stays, and goes when others are asked for.
 */

import { type Bytes, createBytes } from "./byte-pile.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { PART_NAMES, PARTS, type PartName, type RecordParts } from "./record-parts.ts";
import type { LinkRecord } from "./records.ts";
import { createNumbers, type Numbers } from "./text-numbers.ts";

/**
 * Records with unpacked parts, at most; some 50 kB each when all parts are, and as much again until V8 has looked for them. With 1,000, linking and telling
 * 5,000 articles took 430 MB instead of 305, for the same CPU.
 */
const MOST_OPEN = 250;
const END_BYTES = 4;
const MOST_ROOM = 2 ** 16;

export interface RecordPacker {
  pack(record: LinkRecord): LinkRecord;
  /**
   * Whether the sentences of a record stay once they were asked for. Where all of them become evidence that is kept, each quote shall be
   * there once.
   */
  keepSentences(isKept: boolean): void;
}

export function createRecordPacker(): RecordPacker {
  const texts = createNumbers();
  const writer = new ByteWriter(texts);
  const pile: Pile = {
    texts,
    bytes: createBytes(),
    marks: createMarks(),
    open: new Array<PackedRecord | undefined>(MOST_OPEN),
    rooms: new Array<Uint8Array | undefined>(MOST_OPEN),
    opened: 0,
    keepsSentences: false,
  };
  return {
    pack(record) {
      writeParts(record, writer);
      const bytes = writer.take();
      return new PackedRecord(pile, pile.bytes.append(bytes), bytes, record.marks);
    },
    keepSentences(isKept) {
      pile.keepsSentences = isKept;
    },
  };
}

/** All of them, and where each ends. */
export function writeParts(record: LinkRecord, writer: ByteWriter): void {
  const ends: number[] = [];
  for (const name of PART_NAMES) {
    PARTS[name].write(record, writer);
    ends.push(writer.length);
  }
  for (const end of ends) writer.fixed(end);
}

interface Pile {
  readonly texts: Numbers;
  readonly bytes: Bytes;
  readonly marks: Marks;
  /** The last that were opened, in turns. */
  readonly open: (PackedRecord | undefined)[];
  /** For the bytes of each of them, used again by the next: to make millions anew has V8 collect garbage all the time. */
  readonly rooms: (Uint8Array | undefined)[];
  opened: number;
  keepsSentences: boolean;
}

/** Many small arrays in few large ones. */
interface Marks {
  /** Returns the large one, and where they begin. */
  append(marks: LinkRecord["marks"]): readonly [chunk: Uint32Array, start: number];
}

const MARKS_IN_A_CHUNK = 2 ** 18;

function createMarks(): Marks {
  let chunk = new Uint32Array();
  let used = 0;
  return {
    append(marks) {
      if (used + marks.length > chunk.length) {
        chunk = new Uint32Array(Math.max(MARKS_IN_A_CHUNK, marks.length));
        used = 0;
      }
      const start = used;
      chunk.set(marks, start);
      used += marks.length;
      return [chunk, start];
    },
  };
}

/** A record of which each part is read when it is asked for. */
export abstract class RecordOfParts implements LinkRecord {
  abstract readonly article: LinkRecord["article"];
  abstract readonly marks: LinkRecord["marks"];
  abstract readonly sentences: LinkRecord["sentences"];

  protected abstract part<Name extends PartName>(name: Name): RecordParts[Name];

  get sketch(): LinkRecord["sketch"] {
    return this.part("sketch");
  }

  get words(): LinkRecord["words"] {
    return this.part("words").words;
  }

  get tokens(): LinkRecord["tokens"] {
    return this.part("words").tokens;
  }

  get lead(): LinkRecord["lead"] {
    return this.part("words").lead;
  }

  get nameWords(): LinkRecord["nameWords"] {
    return this.part("words").nameWords;
  }

  get chains(): LinkRecord["chains"] {
    return this.part("chains");
  }

  get mentions(): LinkRecord["mentions"] {
    return this.part("mentions");
  }

  get times(): LinkRecord["times"] {
    return this.part("times");
  }

  get events(): LinkRecord["events"] {
    return this.part("events");
  }

  get offices(): LinkRecord["offices"] {
    return this.part("relations").offices;
  }

  get whereabouts(): LinkRecord["whereabouts"] {
    return this.part("relations").whereabouts;
  }

  get statements(): LinkRecord["statements"] {
    return this.part("relations").statements;
  }

  get together(): LinkRecord["together"] {
    return this.part("relations").together;
  }

  get notes(): LinkRecord["notes"] {
    return this.part("relations").notes;
  }
}

class PackedRecord extends RecordOfParts {
  readonly article: LinkRecord["article"];
  readonly #pile: Pile;
  readonly #marks: Uint32Array;
  readonly #marksAt: number;
  readonly #marksLength: number;
  readonly #start: number;
  readonly #length: number;
  #open: OpenRecord | undefined;
  #sentences: LinkRecord["sentences"] | undefined;

  constructor(pile: Pile, start: number, bytes: Uint8Array, marks: LinkRecord["marks"]) {
    super();
    this.#pile = pile;
    [this.#marks, this.#marksAt] = pile.marks.append(marks);
    this.#marksLength = marks.length;
    this.#start = start;
    this.#length = bytes.length;
    this.article = new OpenRecord(bytes, pile.texts).part("article");
  }

  get marks(): LinkRecord["marks"] {
    return this.#marks.subarray(this.#marksAt, this.#marksAt + this.#marksLength);
  }

  get sentences(): LinkRecord["sentences"] {
    if (this.#sentences !== undefined) return this.#sentences;
    const sentences = this.part("sentences");
    if (this.#pile.keepsSentences) this.#sentences = sentences;
    return sentences;
  }

  protected part<Name extends PartName>(name: Name): RecordParts[Name] {
    this.#open ??= this.#unpacked();
    return this.#open.part(name);
  }

  #unpacked(): OpenRecord {
    const { open, rooms, bytes, texts } = this.#pile;
    const turn = this.#pile.opened++ % MOST_OPEN;
    const oldest = open[turn];
    if (oldest !== undefined) oldest.#open = undefined;
    open[turn] = this;
    const read = bytes.read(this.#start, this.#length, rooms[turn]);
    // What lies in memory takes no room, and a long article shall not leave much of it behind.
    const isKept = this.#start < 0 && this.#length < MOST_ROOM;
    if (isKept && this.#length > (rooms[turn]?.length ?? 0)) rooms[turn] = read;
    return new OpenRecord(read, texts);
  }
}

/** The bytes of one record and what was read of them. */
export class OpenRecord {
  readonly #bytes: Uint8Array;
  readonly #texts: Numbers;
  readonly #read: Partial<RecordParts> = {};

  constructor(bytes: Uint8Array, texts: Numbers) {
    this.#bytes = bytes;
    this.#texts = texts;
  }

  part<Name extends PartName>(name: Name): RecordParts[Name] {
    const known = this.#read[name];
    if (known !== undefined) return known;
    const part = PARTS[name].read(new ByteReader(this.#bytes, this.#texts, this.#startOf(name)));
    this.#read[name] = part;
    return part;
  }

  #startOf(name: PartName): number {
    const number = PART_NAMES.indexOf(name);
    if (number === 0) return 0;
    const end = this.#bytes.length - END_BYTES * (PART_NAMES.length - number + 1);
    return new ByteReader(this.#bytes, this.#texts, end).fixed();
  }
}
