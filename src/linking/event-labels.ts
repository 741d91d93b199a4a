/** A line for people: *Vladimir Putin, Xi Jinping: talk*; *Western countries → Russia: impose sanction*. */
import type { Participant } from "../model.ts";
import type { LinkedCast } from "./entities.ts";

const MOST_NAMES = 3;

export function eventLabel(
  lemma: string,
  participants: readonly Participant[],
  cast: LinkedCast,
): string {
  const names = (...roles: string[]) =>
    shorten(
      participants
        .filter(({ role }) => roles.includes(role))
        .map(({ entity }) => cast.byId.get(entity)?.name ?? entity),
    );
  const doers = names("actor", "participant");
  const recipients = names("recipient");
  const who =
    [doers, recipients].filter((side) => side !== "").join(" → ") || names("place", "about");
  return `${who}: ${lemma}`;
}

/** The same label with other participants. */
export function relabel(
  label: string,
  participants: readonly Participant[],
  cast: LinkedCast,
): string {
  return eventLabel(label.slice(label.lastIndexOf(": ") + 2), participants, cast);
}

function shorten(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(", ");
  return `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`;
}
