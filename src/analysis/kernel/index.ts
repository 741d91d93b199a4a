/**
 * The sums of weights on which the linear models of this engine spend their time, in WebAssembly (`kernel.wat`) where it
 * may be compiled, else in TypeScript (`plain.ts`): whole numbers, the same in both.
 */

import { createCompiledKernel } from "./compiled.ts";
import { createPlainKernel } from "./plain.ts";
import type { Kernel } from "./types.ts";

export {
  ANY,
  type FeatureSet,
  featureSetBytes,
  type Kernel,
  MOST_FEATURES,
  type SlotTable,
} from "./types.ts";

/** `bytes`: more than the arrays together take that it will be asked for. What is not used costs no memory. */
export function createKernel(bytes: number): Kernel {
  return createCompiledKernel(bytes) ?? createPlainKernel();
}
