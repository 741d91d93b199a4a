/** What only those need who correct, keep, take away or rearrange. */
import { loadScript } from "./load-script.ts";
import type { Tools } from "./tools.ts";

export async function loadTools(): Promise<Tools> {
  if (window.dramatisTools === undefined) await loadScript("tools.js");
  return window.dramatisTools!;
}
