/** Sentences with one event and without any by another hand than the rules and the sets of `agency` and `none`. Status is not asked. */
import type { Suite } from "./suite.ts";
import { scoreWritten } from "./written-sentences.ts";

export const suite: Suite = {
  name: "another-hand",
  about: "acts and countries of sentences by another hand; false events; one half never looked at",
  files: [],
  run: () => scoreWritten("one-event-third", "no-event-third"),
};
