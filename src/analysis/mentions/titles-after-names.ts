/** Offices after a name: *Xi Jinping, president of China*, *Jane Doe is the bank's chief*. */
import type { Draft, DraftMention } from "./drafts.ts";
import { DETERMINERS, former, type Held, OF_WORDS } from "./held-titles.ts";
import { hasTag, type Reading, sentenceOf } from "./reading.ts";
import { type TitleMatch, titleAt } from "./titles.ts";

/** How far after *of* the name may begin: *chief executive of the aircraft maker Boeing*. */
const REACH = 5;

/** *Xi Jinping, president of China*; *Jane Doe, a spokeswoman for the bank*; *Jane Doe is the bank's chief*. */
export function titleAfterName(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
): Held | undefined {
  const { keys, tokens } = reading;
  const [, end] = sentenceOf(reading, person.first);
  let at = person.last;
  const isApposition = keys[at] === "," || keys[at] === "(";
  const isCopula = tokens.lemma[at] === "be" || tokens.lemma[at] === "become";
  if (!isApposition && !isCopula) return undefined;
  at += 1;
  if (keys[at] === "who" && tokens.lemma[at + 1] === "be") at += 2;
  while (at < end && DETERMINERS.has(keys[at]!)) at += 1;
  const limit = Math.min(end, at + 12);
  const early = titleAt(reading, at, limit);
  if (early) return withOffice(reading, draft, person, early, undefined, limit);
  // "Jane Doe, the Russian foreign minister"; "Jane Doe, Boeing's former chief executive".
  const modifier = former(reading, at);
  const owner = draft.at[at + modifier];
  if (!owner || owner.first !== at + modifier || owner.kind === "person") return undefined;
  const next = keys[owner.last] === "'s" || keys[owner.last] === "'" ? owner.last + 1 : owner.last;
  const title = titleAt(reading, next, limit);
  return (
    title &&
    withOffice(
      reading,
      draft,
      person,
      { ...title, former: title.former || modifier > 0 },
      owner,
      limit,
    )
  );
}

function withOffice(
  reading: Reading,
  draft: Draft,
  person: DraftMention,
  title: TitleMatch,
  owner: DraftMention | undefined,
  limit: number,
): Held | undefined {
  if (title.entry.onlyBefore) return undefined;
  const named = nameAfterOf(reading, draft, title.last, limit);
  // "Boeing's head of China operations" is Boeing's; "the Bulgarian head of the fund" is the fund's.
  const of = owner && owner.form !== "adjective" ? owner : (named ?? owner);
  if (named && owner?.form === "adjective") person.chain.country ??= owner.chain.country!;
  // A noun that goes on is no title: "Jane Doe, president-watcher", "Smith, director Steven's friend".
  const next = draft.at[title.last];
  if (next?.kind === "person" && next.first === title.last) return undefined;
  return {
    title,
    ...(of ? { of } : {}),
    first: person.first,
    last: Math.max(title.last, of?.last ?? 0),
    rule: "title-after-name",
  };
}

/** The first name after *of*, before the phrase ends. */
function nameAfterOf(
  reading: Reading,
  draft: Draft,
  from: number,
  limit: number,
): DraftMention | undefined {
  const { keys } = reading;
  if (!OF_WORDS.has(keys[from]!)) return undefined;
  for (let i = from + 1; i < Math.min(limit, from + 1 + REACH); i++) {
    const mention = draft.at[i];
    if (mention) return mention.kind === "person" ? undefined : wholeOf(draft, keys, mention);
    if (hasTag(reading, i, "PUNCT", "VERB", "AUX") && keys[i] !== "") return undefined;
  }
  return undefined;
}

/** Of *Russia's Security Council* the council, not Russia. */
function wholeOf(draft: Draft, keys: readonly string[], mention: DraftMention): DraftMention {
  const next = keys[mention.last] === "'s" ? mention.last + 1 : mention.last;
  const whole = draft.at[next];
  const isWhole =
    whole?.kind === "organization" && (whole.first === mention.first || whole.first === next);
  return mention.kind === "country" && isWhole ? whole : mention;
}
