/**
 * Where an article stands among those of its block: its story, whose reprint it is, which of its sentences its outlet repeats. Found for
 * a block at once, out of its articles alone; all that other steps know of other articles by their words is in here.
 */
import { findRepeatedSentences } from "../text/repeated-sentences.ts";
import type { LinkRecord } from "./records.ts";
import { findStories } from "./stories.ts";
import type { WordSpread } from "./story-vectors.ts";

export interface Place {
  /** Smallest article id of its story. */
  readonly story: string;
  /** Smallest article id of its reprint group. */
  readonly reprint: string;
  /** Whether it is the one of its reprint group that counts (the earliest, then the smallest id). */
  readonly isCanonical: boolean;
  readonly block: string;
  /**
   * Sentences that its outlet prints under several stories. They count as one piece of evidence, carried by all of them, and two names in
   * such a sentence are not news about each other. Nothing else is dropped: what recurs may be a box about the outlet, but also the
   * background of a series, and its events happened.
   */
  readonly repeated: readonly number[];
  /** Of each of those its `print`: one of the block is one piece of evidence. */
  readonly prints: readonly number[];
}

export interface PlacedArticle {
  readonly record: LinkRecord;
  readonly place: Place;
}

/** What its place hangs on of an article. */
export interface PlacingFacts
  extends Pick<LinkRecord, "sketch" | "words" | "tokens" | "lead" | "nameWords"> {
  readonly article: Pick<LinkRecord["article"], "id" | "published">;
  /** By sentence, see `SentenceRecord`. */
  readonly prints: readonly (number | undefined)[];
  /** Of events with a participant or a place. */
  readonly deeds: readonly string[];
}

export function toPlacingFacts(
  record: LinkRecord,
  prints: PlacingFacts["prints"] = record.sentences.map(({ print }) => print),
): PlacingFacts {
  const { article, sketch, words, tokens, lead, nameWords, events } = record;
  return {
    ...{ article, sketch, words, tokens, lead, nameWords },
    prints,
    deeds: events
      .filter(({ roles, place }) => roles.length > 0 || place !== undefined)
      .map(({ deed }) => deed),
  };
}

/** What a block says of words and acts. */
export interface BlockCounts {
  readonly spread: WordSpread;
  /** Stories in which something happens, and in how many of them each act does. */
  readonly stories: number;
  readonly storiesOfAct: ReadonlyMap<string, number>;
}

export interface PlacedBlock {
  readonly counts: BlockCounts;
  readonly places: readonly Place[];
}

/** `articles`: all of the block, sorted by id. */
export function placeArticles(block: string, articles: readonly PlacingFacts[]): PlacedBlock {
  const { storyOf, reprintOf, isCanonical, spread } = findStories(articles);
  const repeated = findRepeatedSentences(printed(articles, reprintOf));
  const told = articles.flatMap(({ deeds }, i) =>
    deeds.map((deed) => [deed, storyOf[i]!] as const),
  );
  return {
    counts: { spread, ...countActs(told) },
    places: articles.map(({ prints }, i) => {
      const own = prints.flatMap((print, at) =>
        print !== undefined && repeated.has(print) ? [at] : [],
      );
      return {
        story: storyOf[i]!,
        reprint: reprintOf[i]!,
        isCanonical: isCanonical[i]!,
        block,
        repeated: own,
        prints: own.map((at) => prints[at]!),
      };
    }),
  };
}

function* printed(
  articles: readonly PlacingFacts[],
  reprintOf: readonly string[],
): Generator<{ readonly key: number; readonly story: string }> {
  for (const [i, { prints }] of articles.entries()) {
    for (const print of prints) if (print !== undefined) yield { key: print, story: reprintOf[i]! };
  }
}

export function countActs(
  told: Iterable<readonly [act: string, story: string]>,
): Pick<BlockCounts, "stories" | "storiesOfAct"> {
  const storiesOf = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const [act, story] of told) {
    const stories = storiesOf.get(act) ?? new Set<string>();
    storiesOf.set(act, stories.add(story));
    all.add(story);
  }
  const storiesOfAct = new Map([...storiesOf].map(([act, stories]) => [act, stories.size]));
  return { stories: all.size, storiesOfAct };
}

/** 1 for an act of one story, 0 for one that all stories tell of. */
export function rarityIn(
  { stories, storiesOfAct }: Omit<BlockCounts, "spread">,
  act: string,
): number {
  return Math.log(stories / (storiesOfAct.get(act) ?? 1)) / (Math.log(stories) || 1);
}
