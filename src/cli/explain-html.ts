/**
 * An analysis as a page: the text with the findings marked in it, and a table of them below each sentence. No
 * script.
 */
import { type Explained, type Finding, findingsOf } from "./explain-text.ts";

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
mark{background:#cfe3f5;border-radius:3px;padding:0 2px}mark.event{background:#f0cfe6}mark.time{background:#d8efd2}
table{border-collapse:collapse;font-size:14px;margin:.3em 0 1.5em}td{padding:2px 12px 2px 0;vertical-align:top}
td:first-child,td:last-child{color:#666}.block{color:#666;font-size:13px}`;

export function explainAsHtml(explained: Explained): string {
  const { article, sentences } = explained.analysis;
  const parts = sentences.map((sentence, i) => {
    const findings = findingsOf(explained, i);
    const rows = findings.map(
      ({ step, text, rule }) =>
        `<tr><td>${step}</td><td>${escapeHtml(text)}</td><td>${escapeHtml(rule)}</td></tr>`,
    );
    const marked = markUp(article.text, sentence.start, sentence.end, findings);
    return `<p><span class="block">${i + 1} ${sentence.block}</span> ${marked}</p>\n<table>${rows.join("\n")}</table>`;
  });
  const source = [article.outlet, article.published, article.origin].filter(
    (part) => part !== undefined,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(article.title || article.origin)}</title>
<style>${STYLE}</style></head><body>
<h1>${escapeHtml(article.title || article.origin)}</h1>
<p class="block">${escapeHtml(source.join(" · "))}</p>
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
