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

/** Up to so many letters they are looked at one by one: to start a regular expression takes as long. */
const SHORT = 40;
const DELETE = 0x7f;
/** By ASCII code: 1 for what is written otherwise in double quotes. The same holds elsewhere, but for the quotes. */
const IS_SPECIAL = Uint8Array.from({ length: DELETE + 1 }, (_, code) =>
  PLAIN.test(String.fromCharCode(code)) ? 0 : 1,
);

function isPlain(text: string, plain: RegExp): boolean {
  if (text.length > SHORT) return plain.test(text);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > DELETE || IS_SPECIAL[code] === 1) return plain.test(text);
  }
  return true;
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const UNSAFE_IN_JSON = /[\u007f-\u009f\ufffe\uffff]/;

/** For attribute values in double quotes, and for text. */
export function escapeXml(text: string): string {
  return isPlain(text, PLAIN) ? text : clean(text, SPECIAL);
}

/** For text between tags, where quotes mean nothing. */
export function escapeContent(text: string): string {
  return isPlain(text, PLAIN_CONTENT) ? text : clean(text, SPECIAL_CONTENT);
}

/** For attribute values in single quotes: JSON is full of double ones, which may stay as they are there. */
export function jsonInSingleQuotes(value: unknown): string {
  return toJson(value, PLAIN_IN_SINGLE_QUOTES, SPECIAL_IN_SINGLE_QUOTES);
}

/** For JSON between tags. */
export function jsonContent(value: unknown): string {
  return toJson(value, PLAIN_CONTENT, SPECIAL_CONTENT);
}

/** What is plain in XML is safe in JSON as well: most text is looked at once. */
function toJson(value: unknown, plain: RegExp, special: RegExp): string {
  const text = JSON.stringify(value);
  return plain.test(text) ? text : clean(xmlSafe(text), special);
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
  return xmlSafe(JSON.stringify(value));
}

function xmlSafe(json: string): string {
  // Most text has none of them: testing is cheaper than replacing.
  if (!UNSAFE_IN_JSON.test(json)) return json;
  return json.replace(
    /[\u007f-\u009f\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
