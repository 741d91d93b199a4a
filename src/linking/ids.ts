/** Ids for people and for links: `person:xi-jinping`. Only the name decides, so they are the same in every build. */
const MARKS = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

export function slug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(NOT_WORD, "-")
    .replace(/^-|-$/g, "");
  return plain.slice(0, 80) || "unnamed";
}
