/** Text from articles inside Markdown: it is shown as it is, and can neither link nor embed nor mark. */
import { cleanXml } from "./xml.ts";

const WHITE_SPACE = /[\s\u2028\u2029]+/g;
/** Every sign that Markdown, HTML or Obsidian gives a meaning inside a line. */
const SIGNS = /[\\`*_{}[\]<>#|~%$!=^&]/g;
const PLAIN_ADDRESS = /^https?:\/\/[^\s<>()[\]\\]+$/;

export function escapeMarkdown(text: string): string {
  return cleanXml(text).replace(WHITE_SPACE, " ").replace(SIGNS, "\\$&");
}

/** A link where the address is one of the web and harmless, else the text alone. */
export function safeLink(text: string, address: string | undefined): string {
  const escaped = escapeMarkdown(text);
  return address !== undefined && PLAIN_ADDRESS.test(address)
    ? `[${escaped}](${address})`
    : escaped;
}
