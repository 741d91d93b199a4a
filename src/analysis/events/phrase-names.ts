/** The name or the common noun of an actor that a phrase stands for: on its head, beside it, behind a title, before a pronoun. */
import type { EntityKind, Mention } from "../../model.ts";
import { BASE_RELATION } from "../tree.ts";
import type { ActorNoun } from "./lexicon.ts";
import { compoundKeys, nounAfter } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export interface PhraseNames {
  /** The mention that stands for the phrase with this head, -1. */
  mentionAt(head: number): number;
  /** Of a pronoun the name or role that stands before it in the sentence: it shows who is meant. */
  named(mention: number): number;
}

/** Words from the head of a title to the name: *Chancellor of the Exchequer Jeremy Hunt*. */
const LONGEST_TITLE = 6;
const TITLE_JOINTS: ReadonlySet<string> = new Set(["of", "for", "the", "and"]);

export function createPhraseNames(reading: Reading, mentions: readonly Mention[]): PhraseNames {
  const { tree, tokens } = reading;

  /** A name that stands on the head, or beside it: *President* ← *Vladimir Putin*, *the aid group* ← *Oxfam*. */
  const mentionAt = (head: number): number => {
    const own = reading.headMention[head]!;
    if (own >= 0) return own;
    for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
      const base = BASE_RELATION[tokens.relation[child]!];
      if (base !== REL.flat && base !== REL.appos && tokens.relation[child] !== REL.description)
        continue;
      const mention = reading.headMention[child]!;
      if (mention < 0) continue;
      const { kind } = mentions[mention]!;
      if (kind === "person" || (isBody(kind) && isRightBehind(head, child))) return mention;
    }
    const titled = nameBehindTitle(head);
    if (titled >= 0) return titled;
    const cover = reading.coverMention[head]!;
    return cover >= 0 && reading.tag(head) === "PROPN" && mentions[cover]!.form !== "adjective"
      ? cover
      : -1;
  };

  /** Whether a name begins behind a common noun for a body, with nothing in between. */
  const isRightBehind = (head: number, name: number): boolean =>
    tree.leftEdge[name] === head + 1 &&
    reading.tag(head) === "NOUN" &&
    isBody(actorNoun(reading, head)?.kind);

  /** *Secretary of State Antony Blinken*: a title in capitals that runs into a name, whatever the tree makes of it. */
  const nameBehindTitle = (head: number): number => {
    if (reading.tag(head) !== "PROPN" || actorNoun(reading, head)?.kind !== "person") return -1;
    const end = Math.min(
      head + LONGEST_TITLE,
      reading.parsed.sentences[tokens.sentence[head]!]!.lastToken,
    );
    for (let at = head + 1; at < end; at++) {
      const mention = reading.coverMention[at]!;
      if (mention >= 0 && mentions[mention]!.kind === "person") {
        return mentions[mention]!.start === tokens.start[at] ? mention : -1;
      }
      if (reading.tag(at) !== "PROPN" && !TITLE_JOINTS.has(tokens.form[at]!)) return -1;
    }
    return -1;
  };

  const named = (index: number): number => {
    const { form, entity, sentence, start } = mentions[index]!;
    if (form !== "pronoun") return index;
    let best = index;
    for (const other of reading.mentionsOf(entity)) {
      const mention = mentions[other]!;
      const isFit = mention.form !== "pronoun" && mention.form !== "adjective";
      if (isFit && mention.sentence === sentence && mention.start < start) best = other;
    }
    return best;
  };

  return { mentionAt, named };
}

function isBody(kind: EntityKind | undefined): boolean {
  return kind === "organization" || kind === "group";
}

/** Of what is done to people a number alone tells how many: *three were arrested*, *wounded two*. */
const DONE_TO_PEOPLE: ReadonlySet<string> = new Set(
  "arrest detain kill wound injure hurt jail murder stab kidnap abduct behead execute deport evacuate".split(
    " ",
  ),
);

function isCounted(reading: Reading, head: number): boolean {
  const { head: heads, relation } = reading.tokens;
  const verb = heads[head]!;
  if (verb < 0 || reading.tag(verb) !== "VERB" || !DONE_TO_PEOPLE.has(reading.lemma(verb)))
    return false;
  return relation[head] === REL.obj || relation[head] === REL.nsubjPass;
}

const OWNED: ReadonlySet<string> = new Set(["DET", "PRON", "ADP"]);

/** *Rebels*, *army chief*: what the tables know of the noun; undefined where it is no actor. */
export function actorNoun(reading: Reading, head: number): ActorNoun | undefined {
  if (reading.tag(head) === "NUM")
    return isCounted(reading, head) ? reading.lexicon.actorNouns.get("people") : undefined;
  if (reading.tag(head) !== "NOUN" && reading.tag(head) !== "PROPN" && reading.tag(head) !== "ADJ")
    return undefined;
  for (const key of compoundKeys(reading, head)) {
    const found = reading.lexicon.actorNouns.get(key);
    if (found) return found;
  }
  const lemma = reading.lemma(head);
  // "Shot in the head": the head of something is named with it.
  const isPart = lemma === "head" && head > 0 && OWNED.has(reading.tag(head - 1));
  if (isPart && nounAfter(reading, head, "of") < 0) return undefined;
  return reading.lexicon.actorNouns.get(lemma);
}
