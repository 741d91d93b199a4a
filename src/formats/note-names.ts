/**
 * File names for the notes of a vault: readable, unlike each other on every file system, and free of signs with
 * a meaning in links.
 */
import type { NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { cleanXml } from "./xml.ts";

const FOLDERS: Readonly<Record<NodeAttributes["kind"], string>> = {
  person: "People",
  organization: "Organizations",
  group: "Groups",
  country: "Countries",
  place: "Places",
  event: "Events",
  article: "Articles",
};

const UNSAFE = /[\\/:*?"<>|#^[\]%\s\ufffd]+/g;
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80;

/** Path without the ending, by node: `People/Xi Jinping`. Namesakes get a number in the order of their ids. */
export function noteNames(graph: NewsGraph): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  graph.forEachNode((id, { kind, name }) => {
    const base = `${FOLDERS[kind]}/${fileName(name)}`;
    let path = base;
    for (let i = 2; taken.has(path.toLowerCase()); i++) path = `${base} (${i})`;
    taken.add(path.toLowerCase());
    names.set(id, path);
  });
  return names;
}

function fileName(name: string): string {
  const safe = cleanXml(name.slice(0, 1000)).normalize("NFC").replace(UNSAFE, " ").trim();
  const short = [...safe]
    .slice(0, LONGEST)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  return short === "" || RESERVED.test(short) ? `unnamed ${short}`.trim() : short;
}
