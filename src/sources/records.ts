/** JSONL, a JSON array, one JSON object or a JSON Feed -> pages, a line at a time where the form allows it. */
import { byteLines } from "./byte-streams.ts";
import { decode } from "./charset.ts";
import { pageOfRecord } from "./fields.ts";
import { noteItem, type PeekedSource, type ReadItem } from "./types.ts";

export async function* readRecords(source: PeekedSource): AsyncGenerator<ReadItem> {
  const { origin, limits } = source;
  /** Lines of what may be one JSON text written over many lines; undefined once it is known to be JSONL. */
  let pending: (string | undefined)[] | undefined = [];
  let pendingBytes = 0;
  let number = 0;
  for await (const bytes of byteLines(source.bytes, limits.itemBytes)) {
    number++;
    const line = bytes === undefined ? undefined : decode(bytes, source.charset);
    if (pending === undefined) {
      yield* readLine(line, `${origin}:${number}`);
      continue;
    }
    if (number === 1 && line !== undefined && isRecord(parse(line)?.value)) pending = undefined;
    if (pending === undefined) {
      yield* readLine(line, `${origin}:${number}`);
      continue;
    }
    pending.push(line);
    pendingBytes += bytes?.length ?? limits.itemBytes;
    if (pendingBytes > limits.itemBytes) {
      yield* readLines(pending, origin);
      pending = undefined;
    }
  }
  if (pending === undefined) return;
  const whole = pending.includes(undefined) ? undefined : parse(pending.join("\n"));
  if (whole === undefined) yield* readLines(pending, origin);
  else yield* readValue(whole.value, origin);
}

const LISTS = ["items", "articles", "entries", "data", "results", "news"];

function* readLines(lines: readonly (string | undefined)[], origin: string): Generator<ReadItem> {
  for (let i = 0; i < lines.length; i++) yield* readLine(lines[i], `${origin}:${i + 1}`);
}

function* readLine(line: string | undefined, origin: string): Generator<ReadItem> {
  if (line === undefined) {
    yield noteItem(origin, "left out: the line is larger than any article");
  } else if (line.trim() !== "") {
    const parsed = parse(line);
    if (parsed === undefined) yield noteItem(origin, "left out: the line is not valid JSON");
    else yield* readRecord(parsed.value, origin);
  }
}

/** A list of records, a record that holds such a list (JSON Feed: `items`), or a single record. */
function* readValue(value: unknown, origin: string): Generator<ReadItem> {
  const list = Array.isArray(value) ? value : listIn(value);
  if (list === undefined) {
    yield* readRecord(value, origin);
    return;
  }
  const outlet = outletOfFeed(value);
  for (let i = 0; i < list.length; i++) {
    for (const item of readRecord(list[i], `${origin}:${i + 1}`))
      yield outlet === undefined ? item : withOutlet(item, outlet);
  }
}

/** A JSON Feed names its outlet once, beside the list; any other list may be titled with what was searched for. */
function outletOfFeed(value: unknown): string | undefined {
  if (!isRecord(value) || typeof value.version !== "string" || typeof value.title !== "string")
    return undefined;
  return value.version.startsWith(JSON_FEED) && value.title.trim() !== ""
    ? value.title.trim()
    : undefined;
}

const JSON_FEED = "https://jsonfeed.org/version/";

function withOutlet(item: ReadItem, outlet: string): ReadItem {
  return "page" in item ? { page: { ...item.page, hints: { outlet, ...item.page.hints } } } : item;
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (!isRecord(value)) return undefined;
  for (const name of LISTS) {
    const list = value[name];
    if (Array.isArray(list)) return list;
  }
  return undefined;
}

function* readRecord(value: unknown, origin: string): Generator<ReadItem> {
  const list = listIn(value);
  if (list !== undefined) {
    yield* readValue(value, origin);
    return;
  }
  const page = pageOfRecord(value, origin);
  yield page === undefined ? noteItem(origin, "left out: no field of it holds a text") : { page };
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
