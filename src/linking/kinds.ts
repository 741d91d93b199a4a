/**
 * One name, one kind: where nearly all mentions of a name in the pile are an organisation, the article in which it was
 * taken for a person or a place that no table knows is wrong. Known places stay: a club and its town share a name.
 */
import { type ChainPile, KINDS } from "./chain-pile.ts";
import { organizationKeyOf } from "./organizations.ts";
import { perName } from "./per-name.ts";

const MAIN_KIND = 0.75;

/** Of a line that is left out. */
export const NO_KIND = 255;

const PERSON = KINDS.indexOf("person");
const ORGANIZATION = KINDS.indexOf("organization");
const PLACE = KINDS.indexOf("place");

/** By line: index into `KINDS`. Nothing of it hangs on the article. */
export function agreeOnKinds(pile: ChainPile): Uint8Array {
  const mentions = countByLine(pile);
  const kinds = Uint8Array.from({ length: pile.lines }, (_, line) =>
    pile.isLeftOut(line) ? NO_KIND : pile.kindOfLine(line),
  );
  const names = new Map<string, NameKinds>();
  const toName = perName(pile, (_, name): NameKinds => {
    const key = organizationKeyOf(pile, name);
    let own = names.get(key);
    if (own === undefined) {
      own = { counts: new Map(), main: undefined };
      names.set(key, own);
    }
    return own;
  });
  kinds.forEach((kind, line) => {
    if (mentions[line] === 0 || !canChange(pile, line, kind)) return;
    const { counts } = toName(pile.nameOfLine(line));
    counts.set(kind, (counts.get(kind) ?? 0) + mentions[line]!);
  });
  let areSome = false;
  for (const own of names.values()) {
    if (own.counts.size < 2) continue;
    const total = [...own.counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [kind, count] of own.counts) if (count >= MAIN_KIND * total) own.main = kind;
    areSome ||= own.main !== undefined;
  }
  if (!areSome) return kinds;
  return kinds.map((kind, line) =>
    canChange(pile, line, kind) ? (toName(pile.nameOfLine(line)).main ?? kind) : kind,
  );
}

/** Mentions of all its chains. */
function countByLine(pile: ChainPile): Float64Array {
  const mentions = new Float64Array(pile.lines);
  for (let row = 0; row < pile.rows; row++) mentions[pile.line(row)]! += pile.mentions(row);
  return mentions;
}

interface NameKinds {
  /** Mentions. */
  readonly counts: Map<number, number>;
  /** What nearly all of them are. */
  main: number | undefined;
}

/** Who holds an office is a person and a place with a country is one, whatever the others are called. */
function canChange(pile: ChainPile, line: number, kind: number): boolean {
  if (pile.isUnnamedLine(line)) return false;
  if (kind === PLACE) return pile.countryOfLine(line) === 0;
  return kind === ORGANIZATION || (kind === PERSON && !pile.hasOffices(line));
}

/** By kind: the rows of it, in their order. */
export function rowsByKind(pile: ChainPile, kinds: Uint8Array): Uint32Array[] {
  const counts = KINDS.map(() => 0);
  for (let row = 0; row < pile.rows; row++) {
    const kind = kinds[pile.line(row)]!;
    if (kind !== NO_KIND) counts[kind]!++;
  }
  const rows = counts.map((count) => new Uint32Array(count));
  const ends = KINDS.map(() => 0);
  for (let row = 0; row < pile.rows; row++) {
    const kind = kinds[pile.line(row)]!;
    if (kind !== NO_KIND) rows[kind]![ends[kind]!++] = row;
  }
  return rows;
}
