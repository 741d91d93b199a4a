/**
 * Names without a model: runs of capitalised words that a table or a word beside them types. Used where the name
 * finder gave nothing at all.
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { NameSpan } from "../parsed.ts";
import { hasTag, isCapitalized, type Reading } from "./reading.ts";

const INSIDE = new Set(["of", "de", "von", "van", "bin", "al"]);
const LONGEST_NAME = 8;
/** Smaller towns share their names with too many people and things to be known without a model. */
const SMALLEST_PLACE = 100_000;

export function findNameRuns(reading: Reading): NameSpan[] {
  const { tokens } = reading;
  const names: NameSpan[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!startsName(reading, i)) continue;
    const known = tableEnd(reading, i);
    if (known > i) {
      i = known - 1;
      continue;
    }
    const last = endOfRun(reading, i);
    const kind = kindOf(reading, i, last);
    if (kind)
      names.push({
        firstToken: i,
        lastToken: last,
        kind,
        confidence: 0.4,
        rule: "capitalized-run",
      });
    i = last - 1;
  }
  return names;
}

/** Where a country, region or known organisation that begins here ends: the tables find it themselves. */
function tableEnd({ lexicon, keys, tokens }: Reading, first: number): number {
  const { countries, organizations, regions, titles } = lexicon;
  for (const table of [
    countries.words,
    organizations.names,
    regions,
    organizations.origins,
    titles.phrases,
  ]) {
    const match = longestPhrase<unknown>(table, keys, first, tokens.count);
    if (match) return match.to;
  }
  return first;
}

function startsName(reading: Reading, i: number): boolean {
  return isCapitalized(reading.tokens.form[i]!) && hasTag(reading, i, "PROPN");
}

function endOfRun(reading: Reading, first: number): number {
  const { tokens, keys } = reading;
  const end = Math.min(tokens.count, first + LONGEST_NAME);
  let last = first + 1;
  for (let i = first + 1; i < end && tokens.sentence[i] === tokens.sentence[first]; i++) {
    if (startsName(reading, i)) last = i + 1;
    else if (!INSIDE.has(keys[i]!)) break;
  }
  return last;
}

function kindOf(reading: Reading, first: number, last: number): NameSpan["kind"] | undefined {
  const { keys, lexicon, article, tokens } = reading;
  const words = keys.slice(first, last);
  if (words.some((word) => lexicon.organizationNouns("end").has(word))) return "organization";
  const text = article.text.slice(tokens.start[first]!, tokens.end[last - 1]!);
  if ((lexicon.places.find(text)[0]?.population ?? 0) > SMALLEST_PLACE) return "place";
  const { givenNames } = lexicon;
  if (last - first > 1 && (givenNames.gender(words[0]!) || givenNames.isFamilyFirst(words[0]!)))
    return "person";
  return undefined;
}
