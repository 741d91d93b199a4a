/**
 * One name, one reading: words that the article names a person, an organisation or a place by are that wherever they
 * stand, also where the name finder passed over them; a family name that it took for a place or a firm is the person.
 */
import type { NameSpan } from "../parsed.ts";
import type { NamedSpan } from "./drafts.ts";
import { hasTag, isCapitalized, type Reading, sentenceOf } from "./reading.ts";

interface Known {
  readonly keys: readonly string[];
  readonly span: NamedSpan;
  /** How often the name finder has it. */
  seen: number;
  /** The family name of a person who is named in full. */
  readonly isFamily: boolean;
}

/** Letters and numbers at the end of a name: *Malcolm X*, *John Paul II*. */
const NO_FAMILY_NAME = /^(?:.|[ivx]+|jr|sr)$/;

/** `works` are names of other things (*Google Science Fair*): what stands in them is not named by itself. */
export function withRepeats(
  reading: Reading,
  spans: readonly NamedSpan[],
  works: readonly NameSpan[],
): NamedSpan[] {
  const families = new Set<string>();
  const organizations = new Set<string>();
  const firms = new Set<string>();
  for (const { kind, first, last, owner } of spans) {
    if (kind === "organization" && last - first === 1) firms.add(reading.keys[first]!);
    if (last - first < 2) continue;
    if (kind === "person" && !endsInAcronym(reading, first, last)) {
      families.add(reading.keys[last - 1]!);
    }
    if (kind === "organization" && !owner) organizations.add(reading.keys[first]!);
  }
  const typed = spans.map((span) => retyped(reading, span, families, organizations, firms));
  const covered = new Uint8Array(reading.tokens.count);
  for (const { first, last } of typed) covered.fill(1, first, last);
  for (const { firstToken, lastToken } of works) covered.fill(1, firstToken, lastToken);
  const known = knownNames(reading, typed);
  const doubtful = oftenPassedOver(reading, covered, known);
  const found: NamedSpan[] = [];
  for (let i = 0; i < reading.tokens.count; i++) {
    const candidates = covered[i] || reading.skipped[i] ? undefined : known.get(reading.keys[i]!);
    const match = candidates?.find((name) => standsAt(reading, covered, name, i));
    if (!match || doubtful.has(match)) continue;
    const last = i + match.keys.length;
    found.push({ ...match.span, first: i, last, rule: "repeated-name" });
    covered.fill(1, i, last);
    i = last - 1;
  }
  if (found.length === 0) return typed;
  return [...typed, ...found].sort((a, b) => a.first - b.first || b.last - a.last);
}

/**
 * Single words that the name finder, which reads the whole article too, passed over more often than it took them for a
 * name: *the Hajj*, a pilgrimage, once for a place. The family name of someone named in full is none of these.
 */
function oftenPassedOver(
  reading: Reading,
  covered: Uint8Array,
  known: ReadonlyMap<string, readonly Known[]>,
): ReadonlySet<Known> {
  const doubtful = new Set<Known>();
  const passed = new Map<Known, number>();
  for (let i = 0; i < reading.tokens.count; i++) {
    for (const name of known.get(reading.keys[i]!) ?? []) {
      if (name.keys.length > 1 || name.isFamily || reading.skipped[i]) continue;
      if (covered[i] || !standsAt(reading, covered, name, i)) continue;
      const count = (passed.get(name) ?? 0) + 1;
      passed.set(name, count);
      if (count > name.seen) doubtful.add(name);
    }
  }
  return doubtful;
}

/** *Ann Chiang of DAB*: capitals behind a name in small letters are no family name. */
function endsInAcronym({ tokens }: Reading, first: number, last: number): boolean {
  return isInCapitals(tokens.form[last - 1]!) && !isInCapitals(tokens.form[first]!);
}

function isInCapitals(form: string): boolean {
  return form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase();
}

/** Names by their first word, the longest first; of full person names also the last word. */
function knownNames(
  reading: Reading,
  spans: readonly NamedSpan[],
): ReadonlyMap<string, readonly Known[]> {
  const names = new Map<string, Known[]>();
  const add = (keys: readonly string[], span: NamedSpan, isFamily: boolean): void => {
    const list = names.get(keys[0]!) ?? [];
    const same = list.find((other) => other.keys.join(" ") === keys.join(" "));
    if (same) {
      same.seen += 1;
      return;
    }
    list.push({ keys, span, seen: 1, isFamily });
    names.set(keys[0]!, list);
  };
  for (const span of spans) {
    if (span.form !== "name" || span.owner || span.kind === "country" || span.kind === "group")
      continue;
    if (span.rule === "part-of-place") continue;
    const keys = reading.keys.slice(span.first, span.last);
    if (keys[0]!.length < 2) continue;
    add(keys, span, false);
    if (span.kind !== "person" || keys.length < 2) continue;
    const isFamilyFirst = reading.lexicon.givenNames.isFamilyFirst(keys[0]!);
    const family = isFamilyFirst ? keys.slice(0, 1) : keys.slice(-1);
    const isAcronym = !isFamilyFirst && endsInAcronym(reading, span.first, span.last);
    if (!NO_FAMILY_NAME.test(family[0]!) && !isAcronym) add(family, span, true);
  }
  for (const list of names.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return names;
}

function standsAt(
  reading: Reading,
  covered: Uint8Array,
  { keys, span }: Known,
  at: number,
): boolean {
  const { tokens } = reading;
  if (tokens.sentence[at] !== tokens.sentence[at + keys.length - 1]) return false;
  for (let i = 0; i < keys.length; i++) {
    if (reading.keys[at + i] !== keys[i] || covered[at + i]) return false;
  }
  if (keys.length > 1) return isCapitalized(tokens.form[at]!);
  // "On May 9, Mrs May ..."
  if (reading.lexicon.credits("date").has(keys[0]!) && /^\d/.test(tokens.form[at + 1] ?? ""))
    return false;
  // A single word must be written as a name, and tagged so at the head of a sentence: "Will" may begin a question.
  if (!isCapitalized(tokens.form[at]!)) return false;
  const isFirst = sentenceOf(reading, at)[0] === at;
  if (isFirst && !hasTag(reading, at, "PROPN")) return false;
  const isInsideName = isProperAt(reading, at - 1) || isProperAt(reading, at + 1);
  return !isInsideName || span.kind === "organization";
}

function isProperAt(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  return (
    at >= 0 && at < tokens.count && hasTag(reading, at, "PROPN") && isCapitalized(tokens.form[at]!)
  );
}

/** A single word that is the family name of someone named in full is that person; the first word of a longer organisation is that. */
function retyped(
  reading: Reading,
  span: NamedSpan,
  families: ReadonlySet<string>,
  organizations: ReadonlySet<string>,
  firms: ReadonlySet<string>,
): NamedSpan {
  if (span.last - span.first > 1) return retypedPerson(reading, span, firms);
  if (span.fullName || span.sort) return span;
  if (span.kind === "country" || span.kind === "group" || span.rule === "capital-place")
    return span;
  const key = reading.keys[span.first]!;
  const [isFamily, isOrganization] = [families.has(key), organizations.has(key)];
  if (isFamily && !isOrganization && span.kind !== "person" && !hasArticle(reading, span.first)) {
    return { ...span, kind: "person", rule: "family-name" };
  }
  const isFirm = isOrganization || reading.lexicon.organizations.ownNames.has(key);
  // A town gives many firms their name: it stays a town.
  if (isFirm && !isFamily && span.kind === "person") {
    return { ...span, kind: "organization", rule: "short-organization" };
  }
  return span;
}

/** *The Polaroid*, *their own Polaroid*: people take neither article nor owner. */
function hasArticle({ keys }: Reading, first: number): boolean {
  return first > 0 && /^(?:the|an?|my|your|his|her|its|our|their|own)$/.test(keys[first - 1]!);
}

/** *Lockheed Martin* is no person where *Lockheed* alone is a firm, and nobody is called Lockheed. */
function retypedPerson(
  { keys, lexicon }: Reading,
  span: NamedSpan,
  firms: ReadonlySet<string>,
): NamedSpan {
  const first = keys[span.first]!;
  if (span.kind !== "person" || !firms.has(first) || firms.has(keys[span.last - 1]!)) return span;
  if (lexicon.givenNames.gender(first) || lexicon.givenNames.isFamilyFirst(first)) return span;
  return { ...span, kind: "organization", rule: "firm-in-full" };
}
