/** GEXF, GraphML and CSV, when somebody saves or opens such a file. */
import type { Formats } from "./formats.ts";
import { loadScript } from "./load-script.ts";

export async function loadFormats(): Promise<Formats> {
  if (window.dramatisFormats === undefined) await loadScript("formats.js");
  return window.dramatisFormats!;
}
