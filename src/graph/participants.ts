/** Who takes part in an event, and where it is: the edges around its node, read as roles. */
import type { CountryCode, EventRole } from "../model.ts";
import type { NodeKind } from "./appearance.ts";
import { byText } from "./order.ts";
import type { GraphReader } from "./query/reader.ts";

export interface EventParticipant {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly role: EventRole;
  readonly country?: CountryCode;
}

/** Sorted by role and id, as the edges are. */
export function participantsOf(graph: GraphReader, event: string): EventParticipant[] {
  const participants: EventParticipant[] = [];
  graph.forEachEdge(event, (_, { kind }, source, target) => {
    const role = roleOf(kind);
    if (role === undefined) return;
    const id = source === event ? target : source;
    const node = graph.getNodeAttributes(id);
    const country = "country" in node ? node.country : undefined;
    participants.push({
      id,
      kind: node.kind,
      name: node.name,
      role,
      ...(country !== undefined ? { country } : {}),
    });
  });
  return participants.sort(byText(({ role, id }) => `${ROLE_ORDER.indexOf(role)} ${id}`));
}

const ROLE_ORDER: readonly EventRole[] = ["actor", "participant", "recipient", "about", "place"];

export function roleOf(kind: string): EventRole | undefined {
  if (kind === "at") return "place";
  return ROLE_ORDER.find((role) => role === kind);
}
