/**
 * News of any number out of a seed, made from the sentences of `data/sample`: stories of about five articles within three days, a
 * hundred articles a day; each article has sentences of its story and others, about 500 words; people, days, numbers
 * and nouns are changed; one article in ten is a reprint under another headline. Made one by one: nothing is kept but
 * the stories of the last days.
 */
import { createRandom, type Random } from "../../src/graph/random.ts";
import type { DataSource } from "../../src/lexicon/data.ts";
import { createPeople, isoDay, moveDays, type Person, peopleIn, zipf } from "./names.ts";

export interface CorpusArticle {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly outlet: string;
  readonly paragraphs: readonly string[];
}

export interface SampleText {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const WORDS = 500;
const PER_DAY = 100;
const PER_STORY = 5;
const STORY_DAYS = 3;
const REPRINTED = 0.1;
/** Of a story's people so many are those of the sample. */
const FAMOUS = 0.4;
/** Sentences of a story; they follow each other in the sample. */
const STORY = 14;
/** Of an article's sentences so many are of its story. */
const OF_STORY = 0.4;
/** 2020-01-01, in days since 1970. */
const FIRST_DAY = 18_262;
const OUTLETS = 40;

export function* corpus(
  count: number,
  sample: readonly SampleText[],
  data: DataSource,
  seed = 1,
): Generator<CorpusArticle> {
  const random = createRandom(seed);
  const parts = readParts(sample);
  const drawPerson = createPeople(data);
  let stories: Story[] = [];
  let last: readonly string[] | undefined;
  for (let i = 0; i < count; i++) {
    const day = FIRST_DAY + Math.floor(i / PER_DAY);
    if (i % PER_STORY === 0) stories.push(makeStory(day, parts, drawPerson, random));
    if (i % PER_DAY === 0) stories = stories.filter((story) => day - story.day < STORY_DAYS);
    const story = stories[Math.floor(random() * stories.length)]!;
    const paragraphs: readonly string[] =
      last !== undefined && random() < REPRINTED ? last : writeBody(story, day, parts, random);
    last = paragraphs;
    yield {
      id: `bench-${i}`,
      title: changed(pick(parts.titles, random), story, day, parts, random),
      date: isoDay(day),
      outlet: `Bench ${1 + zipf(random, OUTLETS)}`,
      paragraphs,
    };
  }
}

interface Sentence {
  readonly text: string;
  /** Of the sample. */
  readonly people: readonly Person[];
}

interface Parts {
  readonly titles: readonly Sentence[];
  readonly sentences: readonly Sentence[];
  readonly nouns: readonly string[];
}

interface Story {
  readonly day: number;
  readonly sentences: readonly Sentence[];
  readonly cast: ReadonlyMap<Person, Person>;
  /** Stands for people of the sample that are not in the cast. */
  readonly other: () => Person;
}

const SENTENCE_END = /(?<=[a-z]{2}[.!?]["”]?)\s+(?=[A-Z“"])/;
/** A noun for sure: *the ... of*. */
const NOUN = /\b(the|a|its|their|his|her) ([a-z]{4,12}) (?=of|in|to|for|on|with|and)\b/g;
const NUMBER = /\b(?!20[0-9]{2}\b)[1-9][0-9]{1,3}\b/g;
const NEW_NOUN = 0.5;

function readParts(sample: readonly SampleText[]): Parts {
  const sentences = sample.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.split(SENTENCE_END)),
  );
  const nouns = sentences.flatMap((text) => [...text.matchAll(NOUN)].map(([, , noun]) => noun!));
  const withPeople = (text: string): Sentence => ({ text, people: peopleIn(text) });
  return {
    titles: sample.flatMap(({ title }) => (title === "" ? [] : withPeople(title))),
    sentences: sentences.filter((text) => text.length > 40).map(withPeople),
    nouns: [...new Set(nouns)].sort(),
  };
}

function makeStory(
  day: number,
  { sentences }: Parts,
  drawPerson: (random: Random) => Person,
  random: Random,
): Story {
  const from = Math.floor(random() * sentences.length);
  const own = Array.from({ length: STORY }, (_, i) => sentences[(from + i) % sentences.length]!);
  const cast = new Map<Person, Person>();
  for (const person of new Set(own.flatMap(({ people }) => people))) {
    cast.set(person, random() < FAMOUS ? person : drawPerson(random));
  }
  return { day, sentences: own, cast, other: () => drawPerson(random) };
}

function writeBody(story: Story, day: number, parts: Parts, random: Random): string[] {
  const paragraphs: string[] = [];
  const used = new Set<Sentence>();
  const unused = (): Sentence => {
    for (;;) {
      const isOwn = used.size < STORY && random() < OF_STORY;
      const sentence = pick(isOwn ? story.sentences : parts.sentences, random);
      if (used.has(sentence)) continue;
      used.add(sentence);
      return sentence;
    }
  };
  let words = 0;
  while (words < WORDS) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      changed(unused(), story, day, parts, random),
    );
    const paragraph = sentences.join(" ");
    words += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** The sentence as the story tells it: its people, its days, other numbers, other nouns. */
function changed(
  { text, people }: Sentence,
  story: Story,
  day: number,
  { nouns }: Parts,
  random: Random,
): string {
  let result = text;
  for (const person of people) {
    const { full, short } = story.cast.get(person) ?? story.other();
    result = result.replaceAll(person.full, full).replaceAll(person.short, short);
  }
  for (const [person, { short }] of story.cast) {
    if (person.short !== short && result.includes(` ${person.short} `))
      result = result.replaceAll(` ${person.short} `, ` ${short} `);
  }
  return moveDays(result, day, random)
    .replace(NOUN, (whole, determiner: string) =>
      random() < NEW_NOUN ? `${determiner} ${pick(nouns, random)} ` : whole,
    )
    .replace(NUMBER, (digits) => `${Math.ceil(Number(digits) * (0.5 + random()))}`);
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}
