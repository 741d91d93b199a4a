/** One chain of one article, with what linking needs to know of it. */
import type { ChainFacts } from "./records.ts";

export interface ChainRecord
  extends Pick<
    ChainFacts,
    "kind" | "name" | "names" | "mentions" | "country" | "unnamed" | "offices" | "walks"
  > {
  /** Index into the articles, which are sorted by id. */
  readonly article: number;
  readonly chain: number;
  /** Day of the article, NaN where it has none. */
  readonly day: number;
  /** Smallest article id of the story. */
  readonly story: string;
}

/** A chain as far as who is who depends on it: all but where it stands. */
export type CastFacts = Omit<ChainFacts, "findings">;

/** Plural chains (*the two countries*) stand for their members and are left out. */
export function toChainRecords(
  chains: readonly CastFacts[],
  article: number,
  day: number,
  story: string,
): ChainRecord[] {
  const records: ChainRecord[] = [];
  chains.forEach((facts, chain) => {
    if (facts.members !== undefined || facts.mentions === 0) return;
    const { kind, name, names, mentions, offices, walks, country, unnamed } = facts;
    // There are millions of them: made in one go each, without copies.
    const record: { -readonly [Key in keyof ChainRecord]: ChainRecord[Key] } = {
      article,
      chain,
      day,
      story,
      kind,
      name,
      names,
      mentions,
      offices,
      walks,
    };
    if (country !== undefined) record.country = country;
    if (unnamed === true) record.unnamed = true;
    records.push(record);
  });
  return records;
}
