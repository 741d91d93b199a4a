/** The picture as SVG, as it stands on the screen, with its caption and legend: honest by itself, in print and without this program. */
import type { NodeKind } from "../../src/graph/appearance.ts";
import { middleOf } from "../picture/fan.ts";
import type { Drawing } from "../picture/types.ts";
import type { Palette } from "../scene/palette.ts";
import { KIND_WORDS } from "../scene/words.ts";

const FOOT = 58;
const FONT = "Inter, 'Segoe UI', system-ui, sans-serif";

export function toSvg(drawing: Drawing, palette: Palette, caption: string, source: string): string {
  const { width, height, nodes, edges, labels } = drawing;
  const kinds = [...new Set(nodes.map(({ kind }) => kind))].sort();
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + FOOT}" viewBox="0 0 ${width} ${height + FOOT}" font-family="${FONT}">`,
    `<title>${escapeXml(caption)}</title>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    `<clipPath id="picture"><rect width="${width}" height="${height}"/></clipPath>`,
    `<g clip-path="url(#picture)">`,
    `<g fill="none">${edges.map(edgePath).join("")}</g>`,
    `<g stroke="${palette.paper}" stroke-width="1.6">${nodes.map(({ x, y, radius, color, kind }) => shape(kind, x, y, radius, color)).join("")}</g>`,
    `<g dominant-baseline="central" paint-order="stroke" stroke="${palette.paper}" stroke-width="3.5" stroke-linejoin="round">`,
    ...labels.map(({ text, left, top, height: tall, font, color }) =>
      label(text, left, top + tall / 2, font, color),
    ),
    "</g></g>",
    `<g transform="translate(14 ${height + 20})" font-size="12" fill="${palette.faintInk}">`,
    ...kinds.map(
      (kind, i) =>
        `${shape(kind, i * 112 + 6, -4, 6, palette.kinds[kind])}<text x="${i * 112 + 17}">${KIND_WORDS[kind][1]}</text>`,
    ),
    `<text y="24"><tspan fill="${palette.ink}">${escapeXml(caption)}</tspan> · ${escapeXml(source)}</text>`,
    "</g></svg>",
  ];
  return parts.join("\n");
}

/** The same as pixels, at twice the size of the screen. */
export async function toPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = () => reject(new Error("the picture could not be drawn"));
      image.src = address;
    });
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = (height + FOOT) * 2;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

function edgePath({
  from,
  to,
  color,
  size,
  dash,
  curvature,
  directed,
}: Drawing["edges"][number]): string {
  const dashes = dash > 0 ? ` stroke-dasharray="${dash} ${round(dash * 0.8)}"` : "";
  const middle = middleOf(from, to, curvature * 2);
  const d =
    curvature === 0 ? `M${spot(from)}L${spot(to)}` : `M${spot(from)}Q${spot(middle)} ${spot(to)}`;
  const head = directed ? arrowHead(middle, to, color, size) : "";
  return `<path d="${d}" stroke="${color}" stroke-width="${round(Math.max(size, 0.8))}"${dashes}/>${head}`;
}

function arrowHead(
  from: { x: number; y: number },
  to: { x: number; y: number },
  color: string,
  size: number,
): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const tip = { x: to.x - Math.cos(angle) * 12, y: to.y - Math.sin(angle) * 12 };
  const wing = (turn: number): string =>
    spot({
      x: tip.x - Math.cos(angle + turn) * (5 + size * 2),
      y: tip.y - Math.sin(angle + turn) * (5 + size * 2),
    });
  return `<path d="M${spot(tip)}L${wing(0.4)}L${wing(-0.4)}Z" fill="${color}"/>`;
}

function shape(kind: NodeKind, x: number, y: number, r: number, color: string): string {
  const fill = `fill="${color}"`;
  const polygon = (points: readonly (readonly [number, number])[]): string =>
    `<polygon points="${points.map(([dx, dy]) => `${round(x + dx * r)},${round(y + dy * r)}`).join(" ")}" ${fill}/>`;
  switch (kind) {
    case "person":
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" ${fill}/>`;
    case "organization":
    case "article":
      return `<rect x="${round(x - r * 0.88)}" y="${round(y - r * 0.88)}" width="${round(r * 1.76)}" height="${round(r * 1.76)}" rx="${round(r * 0.14)}" ${fill}/>`;
    case "group":
      return polygon([
        [1, 0],
        [0.5, 0.9],
        [-0.5, 0.9],
        [-1, 0],
        [-0.5, -0.9],
        [0.5, -0.9],
      ]);
    case "country":
      return polygon([
        [0, -1.15],
        [1.02, 0.6],
        [-1.02, 0.6],
      ]);
    case "place":
      return polygon([
        [0, 1.15],
        [1.02, -0.6],
        [-1.02, -0.6],
      ]);
    case "event":
      return polygon([
        [0, -1.2],
        [1.2, 0],
        [0, 1.2],
        [-1.2, 0],
      ]);
  }
}

const FONT_PARTS = /^(italic )?(\d+) (\d+(?:\.\d+)?)px/;

function label(text: string, x: number, y: number, font: string, color: string): string {
  const [, italic, weight = "400", size = "12"] = FONT_PARTS.exec(font) ?? [];
  const style = italic === undefined ? "" : ` font-style="italic"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}"${style} fill="${color}">${escapeXml(text)}</text>`;
}

function spot({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
