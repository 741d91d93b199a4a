/** An analysis as lines for people: each sentence, and below it what was found in it. */
import pc from "picocolors";
import type { ExplainedSentence, MendedWord } from "../analysis/events/explain.ts";
import type { Analysis, EventMention, Sentence } from "../model.ts";
import { printable } from "./progress.ts";

interface Settings {
  readonly color: boolean;
  readonly tokens: boolean;
}

/** An analysis, and by sentence what was taken for an event and why it became none. */
export interface Explained {
  readonly analysis: Analysis;
  readonly candidates: readonly ExplainedSentence[];
}

export function explainAsText(explained: Explained, { color, tokens }: Settings): string {
  const { analysis } = explained;
  const c = pc.createColors(color);
  const { article, sentences, notes } = analysis;
  const source = [article.outlet, article.published, article.url].filter(
    (part) => part !== undefined,
  );
  const lines = [
    c.bold(printable(article.title || article.origin)),
    c.dim(
      printable(`${article.origin} · ${article.id} · ${article.language} · ${source.join(" · ")}`),
    ),
  ];
  for (const [i, sentence] of sentences.entries()) {
    const quote = printable(article.text.slice(sentence.start, sentence.end));
    lines.push(
      "",
      `${c.dim(`${i + 1} ${sentence.block} [${sentence.start}, ${sentence.end})`)} ${quote}`,
    );
    if (tokens) lines.push(...tokenLines(analysis, sentence).map(c.dim));
    for (const finding of findingsOf(explained, i)) {
      lines.push(
        `  ${c.cyan(finding.step.padEnd(9))}${printable(finding.text)} ${c.dim(`← ${finding.rule}`)}`,
      );
    }
  }
  for (const { stage, message } of notes) lines.push(`note (${stage}): ${printable(message)}`);
  return `${lines.join("\n")}\n\n`;
}

export interface Finding {
  readonly step: "mended" | "mention" | "time" | "event" | "says" | "role" | "no event";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rule: string;
}

/** In the order of the steps that found them. */
export function findingsOf({ analysis, candidates }: Explained, sentence: number): Finding[] {
  const { article, mentions, chains, times, events, statements, roles } = analysis;
  const isHere = (item: { readonly sentence: number }): boolean => item.sentence === sentence;
  const mention = (index: number): string => mentions[index]?.text ?? "?";
  const slice = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
  return [
    ...mendedFindings(candidates[sentence]?.mended ?? []),
    ...mentions.filter(isHere).map((item): Finding => {
      const chain = chains[item.entity];
      const country = chain?.country === undefined ? "" : ` ${chain.country}`;
      return {
        ...spanOf(item),
        step: "mention",
        text: `"${item.text}" ${item.kind} ${item.form} = ${chain?.name ?? "?"}${country} (#${item.entity})`,
        rule: item.rule,
      };
    }),
    ...roles.filter(isHere).map(
      (item): Finding => ({
        ...spanOf(item),
        step: "role",
        text: `${mention(item.person)}: ${item.former === true ? "former " : ""}${item.title} of ${mention(item.of)}`,
        rule: item.rule,
      }),
    ),
    ...times.filter(isHere).map(
      (item): Finding => ({
        ...spanOf(item),
        step: "time",
        text: `"${item.text}" ${item.timex} ${item.value} ${item.from ?? "…"}/${item.to ?? "…"} ${item.basis}`,
        rule: item.rule,
      }),
    ),
    ...events.filter(isHere).map(
      (item): Finding => ({
        ...spanOf(item),
        step: "event",
        text: eventText(item, slice(item), mention),
        rule: item.rule,
      }),
    ),
    ...statements.filter(isHere).map(
      (item): Finding => ({
        ...spanOf(item),
        step: "says",
        text: `${mention(item.speaker)} ${item.lemma}${item.quoted ? " (quoted)" : ""}${item.about.length > 0 ? ` about event ${item.about.join(", ")}` : ""}`,
        rule: item.rule,
      }),
    ),
    ...(candidates[sentence]?.candidates ?? [])
      .filter(({ decision }) => decision !== "event")
      .map(
        ({ start, end, trigger, act, reason, frame }): Finding => ({
          start,
          end,
          step: "no event",
          text: `"${trigger}" ${act}: ${reason}`,
          rule: frame,
        }),
      ),
  ];
}

/** All that was mended in a sentence on one line: a clause that moves takes its words along. */
function mendedFindings(mended: readonly MendedWord[]): Finding[] {
  const [first] = mended;
  if (first === undefined) return [];
  const text = mended.map(({ word, was, is }) => `"${word}" ${was} → ${is}`).join("; ");
  return [{ ...spanOf(first), step: "mended", text, rule: "tree" }];
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

function eventText(
  event: EventMention,
  trigger: string,
  mention: (index: number) => string,
): string {
  const act = event.plover === event.act ? event.act : `${event.act} → ${event.plover}`;
  const code = event.mode === undefined ? act : `${act} (${event.mode})`;
  const who = event.roles.map(({ role, mention: index, country, sector }) => {
    const codes = [country, sector].filter((one) => one !== undefined);
    return `${role} ${mention(index)}${codes.length > 0 ? ` [${codes.join(" ")}]` : ""}`;
  });
  const { from, to, basis } = event.interval ?? {};
  const when =
    from === undefined && to === undefined ? "" : ` · ${from ?? "…"}/${to ?? "…"} ${basis}`;
  const denied = event.polarity === "denied" ? ", denied" : "";
  return `"${trigger}" ${code} ${event.status}${denied} · ${who.join(", ")}${when} · ${event.confidence.toFixed(2)}`;
}

/** Each word of a sentence with its number, tag, relation and the number of its head: `2 met/VERB/root`. */
export function wordsOf(
  { article, tokens = [] }: Analysis,
  { firstToken, lastToken }: Sentence,
): string[] {
  return tokens.slice(firstToken, lastToken).map(({ start, end, tag, relation, head }, i) => {
    const target = head < 0 ? "root" : `${relation}→${head - firstToken + 1}`;
    return `${i + 1} ${printable(article.text.slice(start, end))}/${tag}/${target}`;
  });
}

/** One word a line would fill screens: several. */
function tokenLines(analysis: Analysis, sentence: Sentence): string[] {
  const words = wordsOf(analysis, sentence);
  const lines: string[] = [];
  for (let i = 0; i < words.length; i += 6) lines.push(`  ${words.slice(i, i + 6).join("  ")}`);
  return lines;
}
