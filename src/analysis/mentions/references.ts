/**
 * What refers back without a name, from left to right, so that each finds what was resolved before it: *the Russian
 * leader*, *the company*, *the two countries*, *he*. Precision first: what is not clear stays without a chain.
 */
import { type History, newHistory } from "./antecedents.ts";
import { companyNounAt } from "./common-nouns.ts";
import { counterpartAt } from "./counterparts.ts";
import { type Descriptions, describedPersonAt, findDescriptions } from "./described-persons.ts";
import { addMention, type Draft, type DraftChain } from "./drafts.ts";
import { firstPersonAt } from "./first-person.ts";
import { DEFINITE, INDEFINITE, officeAt } from "./offices.ts";
import { institutionAt } from "./own-institutions.ts";
import { PLURAL_OPENERS, pluralAt } from "./plurals.ts";
import { pronounAt } from "./pronouns.ts";
import type { Reading } from "./reading.ts";
import { findSpeakers } from "./speakers.ts";
import { OPENS } from "./word-facets.ts";

export interface Reference {
  readonly first: number;
  readonly last: number;
  readonly form: "role" | "pronoun";
  readonly rule: string;
  readonly chain: DraftChain;
}

/** Whom a reference stands for, and by which rule. */
export interface Found {
  readonly chain: DraftChain;
  readonly rule: string;
}

export interface Scene {
  readonly reading: Reading;
  readonly draft: Draft;
  readonly history: History;
  readonly described: Descriptions;
}

/** Finds the reference that begins at this token, if any. */
type FindReference = (scene: Scene, token: number, end: number) => Reference | undefined;

/** A phrase may begin with a pronoun that is a reference of its own: *his Chinese counterpart*, *its armed forces*. */
const PHRASE_FINDERS: readonly FindReference[] = [
  counterpartAt,
  pluralAt,
  institutionAt,
  officeAt,
  companyNounAt,
  describedPersonAt,
];

/** Every reference begins with one of these, a pronoun, or a mention that is there already, with or without a word before it. */
export const REFERENCE_WORDS: readonly string[] = [
  ...PLURAL_OPENERS,
  ...DEFINITE,
  ...INDEFINITE,
  "koreas",
];

export function resolveReferences(reading: Reading, draft: Draft): void {
  const history = newHistory(reading, draft);
  const scene: Scene = { reading, draft, history, described: findDescriptions(reading, draft) };
  const add = (reference: Reference | undefined): boolean => {
    if (reference) history.add(addMention(draft, reference.chain, reference));
    return reference !== undefined;
  };
  for (const { firstToken, lastToken } of reading.parsed.sentences) {
    for (let i = firstToken; i < lastToken; i++) {
      const mayBegin =
        (reading.opens[i]! & OPENS.reference) !== 0 ||
        draft.at[i] !== undefined ||
        draft.at[i + 1] !== undefined;
      if (!mayBegin || reading.skipped[i]) continue;
      if (isOurs(reading, i) && add(pluralAt(scene, i, lastToken))) continue;
      add(pronounAt(scene, i));
      for (const find of PHRASE_FINDERS) if (add(find(scene, i, lastToken))) break;
    }
  }
  // Speakers are known only when "he said" is: I and we come last.
  const speakers = findSpeakers(reading, draft);
  for (const [first, end] of reading.quotations) {
    for (let i = first; i < end; i++) add(firstPersonAt(scene, i, speakers));
  }
}

/** In *our leaders* the two leaders are meant, not the side that the pronoun stands for. */
function isOurs({ keys }: Reading, token: number): boolean {
  return keys[token] === "our";
}
