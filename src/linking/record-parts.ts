/** The parts of which a record is packed: each is written and read by itself. What is optional is told by bits before it. */
import type { EventInterval } from "../model.ts";
import { toInterval } from "../text/interval.ts";
import type { Mutable } from "../text/mutable.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";
import type {
  ChainFacts,
  EventFacts,
  LinkRecord,
  OfficeFact,
  SentenceFact,
  SentenceRecord,
  StatementFact,
} from "./records.ts";

export interface RecordParts {
  readonly article: LinkRecord["article"];
  readonly sketch: LinkRecord["sketch"];
  readonly words: Pick<LinkRecord, "words" | "tokens" | "lead" | "nameWords">;
  readonly sentences: LinkRecord["sentences"];
  readonly chains: LinkRecord["chains"];
  readonly mentions: LinkRecord["mentions"];
  readonly times: LinkRecord["times"];
  readonly events: LinkRecord["events"];
  readonly relations: Pick<
    LinkRecord,
    "offices" | "whereabouts" | "statements" | "together" | "notes"
  >;
}

export type PartName = keyof RecordParts;

interface Part<T> {
  write(record: LinkRecord, to: ByteWriter): void;
  read(from: ByteReader): T;
}

export const PARTS: { readonly [Name in PartName]: Part<RecordParts[Name]> } = {
  article: { write: writeArticle, read: readArticle },
  sketch: { write: writeSketch, read: readSketch },
  words: { write: writeWords, read: readWords },
  sentences: { write: writeSentences, read: readSentences },
  chains: {
    write: ({ chains }, to) => to.list(chains, (chain) => writeChain(chain, to)),
    read: (from) => from.list(() => readChain(from)),
  },
  mentions: { write: writeMentions, read: readMentions },
  times: { write: writeTimes, read: readTimes },
  events: {
    write: ({ events }, to) => to.list(events, (event) => writeEvent(event, to)),
    read: (from) => from.list(() => readEvent(from)),
  },
  relations: { write: writeRelations, read: readRelations },
};

/** In the order in which they are written. */
export const PART_NAMES = Object.keys(PARTS) as readonly PartName[];

const HEAD_FIELDS = ["published", "outlet", "agency", "url", "sourceId"] as const;

function writeArticle({ article }: LinkRecord, to: ByteWriter): void {
  to.text(article.id);
  to.text(article.title);
  to.text(article.origin);
  to.unsigned(bits(HEAD_FIELDS.map((field) => article[field] !== undefined)));
  for (const field of HEAD_FIELDS) if (article[field] !== undefined) to.text(article[field]);
}

function readArticle(from: ByteReader): LinkRecord["article"] {
  const article: Mutable<LinkRecord["article"]> = {
    id: from.text(),
    title: from.text(),
    origin: from.text(),
  };
  const has = from.unsigned();
  HEAD_FIELDS.forEach((field, i) => {
    if ((has & (1 << i)) !== 0) article[field] = from.text();
  });
  return article;
}

/** Ascending. */
function writeSketch({ sketch }: LinkRecord, to: ByteWriter): void {
  to.unsigned(sketch.length);
  let last = 0;
  for (const hash of sketch) {
    to.unsigned(hash - last);
    last = hash;
  }
}

function readSketch(from: ByteReader): Uint32Array {
  const sketch = new Uint32Array(from.length());
  let last = 0;
  for (let i = 0; i < sketch.length; i++) {
    last += from.unsigned();
    sketch[i] = last;
  }
  return sketch;
}

function writeWords({ words, tokens, lead, nameWords }: LinkRecord, to: ByteWriter): void {
  to.list(words, (word) => to.known(word));
  to.unsigned(tokens.length);
  for (const token of tokens) to.unsigned(token);
  to.unsigned(lead);
  to.list(nameWords, (word) => to.unsigned(word));
}

function readWords(from: ByteReader): RecordParts["words"] {
  const words = from.list(() => from.known());
  const tokens = new Uint16Array(from.length());
  for (let i = 0; i < tokens.length; i++) tokens[i] = from.unsigned();
  return { words, tokens, lead: from.unsigned(), nameWords: from.list(() => from.unsigned()) };
}

function writeSentences({ sentences }: LinkRecord, to: ByteWriter): void {
  to.text(sentences.map(({ quote }) => quote).join(""));
  let last = 0;
  to.list(sentences, ({ start, end, block, print }) => {
    to.number(start - last);
    to.unsigned(end - start);
    to.known(block);
    to.unsigned(bits([print !== undefined]));
    if (print !== undefined) to.float(print);
    last = end;
  });
}

function readSentences(from: ByteReader): SentenceRecord[] {
  const quotes = from.text();
  let at = 0;
  let last = 0;
  return from.list(() => {
    const start = last + from.number();
    const length = from.unsigned();
    last = start + length;
    const sentence: Mutable<SentenceRecord> = {
      start,
      end: last,
      block: from.known() as SentenceRecord["block"],
      quote: quotes.slice(at, at + length),
    };
    at += length;
    if (from.unsigned() === 1) sentence.print = from.float();
    return sentence;
  });
}

function writeChain(chain: ChainFacts, to: ByteWriter): void {
  const { kind, name, country, unnamed, members } = chain;
  to.unsigned(bits([country !== undefined, unnamed === true, members !== undefined]));
  to.known(kind);
  to.known(name);
  to.list(chain.names, ([form, count]) => {
    to.known(form);
    to.unsigned(count);
  });
  to.unsigned(chain.mentions);
  to.list(chain.offices, (office) => to.known(office));
  to.list(chain.walks, (walk) => to.known(walk));
  to.list(chain.findings, (finding) => writeFact(finding, to));
  if (country !== undefined) to.known(country);
  if (members !== undefined) to.list(members, (member) => to.unsigned(member));
}

function readChain(from: ByteReader): ChainFacts {
  const has = from.unsigned();
  const chain: Mutable<ChainFacts> = {
    kind: from.known() as ChainFacts["kind"],
    name: from.known(),
    names: from.list(() => [from.known(), from.unsigned()] as const),
    mentions: from.unsigned(),
    offices: textsOf(from),
    walks: textsOf(from),
    findings: from.list(() => readFact(from)),
  };
  if ((has & 1) !== 0) chain.country = from.known();
  if ((has & 2) !== 0) chain.unnamed = true;
  if ((has & 4) !== 0) chain.members = from.list(() => from.unsigned());
  return chain;
}

/** Nearly all are empty, and one will do for these. */
const NONE: readonly string[] = [];

function textsOf(from: ByteReader): readonly string[] {
  const texts = from.list(() => from.known());
  return texts.length === 0 ? NONE : texts;
}

function writeFact({ sentence, rule }: SentenceFact, to: ByteWriter): void {
  to.unsigned(sentence);
  to.known(rule);
}

function readFact(from: ByteReader): SentenceFact {
  return { sentence: from.unsigned(), rule: from.known() };
}

function writeMentions({ mentions }: LinkRecord, to: ByteWriter): void {
  let last = 0;
  to.list(mentions, ({ start, end, text, form, entity, sentence }) => {
    to.number(start - last);
    to.unsigned(end - start);
    to.known(text);
    to.known(form);
    to.unsigned(entity);
    to.unsigned(sentence);
    last = start;
  });
}

function readMentions(from: ByteReader): LinkRecord["mentions"] {
  let start = 0;
  return from.list(() => {
    start += from.number();
    return {
      start,
      end: start + from.unsigned(),
      text: from.known(),
      form: from.known() as LinkRecord["mentions"][number]["form"],
      entity: from.unsigned(),
      sentence: from.unsigned(),
    };
  });
}

function writeTimes({ times }: LinkRecord, to: ByteWriter): void {
  to.list(times, ({ start, end, timex, sentence }) => {
    to.unsigned(start);
    to.unsigned(end - start);
    to.known(timex);
    to.unsigned(sentence);
  });
}

function readTimes(from: ByteReader): LinkRecord["times"] {
  return from.list(() => {
    const start = from.unsigned();
    return {
      start,
      end: start + from.unsigned(),
      timex: from.known() as LinkRecord["times"][number]["timex"],
      sentence: from.unsigned(),
    };
  });
}

const EVENT_ID = "event:";

function writeEvent(event: EventFacts, to: ByteWriter): void {
  const { mode, contexts, interval, place, isDated, isDayPrecise } = event;
  to.unsigned(
    bits([
      mode !== undefined,
      contexts !== undefined,
      interval !== undefined,
      place !== undefined,
      isDated,
      isDayPrecise,
    ]),
  );
  to.text(event.id.slice(EVENT_ID.length));
  to.unsigned(event.start);
  to.unsigned(event.end - event.start);
  writeFact(event, to);
  to.known(event.act);
  to.known(event.plover);
  to.known(event.lemma);
  to.known(event.status);
  to.known(event.polarity);
  to.list(event.roles, ({ role, mention, chain }) => {
    to.known(role);
    to.unsigned(mention);
    to.unsigned(chain);
  });
  to.known(event.kind);
  to.number(event.from);
  to.number(event.to);
  to.number(event.likelyFrom);
  to.number(event.likelyTo);
  to.known(event.deed);
  for (const token of event.around) to.unsigned(token);
  if (mode !== undefined) to.known(mode);
  if (contexts !== undefined) to.list(contexts, (context) => to.known(context));
  if (interval !== undefined) writeInterval(interval, to);
  if (place !== undefined) to.unsigned(place);
}

function readEvent(from: ByteReader): EventFacts {
  const has = from.unsigned();
  const id = EVENT_ID + from.text();
  const start = from.unsigned();
  const event: Mutable<EventFacts> = {
    id,
    start,
    end: start + from.unsigned(),
    sentence: from.unsigned(),
    rule: from.known(),
    act: from.known() as EventFacts["act"],
    plover: from.known() as EventFacts["plover"],
    lemma: from.known(),
    status: from.known() as EventFacts["status"],
    polarity: from.known() as EventFacts["polarity"],
    roles: from.list(() => ({
      role: from.known() as EventFacts["roles"][number]["role"],
      mention: from.unsigned(),
      chain: from.unsigned(),
    })),
    kind: from.known(),
    from: from.number(),
    to: from.number(),
    likelyFrom: from.number(),
    likelyTo: from.number(),
    isDated: (has & 16) !== 0,
    isDayPrecise: (has & 32) !== 0,
    deed: from.known(),
    around: [from.unsigned(), from.unsigned(), from.unsigned(), from.unsigned()],
  };
  if ((has & 1) !== 0) event.mode = from.known();
  if ((has & 2) !== 0) event.contexts = from.list(() => from.known());
  if ((has & 4) !== 0) event.interval = readInterval(from);
  if ((has & 8) !== 0) event.place = from.unsigned();
  return event;
}

function writeInterval({ from, to, precision, basis }: EventInterval, bytes: ByteWriter): void {
  bytes.unsigned(bits([from !== undefined, to !== undefined, precision !== undefined]));
  if (from !== undefined) bytes.known(from);
  if (to !== undefined) bytes.known(to);
  if (precision !== undefined) bytes.known(precision);
  bytes.known(basis);
}

function readInterval(bytes: ByteReader): EventInterval {
  const has = bytes.unsigned();
  const from = (has & 1) !== 0 ? bytes.known() : undefined;
  const to = (has & 2) !== 0 ? bytes.known() : undefined;
  const precision = (has & 4) !== 0 ? bytes.known() : undefined;
  return toInterval(
    from,
    to,
    precision as EventInterval["precision"],
    bytes.known() as EventInterval["basis"],
  );
}

function writeRelations(record: LinkRecord, to: ByteWriter): void {
  to.list(record.offices, (office) => {
    to.unsigned(bits([office.former === true]));
    to.unsigned(office.person);
    to.known(office.title);
    to.unsigned(office.of);
    writeFact(office, to);
  });
  to.list(record.whereabouts, (fact) => {
    to.unsigned(fact.chain);
    to.known(fact.kind);
    to.known(fact.country);
    writeFact(fact, to);
  });
  to.list(record.statements, (statement) => {
    to.unsigned(bits([statement.quoted]));
    to.unsigned(statement.speaker);
    to.list(statement.about, (event) => to.unsigned(event));
    to.known(statement.lemma);
    writeFact(statement, to);
  });
  to.list(record.together, ({ sentence, chains }) => {
    to.unsigned(sentence);
    to.list(chains, (chain) => to.unsigned(chain));
  });
  to.text(JSON.stringify(record.notes));
}

function readRelations(from: ByteReader): RecordParts["relations"] {
  return {
    offices: from.list(() => {
      const isFormer = from.unsigned() === 1;
      const office: Mutable<OfficeFact> = {
        person: from.unsigned(),
        title: from.known(),
        of: from.unsigned(),
        sentence: from.unsigned(),
        rule: from.known(),
      };
      if (isFormer) office.former = true;
      return office;
    }),
    whereabouts: from.list(() => ({
      chain: from.unsigned(),
      kind: from.known() as LinkRecord["whereabouts"][number]["kind"],
      country: from.known(),
      sentence: from.unsigned(),
      rule: from.known(),
    })),
    statements: from.list((): StatementFact => {
      const quoted = from.unsigned() === 1;
      return {
        speaker: from.unsigned(),
        about: from.list(() => from.unsigned()),
        lemma: from.known(),
        quoted,
        sentence: from.unsigned(),
        rule: from.known(),
      };
    }),
    together: from.list(() => ({
      sentence: from.unsigned(),
      chains: from.list(() => from.unsigned()),
    })),
    notes: JSON.parse(from.text()) as LinkRecord["notes"],
  };
}

/** The first is the lowest. */
function bits(flags: readonly boolean[]): number {
  return flags.reduce((sum, flag, i) => sum + (flag ? 2 ** i : 0), 0);
}
