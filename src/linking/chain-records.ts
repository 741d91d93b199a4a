/** One chain of one article, with what linking needs to know of it. */
import type { Analysis, Chain, CountryCode, EntityKind } from "../model.ts";
import type { Stories } from "./stories.ts";

export interface ChainRecord {
  /** Index into the sorted analyses. */
  readonly article: number;
  readonly chain: number;
  readonly kind: EntityKind;
  readonly name: string;
  /** Proper names and short names by number of mentions; empty for an unnamed chain. */
  readonly names: ReadonlyMap<string, number>;
  /** Indexes into the mentions of the article. */
  readonly mentions: readonly number[];
  readonly country: CountryCode | undefined;
  /** Titles held, `president`, with the country or the name of the organisation: `president/RUS`. */
  readonly offices: readonly string[];
  readonly unnamed: boolean;
  /** Smallest article id of the story. */
  readonly story: string;
}

/** Plural chains (*the two countries*) stand for their members and are left out. */
export function toChainRecords(analyses: readonly Analysis[], stories: Stories): ChainRecord[] {
  return analyses.flatMap((analysis, article) => {
    const names = analysis.chains.map(() => new Map<string, number>());
    const mentions = analysis.chains.map((): number[] => []);
    analysis.mentions.forEach(({ entity, form, text }, i) => {
      mentions[entity]!.push(i);
      if (form !== "name" && form !== "short") return;
      const forms = names[entity]!;
      forms.set(text, (forms.get(text) ?? 0) + 1);
    });
    const offices = officesOf(analysis);
    return analysis.chains
      .filter((chain) => chain.members === undefined && mentions[chain.id]!.length > 0)
      .map((chain) => ({
        article,
        chain: chain.id,
        kind: chain.kind,
        name: chain.name,
        names: names[chain.id]!,
        mentions: mentions[chain.id]!,
        country: chain.country,
        offices: offices.get(chain.id) ?? [],
        unnamed: chain.unnamed === true,
        story: stories.storyOf[article]!,
      }));
  });
}

function officesOf({ mentions, chains, roles }: Analysis): Map<number, string[]> {
  const offices = new Map<number, string[]>();
  for (const { person, title, of, former } of roles) {
    if (former) continue;
    const holder = mentions[person]!.entity;
    const seat: Chain = chains[mentions[of]!.entity]!;
    const office = `${title}/${seat.country ?? seat.name}`;
    const list = offices.get(holder);
    if (list) list.push(office);
    else offices.set(holder, [office]);
  }
  return offices;
}
