/** Bars of milliseconds an article as SVG: no script, no font of its own, readable on light and on dark. */
export interface Bar {
  readonly name: string;
  readonly milliseconds: number;
  /** Another library, to compare with. */
  readonly isOther?: boolean;
}

const ROW = 26;
const LEFT = 190;
const WIDTH = 420;
const RIGHT = 90;
const TOP = 44;

export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ milliseconds }) => milliseconds));
  const height = TOP + bars.length * ROW + 10;
  const width = LEFT + WIDTH + RIGHT;
  const rows = bars.map(({ name, milliseconds, isOther }, i) => {
    const y = TOP + i * ROW;
    const length = Math.max(1, Math.round((milliseconds / most) * WIDTH));
    return [
      `<text x="${LEFT - 8}" y="${y + 13}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${LEFT}" y="${y}" width="${length}" height="18" fill="${isOther ? "#9a6700" : "#2f6fb5"}"/>`,
      `<text x="${LEFT + length + 6}" y="${y + 13}">${milliseconds.toFixed(1)} ms</text>`,
    ].join("");
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="13" fill="#24292f">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="12" y="24" font-weight="bold">${escaped(title)}</text>`,
    ...rows,
    "</svg>\n",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
