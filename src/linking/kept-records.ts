/**
 * A record as it is kept in a store, by itself: the parts of a packed record with the texts that they speak of. Reading it takes a tenth of making it
 * of the analysis anew. Its text stays with the analysis, and is asked for where it is quoted.
 */
import { ByteReader, ByteWriter } from "./bytes.ts";
import { OpenRecord, RecordOfParts, writeParts } from "./packed-records.ts";
import type { PartName, RecordParts } from "./record-parts.ts";
import type { LinkRecord, SentenceRecord } from "./records.ts";
import { countMarked, markedSentence } from "./sentence-marks.ts";
import { createNumbers } from "./text-numbers.ts";

export interface KeptRecord {
  readonly record: LinkRecord;
  /** By sentence, see `SentenceRecord`. */
  readonly prints: readonly (number | undefined)[];
}

const USUAL_SIZE = 2 ** 14;

/** Bytes: the parts, prints and marks, the texts, and where those two begin. */
export function packKept(record: LinkRecord): Uint8Array {
  const own: string[] = [];
  const texts = createNumbers(own, (text) => text);
  const writer = new ByteWriter(texts, USUAL_SIZE);
  writeParts(withoutSentences(record), writer);
  const marksAt = writer.length;
  writer.list(record.sentences, ({ print }) => writer.number(print ?? NaN));
  writer.list(record.marks as unknown as number[], (number) => writer.fixed(number));
  const textsAt = writer.length;
  writer.text(JSON.stringify(own));
  writer.fixed(marksAt);
  writer.fixed(textsAt);
  return writer.take();
}

/** `textOf`: the text of the article, asked for when somebody quotes it. */
export function unpackKept(bytes: Uint8Array, textOf: () => string): KeptRecord {
  const record = new Unpacked(bytes, textOf);
  return {
    record,
    get prints() {
      return record.marked().prints;
    },
  };
}

class Unpacked extends RecordOfParts {
  readonly article: LinkRecord["article"];
  readonly #open: OpenRecord;
  readonly #textOf: () => string;
  readonly #marksOf: () => { prints: KeptRecord["prints"]; marks: LinkRecord["marks"] };
  #sentences: LinkRecord["sentences"] | undefined;
  #marks: LinkRecord["marks"] | undefined;

  constructor(bytes: Uint8Array, textOf: () => string) {
    super();
    const ends = new ByteReader(bytes, NO_TEXTS, bytes.length - 8);
    const [marksAt, textsAt] = [ends.fixed(), ends.fixed()];
    const texts = createNumbers(
      JSON.parse(new ByteReader(bytes, NO_TEXTS, textsAt).text()) as string[],
    );
    this.#open = new OpenRecord(bytes.subarray(0, marksAt), texts);
    this.#textOf = textOf;
    this.#marksOf = () => {
      const reader = new ByteReader(bytes, texts, marksAt);
      const prints = reader.list(() => {
        const print = reader.number();
        return Number.isNaN(print) ? undefined : print;
      });
      return { prints, marks: Uint32Array.from(reader.list(() => reader.fixed())) };
    };
    this.article = this.part("article");
  }

  get marks(): LinkRecord["marks"] {
    this.#marks ??= this.marked().marks;
    return this.#marks;
  }

  get sentences(): LinkRecord["sentences"] {
    this.#sentences ??= quoted(this.marked(), this.#textOf());
    return this.#sentences;
  }

  /** Read anew each time. */
  marked(): { readonly prints: KeptRecord["prints"]; readonly marks: LinkRecord["marks"] } {
    return this.#marksOf();
  }

  protected part<Name extends PartName>(name: Name): RecordParts[Name] {
    return this.#open.part(name);
  }
}

function quoted(
  { marks, prints }: { marks: LinkRecord["marks"]; prints: KeptRecord["prints"] },
  text: string,
): SentenceRecord[] {
  return Array.from({ length: countMarked(marks) }, (_, i) => {
    const { start, end, block } = markedSentence(marks, i);
    const quote = text.slice(start, end);
    const print = prints[i];
    return print === undefined ? { start, end, block, quote } : { start, end, block, quote, print };
  });
}

function withoutSentences(record: LinkRecord): LinkRecord {
  const { article, marks, sketch, words, tokens, lead, nameWords, chains, mentions } = record;
  const { times, events, offices, whereabouts, statements, together, notes } = record;
  return {
    ...{ article, marks, sketch, words, tokens, lead, nameWords, chains, mentions, times, events },
    ...{ offices, whereabouts, statements, together, notes, sentences: [] },
  };
}

const NO_TEXTS = createNumbers();
