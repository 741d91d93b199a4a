/**
 * A graph of any size out of a seed, told part by part: entities, events with five edges each, one sentence an event. Shaped like news: a few countries in
 * most events, neighborhoods of forty, a long tail. Nothing but the ends of the edges is held in memory.
 */
import type { EdgeAttributes, EntityNode, EventNode } from "../src/graph/attributes.ts";
import type { GraphParts } from "../src/graph/parts.ts";
import { createRandom } from "../src/graph/random.ts";
import type { Act, ArticleRecord, EntityKind, Evidence, SortedTexts } from "../src/model.ts";
import { mergeTexts, sortedTexts } from "../src/text/sorted-texts.ts";
import { TextColumn } from "../src/text/text-column.ts";

const EDGES_OF_EVENT = 5;
const KINDS = ["actor", "recipient", "participant", "participant", "at"] as const;
const COUNTRIES = [
  "RUS",
  "CHN",
  "USA",
  "UKR",
  "DEU",
  "FRA",
  "GBR",
  "IND",
  "BRA",
  "TUR",
  "IRN",
  "JPN",
];
const ACTS: readonly Act[] = [
  "CONSULT",
  "ACCUSE",
  "SANCTION",
  "AID",
  "ASSAULT",
  "AGREE",
  "PROTEST",
];
const VERBS = ["met", "accused", "sanctioned", "helped", "attacked", "signed with", "opposed"];
const GIVEN = [
  "Ada",
  "Boris",
  "Chen",
  "Dana",
  "Emil",
  "Farid",
  "Greta",
  "Hugo",
  "Ines",
  "Jun",
  "Karim",
  "Lena",
];
const SYLLABLES = ["ba", "do", "ke", "li", "mar", "no", "ra", "sto", "ti", "va", "wen", "zu"];
const NEIGHBORHOOD = 40;
const DAYS = 1000;

interface Member {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly country: string;
}

export function largeSource(entities: number, events: number, seed = 7): GraphParts {
  const random = createRandom(seed);
  const cast = makeCast(entities, random);
  const ends = new Uint32Array(events * EDGES_OF_EVENT);
  const days = new Uint16Array(events);
  for (let i = 0; i < events; i++) {
    days[i] = Math.floor(random() * DAYS);
    const center = COUNTRIES.length + Math.floor(random() ** 2 * (entities - COUNTRIES.length));
    const near = () =>
      Math.min(
        entities - 1,
        center - (center % NEIGHBORHOOD) + Math.floor(random() * NEIGHBORHOOD),
      );
    const country = () => Math.floor(random() ** 2 * COUNTRIES.length);
    const chosen = [
      center,
      random() < 0.25 ? country() : near(),
      near(),
      near(),
      random() < 0.5 ? country() : near(),
    ];
    if (chosen[3] === chosen[2]) chosen[3] = (chosen[2]! + 1) % entities;
    ends.set(chosen, i * EDGES_OF_EVENT);
  }
  const eventsOf = groupEvents(ends, entities);
  const articles = makeArticles(Math.ceil(events / 10));
  const name = (i: number): string =>
    `${cast[ends[i * EDGES_OF_EVENT]!]!.name} ${VERBS[i % VERBS.length]} ${cast[ends[i * EDGES_OF_EVENT + 1]!]!.name}`;
  const evidenceOfEvent = (i: number): Evidence => {
    const article =
      articles[(days[i]! * Math.floor(articles.length / DAYS) + (i % 97)) % articles.length]!;
    const quote = `${name(i)} on the ${days[i]! % 30}th.`;
    const start = (i % 4000) * 100;
    return {
      article: article.id,
      start,
      end: start + quote.length,
      quote,
      kind: "body",
      published: article.published!,
      status: "actual",
      polarity: "asserted",
      rule: "synthetic",
    };
  };
  const event = (i: number): EventNode => {
    const evidence = [evidenceOfEvent(i)];
    const day = evidence[0]!.published!;
    const act = ACTS[i % ACTS.length]!;
    return {
      kind: "event",
      name: name(i),
      aliases: [],
      act,
      plover: act,
      status: "actual",
      polarity: "asserted",
      told: { [evidence[0]!.article]: "actual" },
      from: day,
      to: day,
      precision: "day",
      basis: "resolved",
      stories: 1,
      first: day,
      last: day,
      evidence,
    };
  };
  const entity = (i: number): EntityNode => {
    const { kind, name, country } = cast[i]!;
    const own = eventsOf(i);
    const evidence =
      own.size > 0 ? Array.from(own, evidenceOfEvent) : [evidenceOfEvent(i % events)];
    const told = evidence.map(({ published }) => published!).sort();
    const [first, last] = [told[0]!, told.at(-1)!];
    return {
      kind,
      name,
      aliases: kind === "person" ? [name.split(" ")[1]!] : [],
      country,
      stories: new Set(evidence.map(({ article }) => article)).size,
      first,
      last,
      evidence,
    };
  };
  const byId = cast.map((_, i) => i).sort((a, b) => (cast[a]!.id < cast[b]!.id ? -1 : 1));
  const before = byId.filter((i) => cast[i]!.id < "event:").length;
  /** Of each member: its index among all ids. */
  const indexOf = new Uint32Array(entities);
  byId.forEach((member, i) => {
    indexOf[member] = i < before ? i : i + events;
  });
  const idOf = (member: number): string => cast[member]!.id;
  return {
    ids: mergeTexts(sortedTexts(byId.map(idOf)), eventIds(events)),
    edges: events * EDGES_OF_EVENT,
    attributes: {
      format: 1,
      generator: "bench",
      inputs: "",
      counts: { articles: articles.length, stories: articles.length },
      articles,
      notes: [],
    },
    tell(visitor) {
      for (const member of byId) visitor.node(indexOf[member]!, entity(member));
      for (let i = 0; i < events; i++) {
        const told = event(i);
        visitor.node(before + i, told);
        const { evidence, first } = told;
        for (let at = 0; at < EDGES_OF_EVENT; at++) {
          const kind = KINDS[at]!;
          const member = ends[i * EDGES_OF_EVENT + at]!;
          const other = indexOf[member]!;
          const [source, target] = kind === "at" ? [before + i, other] : [other, before + i];
          const attributes: EdgeAttributes = {
            kind,
            weight: 1,
            first: first!,
            last: first!,
            evidence,
          };
          visitor.edge(attributes, source, target);
        }
      }
    },
  };
}

function eventIds(count: number): SortedTexts {
  const ids = new TextColumn();
  for (let i = 0; i < count; i++) ids.add(eventId(i));
  return ids;
}

function eventId(i: number): string {
  return `event:${String(i).padStart(9, "0")}`;
}

function makeCast(count: number, random: () => number): Member[] {
  return Array.from({ length: count }, (_, i): Member => {
    const country = COUNTRIES[i % COUNTRIES.length]!;
    if (i < COUNTRIES.length)
      return { id: `country:${country}`, kind: "country", name: country, country };
    const share = random();
    const kind =
      share < 0.5 ? "person" : share < 0.75 ? "organization" : share < 0.9 ? "place" : "group";
    const word = [0, 1, 2].map(() => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join("");
    const surname = word[0]!.toUpperCase() + word.slice(1);
    const name = kind === "person" ? `${GIVEN[i % GIVEN.length]} ${surname}` : surname;
    return { id: `${kind}:${name.toLowerCase().replace(" ", "-")}~${i}`, kind, name, country };
  });
}

function makeArticles(count: number): ArticleRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const id = i.toString(16).padStart(16, "0");
    const day = Math.floor((i / count) * DAYS);
    const published = new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10);
    return {
      id,
      title: `Report ${i}`,
      origin: `news/${i}.html`,
      published,
      outlet: `Outlet ${i % 9}`,
      reprintGroup: id,
    };
  });
}

/** Numbers of the events in which an entity takes part, each once. */
function groupEvents(ends: Uint32Array, entities: number): (entity: number) => Set<number> {
  const offsets = new Uint32Array(entities + 2);
  for (const end of ends) offsets[end + 2]!++;
  for (let i = 1; i < offsets.length; i++) offsets[i]! += offsets[i - 1]!;
  const members = new Uint32Array(ends.length);
  ends.forEach((end, i) => {
    members[offsets[end + 1]!++] = Math.floor(i / EDGES_OF_EVENT);
  });
  return (entity) => new Set(members.subarray(offsets[entity]!, offsets[entity + 1]!));
}
