/**
 * The chains of many articles, of which there are millions, in columns of numbers: no object a chain. The same few people and countries return in
 * all articles: what chains say the same of stands once, as a line, and a row says only which line it has and in which article it stands.
 */
import type { CountryCode, EntityKind } from "../model.ts";
import { doubled } from "../text/doubled.ts";
import { NumberColumn } from "../text/number-column.ts";
import { NumberLists } from "../text/number-lists.ts";
import { perName } from "./per-name.ts";
import { fold } from "./person-names.ts";
import type { ChainFacts } from "./records.ts";
import { createNumbers } from "./text-numbers.ts";

/** A chain as far as who is who depends on it: all but where it stands. */
export type CastFacts = Omit<ChainFacts, "findings">;

/** Numbers of chains of a pile, which are those of their rows. */
export type Rows = readonly number[] | Uint32Array;

export const KINDS: readonly EntityKind[] = ["person", "organization", "group", "country", "place"];

/** Of a line: kind and whether it has no name, name, country, mentions, and its lists. Texts are numbers; 0 stands for none, where one may lack. */
const SORT = 0;
const NAME = 1;
const COUNTRY = 2;
const MENTIONS = 3;
/** 0 where the name is all it is called. */
const FORMS = 4;
const OFFICES = 5;
const WALKS = 6;
const MEMBERS = 7;

const FIRST_ROWS = 1 << 14;

export class ChainPile {
  readonly #texts = createNumbers([], asItIs);
  readonly #lists = new NumberLists();
  readonly #lines = new NumberLists();
  /** Of offices and walks of life there are few lists, which return. */
  readonly #textsOfList = new Map<number, readonly string[]>();
  #lineOf = new Uint32Array(FIRST_ROWS);
  #articleOf = new Uint32Array(FIRST_ROWS);
  readonly #starts = new NumberColumn();
  readonly #days: number[] = [];
  readonly #stories = createNumbers([], asItIs);
  #storyOf = new Uint32Array(FIRST_ROWS);
  #rows = 0;
  /** Asked by all who group names: each is folded once. */
  readonly #folded = perName(this, fold);

  constructor() {
    this.#starts.add(0);
  }

  /** The line of what a chain says; one that is new gets the next number. */
  lineOf(facts: CastFacts): number {
    const { kind, name, names, mentions, country, unnamed, offices, walks, members } = facts;
    const own = this.#texts.number(name);
    const isPlain = names.length === 1 && names[0]![0] === name && names[0]![1] === mentions;
    return this.#lines.number([
      KINDS.indexOf(kind) * 2 + Number(unnamed === true),
      own,
      this.#numberOf(country),
      mentions,
      isPlain
        ? 0
        : this.#listOf(names.flatMap(([form, count]) => [this.#texts.number(form), count])),
      offices.length === 0 ? 0 : this.#listOf(offices.map((text) => this.#texts.number(text))),
      walks.length === 0 ? 0 : this.#listOf(walks.map((text) => this.#texts.number(text))),
      members === undefined ? 0 : this.#listOf(members),
    ]);
  }

  /** The chains of the next article. Articles come in the order of their ids, so that stories are numbered in the order of theirs: each has that of its first. */
  add(lines: Iterable<number>, day: number, story: string): void {
    const article = this.#days.push(day) - 1;
    if (article === this.#storyOf.length) this.#storyOf = doubled(this.#storyOf);
    this.#storyOf[article] = this.#stories.number(story);
    for (const line of lines) {
      if (this.#rows === this.#lineOf.length) {
        this.#lineOf = doubled(this.#lineOf);
        this.#articleOf = doubled(this.#articleOf);
      }
      this.#lineOf[this.#rows] = line;
      this.#articleOf[this.#rows++] = article;
    }
    this.#starts.add(this.#rows);
  }

  /** Of all articles. */
  get rows(): number {
    return this.#rows;
  }

  get lines(): number {
    return this.#lines.count;
  }

  /** How many names, forms of names and countries have numbers. */
  get texts(): number {
    return this.#texts.count;
  }

  /** How many stories have numbers. */
  get stories(): number {
    return this.#stories.count;
  }

  /** By article: where its rows begin; one more for the end. */
  get starts(): NumberColumn {
    return this.#starts;
  }

  line(row: number): number {
    return this.#lineOf[row]!;
  }

  /** By row; a copy. */
  linesOfRows(): Uint32Array {
    return this.#lineOf.slice(0, this.#rows);
  }

  /** Index into the articles, which are sorted by id. */
  article(row: number): number {
    return this.#articleOf[row]!;
  }

  /** Day of the article, NaN where it has none. */
  day(row: number): number {
    return this.#days[this.#articleOf[row]!]!;
  }

  /** The number of the story; a smaller one has a smaller id. */
  story(row: number): number {
    return this.#storyOf[this.#articleOf[row]!]!;
  }

  /** Smallest article id of the story. */
  storyId(story: number): string {
    return this.#stories.text(story);
  }

  /** Of the name, a form of it or a country. */
  text(number: number): string {
    return this.#texts.text(number);
  }

  /** The name as names are compared. */
  folded(name: number): string {
    return this.#folded(name);
  }

  nameNumber(text: string): number {
    return this.#texts.number(text);
  }

  /** A number for each different name. */
  name(row: number): number {
    return this.nameOfLine(this.#lineOf[row]!);
  }

  nameOfLine(line: number): number {
    return this.#lines.at(line, NAME);
  }

  nameText(row: number): string {
    return this.#texts.text(this.name(row));
  }

  /** A number for each country, 0 for none. */
  country(row: number): number {
    return this.countryOfLine(this.#lineOf[row]!);
  }

  countryOfLine(line: number): number {
    return this.#lines.at(line, COUNTRY);
  }

  countryText(country: number): CountryCode | undefined {
    return country === 0 ? undefined : this.#texts.text(country - 1);
  }

  mentions(row: number): number {
    return this.mentionsOfLine(this.#lineOf[row]!);
  }

  mentionsOfLine(line: number): number {
    return this.#lines.at(line, MENTIONS);
  }

  isUnnamed(row: number): boolean {
    return this.isUnnamedLine(this.#lineOf[row]!);
  }

  isUnnamedLine(line: number): boolean {
    return this.#lines.at(line, SORT) % 2 === 1;
  }

  /** Index into `KINDS`: what the article takes it for. */
  kindOfLine(line: number): number {
    return this.#lines.at(line, SORT) >> 1;
  }

  /** Plural chains (*the two countries*) stand for their members. */
  isLeftOut(line: number): boolean {
    return this.#lines.at(line, MEMBERS) !== 0 || this.#lines.at(line, MENTIONS) === 0;
  }

  /** Whether it is called nothing but its name. */
  isPlain(line: number): boolean {
    const list = this.#lines.at(line, FORMS);
    if (list === 0) return true;
    return (
      this.#lists.lengthOf(list - 1) === 2 && this.#lists.at(list - 1, 0) === this.nameOfLine(line)
    );
  }

  /** What it is called, with the number of mentions. */
  forEachForm(line: number, visit: (form: number, count: number) => void): void {
    const list = this.#lines.at(line, FORMS);
    if (list === 0) visit(this.nameOfLine(line), this.mentionsOfLine(line));
    else {
      const length = this.#lists.lengthOf(list - 1);
      for (let i = 0; i < length; i += 2) {
        visit(this.#lists.at(list - 1, i), this.#lists.at(list - 1, i + 1));
      }
    }
  }

  hasOffices(line: number): boolean {
    return this.#lines.at(line, OFFICES) !== 0;
  }

  offices(line: number): readonly string[] {
    return this.#textsOf(line, OFFICES);
  }

  hasWalks(line: number): boolean {
    return this.#lines.at(line, WALKS) !== 0;
  }

  walks(line: number): readonly string[] {
    return this.#textsOf(line, WALKS);
  }

  /** By row of a chain that stands for others: the rows of those, but not of others like it. */
  *plurals(): Generator<readonly [row: number, members: readonly number[]]> {
    for (let row = 0; row < this.#rows; row++) {
      const list = this.#lines.at(this.#lineOf[row]!, MEMBERS);
      if (list === 0) continue;
      const start = this.#starts.at(this.#articleOf[row]!);
      const members = this.#numbersOf(list).map((chain) => start + chain);
      yield [row, members.filter((member) => this.#lines.at(this.#lineOf[member]!, MEMBERS) === 0)];
    }
  }

  #numberOf(text: string | undefined): number {
    return text === undefined ? 0 : this.#texts.number(text) + 1;
  }

  /** Of a list, with one more. */
  #listOf(numbers: readonly number[]): number {
    return this.#lists.number(numbers) + 1;
  }

  #numbersOf(list: number): number[] {
    if (list === 0) return [];
    return Array.from({ length: this.#lists.lengthOf(list - 1) }, (_, i) =>
      this.#lists.at(list - 1, i),
    );
  }

  #textsOf(line: number, which: number): readonly string[] {
    const list = this.#lines.at(line, which);
    if (list === 0) return NONE;
    let texts = this.#textsOfList.get(list);
    if (texts === undefined) {
      texts = this.#numbersOf(list).map((number) => this.#texts.text(number));
      this.#textsOfList.set(list, texts);
    }
    return texts;
  }
}

const NONE: readonly string[] = [];

/** Names and ids come out of tables or JSON: none is a piece of a longer text. */
function asItIs(text: string): string {
  return text;
}
