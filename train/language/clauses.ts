/**
 * Who did what to whom, read off a dependency tree: (subject, verb, object) triples of word numbers, with passive
 * and its agent, joined subjects, verbs and objects, and the subject of an open complement (*wants to sell X*).
 * And the plain way to guess the same without a tree: the nearest nouns around the verb.
 */
export interface PlainTree {
  readonly upos: readonly string[];
  /** -1 for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** `subject verb object` as one string, so that sets can be compared. */
export function triplesOf(tree: PlainTree): Set<string> {
  const children: number[][] = tree.heads.map(() => []);
  tree.heads.forEach((head, i) => {
    if (head >= 0) children[head]!.push(i);
  });
  const triples = new Set<string>();
  tree.upos.forEach((tag, verb) => {
    if (tag !== "VERB") return;
    for (const subject of subjectsOf(tree, children, verb, 0)) {
      for (const object of objectsOf(tree, children, verb)) {
        if (subject !== object) triples.add(`${subject} ${verb} ${object}`);
      }
    }
  });
  return triples;
}

/** The nearest noun, name or pronoun before each verb and after it. */
export function nearestNouns(upos: readonly string[]): Set<string> {
  const triples = new Set<string>();
  const isNoun = (i: number): boolean => /^(?:NOUN|PROPN|PRON)$/.test(upos[i]!);
  upos.forEach((tag, verb) => {
    if (tag !== "VERB") return;
    let subject = verb - 1;
    while (subject >= 0 && !isNoun(subject)) subject--;
    let object = verb + 1;
    while (object < upos.length && !isNoun(object)) object++;
    // The head of a run of nouns is its last.
    while (object + 1 < upos.length && isNoun(object + 1)) object++;
    if (subject >= 0 && object < upos.length) triples.add(`${subject} ${verb} ${object}`);
  });
  return triples;
}

type Children = readonly (readonly number[])[];

function subjectsOf(tree: PlainTree, children: Children, verb: number, depth: number): number[] {
  if (isPassive(tree, children, verb)) return withConjuncts(tree, children, verb, ["obl:agent"]);
  const own = withConjuncts(tree, children, verb, ["nsubj", "nsubj:outer"]);
  if (own.length > 0 || depth > 4) return own;
  const head = tree.heads[verb]!;
  if (head < 0) return [];
  const relation = tree.relations[verb]!;
  if (relation === "conj") {
    return isPassive(tree, children, head) ? [] : subjectsOf(tree, children, head, depth + 1);
  }
  if (relation === "xcomp") {
    const objects = withConjuncts(tree, children, head, ["obj", "iobj"]);
    return objects.length > 0 ? objects : surfaceSubjects(tree, children, head, depth + 1);
  }
  return [];
}

function surfaceSubjects(
  tree: PlainTree,
  children: Children,
  verb: number,
  depth: number,
): number[] {
  const own = withConjuncts(tree, children, verb, ["nsubj", "nsubj:pass", "nsubj:outer"]);
  return own.length > 0 ? own : subjectsOf(tree, children, verb, depth);
}

function objectsOf(tree: PlainTree, children: Children, verb: number): number[] {
  if (!isPassive(tree, children, verb)) return withConjuncts(tree, children, verb, ["obj"]);
  return withConjuncts(tree, children, verb, ["nsubj:pass"]);
}

function isPassive(tree: PlainTree, children: Children, verb: number): boolean {
  return children[verb]!.some((child) =>
    /^(?:nsubj:pass|aux:pass|obl:agent)$/.test(tree.relations[child]!),
  );
}

function withConjuncts(
  tree: PlainTree,
  children: Children,
  verb: number,
  relations: readonly string[],
): number[] {
  return children[verb]!.filter((child) => relations.includes(tree.relations[child]!)).flatMap(
    (child) => [child, ...children[child]!.filter((other) => tree.relations[other] === "conj")],
  );
}
