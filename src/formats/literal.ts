/** String literals with backslash escapes, as Turtle and Cypher both know them. */
const ESCAPED = /["'\\\p{Cc}\u2028\u2029\ufffe\uffff]/gu;
const HALF_PAIR = /\p{Cs}/gu;

const NAMED: Readonly<Record<string, string>> = {
  '"': '\\"',
  "'": "\\'",
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

export function literal(text: string, mark: '"' | "'"): string {
  const escaped = wellFormed(text).replace(
    ESCAPED,
    (character) =>
      NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return mark + escaped + mark;
}

/** Half a surrogate pair is no character: it becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(HALF_PAIR, "\ufffd");
}
