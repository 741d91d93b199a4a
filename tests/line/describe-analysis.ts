/** An analysis as lines for people: what a golden file holds, checked by eye once. */
import type { Analysis, Span } from "../../src/model.ts";

export function describeAnalysis(analysis: Analysis): string {
  const { article, sentences } = analysis;
  const head = [
    `title: ${article.title}`,
    `published: ${article.published ?? "-"}`,
    `outlet: ${article.outlet ?? "-"}  agency: ${article.agency ?? "-"}  language: ${article.language}`,
  ];
  const body = sentences.map((sentence, i) =>
    [`[${i}] ${sentence.block}: ${slice(analysis, sentence)}`, ...findings(analysis, i)].join(
      "\n    ",
    ),
  );
  return `${[...head, "", ...body].join("\n")}\n`;
}

function findings(analysis: Analysis, sentence: number): string[] {
  const here = <T extends { readonly sentence: number }>(items: readonly T[]) =>
    items.filter((item) => item.sentence === sentence);
  return [
    ...here(analysis.mentions).map(
      (m) =>
        `mention ${m.text} = ${chainName(analysis, m.entity)} (${m.kind}, ${m.form}, ${m.rule})`,
    ),
    ...here(analysis.times).map(
      (t) => `time ${t.text} = ${t.value} [${t.from ?? ""}..${t.to ?? ""}] (${t.rule})`,
    ),
    ...here(analysis.roles).map(
      (r) =>
        `office ${who(analysis, r.person)}: ${r.former ? "former " : ""}${r.title} of ${who(analysis, r.of)} (${r.rule})`,
    ),
    ...here(analysis.events).map((e) => {
      const roles = e.roles
        .map(({ role, mention }) => `${role} ${who(analysis, mention)}`)
        .join(", ");
      const days = e.interval
        ? ` [${e.interval.from ?? ""}..${e.interval.to ?? ""} ${e.interval.basis}]`
        : "";
      return `event ${e.act} ${e.lemma}, ${e.status}, ${e.polarity}: ${roles}${days} (${e.rule})`;
    }),
    ...here(analysis.statements).map(
      (s) =>
        `statement ${who(analysis, s.speaker)}: ${s.lemma}${s.quoted ? ", quoted" : ""} (${s.rule})`,
    ),
  ];
}

function slice({ article }: Analysis, { start, end }: Span): string {
  return article.text.slice(start, end).replace(/\s+/g, " ");
}

function who(analysis: Analysis, mention: number): string {
  return chainName(analysis, analysis.mentions[mention]!.entity);
}

function chainName({ chains }: Analysis, id: number): string {
  const { name, country } = chains[id]!;
  return country === undefined ? name : `${name} <${country}>`;
}
