/** NITF, NewsML-G2 and NewsML 1.2, the formats of the news agencies (IPTC) -> a page for each story. */
import { load } from "cheerio/slim";
import type { Page, PageHints } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";
import { gather } from "./byte-streams.ts";
import { decode } from "./charset.ts";
import { noteItem, type PeekedSource, type ReadItem } from "./types.ts";

export async function* readNewsml(source: PeekedSource): AsyncGenerator<ReadItem> {
  const bytes = await gather(source.bytes, source.limits.itemBytes);
  if (bytes === undefined) {
    yield noteItem(source.origin, "left out: more than any article");
    return;
  }
  const $ = load(decode(bytes, source.charset), { xml: true });
  const all = $("*");
  // Prefixes are the choice of the writer: elements are found by what stands behind the colon. An item inside another, as where one is not closed, is told with that.
  const named = (names: readonly string[]) =>
    all.filter(
      (_, element) =>
        names.includes(localName((element as { name: string }).name)) && !within(element, names),
    );
  const items = named(["newsItem", "NewsItem"]);
  const stories = items.length > 0 ? items : named(["nitf"]);
  for (const [index, element] of stories.toArray().entries()) {
    const origin = stories.length === 1 ? source.origin : `${source.origin}:${index + 1}`;
    const page = pageOfStory($(element), origin);
    yield page === undefined ? noteItem(origin, "left out: the item has no text") : { page };
  }
  if (stories.length === 0) yield noteItem(source.origin, "left out: it has no news item");
}

type Story = ReturnType<ReturnType<typeof load>>;

function pageOfStory(story: Story, origin: string): Page | undefined {
  const content = paragraphsOf(story);
  if (content === "") return undefined;
  const url = textOf(story, ["canonicalUrl"]) ?? attributeOf(story, ["altLoc", "link"], "href");
  const hints = hintsOf(story);
  return { origin, type: "text", content, ...(url?.startsWith("http") && { url }), hints };
}

function hintsOf(story: Story): PageHints {
  const title = textOf(story, ["hl1", "headline", "HeadLine", "title"]);
  const id =
    story.attr("guid") ??
    attributeOf(story, ["doc-id"], "id-string") ??
    textOf(story, ["NewsItemId"]);
  const published = dateOf(story, [
    ["contentCreated", undefined],
    ["date.issue", "norm"],
    ["date.release", "norm"],
    ["firstCreated", undefined],
    ["FirstCreated", undefined],
    ["versionCreated", undefined],
    ["ThisRevisionCreated", undefined],
    ["story.date", "norm"],
  ]);
  const updated = dateOf(story, [
    ["contentModified", undefined],
    ["versionCreated", undefined],
  ]);
  const agency =
    textOf(story, ["creditline", "CreditLine", "distributor"]) ??
    attributeOf(story, ["provider"], "literal") ??
    nameIn(story, "provider") ??
    attributeOf(story, ["provider"], "qcode")?.replace(/^.*:/, "");
  // NITF names the paper that the story stood in; NewsML-G2 has whoever published it besides the agency.
  const outlet = attributeOf(story, ["pubdata"], "name") ?? nameIn(story, "publisher");
  const byline = textOf(story, ["byline", "by", "ByLine"])?.replace(/^by\s/i, "");
  const language = (attributeOf(story, ["language"], "tag") ?? story.attr("xml:lang"))
    ?.slice(0, 2)
    .toLowerCase();
  return {
    ...(title !== undefined && { title }),
    ...(id !== undefined && { id }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && updated !== published && { updated }),
    ...(outlet !== undefined && { outlet }),
    ...(agency !== undefined && { agency }),
    ...(byline !== undefined && { authors: [byline] }),
    ...(language !== undefined && { language }),
  };
}

const NO_TEXT = ["media", "media-caption", "table", "byline", "dateline", "note"];
/** One inside another, as where one is not closed, is told with that. */
const PARAGRAPHS = ["p", "hl2", "li"];

function paragraphsOf(story: Story): string {
  const body = descendants(story, [
    "body.content",
    "inlineXML",
    "DataContent",
    "inlineData",
    "body",
  ]).first();
  const paragraphs = descendants(body, PARAGRAPHS).filter(
    (_, element) => !within(element, NO_TEXT) && !within(element, PARAGRAPHS),
  );
  const texts = paragraphs.toArray().map((element) => clean(textBelow(element)));
  const filled = texts.filter((text) => text !== "");
  return filled.length > 0 ? filled.join("\n\n") : clean(body.text());
}

function textOf(story: Story, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = clean(descendants(story, [name]).first().text());
    if (text !== "") return text;
  }
  return undefined;
}

/** `<provider qcode="..."><name>Quay News Agency</name></provider>`. */
function nameIn(story: Story, element: string): string | undefined {
  return textOf(descendants(story, [element]).first(), ["name"]);
}

function attributeOf(
  story: Story,
  names: readonly string[],
  attribute: string,
): string | undefined {
  const value = descendants(story, names).first().attr(attribute);
  return value === undefined || value === "" ? undefined : value;
}

function dateOf(
  story: Story,
  places: readonly (readonly [string, string | undefined])[],
): string | undefined {
  for (const [name, attribute] of places) {
    const text =
      attribute === undefined ? textOf(story, [name]) : attributeOf(story, [name], attribute);
    const date = text === undefined ? undefined : parseMachineDate(text);
    if (date !== undefined) return date;
  }
  return undefined;
}

function descendants(story: Story, names: readonly string[]): Story {
  return story
    .find("*")
    .filter((_, element) => names.includes(localName((element as { name: string }).name)));
}

interface TreeNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly parent?: TreeNode | null;
  readonly children?: readonly TreeNode[];
}

function within(element: unknown, names: readonly string[]): boolean {
  for (let above = (element as TreeNode).parent; above; above = above.parent) {
    if (above.name !== undefined && names.includes(localName(above.name))) return true;
  }
  return false;
}

function textBelow(element: unknown): string {
  const node = element as TreeNode;
  if (node.type === "text" || node.data !== undefined) return node.data ?? "";
  return (node.children ?? []).map(textBelow).join("");
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
