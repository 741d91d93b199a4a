/**
 * Past forms that the tagger took for nouns or adjectives (*The parliament threatened to ...*, *police confiscated
 * weapons*) made verbs again, and the words around them hung on them. News uses many verbs that the treebanks hardly
 * know; without its verb a sentence has no event. Only forms whose verb the lexicon knows, only where a nominal stands
 * right before them.
 */
import type { Sentence } from "../../model.ts";
import { columnsOf, type Draft, treeOf } from "./draft.ts";
import {
  hasVerb,
  headlineFuture,
  headlineVerb,
  hiddenProgressive,
  hiddenVerb,
  isAttribute,
  isFalseInfinitive,
  isGerundOfPhrase,
  isJoinedGerund,
  lonelyParticiple,
  mayHideVerb,
} from "./hidden-verbs.ts";
import type { EventLexicon } from "./lexicon.ts";
import { VB, VBZ, VERB } from "./mended-columns.ts";
import {
  makeAttribute,
  makeGerundNoun,
  makeJoinedNoun,
  makeMain,
  makeNoun,
  makeProgressive,
  makeVerb,
} from "./rehang.ts";

export function repairVerbs(
  draft: Draft,
  lexicon: EventLexicon,
  { firstToken, lastToken, block }: Sentence,
): void {
  const { tokens } = draft;
  if (block === "headline") {
    if (!hasVerb(tokens, firstToken, lastToken)) {
      const hidden = headlineVerb(tokens, lexicon, firstToken, lastToken);
      if (hidden) {
        makeVerb(columnsOf(draft), firstToken, lastToken, hidden.token, hidden.verb);
        columnsOf(draft).xpos[hidden.token] = VBZ;
      }
    }
    const future = headlineFuture(tokens, firstToken, lastToken);
    if (future >= 0) makeMain(columnsOf(draft), future, VB);
  } else {
    const participle = lonelyParticiple(tokens, firstToken, lastToken);
    if (participle >= 0) makeMain(columnsOf(draft), participle);
  }
  for (let token = firstToken + 1; token < lastToken; token++) {
    const tree = treeOf(draft);
    if (tree.upos[token] !== VERB && !mayHideVerb(tokens, lexicon, token)) continue;
    if (isAttribute(tree, tokens, token)) makeAttribute(columnsOf(draft), token);
    else if (isFalseInfinitive(tree, tokens, token)) makeNoun(columnsOf(draft), token);
    else if (isJoinedGerund(tree, tokens, token)) makeJoinedNoun(columnsOf(draft), token);
    else if (isGerundOfPhrase(tree, token)) makeGerundNoun(columnsOf(draft), token);
    else {
      const progressive = hiddenProgressive(tokens, lexicon, token);
      if (progressive !== undefined) {
        makeProgressive(columnsOf(draft), token, progressive);
        continue;
      }
      const verb = hiddenVerb(tree.upos, tokens, lexicon, firstToken, token);
      if (verb !== undefined) makeVerb(columnsOf(draft), firstToken, lastToken, token, verb);
    }
  }
}
