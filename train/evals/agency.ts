/** Agency-style sentences and sentences without an event that were written apart from the rules. */
import type { Suite } from "./suite.ts";
import { scoreWritten } from "./written-sentences.ts";

export const suite: Suite = {
  name: "agency",
  about:
    "acts, status and countries of agency-style sentences; false events; one half never looked at",
  files: [],
  run: () => scoreWritten("agency-sentences", "no-event-fresh"),
};
