/** The finished draft as the model writes it: mentions in text order, chains in the order of their first mention. */
import type { Chain, Mention, Role } from "../../model.ts";
import type { Mutable } from "../../text/mutable.ts";
import type { Draft, DraftChain, DraftMention } from "./drafts.ts";
import type { Cast } from "./index.ts";
import type { Reading } from "./reading.ts";

export function toCast({ article, tokens }: Reading, draft: Draft): Cast {
  const ordered = [...draft.mentions].sort((a, b) => a.first - b.first || b.last - a.last);
  const chains: DraftChain[] = [];
  const idOf = new Map<DraftChain, number>();
  const number = (chain: DraftChain): number => {
    let id = idOf.get(chain);
    if (id === undefined) {
      id = chains.length;
      chains.push(chain);
      idOf.set(chain, id);
    }
    return id;
  };
  for (const { chain } of ordered) number(chain);
  // A plural may stand for a chain that has no mention of its own.
  for (let i = 0; i < chains.length; i++) chains[i]!.members?.forEach(number);
  const indexOf = new Map<DraftMention, number>(ordered.map((mention, index) => [mention, index]));
  const mentions = ordered.map(({ first, last, from, kind, form, rule, chain }): Mention => {
    const start = from ?? tokens.start[first]!;
    const end = tokens.end[last - 1]!;
    return {
      start,
      end,
      text: article.text.slice(start, end),
      kind,
      form,
      entity: idOf.get(chain)!,
      sentence: tokens.sentence[first]!,
      rule,
    };
  });
  return {
    mentions,
    chains: chains.map((chain, id) => finished(chain, id, idOf)),
    roles: draft.roles
      .map(({ person, of, title, former, first, last, rule }): Role => {
        const role: Partial<Mutable<Role>> = {
          start: tokens.start[first]!,
          end: tokens.end[last - 1]!,
          person: indexOf.get(person)!,
          title,
          of: indexOf.get(of)!,
        };
        if (former) role.former = former;
        role.sentence = tokens.sentence[first]!;
        role.rule = rule;
        return role as Role;
      })
      .sort((a, b) => a.start - b.start || a.end - b.end || a.person - b.person),
  };
}

function finished(chain: DraftChain, id: number, idOf: ReadonlyMap<DraftChain, number>): Chain {
  const { kind, name, country, unnamed, members } = chain;
  return {
    id,
    kind,
    name,
    ...(country ? { country } : {}),
    ...(unnamed ? { unnamed } : {}),
    ...(members ? { members: members.map((member) => idOf.get(member)!) } : {}),
  };
}
