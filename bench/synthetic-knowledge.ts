/**
 * Knowledge of any size out of a seed, shaped like news: a few actors and countries in most stories, a long
 * tail in one; events with two or three participants of one neighborhood; one story in five reprinted; days
 * spread over two years.
 */
import { createRandom, type Random } from "../src/graph/random.ts";
import type {
  Act,
  ArticleRecord,
  Entity,
  EntityKind,
  EventStatus,
  Evidence,
  Knowledge,
  NewsEvent,
  Participant,
  Relation,
} from "../src/model.ts";

export interface SyntheticSize {
  readonly entities: number;
  readonly events: number;
  /** Default: a third of the events. */
  readonly articles?: number;
  readonly seed?: number;
}

const ACTS: readonly Act[] = [
  "CONSULT",
  "ACCUSE",
  "SANCTION",
  "AID",
  "ASSAULT",
  "AGREE",
  "PROTEST",
];
const VERBS = [
  "met",
  "accused",
  "imposed sanctions on",
  "sent aid to",
  "attacked",
  "signed a deal with",
  "marched against",
];
const STATUSES: readonly EventStatus[] = [
  "actual",
  "actual",
  "actual",
  "planned",
  "claimed",
  "cancelled",
];
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
const CODES = ["RUS", "CHN", "USA", "UKR", "DEU", "FRA", "GBR", "IND", "BRA", "TUR", "IRN", "JPN"];
const NEIGHBORHOOD = 40;

export function syntheticKnowledge(size: SyntheticSize): Knowledge {
  const random = createRandom(size.seed ?? 7);
  const articles = makeArticles(size.articles ?? Math.ceil(size.events / 3), random);
  const cast = makeCast(size.entities, random);
  const evidenceOf = new Map<string, Evidence[]>(cast.map(({ id }) => [id, []]));
  const events: NewsEvent[] = [];
  const relations: Relation[] = [];
  for (let i = 0; i < size.events; i++) {
    const event = makeEvent(i, cast, articles, random);
    events.push(event);
    for (const { entity, evidence } of event.participants)
      evidenceOf.get(entity)!.push(...evidence);
  }
  for (const [i, { id, kind, country }] of cast.entries()) {
    const evidence = evidenceOf.get(id)!;
    if (evidence.length === 0) {
      const article = pick(articles, random);
      evidence.push(quote(article, i, `${cast[i]!.name} was named.`));
    }
    const nation = `country:${country}`;
    if (kind === "country" || country === undefined || !evidenceOf.has(nation)) continue;
    const proof = evidence.slice(0, 1);
    evidenceOf.get(nation)!.push(...proof);
    relations.push(
      kind === "place"
        ? { from: id, to: nation, kind: "in", evidence: proof }
        : { from: id, to: nation, kind: "represents", title: "official", evidence: proof },
    );
  }
  return {
    articles,
    entities: cast.map((entity) => ({ ...entity, evidence: evidenceOf.get(entity.id)! })),
    events,
    relations,
    notes: [],
  };
}

function makeArticles(count: number, random: Random): ArticleRecord[] {
  const articles: ArticleRecord[] = [];
  for (let i = 0; i < count; i++) {
    const id = `article${String(i).padStart(7, "0")}`;
    const isReprint = i > 0 && random() < 0.2;
    articles.push({
      id,
      title: `Report ${i}`,
      origin: `synthetic:${i}`,
      published: dayOf(random() * 730),
      outlet: `Outlet ${Math.floor(random() * 9)}`,
      reprintGroup: isReprint ? articles[i - 1]!.reprintGroup : id,
    });
  }
  return articles;
}

function makeCast(count: number, random: Random): Omit<Entity, "evidence">[] {
  const cast: Omit<Entity, "evidence">[] = [];
  for (let i = 0; i < count; i++) {
    const country = CODES[i % CODES.length]!;
    if (i < CODES.length) {
      cast.push({ id: `country:${country}`, kind: "country", name: country, aliases: [], country });
      continue;
    }
    const kind = kindFor(random());
    const surname = makeSurname(random);
    const name = kind === "person" ? `${pick(GIVEN, random)} ${surname}` : surname;
    cast.push({ id: `${kind}:${i}`, kind, name, aliases: [surname], country });
  }
  return cast;
}

function kindFor(share: number): EntityKind {
  if (share < 0.5) return "person";
  if (share < 0.75) return "organization";
  return share < 0.9 ? "place" : "group";
}

function makeSurname(random: Random): string {
  const syllables = [pick(SYLLABLES, random), pick(SYLLABLES, random), pick(SYLLABLES, random)];
  const word = syllables.join("");
  return word[0]!.toUpperCase() + word.slice(1);
}

type Cast = readonly Omit<Entity, "evidence">[];

function makeEvent(
  i: number,
  cast: Cast,
  articles: readonly ArticleRecord[],
  random: Random,
): NewsEvent {
  const act = Math.floor(random() * ACTS.length);
  const center = CODES.length + Math.floor(random() ** 2 * (cast.length - CODES.length));
  const doer = cast[center] ?? cast[0]!;
  const target =
    random() < 0.25 ? cast[Math.floor(random() ** 2 * CODES.length)]! : near(center, cast, random);
  const sentence = `${doer.name} ${VERBS[act]} ${target.name} (${i}).`;
  const status = pick(STATUSES, random);
  const told = Array.from({ length: 1 + Math.floor(random() ** 3 * 4) }, () => ({
    ...quote(pick(articles, random), i, sentence),
    status,
    polarity: "asserted" as const,
  }));
  const participants: Participant[] = [{ entity: doer.id, role: "actor", evidence: told }];
  if (target.id !== doer.id)
    participants.push({ entity: target.id, role: "recipient", evidence: told });
  if (random() < 0.3) {
    const bystander = near(center, cast, random);
    const role = bystander.kind === "place" ? "place" : "participant";
    if (participants.every(({ entity }) => entity !== bystander.id)) {
      participants.push({ entity: bystander.id, role, evidence: told });
    }
  }
  const day = told[0]!.published!;
  return {
    id: `event:${String(i).padStart(8, "0")}`,
    act: ACTS[act]!,
    plover: ACTS[act]!,
    label: `${doer.name} ${VERBS[act]} ${target.name}`,
    status,
    polarity: "asserted",
    from: day,
    to: day,
    precision: "day",
    basis: "resolved",
    participants,
    evidence: told,
  };
}

function near(center: number, cast: Cast, random: Random): Cast[number] {
  const base = center - (center % NEIGHBORHOOD);
  return cast[Math.min(cast.length - 1, base + Math.floor(random() * NEIGHBORHOOD))]!;
}

function quote(article: ArticleRecord, i: number, sentence: string): Evidence {
  const start = (i % 40) * 100;
  return {
    article: article.id,
    start,
    end: start + sentence.length,
    quote: sentence,
    kind: "body",
    ...(article.published !== undefined ? { published: article.published } : {}),
    rule: "synthetic",
  };
}

function dayOf(offset: number): string {
  return new Date(Date.UTC(2022, 0, 1) + Math.floor(offset) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!;
}
