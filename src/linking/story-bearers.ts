/** Which of some bearers of a name the stories have: asked for each lone name of a pile, about hundreds of thousands of chains. */
import type { ChainPile } from "./chain-pile.ts";

export interface StoryBearers<Bearer> {
  readonly candidates: readonly Bearer[];
  /** The only one whom the story has; `main` where it has none, nobody where it has several. */
  onlyIn(story: number, main: Bearer | undefined): Bearer | undefined;
  /** By candidate: how many stories have no other. */
  ownStories(): readonly number[];
}

/** What is told of some bearers holds until it is asked about others: the columns, a number a story, are the same. */
export function createStoryBearers(
  pile: ChainPile,
): <Bearer extends { readonly rows: readonly number[] }>(
  candidates: readonly Bearer[],
) => StoryBearers<Bearer> {
  /** Number of the question for which the others hold. */
  const asked = new Uint32Array(pile.stories);
  const counts = new Uint32Array(pile.stories);
  /** The last candidate that the story has. */
  const last = new Uint32Array(pile.stories);
  let question = 0;
  return (candidates) => {
    question++;
    const told: number[] = [];
    candidates.forEach(({ rows }, i) => {
      for (const row of rows) {
        const story = pile.story(row);
        if (asked[story] !== question) {
          asked[story] = question;
          counts[story] = 1;
          last[story] = i;
          told.push(story);
        } else if (last[story] !== i) {
          counts[story]!++;
          last[story] = i;
        }
      }
    });
    return {
      candidates,
      onlyIn(story, main) {
        if (asked[story] !== question) return main;
        return counts[story] === 1 ? candidates[last[story]!] : undefined;
      },
      ownStories() {
        const own = candidates.map(() => 0);
        for (const story of told) if (counts[story] === 1) own[last[story]!]!++;
        return own;
      },
    };
  };
}
