/**
 * The date of publication that a page keeps for its scripts, as a field of JSON (*"deployDt":"2026.01.29 18:40"*) or an
 * attribute (*data-published="..."*): the last resort, as it may be that of another story.
 */
import type { IsoDateTime } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";
import type { DomElement } from "./html-tree.ts";
import { scriptText } from "./page.ts";

export function scriptDate(head: readonly DomElement[]): IsoDateTime | undefined {
  for (const element of head) {
    if (element.name !== "script") continue;
    for (const [, text] of scriptText(element).slice(0, LONGEST).matchAll(FIELD)) {
      const date = parseMachineDate(text!);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

const LONGEST = 2_000_000;
/** Packed in a string of JSON, quotes have backslashes before them. */
const FIELD =
  /\b(?:date_?published|(?:first_?)?publish(?:ed)?_?(?:at|on|date|time|dt)|pub_?date|deploy_?(?:dt|date)|reg_?(?:dt|date)|posted_?(?:at|on)|display_?date)\\{0,7}["']\s{0,3}:\s{0,3}\\{0,7}["']([^"'\\]{8,40})/gi;
