/** The words of the interface for the closed sets of the model. */
import type { NodeKind } from "../../src/graph/appearance.ts";
import type { EdgeKind } from "../../src/graph/attributes.ts";
import type { Act, EventStatus, Polarity } from "../../src/model.ts";

export const KIND_WORDS: Readonly<Record<NodeKind, readonly [one: string, many: string]>> = {
  person: ["person", "People"],
  organization: ["organization", "Organizations"],
  group: ["group", "Groups"],
  country: ["country", "Countries"],
  place: ["place", "Places"],
  event: ["event", "Events"],
  article: ["article", "Articles"],
};

/** As a legend entry, and between two names: *China* accuses *the United States*. */
export const ACT_WORDS: Readonly<Record<Act, readonly [name: string, verb: string]>> = {
  AGREE: ["Agreements", "agrees with"],
  CONSULT: ["Talks and visits", "meets"],
  SUPPORT: ["Support", "supports"],
  CONCEDE: ["Concessions", "yields to"],
  COOPERATE: ["Cooperation", "works with"],
  AID: ["Aid", "helps"],
  RETREAT: ["Retreats", "withdraws from"],
  REQUEST: ["Requests", "asks"],
  ACCUSE: ["Accusations", "accuses"],
  REJECT: ["Rejections", "rejects"],
  THREATEN: ["Threats", "threatens"],
  PROTEST: ["Protests", "protests against"],
  SANCTION: ["Sanctions", "sanctions"],
  MOBILIZE: ["Mobilization", "mobilizes against"],
  COERCE: ["Coercion", "coerces"],
  ASSAULT: ["Attacks", "attacks"],
  OTHER: ["Other events", "deals with"],
};

export type Tone = "cooperation" | "conflict" | "neutral";

/** The two halves of PLOVER: verbal and material cooperation, verbal and material conflict. */
export const ACT_TONES: Readonly<Record<Act, Tone>> = {
  AGREE: "cooperation",
  CONSULT: "cooperation",
  SUPPORT: "cooperation",
  CONCEDE: "cooperation",
  COOPERATE: "cooperation",
  AID: "cooperation",
  RETREAT: "cooperation",
  REQUEST: "conflict",
  ACCUSE: "conflict",
  REJECT: "conflict",
  THREATEN: "conflict",
  PROTEST: "conflict",
  SANCTION: "conflict",
  MOBILIZE: "conflict",
  COERCE: "conflict",
  ASSAULT: "conflict",
  OTHER: "neutral",
};

export const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  actual: "happened",
  ongoing: "going on",
  planned: "planned",
  cancelled: "called off",
  hypothetical: "hypothetical",
  claimed: "claimed",
};

/** What an entity is in an event. */
export const ROLE_WORDS: Readonly<Record<EdgeKind, string>> = {
  actor: "acts",
  recipient: "is acted upon",
  participant: "takes part",
  about: "is its subject",
  at: "place",
  represents: "represents",
  in: "lies in",
  says: "speaks of it",
  together: "named together",
  tells: "tells of it",
};

/** A tie as its target tells it: Ukraine, *in it*: Kyiv. */
export function tieWord(
  {
    kind,
    title,
    former,
  }: { readonly kind: EdgeKind; readonly title?: string; readonly former?: boolean },
  isFromHere: boolean,
): string {
  const back: Partial<Record<EdgeKind, string>> = { represents: "represented by", in: "in it" };
  const word =
    kind === "represents" && title !== undefined
      ? `${former === true ? "former " : ""}${title}`
      : isFromHere
        ? ROLE_WORDS[kind]
        : (back[kind] ?? ROLE_WORDS[kind]);
  return isFromHere ? word : `${word}:`;
}

export function statusWord(status: EventStatus, polarity: Polarity): string {
  return polarity === "denied" ? "denied" : STATUS_WORDS[status];
}

/** `counted(1, "story", "stories")` gives *1 story*. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Thousands parted by a comma, whatever the reader's locale: a screenshot says the same everywhere. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,6}$)/g, ",");
}
