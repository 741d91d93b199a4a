/**
 * The corpora mark names in different ways; what is trained on is brought to one: bounds without titles and
 * without *the*, peoples and faiths as MISC, no name cut off at a hyphen.
 */
import type { DataSource } from "../../src/lexicon/data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";
import type { TaggedDocument, TaggedName, TaggedSentence } from "./read-names.ts";

const TITLES = new Set(
  (
    "mr mrs ms miss dr prof professor president senator sen rep governor gov general gen colonel col captain capt " +
    "lieutenant lt major maj sergeant sgt minister secretary judge justice ambassador congressman congresswoman " +
    "chancellor premier emperor empress pope king queen prince princess bishop archbishop cardinal sheikh ayatollah " +
    "imam rabbi rev reverend sheriff detective inspector mayor coach chairman commissioner admiral commander"
  ).split(" "),
);
/** Newspapers are organizations; the Wikipedia sets have them among works. */
const NEWSPAPERS = new Set(
  (
    "Times Post Herald Tribune Gazette Guardian Telegraph Chronicle News Observer Express Mail Today Globe " +
    "Independent Journal Standard Daily Mirror Inquirer Star Examiner Dispatch"
  ).split(" "),
);
const HYPHEN = /^[-–]$/;
const WORD = /^\p{L}[\p{L}'’.]*$/u;
const CAPITALIZED = /^\p{Lu}/u;

export type Mend = (document: TaggedDocument) => TaggedDocument;

/** `data` for the words of peoples and faiths. */
export function createMend(data: DataSource): Mend {
  const peoples = readPeoples(data);
  return (document) => ({
    ...document,
    sentences: document.sentences.map((sentence) =>
      mendSentence(sentence, document.source, peoples),
    ),
  });
}

/** GUM's names end at a hyphen: *Cheng Chung* of *Cheng Chung - tai*. Of a person's name the rest is taken in. */
export function mendHyphens({ tokens, names }: TaggedSentence): TaggedSentence {
  const taken = new Set(names.map(({ first }) => first));
  const mended = names.map((name) => {
    let { last } = name;
    const next = tokens[last + 1];
    if (!HYPHEN.test(tokens[last] ?? "") || next === undefined || taken.has(last + 1)) return name;
    const goesOn =
      name.kind === "PER" ? WORD.test(next) : CAPITALIZED.test(next) || /^\d/.test(next);
    if (!goesOn || next === "the") return name;
    last += 2;
    while (name.kind === "PER" && CAPITALIZED.test(tokens[last] ?? "") && !taken.has(last)) last++;
    return { ...name, last };
  });
  return { tokens, names: mended };
}

function mendSentence(
  sentence: TaggedSentence,
  source: string,
  peoples: ReadonlySet<string>,
): TaggedSentence {
  const { tokens } = sentence;
  const whole = source.startsWith("gum") ? mendHyphens(sentence) : sentence;
  const names = whole.names
    .map((name) => trimFront(tokens, name))
    .map((name) =>
      name.kind === "MISC" && name.last - name.first > 1 && NEWSPAPERS.has(tokens[name.last - 1]!)
        ? { ...name, kind: "ORG" as const }
        : name,
    )
    .filter(({ kind, first, last }) => kind !== "MISC" || hasCapital(tokens, first, last))
    .map((name) =>
      name.last - name.first === 1 && peoples.has(tokens[name.first]!)
        ? { ...name, kind: "MISC" as const }
        : name,
    );
  return { tokens, names: [...names, ...missedPeoples(tokens, names, peoples)] };
}

function trimFront(tokens: readonly string[], name: TaggedName): TaggedName {
  let { first } = name;
  if (tokens[first] === "the" && name.last - first > 1) first++;
  if (name.kind === "PER") {
    while (name.last - first > 1 && isTitle(tokens[first]!))
      first += tokens[first + 1] === "." ? 2 : 1;
    if (first >= name.last) return name;
  }
  return { ...name, first };
}

function isTitle(token: string): boolean {
  return TITLES.has(token.toLowerCase().replace(/\.$/, ""));
}

/** Some corpora leave nationalities out; as the others mark them, so do we. */
function missedPeoples(
  tokens: readonly string[],
  names: readonly TaggedName[],
  peoples: ReadonlySet<string>,
): TaggedName[] {
  const taken = new Uint8Array(tokens.length);
  for (const { first, last } of names) taken.fill(1, first, last);
  return tokens.flatMap((token, i) =>
    taken[i] === 0 && peoples.has(token) ? [{ kind: "MISC" as const, first: i, last: i + 1 }] : [],
  );
}

function hasCapital(tokens: readonly string[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (/\p{Lu}/u.test(tokens[i]!)) return true;
  return false;
}

/** Words of nationality and faith; not the few that are also common words or names. */
function readPeoples(data: DataSource): Set<string> {
  const peoples = new Set<string>();
  for (const [, adjectives = "", nouns = ""] of parseTable(data.text("en/demonyms.tsv"))) {
    for (const word of `${adjectives}|${nouns}`.split("|")) {
      peoples.add(word);
      if (/(?:an|i|ek|ot)$/.test(word)) peoples.add(`${word}s`);
    }
  }
  for (const [word = "", sort] of parseTable(data.text("en/groups.tsv"))) {
    if (sort !== "region") peoples.add(word);
  }
  for (const word of ["", "Georgian", "Jordanian"]) peoples.delete(word);
  for (const word of ["Christianity", "Islam", "Judaism", "Buddhism", "Hinduism", "Catholicism"])
    peoples.add(word);
  return new Set([...peoples].filter((word) => CAPITALIZED.test(word) && word.length > 3));
}
