/**
 * Trees as the rules need them: verbs that a tag hides, then clauses, subjects and tails that went astray. Works on a copy; a sentence whose tree
 * would break stays as it came.
 */
import type { Parsed } from "../parsed.ts";
import { createDraft, keepTree, type Repair } from "./draft.ts";
import { joinSubjects } from "./joined-subjects.ts";
import type { EventLexicon } from "./lexicon.ts";
import { repairClauses } from "./repair-clauses.ts";
import { repairComplements } from "./repair-complements.ts";
import { repairInfinitives } from "./repair-infinitives.ts";
import { repairJoints } from "./repair-joints.ts";
import { repairParticiples } from "./repair-participles.ts";
import { repairPredicates } from "./repair-predicates.ts";
import { repairRelatives } from "./repair-relatives.ts";
import { repairSubjects } from "./repair-subjects.ts";
import { repairSubjunctives } from "./repair-subjunctives.ts";
import { repairTail } from "./repair-tails.ts";
import { repairThat } from "./repair-that.ts";
import { repairVerbs } from "./repair-verbs.ts";

/** In this order: later ones rely on the subjects that earlier ones found. */
export const REPAIRS: readonly Repair[] = [
  repairJoints,
  repairClauses,
  repairRelatives,
  repairParticiples,
  repairComplements,
  repairInfinitives,
  repairPredicates,
  repairThat,
  joinSubjects,
  repairSubjects,
  repairTail,
];

export function repairTrees(parsed: Parsed, lexicon: EventLexicon): Parsed {
  const draft = createDraft(parsed.tokens);
  for (const sentence of parsed.sentences) {
    const { firstToken, lastToken } = sentence;
    repairVerbs(draft, lexicon, sentence);
    repairSubjunctives(draft, lexicon, firstToken, lastToken);
    for (const repair of REPAIRS) repair(draft, firstToken, lastToken);
    keepTree(draft, firstToken, lastToken);
  }
  if (draft.columns === undefined) return parsed;
  const { upos, xpos, head, relation, lemma } = draft.columns;
  const { count, start, end, sentence, form, word, vocabulary } = parsed.tokens;
  const { sentences, notes } = parsed;
  // In the order of the given table: objects of one shape are read faster.
  const mended = {
    count,
    start,
    end,
    upos,
    xpos,
    lemma,
    head,
    relation,
    sentence,
    form,
    word,
    vocabulary,
  };
  return { sentences, tokens: mended, notes };
}
