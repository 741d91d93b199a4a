/** *Its armed forces*, *the army*: an institution whose country stands in a pronoun or was said before. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import { type DraftChain, newChain } from "./drafts.ts";
import { institutionKey } from "./institutions.ts";
import { hasTag } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";

export function institutionAt(scene: Scene, token: number, end: number): Reference | undefined {
  const { reading, draft } = scene;
  const { keys, lexicon } = reading;
  const owner = draft.at[token];
  const isOwned =
    owner?.form === "pronoun" && owner.first === token && owner.chain.country !== undefined;
  if (!isOwned && keys[token] !== "the") return undefined;
  if (token + 1 >= end || draft.at[token + 1]) return undefined;
  if (isOwned && HOME_NOUNS.has(keys[token + 1]!)) return ownCountry(scene, token, owner.chain);
  const match = longestPhrase(lexicon.organizations.institutions, keys, token + 1, end);
  if (!match || !isWhole(scene, match.to, end)) return undefined;
  const span = { first: token, last: match.to, form: "role" as const };
  if (!isOwned) {
    const chain = onlyInstitution(scene, match.key);
    return chain && { ...span, rule: "institution-again", chain };
  }
  const { country } = owner.chain;
  // A company's or a person's own "forces" and "police" are not its country's.
  if (owner.chain.kind !== "country" || !country) return undefined;
  const key = institutionKey(country, match.key);
  const known = draft.chains.find(({ keys: named }) => named.has(key));
  if (known) return { ...span, rule: "owned-institution", chain: known };
  const adjective = lexicon.countries.adjectives.get(country) ?? owner.chain.name;
  const chain = newChain(draft, {
    kind: "organization",
    name: `${adjective} ${match.key}`,
    sort: match.values[0]!,
    country,
  });
  chain.keys.add(key);
  return { ...span, rule: "owned-institution", chain };
}

const HOME_NOUNS = new Set(["country", "nation", "homeland"]);

/** *The minister said his country would wait*. */
function ownCountry({ draft }: Scene, token: number, owner: DraftChain): Reference | undefined {
  if (owner.kind !== "person") return undefined;
  const chain = draft.chains.find(
    ({ kind, country }) => kind === "country" && country === owner.country,
  );
  return chain && { first: token, last: token + 2, form: "role", rule: "own-country", chain };
}

function isWhole({ reading, draft }: Scene, after: number, end: number): boolean {
  if (after >= end) return true;
  return (
    !hasTag(reading, after, "NOUN", "PROPN") && reading.keys[after] !== "of" && !draft.titled[after]
  );
}

/** The one institution of that sort that the article has named with its country. */
function onlyInstitution({ draft }: Scene, phrase: string): DraftChain | undefined {
  let found: DraftChain | undefined;
  for (const chain of draft.chains) {
    for (const key of chain.keys) {
      if (
        !key.endsWith(`|${phrase}`) ||
        key.length !== phrase.length + 4 ||
        chain.kind !== "organization"
      )
        continue;
      if (found && found !== chain) return undefined;
      found = chain;
    }
  }
  return found;
}
