/** The verb behind an inflected form, among those that a table knows: *threatened* -> threaten, *denied* -> deny. */
export function verbOf(form: string, isKnown: (lemma: string) => boolean): string | undefined {
  const stem = /^(.{2,}?)(?:ied|ies|ed|es|ing|s)$/.exec(form)?.[1];
  if (stem === undefined) return undefined;
  return [stem, `${stem}e`, `${stem}y`, stem.slice(0, -1)].find(isKnown);
}
