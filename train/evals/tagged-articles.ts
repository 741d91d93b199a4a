/** The tagged-name corpora as articles: sentences written as a newspaper would, names by their place in the text. */
import type { Article } from "../../src/model.ts";
import type { TaggedDocument } from "../names/read-names.ts";
import type { Judged } from "../names/score.ts";
import { writeSentence } from "./written-text.ts";

/** What stands without it is a headline or a caption: a block of its own. */
const ENDS = /[.!?:]["”')]?$/;

/** A name by its place in the text: `first` and `last` are characters here. */
export type PlacedName = Judged["gold"][number] & { readonly rule?: string };

/** The first sentence is the headline, one without a full stop ends its paragraph. Gold names by their place in the text. */
export function writeDocument({ id, sentences }: TaggedDocument): {
  article: Article;
  gold: PlacedName[];
} {
  let text = "";
  const gold: PlacedName[] = [];
  sentences.forEach((sentence, s) => {
    if (s > 0) text += s === 1 || !ENDS.test(text) ? "\n\n" : " ";
    const written = writeSentence(sentence.tokens, text.length, { tightHyphens: true });
    for (const { kind, first, last } of sentence.names) {
      gold.push({ kind, first: written.starts[first]!, last: written.ends[last - 1]! });
    }
    text += written.text;
  });
  const headline = text.indexOf("\n\n");
  const body = headline < 0 ? text.length : headline;
  const blocks: Article["blocks"] = [
    { kind: "headline", start: 0, end: body },
    ...(headline < 0 ? [] : [{ kind: "body" as const, start: body + 2, end: text.length }]),
  ];
  const article = { id, title: text.slice(0, body), text, blocks, language: "en", origin: id };
  return { article, gold };
}
