/**
 * JSON inside XML, to the byte what `JSON.stringify` and then escaping would give. Most strings need neither, which one look at each tells:
 * evidence is half of what GEXF and GraphML hold.
 */
import { BETWEEN_TAGS, type Escaping, IN_SINGLE_QUOTES, toReferences } from "./xml.ts";

/** For attribute values in single quotes: JSON is full of double ones, which may stay as they are there. */
export const jsonInSingleQuotes = writer(IN_SINGLE_QUOTES);
/** For JSON between tags. */
export const jsonContent = writer(BETWEEN_TAGS);

/** JSON that survives XML to the last unit: what XML cannot hold is written as `\uXXXX`. */
export function xmlSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Names of members that are kept as they are written: of evidence there are ten, but some objects have the ids of articles for names. */
const MOST_LABELS = 100;

/** Of plain data, with `undefined` left out of objects. */
function writer({ plain, special }: Escaping): (value: unknown) => string {
  const plainInJson = new RegExp(plain.source.replace("[^", '[^"\\\\'));
  const text = (value: string): string =>
    plainInJson.test(value) ? `"${value}"` : toReferences(xmlSafeJson(value), special);
  const list = (values: readonly unknown[]): string => {
    let items = "";
    for (const value of values) items += items === "" ? json(value) : `,${json(value)}`;
    return `[${items}]`;
  };
  const labels = new Map<string, string>();
  const label = (name: string): string => {
    let written = labels.get(name);
    if (written === undefined) {
      written = `,${text(name)}:`;
      if (labels.size < MOST_LABELS) labels.set(name, written);
    }
    return written;
  };
  const members = (value: object): string => {
    let written = "{";
    for (const name in value) {
      const member = value[name as keyof typeof value] as unknown;
      if (member === undefined) continue;
      written += (written === "{" ? label(name).slice(1) : label(name)) + json(member);
    }
    return `${written}}`;
  };
  const json = (value: unknown): string => {
    if (typeof value === "string") return text(value);
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
    return Array.isArray(value) ? list(value) : members(value);
  };
  return json;
}
