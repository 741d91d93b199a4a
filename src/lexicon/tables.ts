/**
 * Tables are tab-separated text with `#` comments; the head of each file says what its columns are, where the
 * facts come from and under which licence.
 */
export function parseTable(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split("\n")) {
    if (line.length === 0 || line.startsWith("#") || line.trim() === "") continue;
    rows.push(line.replace(/\r$/, "").split("\t"));
  }
  return rows;
}
