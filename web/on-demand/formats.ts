/** The entry of `formats.js`: the formats of other programs, written and read. */
import { csv, csvLine } from "../../src/formats/csv.ts";
import { gexf } from "../../src/formats/gexf.ts";
import { graphml } from "../../src/formats/graphml.ts";

const formats = { csv, csvLine, gexf, graphml };

export type Formats = typeof formats;

declare global {
  interface Window {
    dramatisFormats?: Formats;
  }
}

window.dramatisFormats = formats;
