import { describe, expect, it } from "vitest";
import { PALETTES } from "../../web/scene/palette.ts";
import { toSvg } from "../../web/take/svg.ts";

describe("the picture as SVG", () => {
  const from = { id: "a", x: 10, y: 10 };
  const to = { id: "b", x: 90, y: 50 };
  const drawing = {
    width: 200,
    height: 100,
    nodes: [
      { ...from, radius: 5, color: "#111111", kind: "person" as const },
      { ...to, radius: 5, color: "#222222", kind: "event" as const },
    ],
    edges: [
      { from, to, color: "#333333", size: 1, dash: 5, curvature: 0, directed: false },
      { from, to, color: "#444444", size: 2, dash: 0, curvature: 0.2, directed: true },
    ],
    labels: [
      {
        id: "a",
        text: `<script>alert("1")</script>\u0000 & co`,
        left: 20,
        top: 5,
        width: 50,
        height: 15,
        font: `italic 600 12.5px "Inter"`,
        color: "#000000",
      },
    ],
  };
  const svg = toSvg(drawing, PALETTES.light, "2 of 3 actors · until <May>", "1 article");

  it("says what it shows of what, and what the shapes mean", () => {
    expect(svg).toContain("2 of 3 actors");
    expect(svg).toContain(">People<");
    expect(svg).toContain(">Events<");
  });

  it("writes hostile names as text, without what XML forbids", () => {
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(svg).toContain("&lt;script&gt;");
  });

  it("keeps dashes, curves and slanted labels", () => {
    expect(svg).toContain("stroke-dasharray");
    expect(svg).toMatch(/d="M10 10Q/);
    expect(svg).toContain('font-style="italic"');
  });
});
