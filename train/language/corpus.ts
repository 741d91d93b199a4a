/** The treebanks that train the tagger and the parser: UD English EWT and the open documents of GUM, made alike. */
import { join } from "node:path";
import { type GoldSentence, readConllu } from "../conllu.ts";
import { seededRandom } from "./random.ts";
import { telegraphic } from "./telegraphic.ts";
import { withTitle } from "./titled-names.ts";

/** Share of the sentences that are repeated as a headline would print them; more made names and common nouns worse to tell apart. */
const TITLE_SHARE = 0.04;
const CAPITALS_SHARE = 0.02;
/** Of the headlines in their own grammar: common in American news, rare in British. */
const HEADLINE_TITLE_SHARE = 0.25;

export function readTreebanks(corpora: string): GoldSentence[] {
  return ["ewt-train", "gum-open-train"].flatMap((name) =>
    readConllu(join(corpora, "ud", `${name}.conllu.gz`)).map(harmonize),
  );
}

/** GUM tags the *United* of names VERB where EWT has ADJ. */
function harmonize(sentence: GoldSentence): GoldSentence {
  return {
    ...sentence,
    upos: sentence.upos.map((tag, i) =>
      tag === "VERB" && sentence.xpos[i] === "NNP" ? "ADJ" : tag,
    ),
  };
}

/**
 * The sentences and, seeded, copies of some: with titled names, in the grammar of headlines, in Title Case, in
 * CAPITALS. Headlines bring UAS / LAS of EWT dev from .850 / .809 to .852 / .812, of GUM news held out from .821 / .780 to
 * .822 / .783 (a greedy parser without newswire), and of their own kind from .78 / .71 to .81 / .75.
 */
export function withNewsCopies(sentences: readonly GoldSentence[]): GoldSentence[] {
  const random = seededRandom(7);
  const all: GoldSentence[] = [];
  for (const sentence of sentences) {
    // Copies follow their source, so that both fall into the same fold of a jackknife.
    all.push(sentence);
    const chance = random();
    if (sentence.forms.length < 4) continue;
    const titled = withTitle(sentence, random);
    if (titled !== undefined) all.push(titled);
    const headline = telegraphic(sentence, random);
    if (headline !== undefined) {
      all.push(random() < HEADLINE_TITLE_SHARE ? asHeadline(headline, toTitleCase) : headline);
    }
    if (chance < TITLE_SHARE) all.push(asHeadline(sentence, toTitleCase));
    else if (chance < TITLE_SHARE + CAPITALS_SHARE) {
      all.push(asHeadline(sentence, (form) => form.toUpperCase()));
    }
  }
  return all;
}

/** Headlines have no full stop. */
function asHeadline(
  sentence: GoldSentence,
  recase: (form: string, tag: string) => string,
): GoldSentence {
  const last = sentence.forms.length - 1;
  const isLeaf = !sentence.heads.includes(last);
  const end = sentence.forms[last] === "." && isLeaf ? last : last + 1;
  return {
    ...sentence,
    forms: sentence.forms.slice(0, end).map((form, i) => recase(form, sentence.upos[i]!)),
    lemmas: sentence.lemmas.slice(0, end),
    upos: sentence.upos.slice(0, end),
    xpos: sentence.xpos.slice(0, end),
    heads: sentence.heads.slice(0, end),
    relations: sentence.relations.slice(0, end),
  };
}

const SMALL = /^(?:a|an|the|and|or|but|of|in|on|at|to|by|for|with|from|as|'s|n't|’s|n’t)$/i;

function toTitleCase(form: string): string {
  return SMALL.test(form) ? form : form.charAt(0).toUpperCase() + form.slice(1);
}
