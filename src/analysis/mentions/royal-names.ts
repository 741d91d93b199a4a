/** *Prince Andrew*, *Pope Francis*: who has no family name goes by name and title; *Andrew* alone may be anybody. */
import { nameParts } from "../../text/name-parts.ts";
import type { Draft, DraftChain } from "./drafts.ts";
import { nameText } from "./name-text.ts";
import { isCapitalized, type Reading, sentenceOf } from "./reading.ts";
import { titleBefore } from "./titles.ts";

export function nameRoyals(reading: Reading, draft: Draft): void {
  const titled = new Map<DraftChain, Map<string, number>>();
  for (const { kind, form, first, chain } of draft.mentions) {
    if (kind !== "person" || (form !== "name" && form !== "short")) continue;
    if (nameParts(chain.name).words.length !== 1) continue;
    const title = royalTitle(reading, first);
    if (title === undefined) continue;
    const counts = titled.get(chain) ?? new Map<string, number>();
    counts.set(title, (counts.get(title) ?? 0) + 1);
    titled.set(chain, counts);
  }
  for (const [chain, counts] of titled) {
    const [[title]] = [...counts].sort((a, b) => b[1] - a[1]) as [[string, number]];
    chain.name = `${title} ${chain.name}`;
  }
}

/** As it is written right before the name, with a capital. */
function royalTitle(reading: Reading, name: number): string | undefined {
  const title = titleBefore(reading, name, sentenceOf(reading, name)[0]);
  if (!title?.entry.named) return undefined;
  const first = title.last - title.entry.title.split(" ").length;
  const { form } = reading.tokens;
  return isCapitalized(form[first]!) ? nameText(reading, { first, last: title.last }) : undefined;
}
