/**
 * Headlines have a grammar of their own: no articles, no *be* in passives, the present for what has happened, *to* for
 * what will, a comma for *and*. Treebanks hold hardly any, and a tagger trained on them takes *quits* and *denies* for
 * nouns. So some of their statements are repeated as a headline would tell them. The rules: Straumann, Newspaper Headlines (1935), and
 * the news itself.
 */
import type { GoldSentence } from "../conllu.ts";

interface Row {
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  head: number;
  relation: string;
  isDropped: boolean;
}

const LONGEST = 24;
const SHORTEST = 3;
const COMMA_SHARE = 0.4;

/** A copy in the grammar of headlines, in sentence case and without full stop; undefined where nothing would change or it is no statement. */
export function telegraphic(
  sentence: GoldSentence,
  random: () => number,
): GoldSentence | undefined {
  const rows = rowsOf(sentence);
  if (!isPlain(sentence) || !hasNamedSubject(rows, random)) return undefined;
  const leaves = rows.map((_, i) => !sentence.heads.includes(i));
  let isChanged = false;
  const drop = (row: Row): void => {
    row.isDropped = true;
    isChanged = true;
  };
  const last = rows.length - 1;
  if (rows[last]!.form === "." && leaves[last]) rows[last]!.isDropped = true;
  for (const [i, row] of rows.entries()) {
    if (!leaves[i]) continue;
    if (row.relation === "det" && /^(?:an?|the)$/i.test(row.form)) drop(row);
    else if (row.relation === "aux:pass" && /^VB[DPZ]$/.test(row.xpos)) drop(row);
    else if (row.relation === "mark" && row.form === "that") drop(row);
    else if (row.relation === "cc" && row.form === "and" && isBetweenNames(rows, i)) {
      if (random() >= COMMA_SHARE) continue;
      Object.assign(row, { form: ",", lemma: ",", upos: "PUNCT", xpos: ",", relation: "punct" });
      isChanged = true;
    }
  }
  for (const [i, row] of rows.entries()) {
    if (row.upos === "VERB" && toHeadlineTense(rows, leaves, i)) isChanged = true;
  }
  if (!isChanged) return undefined;
  const kept = withoutDropped(rows, sentence);
  return kept.forms.length < SHORTEST ? undefined : kept;
}

/** A short sentence that tells something, and begins with what it tells of. */
function isPlain({ forms, upos, xpos, heads }: GoldSentence): boolean {
  if (forms.length > LONGEST || forms.some((form) => /["“”?!]/.test(form))) return false;
  return !/^(?:CC|UH|IN|RB|-LRB-|LS)$/.test(xpos[0]!) && upos[heads.indexOf(-1)] === "VERB";
}

/** Whether the root has a subject before it; a pronoun is made somebody of whom news tells. */
function hasNamedSubject(rows: Row[], random: () => number): boolean {
  const root = rows.findIndex(({ head }) => head === -1);
  const at = rows.findIndex(
    ({ head, relation }, i) => head === root && i < root && /^nsubj(?::pass)?$/.test(relation),
  );
  const subject = rows[at];
  if (subject === undefined) return false;
  if (subject.upos !== "PRON") return /^(?:NOUN|PROPN)$/.test(subject.upos);
  const isLeaf = !rows.some(({ head }) => head === at);
  if (!isLeaf || !/^(?:he|she|they|we|i|it|you)$/i.test(subject.form)) return false;
  const isPlural = random() < PLURAL_SHARE;
  const words = isPlural ? MANY : ONE;
  const form = words[Math.floor(random() * words.length)]!;
  const isName = !isPlural && form === capitalized(form);
  Object.assign(subject, {
    form,
    lemma: form,
    upos: isName ? "PROPN" : "NOUN",
    xpos: isName ? "NNP" : isPlural ? "NNS" : "NN",
  });
  // "I want", "they want": the present agrees with who is there now.
  const verb = rows[root]!;
  if (/^VB[PZ]$/.test(verb.xpos)) toPresent(rows, root);
  return true;
}

const PLURAL_SHARE = 0.3;
const ONE =
  "Putin Biden Merkel Johnson Macron Obama Modi Erdogan Sharon Blair Russia Ukraine China Israel Iran Germany Britain Turkey Japan Microsoft Google Toyota Boeing Reuters Parliament Congress Pentagon Kremlin NATO UN EU court government minister president mayor judge army woman man firm company bank coach striker".split(
    " ",
  );
const MANY =
  "ministers leaders troops rebels lawmakers scientists workers officials protesters judges farmers Democrats Republicans shares prices stocks doctors teachers prosecutors".split(
    " ",
  );

function rowsOf(sentence: GoldSentence): Row[] {
  return sentence.forms.map((form, i) => ({
    form,
    lemma: sentence.lemmas[i]!,
    upos: sentence.upos[i]!,
    xpos: sentence.xpos[i]!,
    head: sentence.heads[i]!,
    relation: sentence.relations[i]!,
    isDropped: false,
  }));
}

/** *Putin and Xi*: two nouns of which the second hangs on the first. */
function isBetweenNames(rows: readonly Row[], cc: number): boolean {
  const second = rows[rows[cc]!.head]!;
  const first = rows[second.head];
  return (
    second.relation === "conj" &&
    first?.upos === second.upos &&
    /^(?:NOUN|PROPN)$/.test(second.upos)
  );
}

/** *resigned* and *has resigned* -> *resigns*; *will visit* -> *to visit*; *is visiting* -> *visiting*. */
function toHeadlineTense(rows: readonly Row[], leaves: readonly boolean[], at: number): boolean {
  const verb = rows[at]!;
  const auxiliaries = rows.flatMap((row, i) =>
    row.head === at && row.relation === "aux" ? [i] : [],
  );
  if (auxiliaries.length === 0) {
    if (verb.xpos !== "VBD") return false;
    toPresent(rows, at);
    return true;
  }
  if (auxiliaries.length > 1 || !leaves[auxiliaries[0]!]) return false;
  const auxiliary = rows[auxiliaries[0]!]!;
  const isPassive = rows.some(({ head, relation }) => head === at && relation === "aux:pass");
  if (auxiliary.form === "will" && !isPassive && verb.xpos === "VB") {
    Object.assign(auxiliary, {
      form: "to",
      lemma: "to",
      upos: "PART",
      xpos: "TO",
      relation: "mark",
    });
    return true;
  }
  if (auxiliary.lemma === "have" && !isPassive && verb.xpos === "VBN") {
    auxiliary.isDropped = true;
    toPresent(rows, at);
    return true;
  }
  if (auxiliary.lemma === "be" && verb.xpos === "VBG") {
    auxiliary.isDropped = true;
    return true;
  }
  return false;
}

function toPresent(rows: readonly Row[], at: number): void {
  const verb = rows[at]!;
  const isPlural = hasPluralSubject(rows, at);
  const lower = isPlural ? verb.lemma : thirdPerson(verb.lemma);
  verb.form = at === 0 ? capitalized(lower) : lower;
  verb.xpos = isPlural ? "VBP" : "VBZ";
}

function hasPluralSubject(rows: readonly Row[], verb: number): boolean {
  const subject = rows.findIndex(({ head, relation }) => head === verb && relation === "nsubj");
  if (subject < 0) {
    const { head, relation } = rows[verb]!;
    return relation === "conj" && head >= 0 && hasPluralSubject(rows, head);
  }
  const { xpos, lemma } = rows[subject]!;
  return (
    /^NNP?S$/.test(xpos) ||
    /^(?:they|we|I|you|these|those)$/i.test(lemma) ||
    rows.some(({ head, relation }) => head === subject && relation === "conj")
  );
}

const THIRD_PERSONS = new Map([
  ["be", "is"],
  ["have", "has"],
  ["do", "does"],
  ["go", "goes"],
]);

function thirdPerson(lemma: string): string {
  const irregular = THIRD_PERSONS.get(lemma);
  if (irregular !== undefined) return irregular;
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function withoutDropped(rows: readonly Row[], sentence: GoldSentence): GoldSentence {
  const moved: number[] = [];
  let next = 0;
  for (const { isDropped } of rows) moved.push(isDropped ? -1 : next++);
  const kept = rows.filter(({ isDropped }) => !isDropped);
  return {
    ...sentence,
    forms: kept.map(({ form }, i) => (i === 0 ? capitalized(form) : form)),
    lemmas: kept.map(({ lemma }) => lemma),
    upos: kept.map(({ upos }) => upos),
    xpos: kept.map(({ xpos }) => xpos),
    heads: kept.map(({ head }) => (head < 0 ? -1 : moved[head]!)),
    relations: kept.map(({ relation }) => relation),
  };
}

function capitalized(form: string): string {
  return form.charAt(0).toUpperCase() + form.slice(1);
}
