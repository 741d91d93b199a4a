/**
 * Text into XML 1.0. Characters that no XML file may hold (most control characters, U+FFFE, U+FFFF, half a
 * surrogate pair) become U+FFFD; white space and line ends, also those of XML 1.1, are written as references,
 * because readers turn them into others.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** How text is written at one kind of place. */
export interface Escaping {
  /** What may stay as it is: most text, so that it is looked at once. */
  readonly plain: RegExp;
  /** What is written as a reference. */
  readonly special: RegExp;
}

/** `quotes`: those that end the text there. */
function escaping(quotes: "" | '"' | "'"): Escaping {
  const marked = `&<>${quotes}`;
  return {
    plain: new RegExp(
      `^[^${marked}\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$`,
    ),
    special: new RegExp(`[${marked}\\t\\n\\r\\u007f-\\u009f\\u2028]`, "g"),
  };
}

const IN_DOUBLE_QUOTES = escaping('"');
export const IN_SINGLE_QUOTES = escaping("'");
/** Between tags, where quotes mean nothing. */
export const BETWEEN_TAGS = escaping("");

/** For attribute values in double quotes. */
export function escapeXml(text: string): string {
  return escapeIn(text, IN_DOUBLE_QUOTES);
}

/** For text between tags. */
export function escapeContent(text: string): string {
  return escapeIn(text, BETWEEN_TAGS);
}

function escapeIn(text: string, { plain, special }: Escaping): string {
  return plain.test(text) ? text : toReferences(cleanXml(text), special);
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

export function toReferences(text: string, special: RegExp): string {
  return text.replace(
    special,
    (character) => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`,
  );
}

/** The text that a reader of `escapeXml` gets back. */
export function cleanXml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd");
}
