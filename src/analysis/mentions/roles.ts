/**
 * Who holds which office: *Russian President Vladimir Putin*, *Kremlin spokesman Dmitry Peskov*, *Xi Jinping,
 * president of China,*, *the head of the bank, Jane Doe*. Titles never become part of a name.
 */
import type { CountryCode } from "../../model.ts";
import type { Draft, DraftChain, DraftMention } from "./drafts.ts";
import type { Held } from "./held-titles.ts";
import { ownOrganizations } from "./organization-owners.ts";
import type { Reading } from "./reading.ts";
import { titleAfterName } from "./titles-after-names.ts";
import { titleBeforeName } from "./titles-before-names.ts";

export function findRoles(reading: Reading, draft: Draft): void {
  for (const mention of [...draft.mentions]) {
    if (mention.kind !== "person" || (mention.form !== "name" && mention.form !== "short"))
      continue;
    const held =
      titleBeforeName(reading, draft, mention) ?? titleAfterName(reading, draft, mention);
    if (held) hold(reading, draft, mention, held);
  }
  ownOrganizations(draft);
}

function hold({ lexicon }: Reading, draft: Draft, person: DraftMention, held: Held): void {
  const { title, of } = held;
  const { chain } = person;
  if (title.entry.gender) chain.gender = title.entry.gender;
  const country = of?.chain.country;
  if (country) chain.country ??= country;
  chain.titles.push({
    title: title.title,
    class: title.entry.class,
    former: title.former,
    ...(country ? { country } : {}),
    ...(of ? { of: of.chain } : {}),
  });
  draft.titled.fill(1, title.first, title.last);
  // A Russian businessman is Russian, but holds no office of Russia's.
  const isPrivate = lexicon.titleClasses("private").has(title.entry.class);
  const { first, last, rule } = held;
  const office = { person, title: title.title, former: title.former, first, last };
  if (!of) {
    if (lexicon.titleClasses("national").has(title.entry.class)) draft.bareOffices.push(office);
  } else if (!isPrivate || of.kind !== "country") draft.roles.push({ ...office, of, rule });
}

/** Nobody said of which country this person and his offices are. They are of this one; a role it is where the article names it. */
export function holdForCountry(
  draft: Draft,
  chain: DraftChain,
  country: CountryCode,
  rule: string,
): void {
  chain.country = country;
  const of = draft.chains.find((one) => one.kind === "country" && one.country === country)
    ?.mentions[0];
  if (of === undefined) return;
  for (const office of draft.bareOffices)
    if (office.person.chain === chain) draft.roles.push({ ...office, of, rule });
}
