/**
 * An article as it was read: its text and every finding with its rule, so that a reader can check the machine line by line. Kept with the graph
 * only on request (`build --texts`), for articles are long and somebody's; a store keeps the analyses and makes it from them.
 */
import type { Analysis, EntityKind, EventMention, Span } from "../model.ts";
import { compareText } from "./order.ts";

export interface ArticleReading {
  readonly text: string;
  /** By place in the text; they may overlap. */
  readonly findings: readonly Finding[];
}

export interface Finding extends Span {
  readonly what: EntityKind | "event" | "time" | "statement" | "role";
  /** The name of the chain, what the event is, the value of the time. */
  readonly says: string;
  readonly rule: string;
}

export function toReading(analysis: Analysis): ArticleReading {
  const { article, mentions, chains, times, events, statements, roles } = analysis;
  const nameOf = (mention: number): string => chains[mentions[mention]!.entity]!.name;
  const findings: Finding[] = [
    ...mentions.map(
      ({ start, end, kind, entity, rule }): Finding => ({
        ...{ start, end, what: kind, says: chains[entity]!.name, rule },
      }),
    ),
    ...times.map(
      ({ start, end, value, rule }): Finding => ({ start, end, what: "time", says: value, rule }),
    ),
    ...events.map(
      (event): Finding => ({
        ...{ start: event.start, end: event.end, what: "event", rule: event.rule },
        says: describeEvent(event, nameOf),
      }),
    ),
    ...statements.map(
      ({ start, end, speaker, lemma, rule }): Finding => ({
        ...{ start, end, what: "statement", says: `${nameOf(speaker)}: ${lemma}`, rule },
      }),
    ),
    ...roles.map(
      ({ start, end, person, title, of, rule }): Finding => ({
        ...{ start, end, what: "role", rule },
        says: `${nameOf(person)}: ${title}, ${nameOf(of)}`,
      }),
    ),
  ];
  return {
    text: article.text,
    findings: findings.sort(
      (a, b) => a.start - b.start || b.end - a.end || compareText(a.what, b.what),
    ),
  };
}

/** *ACCUSE, claimed: actor Kyiv, recipient Moscow*. */
function describeEvent(event: EventMention, nameOf: (mention: number) => string): string {
  const told = event.polarity === "denied" ? `${event.status}, denied` : event.status;
  const cast = event.roles.map(({ role, mention }) => `${role} ${nameOf(mention)}`);
  return `${event.act}, ${told}${cast.length === 0 ? "" : `: ${cast.join(", ")}`}`;
}
