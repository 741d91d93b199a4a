/** PLOVER's sector of a participant: from its noun, its office, or the words of its name. */
import type { Mention, Role } from "../../model.ts";
import { BASE_RELATION } from "../tree.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export type SectorOf = (mention: Mention, head: number) => string | undefined;

const WORD = /[A-Za-z-]+/g;

export function createSectors(reading: Reading, roles: readonly Role[]): SectorOf {
  const titles = new Map<number, Role>();
  for (const role of roles) {
    const chain = reading.mentions[role.person]?.entity;
    if (chain !== undefined && !titles.has(chain)) titles.set(chain, role);
  }
  const sectorOfWords = (text: string): string | undefined => {
    const words = text.toLowerCase().match(WORD) ?? [];
    for (let i = words.length - 1; i >= 0; i--) {
      const pair = i > 0 ? `${words[i - 1]}_${words[i]}` : "";
      const found =
        reading.lexicon.actorNouns.get(pair) ?? reading.lexicon.actorNouns.get(words[i]!);
      if (found?.sector) return found.sector;
    }
    return undefined;
  };
  return (mention, head) => {
    if (mention.kind === "country" || mention.kind === "place") {
      return mention.form === "metonym" ? "GOV" : undefined;
    }
    const role = titles.get(mention.entity);
    if (role) return role.former ? "ELI" : sectorOfWords(role.title);
    if (mention.kind === "person") {
      const office = officeBeside(reading, head);
      if (office) return office;
    }
    const ownWord = reading.lexicon.actorNouns.get(reading.lemma(head))?.sector;
    if (ownWord) return ownWord;
    return mention.kind === "person" && mention.form === "name"
      ? undefined
      : sectorOfWords(mention.text);
  };
}

/** The sector of a title that stands at a name: *President X*, *Judge Y*; *former* makes it the elite. */
function officeBeside(reading: Reading, head: number): string | undefined {
  const { tree, tokens, lexicon } = reading;
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    const base = BASE_RELATION[tokens.relation[child]!];
    if (base !== REL.nmod && base !== REL.compound && base !== REL.appos && base !== REL.flat)
      continue;
    if (reading.preposition(child) !== "") continue;
    const sector = lexicon.actorNouns.get(reading.lemma(child))?.sector;
    if (sector)
      return reading.lemma(Math.max(0, tree.leftEdge[child]!)) === "former" ? "ELI" : sector;
  }
  return undefined;
}
