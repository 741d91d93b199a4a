/**
 * News calls people by country, office and name (*Russian President Vladimir Putin*); the treebanks, mails and
 * reviews for the most part, seldom do, and a parser trained on them takes the adjective for a word of its own. So
 * some of their sentences with a full name are repeated with country and office put in front of it.
 */
import type { GoldSentence } from "../conllu.ts";

interface Word {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly relation: string;
}

const DEMONYMS =
  "Russian Chinese French German Israeli Iranian Turkish Ukrainian British American Indian Pakistani Syrian Iraqi Egyptian Japanese Polish Italian Spanish Brazilian Mexican Afghan Saudi Palestinian Lebanese Greek Serbian Cuban Dutch Swedish".split(
    " ",
  );
const COUNTRIES =
  "US UK U.S. UN EU Iran Israel Kremlin Pentagon NATO Hamas Fatah Senate Kenya".split(" ");
const OFFICES =
  "President Premier Chancellor Ambassador Senator Vice-President Governor General King Chairman".split(
    " ",
  );
const MINISTRIES = "Prime Foreign Interior Deputy Economic Cultural".split(" ");
const ROLES =
  "leader spokesman spokeswoman envoy official diplomat lawyer minister commander".split(" ");

/** A copy of the sentence with a title before one of its full names; undefined where it has none that is bare. */
export function withTitle(sentence: GoldSentence, random: () => number): GoldSentence | undefined {
  const names = sentence.forms.flatMap((_, i) => (isBareName(sentence, i) ? [i] : []));
  if (names.length === 0) return undefined;
  const at = names[Math.floor(random() * names.length)]!;
  return insertBefore(sentence, at, makeTitle(random));
}

function isBareName({ heads, relations, xpos }: GoldSentence, at: number): boolean {
  if (xpos[at] !== "NNP" || relations[at] === "flat" || relations[at] === "compound") return false;
  let isFull = false;
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] !== at) continue;
    if (relations[i] === "flat" && xpos[i] === "NNP" && i === at + 1) isFull = true;
    if (i < at && /^(?:det|amod|compound|nmod|nummod|flat)/.test(relations[i]!)) return false;
  }
  return isFull;
}

function makeTitle(random: () => number): Word[] {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  const demonym = (): Word => ({ form: pick(DEMONYMS), upos: "ADJ", xpos: "JJ", relation: "amod" });
  const country = (): Word => ({
    form: pick(COUNTRIES),
    upos: "PROPN",
    xpos: "NNP",
    relation: "compound",
  });
  const office = (form: string): Word => ({
    form,
    upos: "PROPN",
    xpos: "NNP",
    relation: "nmod:desc",
  });
  const role = (): Word => ({
    form: pick(ROLES),
    upos: "NOUN",
    xpos: "NN",
    relation: "nmod:desc",
  });
  const whose = random() < 0.65 ? demonym() : country();
  const sort = random();
  if (sort < 0.5) return [whose, office(pick(OFFICES))];
  if (sort < 0.8) {
    const ministry: Word = { form: pick(MINISTRIES), upos: "ADJ", xpos: "NNP", relation: "amod" };
    return [whose, ministry, office("Minister")];
  }
  return [whose, role()];
}

/** The last of the words hangs on the name, the others on the last. */
function insertBefore(sentence: GoldSentence, at: number, words: readonly Word[]): GoldSentence {
  const shift = words.length;
  const title = at + shift - 1;
  const moved = (i: number): number => (i >= at ? i + shift : i);
  const heads = words.map((_, k) => (k === shift - 1 ? at + shift : title));
  const insert = <T>(column: readonly T[], own: readonly T[]): T[] => [
    ...column.slice(0, at),
    ...own,
    ...column.slice(at),
  ];
  return {
    ...sentence,
    forms: insert(
      sentence.forms,
      words.map(({ form }) => form),
    ),
    lemmas: insert(
      sentence.lemmas,
      words.map(({ form }) => form),
    ),
    upos: insert(
      sentence.upos,
      words.map(({ upos }) => upos),
    ),
    xpos: insert(
      sentence.xpos,
      words.map(({ xpos }) => xpos),
    ),
    relations: insert(
      sentence.relations,
      words.map(({ relation }) => relation),
    ),
    heads: insert(sentence.heads.map(moved), heads),
  };
}
