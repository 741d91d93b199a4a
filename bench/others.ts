/**
 * What other libraries do with the same text, as far as they go: sentences and tags. wink-nlp is the fastest of its kind
 * in JavaScript; neither parses, finds who did what, or links anything.
 */
import compromise from "compromise/two";
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";

/** Yields the number of tokens that were tagged, so that nothing can be skipped. */
export type Tag = (text: string) => number;

export function winkTagger(): Tag {
  const nlp = winkNlp(model, ["sbd", "pos"]);
  const { its } = nlp;
  return (text) => {
    const document = nlp.readDoc(text);
    document.sentences().length();
    return document.tokens().out(its.pos).length;
  };
}

export function compromiseTagger(): Tag {
  return (text) => compromise(text).termList().length;
}
