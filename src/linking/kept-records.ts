/**
 * A record as it is kept in a store, by itself: the parts of a packed record with the texts that they speak of. Reading it takes a tenth of making it
 * of the analysis anew. Its sentences stay with the analysis, and are asked for where they are quoted.
 */
import { ByteReader, ByteWriter } from "./bytes.ts";
import { OpenRecord, writeParts } from "./packed-records.ts";
import type { LinkRecord } from "./records.ts";
import type { Numbers } from "./text-numbers.ts";

export interface KeptRecord {
  readonly record: LinkRecord;
  /** By sentence, see `SentenceRecord`. */
  readonly prints: readonly (number | undefined)[];
}

const USUAL_SIZE = 2 ** 14;

/** Bytes: the parts, prints and marks, the texts, and where those two begin. */
export function packKept(record: LinkRecord): Uint8Array {
  const texts = new OwnTexts();
  const writer = new ByteWriter(texts, USUAL_SIZE);
  writeParts(withoutSentences(record), writer);
  const marksAt = writer.length;
  writer.list(record.sentences, ({ print }) => writer.number(print ?? NaN));
  writer.list(record.marks as unknown as number[], (number) => writer.fixed(number));
  const textsAt = writer.length;
  writer.text(JSON.stringify(texts.all));
  writer.fixed(marksAt);
  writer.fixed(textsAt);
  return writer.take();
}

/** `sentencesOf`: asked when somebody quotes them. */
export function unpackKept(
  bytes: Uint8Array,
  sentencesOf: () => LinkRecord["sentences"],
): KeptRecord {
  const ends = new ByteReader(bytes, NO_TEXTS, bytes.length - 8);
  const [marksAt, textsAt] = [ends.fixed(), ends.fixed()];
  const texts = new OwnTexts(
    JSON.parse(new ByteReader(bytes, NO_TEXTS, textsAt).text()) as string[],
  );
  const marksOf = (): { prints: KeptRecord["prints"]; marks: LinkRecord["marks"] } => {
    const reader = new ByteReader(bytes, texts, marksAt);
    const prints = reader.list(() => {
      const print = reader.number();
      return Number.isNaN(print) ? undefined : print;
    });
    return { prints, marks: Uint32Array.from(reader.list(() => reader.fixed())) };
  };
  const open = new OpenRecord(bytes.subarray(0, marksAt), texts);
  let sentences: LinkRecord["sentences"] | undefined;
  let marks: LinkRecord["marks"] | undefined;
  const record: LinkRecord = {
    article: open.part("article"),
    get marks() {
      marks ??= marksOf().marks;
      return marks;
    },
    get sentences() {
      sentences ??= sentencesOf();
      return sentences;
    },
    get sketch() {
      return open.part("sketch");
    },
    get words() {
      return open.part("words").words;
    },
    get tokens() {
      return open.part("words").tokens;
    },
    get lead() {
      return open.part("words").lead;
    },
    get nameWords() {
      return open.part("words").nameWords;
    },
    get chains() {
      return open.part("chains");
    },
    get mentions() {
      return open.part("mentions");
    },
    get times() {
      return open.part("times");
    },
    get events() {
      return open.part("events");
    },
    get offices() {
      return open.part("relations").offices;
    },
    get whereabouts() {
      return open.part("relations").whereabouts;
    },
    get statements() {
      return open.part("relations").statements;
    },
    get together() {
      return open.part("relations").together;
    },
    get notes() {
      return open.part("relations").notes;
    },
  };
  return {
    record,
    get prints() {
      return marksOf().prints;
    },
  };
}

function withoutSentences(record: LinkRecord): LinkRecord {
  const { article, marks, sketch, words, tokens, lead, nameWords, chains, mentions } = record;
  const { times, events, offices, whereabouts, statements, together, notes } = record;
  return {
    ...{ article, marks, sketch, words, tokens, lead, nameWords, chains, mentions, times, events },
    ...{ offices, whereabouts, statements, together, notes, sentences: [] },
  };
}

/** Those of one record: a table of its own. */
class OwnTexts implements Numbers {
  readonly all: string[];
  readonly #numbers = new Map<string, number>();

  constructor(all: string[] = []) {
    this.all = all;
  }

  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.all.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  text(number: number): string {
    return this.all[number]!;
  }
}

const NO_TEXTS = new OwnTexts();
