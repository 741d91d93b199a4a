/**
 * What forbids that two tellings are one happening, whatever else they share: each names a person whom the other leaves
 * out (Blinken met Wang, Blinken met Xi), or they lie in different countries or, for meetings, in different towns. A
 * wrong merge is worse than a missed one. Only ids are read: `person:xi-jinping`, `place:moscow-rus`, `country:RUS`.
 */
import type { EventRecord } from "./event-records.ts";

const PERSON = /^person:[^~]+$/;
const MEETING = /^(?:CONSULT|AGREE)\//;
/** More than two on each side is a conference: no article names all who were there. */
const CONFERENCE = 3;

export function conflicts(a: EventRecord, b: EventRecord): boolean {
  return areRivals(a, b) || areElsewhere(a, b);
}

function areRivals(a: EventRecord, b: EventRecord): boolean {
  const here = [...a.everyone].filter((id) => PERSON.test(id));
  const there = [...b.everyone].filter((id) => PERSON.test(id));
  if (here.length >= CONFERENCE && there.length >= CONFERENCE) return false;
  return here.some((id) => !b.everyone.has(id)) && there.some((id) => !a.everyone.has(id));
}

function areElsewhere(a: EventRecord, b: EventRecord): boolean {
  const here = whereabouts(a);
  const there = whereabouts(b);
  if (areApart(here.map(countryOf), there.map(countryOf))) return true;
  if (!MEETING.test(a.kind)) return false;
  // The White House lies in Washington, Manhattan and Brooklyn lie in New York.
  const around = (record: EventRecord) => whereabouts(record, record.surroundings).map(townOf);
  return areApart(around(a), there.map(townOf)) && areApart(here.map(townOf), around(b));
}

/** The places of the event; of a visit also where it leads. */
function whereabouts(
  { places, recipients, mode }: EventRecord,
  own: ReadonlySet<string> = places,
): string[] {
  const goals =
    mode === "visit" ? [...recipients].filter((id) => /^(?:place|country):/.test(id)) : [];
  return [...own, ...goals];
}

function countryOf(id: string): string | undefined {
  return (
    /^country:([A-Z]{3})$/.exec(id)?.[1] ?? /^place:.*-([a-z]{3})$/.exec(id)?.[1]?.toUpperCase()
  );
}

function townOf(id: string): string | undefined {
  return /^place:.*-[a-z]{3}$/.test(id) ? id : undefined;
}

/** Both are known and have nothing in common. */
function areApart(
  here: readonly (string | undefined)[],
  there: readonly (string | undefined)[],
): boolean {
  const left = here.filter((name) => name !== undefined);
  const right = there.filter((name) => name !== undefined);
  return left.length > 0 && right.length > 0 && !left.some((name) => right.includes(name));
}
