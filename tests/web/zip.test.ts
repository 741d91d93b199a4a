import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { zip } from "../../web/take/zip.ts";

describe("files as one zip", () => {
  it("are read back by another program", async () => {
    const files = [
      { path: "nodes.csv", text: "id,name\r\n1,Łódź\r\n" },
      { path: "edges.csv", text: "" },
      { path: "evidence.csv", text: "x".repeat(70_000) },
    ];
    const bytes = new Uint8Array(await zip(files).arrayBuffer());
    const read = Object.entries(unzipSync(bytes)).map(([path, data]) => ({
      path,
      text: strFromU8(data),
    }));
    expect(read).toEqual(files);
  });
});
