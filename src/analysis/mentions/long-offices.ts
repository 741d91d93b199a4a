/** *Ministry of Trade, Industry and Energy*, *Foreign, Commonwealth & Development Office*: commas inside the name of one office of state. */
import { countryAt } from "./country-words.ts";
import { knownOrganizationAt } from "./known-organizations.ts";
import { isCapitalized, type Reading, sentenceOf } from "./reading.ts";

const OFFICES = new Set([
  "ministry",
  "department",
  "secretariat",
  "directorate",
  "committee",
  "commission",
]);
const LAST_WORDS = new Set([
  "office",
  "ministry",
  "department",
  "committee",
  "commission",
  "agency",
]);
const OF = new Set(["of", "for", "on"]);
const AND = new Set(["and", "&"]);
/** Fields of one office. */
const MOST_FIELDS = 5;

/** With the fields behind the comma: a closing *and* says that they belong to it. */
export function withFields(reading: Reading, first: number, last: number): number {
  const { keys, tokens } = reading;
  if (last - first < 3 || !OFFICES.has(keys[first]!) || !OF.has(keys[first + 1]!)) return last;
  let at = last;
  for (let fields = 0; fields < MOST_FIELDS && tokens.form[at] === ","; fields++) {
    if (!isField(reading, at + 1)) return last;
    at += 2;
    if (AND.has(keys[at]!)) return isField(reading, at + 1) ? at + 2 : last;
  }
  return last;
}

/** With the fields before the comma. */
export function fromFields(reading: Reading, first: number, last: number): number {
  const { keys, tokens } = reading;
  if (!LAST_WORDS.has(keys[last - 1]!) || last - first < 4 || !AND.has(keys[first + 1]!))
    return first;
  const [start] = sentenceOf(reading, first);
  let at = first;
  while (at - 2 >= start && tokens.form[at - 1] === "," && isField(reading, at - 2)) at -= 2;
  return at;
}

/** One word with a capital that names nobody and no place. */
function isField(reading: Reading, at: number): boolean {
  const { keys, tokens, lexicon } = reading;
  const form = tokens.form[at] ?? "";
  if (!/^\p{Lu}\p{Ll}/u.test(form) || isCapitalized(tokens.form[at + 1] ?? "")) return false;
  if (countryAt(reading, at, at + 1) || knownOrganizationAt(reading, at, at + 1)) return false;
  if (lexicon.organizations.firms.has(keys[at]!) || lexicon.places.find(form).length > 0)
    return false;
  return lexicon.givenNames.gender(keys[at]!) === undefined;
}
