/** Reported speech as statements: who says it to whom, quoted or not, and which events it is about. */
import type { Statement } from "../../model.ts";
import type { Mutable } from "../../text/mutable.ts";
import type { TimeBook } from "./event-time.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

export function toStatements(
  reading: Reading,
  timeBook: TimeBook,
  told: readonly { readonly speech: Speech; readonly events: readonly number[] }[],
): Statement[] {
  const statements: Statement[] = [];
  for (const { speech, events } of told) {
    const speaker = speech.speakers[0];
    if (speaker === undefined || speech.kind === "noun") continue;
    // "We are expecting you" inside a quotation is what is said, not a saying.
    if (
      speech.kind === "think" &&
      FIRST_PERSON.has(reading.mentions[speaker.mention]?.text.toLowerCase() ?? "")
    )
      continue;
    const { start, end } = contentSpan(reading, speech);
    const time = timeBook.ofToken(speech.token);
    const addressee = speech.addressees[0];
    const statement: Partial<Mutable<Statement>> = { speaker: speaker.mention, start, end };
    if (addressee && addressee.mention !== speaker.mention) statement.addressee = addressee.mention;
    statement.quoted = isQuoted(reading, start, end);
    statement.lemma = speech.lemma;
    statement.about = events;
    if (time >= 0) statement.time = time;
    statement.sentence = reading.tokens.sentence[speech.token]!;
    statement.rule = speech.rule;
    statements.push(statement as Statement);
  }
  return statements;
}

const FIRST_PERSON: ReadonlySet<string> = new Set(["i", "we"]);

/** What is said: the clause it hangs over, or the whole sentence. */
function contentSpan(reading: Reading, { token, content }: Speech): { start: number; end: number } {
  const { tokens, tree } = reading;
  const sentence = reading.parsed.sentences[tokens.sentence[token]!]!;
  if (content < 0) return { start: sentence.start, end: sentence.end };
  return {
    start: tokens.start[tree.leftEdge[content]!]!,
    end: tokens.end[tree.rightEdge[content]! - 1]!,
  };
}

const QUOTE = /["“”]|``|''/;

function isQuoted(reading: Reading, start: number, end: number): boolean {
  // The opening quote may stand just before the clause.
  return QUOTE.test(reading.article.text.slice(Math.max(0, start - 2), end + 2));
}
