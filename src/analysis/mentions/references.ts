/**
 * What refers back without a name, from left to right, so that each finds what was resolved before it: *the Russian
 * leader*, *the company*, *the two countries*, *he*. Precision first: what is not clear stays without a chain.
 */
import { type History, newHistory } from "./antecedents.ts";
import { companyNounAt } from "./common-nouns.ts";
import { counterpartAt } from "./counterparts.ts";
import { addMention, type Draft, type DraftChain } from "./drafts.ts";
import { officeAt } from "./offices.ts";
import { pluralAt } from "./plurals.ts";
import { pronounAt } from "./pronouns.ts";
import type { Reading } from "./reading.ts";

export interface Reference {
  readonly first: number;
  readonly last: number;
  readonly form: "role" | "pronoun";
  readonly rule: string;
  readonly chain: DraftChain;
}

export interface Scene {
  readonly reading: Reading;
  readonly draft: Draft;
  readonly history: History;
}

/** Finds the reference that begins at this token, if any. */
type FindReference = (scene: Scene, token: number, end: number) => Reference | undefined;

const FINDERS: readonly FindReference[] = [
  pronounAt,
  counterpartAt,
  pluralAt,
  officeAt,
  companyNounAt,
];

export function resolveReferences(reading: Reading, draft: Draft): void {
  const history = newHistory(reading, draft);
  const scene: Scene = { reading, draft, history };
  for (const { firstToken, lastToken } of reading.parsed.sentences) {
    for (let i = firstToken; i < lastToken; i++) {
      if (reading.skipped[i]) continue;
      for (const find of FINDERS) {
        const reference = find(scene, i, lastToken);
        if (!reference) continue;
        history.add(addMention(draft, reference.chain, reference));
        break;
      }
    }
  }
}
