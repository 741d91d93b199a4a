/** What the whole article settles, in this order; each step returns a new list. */
import { withoutCommonWords } from "./common-words.ts";
import { withoutDoubtful } from "./doubtful-names.ts";
import { withFirmsApart } from "./firms-apart.ts";
import { withKnownWords } from "./known-words.ts";
import { addMissed } from "./missed-names.ts";
import { settleKinds } from "./settle-kinds.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { markTeams } from "./teams.ts";

export function makeConsistent(tagged: Tagged): TaggedSpan[] {
  const known = withKnownWords({ ...tagged, spans: withFirmsApart(tagged) });
  const settled = settleKinds(tagged, known);
  const kept = withoutCommonWords(tagged, settled);
  const all = addMissed(tagged, kept);
  // What was missed may stand beside the word that tells its kind: "Zalcor shares".
  const resettled = all.length > kept.length ? settleKinds(tagged, all) : all;
  return markTeams(tagged, withoutDoubtful(tagged, resettled));
}
