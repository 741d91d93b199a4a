/**
 * Text into XML 1.0. Characters that no XML file may hold (most control characters, U+FFFE, U+FFFF, half a
 * surrogate pair) become U+FFFD; white space and line ends, also those of XML 1.1, are written as references,
 * because readers turn them into others.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[&<>"\t\n\r\u007f-\u009f\u2028]/g;
const SPECIAL_IN_SINGLE_QUOTES = /[&<>'\t\n\r\u007f-\u009f\u2028]/g;
const SPECIAL_CONTENT = /[&<>\t\n\r\u007f-\u009f\u2028]/g;
/** A fast way past text that needs nothing. */
const PLAIN = /^[ !#-%'-;=?-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd]*$/;
const PLAIN_IN_SINGLE_QUOTES = /^[ -%(-;=?-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd]*$/;
const PLAIN_CONTENT = /^[ -%'-;=?-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd]*$/;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const UNSAFE_IN_JSON = /[\u007f-\u009f\ufffe\uffff]/;

/** For attribute values in double quotes, and for text. */
export function escapeXml(text: string): string {
  return PLAIN.test(text) ? text : clean(text, SPECIAL);
}

/** For attribute values in single quotes: JSON is full of double ones, which may stay as they are there. */
export function escapeInSingleQuotes(text: string): string {
  return PLAIN_IN_SINGLE_QUOTES.test(text) ? text : clean(text, SPECIAL_IN_SINGLE_QUOTES);
}

/** For text between tags, where quotes mean nothing. */
export function escapeContent(text: string): string {
  return PLAIN_CONTENT.test(text) ? text : clean(text, SPECIAL_CONTENT);
}

function clean(text: string, special: RegExp): string {
  return cleanXml(text).replace(
    special,
    (character) => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`,
  );
}

/** The text that a reader of `escapeXml` gets back. */
export function cleanXml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd");
}

/** JSON that survives XML to the last unit: what XML cannot hold is written as `\uXXXX`. */
export function xmlSafeJson(value: unknown): string {
  const text = JSON.stringify(value);
  // Most text has none of them: testing is cheaper than replacing.
  if (!UNSAFE_IN_JSON.test(text)) return text;
  return text.replace(
    /[\u007f-\u009f\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
