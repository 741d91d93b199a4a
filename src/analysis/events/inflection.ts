/** The verb behind an inflected form, among those that a table knows: *threatened* -> threaten, *denied* -> deny, *banned* -> ban. */
export function verbOf(form: string, isKnown: (lemma: string) => boolean): string | undefined {
  const [, stem, ending] = /^(.{2,}?)(ied|ies|ed|es|ing|s)$/.exec(form) ?? [];
  if (stem === undefined) return undefined;
  const bases =
    ending === "ied" || ending === "ies" ? [`${stem}y`, `${stem}ie`] : [stem, `${stem}e`];
  // "Banded" is no form of ban.
  if (stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1));
  return bases.find(isKnown);
}
