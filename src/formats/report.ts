/**
 * A page of Markdown for people who want to read, not to click: the cast, the countries and what they do to
 * each other, and the main events week by week, each with a sentence that says so.
 */
import type { EventNode, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { projectCountries } from "../graph/project.ts";
import { createQuery } from "../graph/query/index.ts";
import type { CitedEvidence, NewsQuery, RankedNode } from "../graph/query/types.ts";
import type { FileFormat } from "./format.ts";
import { escapeMarkdown, safeLink } from "./markdown.ts";

export const report: FileFormat = {
  name: "report",
  about: "a page of Markdown: the cast, the countries, the events by week",
  extensions: [".report.md", ".md"],
  mediaType: "text/markdown",
  shape: "file",
  write,
};

const CAST = 20;
const COUNTRIES = 12;
const DEEDS = 15;
const EVENTS_A_WEEK = 7;
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
  yield opening(graph);
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
  for (const [monday, events] of eventsByWeek(graph)) {
    yield `\n### Week of ${longDate(monday)}\n\n`;
    for (const [id, event] of events.slice(0, EVENTS_A_WEEK)) {
      yield eventEntry(event, withQuotes ? query.get(id)?.event?.evidence : undefined);
    }
    const left = events.length - EVENTS_A_WEEK;
    if (left > 0) yield `- and ${left} more\n`;
  }
}

function opening(graph: NewsGraph): string {
  const { counts } = graph.getAttributes();
  const days = graph.mapNodes((_, { first, last }) => [first, last]).flat();
  const known = days.filter((day) => day !== undefined).sort();
  const { articles = 0, stories = 0, entities = 0, events = 0 } = counts ?? {};
  const span = known.length === 0 ? "" : ` of ${longDate(known[0]!)} to ${longDate(known.at(-1)!)}`;
  return `# The news${span}\n\n${articles} articles, ${stories} stories: ${entities} people, organizations, countries and places in ${events} events.\n`;
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
  const [first] = node.evidence;
  const quote = withQuotes && first !== undefined ? `  \n  ${quoteText(first)}` : "";
  return `- **${escapeMarkdown(name)}**${office}, ${storiesText(stories)}${quote}\n`;
}

function eventEntry(event: EventNode, evidence: CitedEvidence | undefined): string {
  const what = event.polarity === "denied" ? `${event.status}, denied` : event.status;
  const told = `${event.plover}, ${what}, ${storiesText(event.stories)}`;
  const day = event.from === undefined ? "" : `${event.from}: `;
  const quote = evidence === undefined ? "" : `  \n  ${quoteText(evidence)}`;
  return `- ${day}**${escapeMarkdown(event.name)}** (${told})${quote}\n`;
}

function quoteText({ quote, outlet, title, published, url }: CitedEvidence): string {
  const source = [outlet ?? title, published?.slice(0, 10)].filter(
    (part) => part !== undefined && part !== "",
  );
  return `“${escapeMarkdown(quote)}” — ${safeLink(source.join(", "), url)}`;
}

/** By Monday; inside a week the most told first. Events without any day are left to the graph. */
function eventsByWeek(graph: NewsGraph): [string, [string, EventNode][]][] {
  const weeks = new Map<string, [string, EventNode][]>();
  graph.forEachNode((id, attributes: NodeAttributes) => {
    if (attributes.kind !== "event") return;
    const day = attributes.from ?? attributes.first;
    if (day === undefined) return;
    const monday = mondayOf(day);
    const events = weeks.get(monday);
    if (events === undefined) weeks.set(monday, [[id, attributes]]);
    else events.push([id, attributes]);
  });
  for (const events of weeks.values()) events.sort(([, a], [, b]) => b.stories - a.stories);
  return [...weeks].sort(([a], [b]) => (a < b ? -1 : 1));
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
