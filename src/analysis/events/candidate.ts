/** What the reading of one trigger gives, before roles, time and the decision whether it is an event. */
import type { Act, EventStatus } from "../../model.ts";

/** All its fields are always there, as those of a `Filler`. */
export interface Candidate {
  /** The trigger. */
  readonly token: number;
  /** `meet`, `impose sanction`. */
  readonly lemma: string;
  readonly act: Act;
  readonly mode: string | undefined;
  /** The frames that fired, outermost first: `promise > meet[with]`. */
  readonly rule: string;
  /** Verb frames with conditions and operators with an inner event are surer than bare words. */
  readonly specific: boolean;
  /** A noun that no verb makes happen. */
  readonly nominal: boolean;
  readonly strong: boolean;
  readonly status: EventStatus | undefined;
  readonly denied: boolean;
  /** Slots of the recipient, from the frame. */
  readonly recipient: readonly string[];
  /** Both sides do it together when the words give no direction: *signed a treaty*. */
  readonly mutual: boolean;
  /** Verb that governs the trigger and whose subject is the doer: of *launched an attack* the verb. */
  readonly verb: number;
  /** Head of the doer where it is not the subject: of *expecting you on a visit* the object. */
  readonly doer: number | undefined;
  /** A verb that expects the event of somebody: *Russia expects Xi to visit*; its subject is the other side. */
  readonly host: number | undefined;
  /** The event inside: of *agreed to meet* the meeting. */
  readonly inner: Candidate | undefined;
  /** An inner event that is an event of its own, with this status. */
  readonly inside: EventStatus | undefined;
}

/** Reads a token as a trigger; undefined where it is none. */
export type Interpret = (token: number) => Candidate | undefined;
