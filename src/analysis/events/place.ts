/** Where an event happened: the place or country behind a preposition of place at its trigger. */
import { BASE_RELATION } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

const PREPOSITIONS: ReadonlySet<string> = new Set(
  "in at near outside around inside on across throughout off along".split(" "),
);

/** Index of the mention. */
export function placeOf(reading: Reading, candidate: Candidate): number | undefined {
  const anchors = [candidate.token, candidate.verb];
  for (let inner = candidate.inner, depth = 0; inner && depth < 4; inner = inner.inner, depth++) {
    anchors.push(inner.token);
  }
  for (const anchor of anchors) {
    if (anchor < 0) continue;
    const clause = reading.clause(anchor);
    for (const { prep, head } of [...clause.obliques, ...clause.objectObliques]) {
      if (!PREPOSITIONS.has(prep)) continue;
      const found = placeAt(reading, head) ?? placeInside(reading, head);
      if (found !== undefined) return found;
    }
    // "Visit Moscow": what is visited is the place.
    if (candidate.mode === "visit" && clause.object >= 0) {
      const found = placeAt(reading, clause.object);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function placeAt(reading: Reading, token: number): number | undefined {
  const index = reading.headMention[token]!;
  const mention = reading.mentions[index];
  if (mention === undefined || mention.form === "adjective") return undefined;
  return mention.kind === "place" || mention.kind === "country" ? index : undefined;
}

/** *In the southern town of Basra*, *at a summit in Uzbekistan*. */
function placeInside(reading: Reading, head: number): number | undefined {
  const { tree, tokens } = reading;
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    const base = BASE_RELATION[tokens.relation[child]!];
    if (base !== REL.nmod && base !== REL.appos && base !== REL.compound && base !== REL.flat)
      continue;
    const found = placeAt(reading, child);
    if (found !== undefined) return found;
  }
  return undefined;
}
