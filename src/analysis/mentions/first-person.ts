/** *I* in a quotation is its speaker; *we* is the speaker's side: the country or house that he speaks for. */
import { mentionsBefore } from "./antecedents.ts";
import type { DraftChain } from "./drafts.ts";
import { hasTag } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";

const SINGULAR = new Set(["i", "me", "my", "myself"]);
const PLURAL = new Set(["we", "us", "our", "ours", "ourselves"]);

export function firstPersonAt(
  scene: Scene,
  token: number,
  speakers: readonly (DraftChain | undefined)[],
): Reference | undefined {
  const { reading, draft } = scene;
  const word = reading.keys[token]!;
  const isSingular = SINGULAR.has(word);
  if ((!isSingular && !PLURAL.has(word)) || reading.quotation[token] === 0) return undefined;
  if (!hasTag(reading, token, "PRON", "DET") || draft.at[token]) return undefined;
  const speaker = speakers[reading.quotation[token]! - 1];
  if (!speaker || speaker.members) return undefined;
  const chain = isSingular
    ? speaker.kind === "person"
      ? speaker
      : undefined
    : side(scene, speaker, token);
  return (
    chain && {
      first: token,
      last: token + 1,
      form: "pronoun",
      rule: isSingular ? "speaker" : "speaker-side",
      chain,
    }
  );
}

function side(scene: Scene, speaker: DraftChain, token: number): DraftChain | undefined {
  if (speaker.kind === "organization" || speaker.kind === "country") return speaker;
  if (speaker.kind !== "person") return undefined;
  const held = speaker.titles.find(({ former, of }) => !former && of);
  if (!held || !scene.reading.lexicon.titleClasses("speaks-for-state").has(held.class))
    return held?.of?.kind === "organization" ? held.of : undefined;
  if (held.of?.kind === "organization" && held.of.sort !== "government" && held.of.sort !== "GOV")
    return held.of;
  const country = held.of?.country ?? held.country;
  return country ? countryChain(scene, country, token) : undefined;
}

function countryChain(
  { reading, history, draft }: Scene,
  country: string,
  token: number,
): DraftChain | undefined {
  for (const { mention } of mentionsBefore(reading, history, token, 4)) {
    if (mention.kind === "country" && mention.chain.country === country) return mention.chain;
  }
  return draft.chains.find(({ kind, country: code }) => kind === "country" && code === country);
}
