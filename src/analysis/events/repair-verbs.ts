/**
 * Past forms that the tagger took for nouns or adjectives (*The parliament threatened to ...*, *police confiscated
 * weapons*) made verbs again, and the words around them hung on them. News uses many verbs that the treebanks hardly
 * know; without its verb a sentence has no event. Only forms whose verb the lexicon knows, only where a nominal stands
 * right before them. Then clauses whose subject went astray (`repair-clauses.ts`),
 * subjects that fell apart (`joined-subjects.ts`) and tails that tell who said so (`repair-tails.ts`). Works on a copy.
 */
import type { Parsed } from "../parsed.ts";
import {
  hasVerb,
  headlineFuture,
  headlineVerb,
  hiddenProgressive,
  hiddenVerb,
  isAttribute,
  isFalseInfinitive,
  isJoinedGerund,
  lonelyParticiple,
  mayHideVerb,
} from "./hidden-verbs.ts";
import { joinSubjects } from "./joined-subjects.ts";
import type { EventLexicon } from "./lexicon.ts";
import { type Columns, copy, isTree, restore, VB, VBZ, VERB } from "./mended-columns.ts";
import {
  makeAttribute,
  makeJoinedNoun,
  makeMain,
  makeNoun,
  makeProgressive,
  makeVerb,
} from "./rehang.ts";
import { repairClauses } from "./repair-clauses.ts";
import { repairComplements } from "./repair-complements.ts";
import { repairRelatives } from "./repair-relatives.ts";
import { repairTail } from "./repair-tails.ts";
import { repairThat } from "./repair-that.ts";

export function repairVerbs(parsed: Parsed, lexicon: EventLexicon): Parsed {
  const { tokens } = parsed;
  let columns: Columns | undefined;
  for (const { firstToken, lastToken, block } of parsed.sentences) {
    if (block === "headline" && !hasVerb(tokens, firstToken, lastToken)) {
      const hidden = headlineVerb(tokens, lexicon, firstToken, lastToken);
      if (hidden) {
        columns ??= copy(tokens);
        makeVerb(columns, firstToken, lastToken, hidden.token, hidden.verb);
        columns.xpos[hidden.token] = VBZ;
      }
    }
    if (block === "headline") {
      const future = headlineFuture(tokens, firstToken, lastToken);
      if (future >= 0) {
        columns ??= copy(tokens);
        makeMain(columns, future, VB);
      }
    } else {
      const participle = lonelyParticiple(tokens, firstToken, lastToken);
      if (participle >= 0) {
        columns ??= copy(tokens);
        makeMain(columns, participle);
      }
    }
    for (let token = firstToken + 1; token < lastToken; token++) {
      const isVerb = (columns?.upos ?? tokens.upos)[token] === VERB;
      if (!isVerb && !mayHideVerb(tokens, lexicon, token)) continue;
      if (isAttribute(columns ?? tokens, tokens, token)) {
        columns ??= copy(tokens);
        makeAttribute(columns, token);
        continue;
      }
      if (isFalseInfinitive(columns ?? tokens, tokens, token)) {
        columns ??= copy(tokens);
        makeNoun(columns, token);
        continue;
      }
      if (isJoinedGerund(columns ?? tokens, tokens, token)) {
        columns ??= copy(tokens);
        makeJoinedNoun(columns, token);
        continue;
      }
      const progressive = hiddenProgressive(tokens, lexicon, token);
      if (progressive !== undefined) {
        columns ??= copy(tokens);
        makeProgressive(columns, token, progressive);
        continue;
      }
      const verb = hiddenVerb(columns?.upos ?? tokens.upos, tokens, lexicon, firstToken, token);
      if (verb === undefined) continue;
      columns ??= copy(tokens);
      makeVerb(columns, firstToken, lastToken, token, verb);
    }
    columns = repairClauses(tokens, firstToken, lastToken, columns);
    columns = repairRelatives(tokens, firstToken, lastToken, columns);
    columns = repairComplements(tokens, firstToken, lastToken, columns);
    columns = repairThat(tokens, firstToken, lastToken, columns);
    columns = joinSubjects(tokens, firstToken, lastToken, columns);
    columns = repairTail(tokens, firstToken, lastToken, columns);
    if (columns && !isTree(columns.head, firstToken, lastToken))
      restore(columns, firstToken, lastToken);
  }
  if (columns === undefined) return parsed;
  const { upos, xpos, head, relation, lemma } = columns;
  const { count, start, end, form, sentence } = tokens;
  const { sentences, notes } = parsed;
  // In the order of the given table: objects of one shape are read faster.
  const mended = { count, start, end, upos, xpos, lemma, form, head, relation, sentence };
  return { sentences, tokens: mended, notes };
}
