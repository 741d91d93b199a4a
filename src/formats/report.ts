/**
 * A page of Markdown for people who want to read, not to click: the cast, the countries and what they do to
 * each other, and the main events week by week, each with a sentence that says so.
 */
import type { EventNode, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { inQuotes } from "../graph/in-quotes.ts";
import { byText } from "../graph/order.ts";
import { projectCountries } from "../graph/project.ts";
import { createQuery } from "../graph/query/index.ts";
import type { CitedEvidence, NewsQuery, NodeDetail, RankedNode } from "../graph/query/types.ts";
import type { FileFormat } from "./format.ts";
import { escapeMarkdown, safeLink } from "./markdown.ts";

export const report: FileFormat = {
  name: "report",
  about: "a page of Markdown: the cast, the countries, the events by week",
  extensions: [".report.md", ".md"],
  mediaType: "text/markdown",
  hasPositions: false,
  shape: "file",
  write,
};

const CAST = 20;
const COUNTRIES = 12;
const DEEDS = 15;
const EVENTS_A_WEEK = 7;
const EVENTS_BEFORE_OR_AHEAD = 15;
/** Times coarser than a week say nothing about the week that they begin in. */
const COARSE: ReadonlySet<string | undefined> = new Set([
  "month",
  "season",
  "quarter",
  "year",
  "decade",
]);
const DAY_MS = 86_400_000;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function* write(
  graph: NewsGraph,
  options: { readonly evidence?: boolean } = {},
): Generator<string> {
  const query = createQuery(graph);
  const withQuotes = options.evidence !== false;
  const days = published(graph);
  yield opening(graph, days);
  yield "\n## The cast\n\n";
  for (const node of query.top({ kinds: ["person", "organization"], limit: CAST })) {
    yield castEntry(query, node, withQuotes);
  }
  yield "\n## The countries\n\n";
  for (const { name, stories } of query.top({ kinds: ["country"], limit: COUNTRIES })) {
    yield `- **${escapeMarkdown(name)}**, ${storiesText(stories)}\n`;
  }
  const deeds = projectCountries(graph).slice(0, DEEDS);
  if (deeds.length > 0) yield "\nWhat they did:\n\n";
  for (const { source, target, act, directed, events, first, last } of deeds) {
    const names = [source, target].map((code) => countryName(graph, code));
    yield `- ${names.join(directed ? " → " : " and ")}: ${act}, ${events} ${events === 1 ? "event" : "events"}${spanText(first, last)}\n`;
  }
  yield "\n## What happened\n";
  const { weeks, before, ahead } = eventsByTime(graph, days);
  const list = function* (heading: string, events: readonly EventEntry[], most: number) {
    if (events.length === 0) return;
    yield `\n### ${heading}\n\n`;
    for (const [id, event] of events.slice(0, most)) {
      yield eventEntry(event, withQuotes ? query.get(id)?.event?.evidence : undefined);
    }
    if (events.length > most) yield `- and ${events.length - most} more\n`;
  };
  for (const [monday, events] of weeks) {
    yield* list(`Week of ${longDate(monday)}`, events, EVENTS_A_WEEK);
  }
  yield* list("Ahead", ahead, EVENTS_BEFORE_OR_AHEAD);
  yield* list("Looking back", before, EVENTS_BEFORE_OR_AHEAD);
}

function opening(graph: NewsGraph, days: Days | undefined): string {
  const { counts } = graph.getAttributes();
  const { articles = 0, stories = 0, entities = 0, events = 0 } = counts ?? {};
  const span = days === undefined ? "" : ` of ${longDate(days.first)} to ${longDate(days.last)}`;
  return `# The news${span}\n\n${articles} articles, ${stories} stories: ${entities} people, organizations, countries and places in ${events} events.\n`;
}

interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days from the first article to the last. */
function published(graph: NewsGraph): Days | undefined {
  const days = graph.mapNodes((_, { first, last }) => [first, last]).flat();
  const known = days.filter((day) => day !== undefined).sort();
  return known.length === 0 ? undefined : { first: known[0]!, last: known.at(-1)! };
}

function castEntry(
  query: NewsQuery,
  { id, name, stories }: RankedNode,
  withQuotes: boolean,
): string {
  const node = query.get(id)!;
  const titles = node.roles
    .filter(({ source, title }) => source === id && title !== undefined)
    .slice(0, 2)
    .map(({ title, target }) => `${title}, ${query.get(target)?.name ?? target}`);
  const office = titles.length === 0 ? "" : ` (${escapeMarkdown(titles.join("; "))})`;
  const said = withQuotes ? naming(node) : undefined;
  const quote = said === undefined ? "" : `  \n  ${quoteText(said)}`;
  return `- **${escapeMarkdown(name)}**${office}, ${storiesText(stories)}${quote}\n`;
}

/** The earliest sentence with the name in it, else with another name; a pronoun or a role would have the reader guess. */
function naming({ name, aliases, evidence }: NodeDetail): CitedEvidence | undefined {
  for (const word of [name, ...aliases]) {
    const found = evidence.find(({ quote }) => quote.includes(word));
    if (found !== undefined) return found;
  }
  return evidence[0];
}

function eventEntry(event: EventNode, evidence: CitedEvidence | undefined): string {
  const what = event.polarity === "denied" ? `${event.status}, denied` : event.status;
  const told = `${event.plover}, ${what}, ${storiesText(event.stories)}`;
  const time = timeText(event);
  const day = time === undefined ? "" : `${time}: `;
  const quote = evidence === undefined ? "" : `  \n  ${quoteText(evidence)}`;
  return `- ${day}**${escapeMarkdown(event.name)}** (${told})${quote}\n`;
}

function quoteText({ quote, outlet, title, published, url }: CitedEvidence): string {
  const source = [outlet ?? title, published?.slice(0, 10)].filter(
    (part) => part !== undefined && part !== "",
  );
  return `${inQuotes(escapeMarkdown(quote))} — ${safeLink(source.join(", "), url)}`;
}

/** As exact as it was told: `2023-03-17`, `March 2023`, `2023`; a decade or a season by its first and last day. */
function timeText({ from, to, precision }: EventNode): string | undefined {
  if (from === undefined) return undefined;
  if (precision === "year") return from.slice(0, 4);
  if (precision === "month") return `${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`;
  return to === undefined || to === from ? from : `${from} to ${to}`;
}

type EventEntry = [id: string, event: EventNode];

interface EventsByTime {
  /** By Monday, from the first article's to the last one's; inside a week the most told first. */
  readonly weeks: readonly (readonly [monday: string, events: readonly EventEntry[]])[];
  /** What the articles look back to, the most told first. */
  readonly before: readonly EventEntry[];
  /** What is to come after the last article, the next first. */
  readonly ahead: readonly EventEntry[];
}

/** Events without any day are left to the graph. */
function eventsByTime(graph: NewsGraph, days: Days | undefined): EventsByTime {
  const weeks = new Map<string, EventEntry[]>();
  const before: EventEntry[] = [];
  const ahead: EventEntry[] = [];
  if (days === undefined) return { weeks: [], before, ahead };
  const firstMonday = mondayOf(days.first);
  graph.forEachNode((id, attributes: NodeAttributes) => {
    if (attributes.kind !== "event") return;
    const day = attributes.from ?? attributes.first;
    if (day === undefined) return;
    const monday = mondayOf(day);
    if (day > days.last) ahead.push([id, attributes]);
    else if (monday < firstMonday) before.push([id, attributes]);
    else {
      // A month or a year that began in these weeks is told of, not dated: the day of the telling has it.
      const week = COARSE.has(attributes.precision) ? mondayOf(attributes.first ?? day) : monday;
      const events = weeks.get(week);
      if (events === undefined) weeks.set(week, [[id, attributes]]);
      else events.push([id, attributes]);
    }
  });
  for (const events of [before, ...weeks.values()]) {
    events.sort(([, a], [, b]) => b.stories - a.stories);
  }
  ahead.sort(byText(([, { from }]) => from ?? ""));
  return { weeks: [...weeks].sort(byText(([monday]) => monday)), before, ahead };
}

function mondayOf(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - weekday * DAY_MS).toISOString().slice(0, 10);
}

function longDate(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

function spanText(first: string | undefined, last: string | undefined): string {
  if (first === undefined) return "";
  return first === last || last === undefined ? ` (${first})` : ` (${first} to ${last})`;
}

function countryName(graph: NewsGraph, code: string): string {
  const id = `country:${code}`;
  return escapeMarkdown(graph.hasNode(id) ? graph.getNodeAttribute(id, "name") : code);
}

function storiesText(count: number): string {
  return `${count} ${count === 1 ? "story" : "stories"}`;
}
