/** *His Chinese counterpart*: the person of that country who holds the same office. */
import { type DraftChain, type DraftMention, newChain } from "./drafts.ts";
import { nameText } from "./name-text.ts";
import { hasTag } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";

const NOUNS = new Set(["counterpart", "opposite number"]);

/** Begins at the possessive or at the country word; ends with the noun. */
export function counterpartAt(scene: Scene, token: number, end: number): Reference | undefined {
  const { reading, draft } = scene;
  const { keys } = reading;
  const possessive = hasTag(reading, token, "PRON") ? draft.at[token] : undefined;
  const at = hasTag(reading, token, "PRON", "DET") ? token + 1 : token;
  const nation = draft.at[at];
  if (!nation || nation.first !== at || nation.kind !== "country" || nation.last >= end)
    return undefined;
  if (at === token && hasTag(reading, token - 1, "PRON", "DET")) return undefined;
  if (!NOUNS.has(keys[nation.last]!)) return undefined;
  const country = nation.chain.country!;
  const next = personBehind(scene, nation.last + 1, end);
  if (next !== undefined) {
    next.chain.country ??= country;
    shareOffice(scene, possessive, nation, next);
    return undefined;
  }
  const classes = new Set(possessive?.chain.titles.map((held) => held.class) ?? []);
  const persons = draft.chains.filter((chain) => chain.kind === "person" && !chain.members);
  const ofCountry = persons.filter((chain) => chain.country === country);
  const sameOffice = (list: readonly DraftChain[]): readonly DraftChain[] =>
    list.filter(({ titles }) => titles.some((held) => classes.has(held.class)));
  // Without an office to go by, only a country with one person leaves no doubt.
  const found =
    only(sameOffice(ofCountry)) ??
    only(ofCountry) ??
    only(sameOffice(persons).filter((chain) => !chain.country && chain !== possessive?.chain));
  const span = { first: token, last: nation.last + 1, form: "role" as const };
  if (found) return { ...span, rule: "counterpart", chain: found };
  if (ofCountry.length > 0) return undefined;
  const chain = newChain(draft, {
    kind: "person",
    name: nameText(reading, { first: at, last: nation.last + 1 }),
    unnamed: true,
    country,
  });
  return { ...span, rule: "unnamed-counterpart", chain };
}

/** *Her Swedish counterpart Ulf Berg*, *her Swedish counterpart, Ulf Berg, said*: beside it, or between commas. */
function personBehind(
  { reading: { keys }, draft }: Scene,
  at: number,
  end: number,
): DraftMention | undefined {
  const isAside = keys[at] === ",";
  const person = draft.at[isAside ? at + 1 : at];
  if (person?.kind !== "person" || person.first !== (isAside ? at + 1 : at)) return undefined;
  const isClosed = person.last >= end || keys[person.last] === "," || keys[person.last] === ".";
  return isAside && !isClosed ? undefined : person;
}

/** *The minister told his Ukrainian counterpart Dmytro Kuleba*: he holds in his country what the other holds in his. */
function shareOffice(
  { draft }: Scene,
  possessive: DraftMention | undefined,
  of: DraftMention,
  person: DraftMention,
): void {
  const held = possessive?.chain.titles.find(
    ({ former, of: owner }) => !former && owner?.kind === "country",
  );
  if (!held || possessive?.chain === person.chain) return;
  const { title } = held;
  person.chain.titles.push({ ...held, of: of.chain, country: of.chain.country! });
  const { first } = possessive!;
  draft.roles.push({
    person,
    of,
    title,
    former: false,
    first,
    last: person.last,
    rule: "counterpart-office",
  });
}

function only(chains: readonly DraftChain[]): DraftChain | undefined {
  return chains.length === 1 ? chains[0] : undefined;
}
