/** The rules of accessibility, as axe checks them on what stands on the page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "./browser.ts";

const axeSource = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** The names of the rules that are broken and where. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger's own channel, so that the page keeps its strict policy.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: {
          run(): Promise<{
            passes: unknown[];
            violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
          }>;
        };
      }
    ).axe;
    const { violations: found, passes } = await axe.run();
    if (passes.length < 10) throw new Error("axe has looked at next to nothing");
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]!.target} ${nodes[0]!.failureSummary}`);
  });
}
