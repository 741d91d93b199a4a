/** The columns of a sentence after one repair; undefined where it found nothing to mend. */
import { createDraft, type Repair } from "../../../src/analysis/events/draft.ts";
import type { Columns } from "../../../src/analysis/events/mended-columns.ts";
import { createLanguageEngine } from "../../../src/analysis/language/index.ts";
import type { Parsed } from "../../../src/analysis/parsed.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import { toArticle } from "../language/engine.ts";

const parse = createLanguageEngine(nodeData());

export function parsed(text: string): Parsed {
  return parse(toArticle(text));
}

export function mended(text: string, repair: Repair): Columns | undefined {
  return mend(parsed(text), repair);
}

export function mend({ tokens, sentences }: Parsed, repair: Repair): Columns | undefined {
  const draft = createDraft(tokens);
  repair(draft, sentences[0]!.firstToken, sentences[0]!.lastToken);
  return draft.columns;
}
