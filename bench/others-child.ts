/** `fork`ed by `others.ts`: tags the texts of each message with the library that is named, and answers with the user CPU in milliseconds. */
import compromise from "compromise/two";
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import type { OTHERS } from "./others.ts";

/** Yields the number of tokens that were tagged, so that nothing can be skipped. */
type Tag = (text: string) => number;

const TAGGERS: Readonly<Record<(typeof OTHERS)[number], () => Tag>> = {
  "wink-nlp": winkTagger,
  compromise: () => (text) => compromise(text).termList().length,
};

const tag = TAGGERS[process.argv[2] as (typeof OTHERS)[number]]();

process.on("message", (texts: readonly string[]) => {
  const start = process.cpuUsage();
  for (const text of texts) if (tag(text) === 0) throw new Error("bench: no token was tagged");
  process.send!(process.cpuUsage(start).user / 1000);
});

function winkTagger(): Tag {
  const nlp = winkNlp(model, ["sbd", "pos"]);
  const { its } = nlp;
  return (text) => {
    const document = nlp.readDoc(text);
    document.sentences().length();
    return document.tokens().out(its.pos).length;
  };
}
