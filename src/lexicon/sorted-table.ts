/**
 * Rows of a large table by key, straight from its text: the lines are sorted by their first column (by code unit),
 * a binary search finds them, nothing is built on loading.
 */
export function sortedTable(text: string): (key: string) => string[][] {
  const first = afterHead(text);
  return (key) => {
    const rows: string[][] = [];
    let at = lowerBound(text, first, `${key}\t`);
    while (text.startsWith(`${key}\t`, at)) {
      const end = endOfLine(text, at);
      rows.push(text.slice(at, end).split("\t"));
      at = end + 1;
    }
    return rows;
  };
}

function afterHead(text: string): number {
  let at = 0;
  while (text.startsWith("#", at)) at = endOfLine(text, at) + 1;
  return at;
}

/** Start of the first line that is not smaller than `key`. */
function lowerBound(text: string, first: number, key: string): number {
  let low = first;
  let high = text.length;
  while (low < high) {
    const middle = Math.max(low, text.lastIndexOf("\n", (low + high) >> 1) + 1);
    const end = endOfLine(text, middle);
    if (text.slice(middle, Math.min(end, middle + key.length)) < key) low = end + 1;
    else if (middle === low) return low;
    else high = middle;
  }
  return Math.min(low, text.length);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
