/**
 * An analysis as a page: the text with the findings marked in it, below each sentence a table of them, and its parse to
 * fold out. No script.
 */
import { type Explained, type Finding, findingsOf, wordsOf } from "./explain-text.ts";

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111;background:#fff}
mark{border-radius:3px;padding:0 2px;color:inherit;background:#cfe3f5}mark.event{background:#f0cfe6}mark.time{background:#d8efd2}
table{border-collapse:collapse;font-size:14px;margin:.3em 0}td{padding:2px 12px 2px 0;vertical-align:top;overflow-wrap:anywhere}
td:first-child{white-space:nowrap;color:#555}td:last-child,tr.no td{color:#555}tr.event td{font-weight:600}.block,summary{color:#555;font-size:13px}
details{margin:0 0 1.5em}summary{cursor:pointer}details p{font-size:13px;margin:.3em 0}details span{display:inline-block;margin-right:1em}
@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}mark{background:#24425c}mark.event{background:#5c2449}mark.time{background:#2b4d22}
td:first-child,td:last-child,tr.no td,.block,summary{color:#aaa}}`;

const LEGEND = `<p class="block"><mark>who and where</mark> <mark class="time">when</mark> <mark class="event">what happened</mark>.
Below each sentence what was found, in the order of the steps, and in the last column the rule; <i>no event</i> tells what was rejected and why.</p>`;

export function explainAsHtml(explained: Explained): string {
  const { analysis } = explained;
  const { article, sentences } = analysis;
  const parts = sentences.map((sentence, i) => {
    const findings = findingsOf(explained, i);
    const rows = findings.map(
      ({ step, text, rule }) =>
        `<tr class="${step === "no event" ? "no" : step}"><td>${step}</td><td>${escapeHtml(text)}</td><td>${escapeHtml(rule)}</td></tr>`,
    );
    const marked = markUp(article.text, sentence.start, sentence.end, findings);
    const words = wordsOf(analysis, sentence).map((word) => `<span>${escapeHtml(word)}</span>`);
    return `<p><span class="block">${i + 1} ${sentence.block}</span> ${marked}</p>
<table>${rows.join("\n")}</table>
<details><summary>parse</summary><p>${words.join(" ")}</p></details>`;
  });
  const source = [article.outlet, article.published, article.origin].filter(
    (part) => part !== undefined,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(article.title || article.origin)}</title>
<style>${STYLE}</style></head><body>
<h1>${escapeHtml(article.title || article.origin)}</h1>
<p class="block">${escapeHtml(source.join(" · "))}</p>
${LEGEND}
${parts.join("\n")}
</body></html>
`;
}

/** Where findings overlap, the one that starts first is marked, and of those the longest. */
function markUp(text: string, start: number, end: number, findings: readonly Finding[]): string {
  const spans = findings
    .filter(({ step }) => step === "mention" || step === "time" || step === "event")
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let html = "";
  let position = start;
  for (const { step, start: from, end: to, rule } of spans) {
    if (from < position || to > end) continue;
    html += escapeHtml(text.slice(position, from));
    html += `<mark class="${step}" title="${escapeHtml(rule)}">${escapeHtml(text.slice(from, to))}</mark>`;
    position = to;
  }
  return html + escapeHtml(text.slice(position, end));
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => REFERENCES[character]!);
}
