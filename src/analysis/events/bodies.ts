/** PLOVER's codes for organisations that belong to no country: IGO, NGO, MNC, INT. */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";

/** The code of a name; undefined where it may well belong to a country. */
export type BodyOf = (name: string) => string | undefined;

const CODES: Readonly<Record<string, string>> = {
  alliance: "IGO",
  ngo: "NGO",
  company: "MNC",
  armed: "INT",
};

const UNITED_NATIONS = /^(?:the )?(?:united nations|u\.\s?n\.?|un)\b/i;
const COMMUNITY =
  /^(?:the )?(?:european (?:union|community|commission|parliament)|e\.?[cu]\.?)(?:\s|$)/i;
const CHARITY = /\b(?:red cross|red crescent|amnesty|greenpeace|without borders|human rights)\b/i;
const WORLDWIDE =
  /\b(?:international|world|global|worldwide|european|african|arab|asian|pan-|inter-)\b/i;

export function loadBodies(data: DataSource): BodyOf {
  const known = new Map<string, string>();
  for (const [names = "", country, sort = ""] of parseTable(data.text("en/organizations.tsv"))) {
    const code = CODES[sort];
    if (country || code === undefined) continue;
    for (const name of names.split("|")) known.set(key(name), code);
  }
  return (name) => {
    // "Al-Qaeda terror network": what stands behind the name does not change whose it is.
    const words = key(name).split(" ");
    for (let last = words.length; last > 0; last--) {
      const found = known.get(words.slice(0, last).join(" "));
      if (found) return found;
    }
    if (UNITED_NATIONS.test(name) || COMMUNITY.test(name)) return "IGO";
    if (CHARITY.test(name)) return "NGO";
    return WORLDWIDE.test(name) ? "INT" : undefined;
  };
}

function key(name: string): string {
  return name.replace(/^=/, "").replace(/^the /i, "").toLowerCase();
}
