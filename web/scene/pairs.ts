/** All that happens between two actors as one line: what it is drawn with, and the acts that it unfolds into. */
import type { Act } from "../../src/model.ts";
import type { DaySpan, Network, PairScope } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";
import { isOpenEvent } from "./open-events.ts";
import { ACT_WORDS, statusWord } from "./words.ts";

export interface PairAct {
  readonly act: Act;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly events: readonly string[];
  readonly stories: number;
  /** None of it is told as done. */
  readonly isOpen: boolean;
  /** Of what is open: *planned*, *denied*. */
  readonly told?: string;
}

export interface Pair {
  readonly id: string;
  /** The smaller id. */
  readonly source: string;
  readonly target: string;
  /** Most stories first. */
  readonly acts: readonly PairAct[];
  readonly stories: number;
  readonly isOpen: boolean;
  readonly days: DaySpan;
}

/** Heaviest first. `events`: those that count. */
export function foldPairs(
  network: Network,
  events: ReadonlySet<string>,
  scope?: PairScope,
): Pair[] {
  const groups = new Map<string, PairAct[]>();
  for (const { source, target, directed, act, ids } of network.pairs(scope)) {
    const counted = ids.filter((id) => events.has(id));
    if (counted.length === 0) continue;
    const key = pairKey(source, target);
    const told = counted.map((id) => toldOpen(network, id));
    const isOpen = told.every((word) => word !== undefined);
    const stories = countStories(network, counted);
    const part: PairAct = {
      ...{ act, source, target, directed, events: counted, stories, isOpen },
      ...(isOpen ? { told: told[0]! } : {}),
    };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  return [...groups]
    .map(([id, acts]) => toPair(network, id, acts))
    .sort((a, b) => b.stories - a.stories || (a.id < b.id ? -1 : 1));
}

function toldOpen({ graph }: Network, id: string): string | undefined {
  const event = graph.getNodeAttributes(id);
  return isEvent(event) && isOpenEvent(event)
    ? statusWord(event.status, event.polarity)
    : undefined;
}

/** As between two names: *meets*, *sanctions (denied)*. */
export function verbOf({ act, told }: PairAct): string {
  return told === undefined ? ACT_WORDS[act][1] : `${ACT_WORDS[act][1]} (${told})`;
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function toPair(network: Network, id: string, acts: readonly PairAct[]): Pair {
  const [source, target] = id.split(" ") as [string, string];
  const events = [...new Set(acts.flatMap((part) => part.events))];
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const event of events) {
    const [first, last] = network.nodeDays(event);
    if (first < 0) continue;
    from = Math.min(from, first);
    to = Math.max(to, last);
  }
  return {
    id,
    source,
    target,
    acts: [...acts].sort((a, b) => b.stories - a.stories || (a.act < b.act ? -1 : 1)),
    stories: countStories(network, events),
    isOpen: acts.every((part) => part.isOpen),
    days: to < 0 ? [-1, -1] : [from, to],
  };
}

/** Two events told in one story are one story. */
function countStories(network: Network, events: readonly string[]): number {
  const stories = new Set<string>();
  for (const id of events) {
    for (const { article } of network.graph.getNodeAttribute(id, "evidence")) {
      stories.add(network.article(article)?.reprintGroup ?? article);
    }
  }
  return stories.size;
}
