/**
 * *It*, *its*, *they*: things of every sort, most of which nobody names. They are resolved only where the subject of
 * their own clause, or of one above it, is a name: *Boeing said it would cut its staff*.
 */
import type { Pronoun } from "../../lexicon/lexicon.ts";
import type { Draft, DraftMention } from "./drafts.ts";
import { pluralOf } from "./plurals.ts";
import { hasRelation, hasTag, type Reading } from "./reading.ts";
import type { Found, Scene } from "./references.ts";

export function clauseSubject(scene: Scene, token: number, pronoun: Pronoun): Found | undefined {
  const { reading } = scene;
  const { tokens } = reading;
  const isOwner = hasRelation(reading, token, "nmod:poss");
  const isSubject = hasRelation(reading, token, "nsubj", "nsubj:pass");
  if (!isOwner && !isSubject) return undefined;
  let below = token;
  for (let at = tokens.head[token]!; at >= 0; at = tokens.head[at]!) {
    const subject = subjectOf(scene, at, below, token);
    if (subject >= 0) return agreeing(scene, subject, pronoun);
    below = at;
  }
  return isSubject || isInSubject(reading, token)
    ? subjectBefore(scene, token, pronoun)
    : undefined;
}

/**
 * The subject of this verb, where it is not the phrase that we come from; of an infinitive the object of the verb above
 * it (*forced Apple to lower its prices*). Of two subjects, which a parse gives now and then, the one that is a name.
 */
export function subjectOf(
  { reading, draft }: Scene,
  verb: number,
  below: number,
  token: number,
): number {
  const { tree } = reading;
  let found = -1;
  let object = -1;
  for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
    if (child === below || child > token) continue;
    if (hasRelation(reading, child, "nsubj", "nsubj:pass", "nsubj:outer")) {
      if (found < 0 || draft.at[child]) found = child;
    } else if (hasRelation(reading, child, "obj")) object = child;
  }
  return below >= 0 && object >= 0 && hasRelation(reading, below, "xcomp") ? object : found;
}

function isInSubject(reading: Reading, token: number): boolean {
  const { tokens } = reading;
  for (let at = token; at >= 0; at = tokens.head[at]!)
    if (hasRelation(reading, at, "nsubj", "nsubj:pass")) return true;
  return false;
}

function agreeing(
  { reading, draft }: Scene,
  subject: number,
  { number }: Pronoun,
): Found | undefined {
  const mention = draft.at[subject];
  if (!mention) return undefined;
  const joined = coordinated(reading, draft, subject);
  if (joined.length > 1) {
    if (number !== "many" || joined.some((one) => one?.kind !== mention.kind)) return undefined;
    const members = [...new Set(joined.map((one) => one!.chain))];
    return members.length === joined.length && members.every((member) => !member.members)
      ? { chain: pluralOf(draft, members), rule: "pronoun-joined-subjects" }
      : undefined;
  }
  const { chain } = mention;
  const isMany = chain.members !== undefined || chain.kind === "group" || mention.rule === "people";
  if (chain.kind === "person" && !isMany) return undefined;
  if (number === "thing" && isMany) return undefined;
  if (number === "many" && !isMany && chain.kind !== "organization") return undefined;
  return { chain, rule: "pronoun-clause-subject" };
}

/** The mentions of *A*, *B* and *C* in a subject; `undefined` in place of one that is no name. */
function coordinated(
  reading: Reading,
  draft: Draft,
  subject: number,
): readonly (DraftMention | undefined)[] {
  const joined = [draft.at[subject]];
  const addJoinedTo = (word: number): void => {
    const { firstChild, nextSibling } = reading.tree;
    for (let child = firstChild[word]!; child >= 0; child = nextSibling[child]!) {
      if (hasRelation(reading, child, "conj")) joined.push(draft.at[child]);
      // "Karl Braun and Jan Novak": some trees hang the second name on the last word of the first.
      else if (hasRelation(reading, child, "flat")) addJoinedTo(child);
    }
  };
  addJoinedTo(subject);
  return joined;
}

/** *It said ...* after a sentence whose main subject is a name. Verbs of weather and *it is clear that* say nothing of anyone. */
function subjectBefore(scene: Scene, token: number, pronoun: Pronoun): Found | undefined {
  const { reading } = scene;
  const { tokens, parsed, lexicon } = reading;
  const sentence = tokens.sentence[token]!;
  if (sentence === 0) return undefined;
  const verb = tokens.head[token]!;
  const isOwner = hasRelation(reading, token, "nmod:poss");
  if (!isOwner && !lexicon.speechVerbs.has(tokens.lemma[verb] ?? "")) return undefined;
  const { firstToken, lastToken, block } = parsed.sentences[sentence - 1]!;
  if (block !== parsed.sentences[sentence]!.block) return undefined;
  // "..., the Kremlin said. It called ...": who was heard last is heard again.
  for (let i = lastToken - 1; i >= firstToken && !isOwner; i--) {
    if (
      !hasRelation(reading, i, "nsubj") ||
      !lexicon.speechVerbs.has(tokens.lemma[tokens.head[i]!] ?? "")
    )
      continue;
    const found = agreeing(scene, i, pronoun);
    if (found) return found;
  }
  for (let i = firstToken; i < lastToken; i++) {
    if (tokens.head[i] !== -1) continue;
    const subject = subjectOf(scene, i, -1, lastToken);
    return subject >= 0 && hasTag(reading, i, "VERB")
      ? agreeing(scene, subject, pronoun)
      : undefined;
  }
  return undefined;
}
