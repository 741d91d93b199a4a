/**
 * Floors: the figures that quality must not fall under, pinned with a digest of the data they were measured on.
 * Raising them is `--update`; lowering needs `--update --lower`, so that it is seen.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Suite, SuiteResult } from "./evals/suite.ts";

export interface SuiteFloors {
  /** SHA-256 of the suite's data files, cut to 16 hexadecimal digits. */
  readonly digest: string;
  readonly figures: Readonly<Record<string, number>>;
}

export type Floors = Readonly<Record<string, SuiteFloors>>;

/** Rounding to four digits may hide half a unit of the last one. */
const TOLERANCE = 0.0005;

export function digestOf(suite: Suite, folder: string): string {
  const hash = createHash("sha256");
  for (const file of suite.files) hash.update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}

/** What is wrong, in words; empty when every floor holds. */
export function belowFloor(
  suite: Suite,
  result: SuiteResult,
  digest: string,
  floors: Floors,
): string[] {
  const floor = floors[suite.name];
  if (floor === undefined) return [`${suite.name}: no floor is pinned; pin it with --update`];
  if (floor.digest !== digest) {
    return [`${suite.name}: measured on other data (${digest}) than the floors (${floor.digest})`];
  }
  return Object.entries(floor.figures).flatMap(([name, least]) => {
    const value = result.figures[name];
    if (value === undefined) return [`${suite.name}: ${name} is not measured any more`];
    const isLower = result.lowerIsBetter?.includes(name) ?? false;
    const falls = isLower ? value > least + TOLERANCE : value < least - TOLERANCE;
    return falls ? [`${suite.name}: ${name} was ${least}, is ${value.toFixed(4)}`] : [];
  });
}

export function raised(
  suite: Suite,
  result: SuiteResult,
  digest: string,
  floors: Floors,
  mayLower: boolean,
): SuiteFloors {
  const old = floors[suite.name];
  const figures: Record<string, number> = {};
  for (const [name, value] of Object.entries(result.figures)) {
    // Speeds depend on the machine, and of a count neither more nor fewer is better: printed, never pinned.
    if (/^(?:speed|count)\./.test(name)) continue;
    const rounded = Math.round(value * 1e4) / 1e4;
    const before = old?.digest === digest ? old.figures[name] : undefined;
    const isLower = result.lowerIsBetter?.includes(name) ?? false;
    const isWorse = before !== undefined && (isLower ? rounded > before : rounded < before);
    figures[name] = isWorse && !mayLower ? before : rounded;
  }
  return { digest, figures };
}
