/** Findings as numbers, three each: of a large pile there are tens of millions. */
import type { Finding } from "./evidence.ts";
import type { Numbers } from "./text-numbers.ts";

/** `packed`: article, sentence and the number of the rule in turns. */
export function readFindings(packed: readonly number[], rules: Numbers): Finding[] {
  const findings: Finding[] = [];
  for (let i = 0; i < packed.length; i += 3) {
    findings.push({
      article: packed[i]!,
      sentence: packed[i + 1]!,
      rule: rules.text(packed[i + 2]!),
    });
  }
  return findings;
}
