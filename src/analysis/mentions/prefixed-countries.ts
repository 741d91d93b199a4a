/** Countries inside one token: *pro-Russian*, *anti-American*, *post-Soviet*. */
import { nameKey } from "../../text/fold.ts";
import type { NamedSpan } from "./drafts.ts";
import { isCapitalized, type Reading } from "./reading.ts";

const PREFIX = /^(?:pro|anti|non|ex|post|pre|trans|intra|un)-/i;

export function prefixedCountryAt(
  { tokens, lexicon }: Reading,
  token: number,
): NamedSpan | undefined {
  const form = tokens.form[token]!;
  const prefix = PREFIX.exec(form);
  if (!prefix) return undefined;
  const rest = form.slice(prefix[0].length);
  if (!isCapitalized(rest)) return undefined;
  const words = lexicon.countries.words.entries.get(nameKey(rest)) ?? [];
  const word = words.find(({ exact }) => exact === undefined || exact === rest);
  if (!word) return undefined;
  return {
    first: token,
    last: token + 1,
    from: tokens.start[token]! + prefix[0].length,
    kind: "country",
    form: "adjective",
    rule: "prefixed-country",
    country: word.country,
  };
}
