/** Small analyses by hand: one sentence a line, names in brackets as `[kind:Chain name|text as written]`. */
import type {
  Analysis,
  Chain,
  EntityKind,
  EventInterval,
  EventMention,
  Mention,
  Role,
  Sentence,
} from "../../src/model.ts";
import { contentHash } from "../../src/text/hash.ts";

export interface SmallEvent {
  /** Sentence number. */
  readonly in: number;
  readonly act: EventMention["act"];
  readonly lemma: string;
  readonly status?: EventMention["status"];
  readonly polarity?: EventMention["polarity"];
  readonly mode?: string;
  readonly interval?: EventInterval;
  /** Chain names by role. */
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly participant?: readonly string[];
  readonly place?: readonly string[];
}

export interface SmallArticle {
  readonly published?: string;
  readonly outlet?: string;
  readonly lines: readonly string[];
  /** Country by chain name. */
  readonly countries?: Readonly<Record<string, string>>;
  readonly roles?: readonly { person: string; title: string; of: string; in: number }[];
  readonly events?: readonly SmallEvent[];
}

const NAME = /\[(\w+):([^|\]]+)(?:\|([^\]]+))?\]/g;

export function makeAnalysis(small: SmallArticle): Analysis {
  const sentences: Sentence[] = [];
  const mentions: Mention[] = [];
  const chains: Chain[] = [];
  let text = "";
  small.lines.forEach((line, sentence) => {
    if (sentence > 0) text += "\n\n";
    const start = text.length;
    let at = 0;
    for (const match of line.matchAll(NAME)) {
      text += line.slice(at, match.index);
      at = match.index + match[0].length;
      const [, kind, name, written = name] = match as unknown as [
        string,
        EntityKind,
        string,
        string,
      ];
      const chain = chainOf(chains, kind, name, small.countries?.[name]);
      mentions.push({
        start: text.length,
        end: text.length + written.length,
        text: written,
        kind,
        form: "name",
        entity: chain.id,
        sentence,
        rule: "test",
      });
      text += written;
    }
    text += line.slice(at);
    sentences.push({
      start,
      end: text.length,
      firstToken: 0,
      lastToken: 0,
      block: sentence === 0 ? "headline" : "body",
    });
  });
  const mentionOf = (name: string, sentence: number) => {
    const near = mentions.findIndex(
      (m) => chains[m.entity]!.name === name && m.sentence === sentence,
    );
    return near >= 0 ? near : mentions.findIndex((m) => chains[m.entity]!.name === name);
  };
  return {
    article: {
      id: contentHash(text),
      title: small.lines[0]!,
      text,
      blocks: sentences.map(({ start, end, block }) => ({ start, end, kind: block })),
      ...(small.published !== undefined ? { published: small.published } : {}),
      ...(small.outlet !== undefined ? { outlet: small.outlet } : {}),
      language: "en",
      origin: contentHash(text),
    },
    sentences,
    mentions,
    chains,
    times: [],
    events: (small.events ?? []).map((event): EventMention => {
      const { start, end } = sentences[event.in]!;
      const roles = (["actor", "recipient", "participant", "place"] as const).flatMap((role) =>
        (event[role] ?? []).map((name) => ({ role, mention: mentionOf(name, event.in) })),
      );
      return {
        start,
        end,
        sentence: event.in,
        act: event.act,
        plover: event.act,
        lemma: event.lemma,
        status: event.status ?? "actual",
        polarity: event.polarity ?? "asserted",
        roles,
        ...(event.mode !== undefined ? { mode: event.mode } : {}),
        ...(event.interval !== undefined ? { interval: event.interval } : {}),
        confidence: 1,
        rule: "test",
      };
    }),
    statements: [],
    roles: (small.roles ?? []).map(({ person, title, of, in: sentence }): Role => {
      const { start, end } = sentences[sentence]!;
      return {
        start,
        end,
        person: mentionOf(person, sentence),
        title,
        of: mentionOf(of, sentence),
        sentence,
        rule: "test",
      };
    }),
    notes: [],
  };
}

function chainOf(
  chains: Chain[],
  kind: EntityKind,
  name: string,
  country: string | undefined,
): Chain {
  const known = chains.find((chain) => chain.name === name);
  if (known) return known;
  const chain: Chain = { id: chains.length, kind, name, ...(country ? { country } : {}) };
  chains.push(chain);
  return chain;
}
