/**
 * What makes an addition change what is far away: persons who turn out to be of another country, who are joined or parted by a name that comes,
 * reprints, articles that come late, articles that are analyzed anew. Analyses in, analyses out.
 */
import type { Random } from "../../src/graph/random.ts";
import type { Analysis, Chain } from "../../src/model.ts";
import { contentHash } from "../../src/text/hash.ts";

/** What is there, and what comes. */
export interface Pile {
  readonly before: readonly Analysis[];
  readonly coming: readonly Analysis[];
}

export type Twist = (pile: Pile, random: Random) => Pile;

const FAMOUS = 12;
const COUNTRIES = ["RUS", "USA", "FRA"] as const;

export const TWISTS: Readonly<Record<string, Twist>> = {
  "news of the next days": (pile) => pile,
  /** Each of two countries is told as often, until more come. */
  "persons of another country": ({ before, coming }, random) => {
    const names = famous(before);
    const seen = new Map<string, number>();
    const countryOf = ({ name }: Chain): string => {
      const count = (seen.get(name) ?? Math.floor(random() * 2)) + 1;
      seen.set(name, count);
      return COUNTRIES[count % 2]!;
    };
    const own = (chain: Chain): string => COUNTRIES[names.get(chain.name)! % COUNTRIES.length]!;
    const within = (of: (chain: Chain) => string) => (analysis: Analysis) =>
      withChains(analysis, (chain) =>
        names.has(chain.name) ? { ...chain, country: of(chain) } : chain,
      );
    return { before: before.map(within(countryOf)), coming: coming.map(within(own)) };
  },
  /** Lone last names, of which there was one bearer; now others come. */
  "persons who share a last name": ({ before, coming }, random) => {
    const names = famous(before);
    return {
      before: before.map((analysis) =>
        withNames(analysis, (name) =>
          names.has(name) && random() < 0.5 ? lastOf(name) : undefined,
        ),
      ),
      coming: coming.map((analysis) =>
        withNames(analysis, (name) =>
          names.has(name) ? (random() < 0.7 ? `Zora ${lastOf(name)}` : lastOf(name)) : undefined,
        ),
      ),
    };
  },
  "reprints, some older": ({ before, coming }, random) => ({
    before,
    coming: coming.map((analysis, i) => {
      if (i % 3 === 0) return analysis;
      const { article, ...rest } = pick(before, random);
      const outlet = random() < 0.5 ? article.outlet : `Reprint ${i}`;
      return {
        ...rest,
        article: { ...article, ...placed(`reprint ${i}`), ...(outlet ? { outlet } : {}) },
      };
    }),
  }),
  "days in no order, or none": ({ before, coming }, random) => {
    const days = [...before, ...coming].map(({ article }) => article.published);
    const other = (analysis: Analysis): Analysis => {
      const { published: _, ...article } = analysis.article;
      const published = random() < 0.1 ? undefined : pick(days, random);
      return { ...analysis, article: { ...article, ...(published ? { published } : {}) } };
    };
    return { before: before.map(other), coming: coming.map(other) };
  },
  "articles analyzed anew": ({ before, coming }, random) => ({
    before,
    coming: coming.map((analysis, i) => {
      if (i % 4 === 0) return analysis;
      const old = pick(before, random);
      const names = famous([old]);
      const anew = withChains(old, (chain) =>
        names.has(chain.name) ? { ...chain, country: pick(COUNTRIES, random) } : chain,
      );
      if (i % 4 === 1) return anew;
      const article = { ...anew.article, title: `${anew.article.title}, again` };
      return { ...anew, article, events: anew.events.slice(0, -1), statements: [], notes: [] };
    }),
  }),
};

/** The persons with a full name who stand in most articles, by rank. */
function famous(analyses: readonly Analysis[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { chains } of analyses) {
    for (const { kind, name } of chains) {
      if (kind === "person" && name.includes(" ")) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(sorted.slice(0, FAMOUS).map(([name], i) => [name, i]));
}

function withChains(analysis: Analysis, toChain: (chain: Chain) => Chain): Analysis {
  return { ...analysis, chains: analysis.chains.map(toChain) };
}

/** Chains called otherwise, with their mentions. */
function withNames(analysis: Analysis, toName: (name: string) => string | undefined): Analysis {
  const names = analysis.chains.map(({ kind, name }) =>
    kind === "person" ? toName(name) : undefined,
  );
  return {
    ...analysis,
    chains: analysis.chains.map((chain, i) => ({ ...chain, name: names[i] ?? chain.name })),
    mentions: analysis.mentions.map((mention) => {
      const name = names[mention.entity];
      return name === undefined || mention.form !== "name" ? mention : { ...mention, text: name };
    }),
  };
}

function lastOf(name: string): string {
  return name.split(" ").at(-1)!;
}

function placed(origin: string): Pick<Analysis["article"], "id" | "origin"> {
  return { id: contentHash(origin), origin };
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}
