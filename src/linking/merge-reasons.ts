/** Why the names of an entity are taken for one: said for each name beside the one it is called by. */
import type { EntityKind, Merge } from "../model.ts";
import type { ChainPile, Rows } from "./chain-pile.ts";
import { by, mostFrequent } from "./order.ts";
import { organizationKey } from "./organizations.ts";
import { foldName } from "./person-names.ts";

const ACRONYM = /^[\p{Lu}\p{N}][\p{Lu}\p{N}&.-]{1,9}$/u;

/**
 * One a name: the reason that most of its chains have, with the first article in which it holds. `lines`: those of the rows. `idOf`: the id of an
 * article.
 */
export function mergeReasons(
  kind: EntityKind,
  name: string,
  pile: ChainPile,
  rows: Rows,
  lines: Iterable<number>,
  idOf: (article: number) => string,
): Merge[] {
  const own = pile.nameNumber(name);
  /** By line with another name: what is told of it, by what else the reason hangs on. Of a country there are a few and a hundred thousand rows. */
  const toldOf = new Map<number, Told[]>();
  /** The same by name. */
  const found = new Map<number, Told[]>();
  for (const line of lines) {
    const other = pile.nameOfLine(line);
    if (other === own) continue;
    const told = found.get(other) ?? [];
    found.set(other, told);
    toldOf.set(line, told);
  }
  if (found.size === 0) return [];
  // Only for people does the reason hang on the story.
  const stories = new Set<number>();
  if (kind === "person") {
    for (const row of rows) if (!toldOf.has(pile.line(row))) stories.add(pile.story(row));
  }
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const reasons = toldOf.get(pile.line(row));
    if (reasons === undefined) continue;
    const isNear = stories.size > 0 && stories.has(pile.story(row));
    const at = Number(pile.isUnnamed(row)) * 2 + Number(isNear);
    const told = reasons[at];
    const article = pile.article(row);
    if (told === undefined) reasons[at] = { count: 1, first: article };
    else {
      told.count++;
      told.first = Math.min(told.first, article);
    }
  }
  return [...found]
    .map(([other, told]): Merge => {
      const what = pile.text(other);
      const reasons = new Map<string, Told>();
      told.forEach(({ count, first }, at) => {
        const reason = reasonFor(kind, name, what, { isUnnamed: at >= 2, isNear: at % 2 === 1 });
        const same = reasons.get(reason) ?? { count: 0, first };
        const all = { count: same.count + count, first: Math.min(same.first, first) };
        reasons.set(reason, all);
      });
      const counts = new Map([...reasons].map(([reason, { count }]) => [reason, count]));
      const reason = mostFrequent(counts)!;
      return { what, reason, article: idOf(reasons.get(reason)!.first) };
    })
    .sort(by(({ what }) => what));
}

interface Told {
  count: number;
  /** Articles are sorted by id. */
  first: number;
}

function reasonFor(
  kind: EntityKind,
  name: string,
  what: string,
  { isUnnamed, isNear }: { readonly isUnnamed: boolean; readonly isNear: boolean },
): string {
  if (isUnnamed) {
    return kind === "person"
      ? "office that only this person holds in the story"
      : "the same words for it, without a name";
  }
  if (kind === "country" || kind === "place") return "another name of the place";
  const [own, other] = [foldName(name), foldName(what)];
  if (own === other) return "another spelling of the name";
  if (kind !== "person") {
    if (organizationKey(name) === organizationKey(what)) return "the same without legal form";
    return ACRONYM.test(what) || ACRONYM.test(name)
      ? "acronym that an article ties to the name"
      : "short name that an article ties to the name";
  }
  if (!other.includes(" ")) {
    return isNear
      ? "part of the name, only bearer in the story"
      : "part of the name, bearer of nearly all mentions";
  }
  return own.split(" ").at(-1) === other.split(" ").at(-1)
    ? "the same last name, first names that agree"
    : "the same words of the name";
}
