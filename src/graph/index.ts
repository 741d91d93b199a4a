/** The graph and what can be asked of it; safe in a browser. */

export { KIND_COLORS, type NodeKind, nodeSize } from "./appearance.ts";
export type * from "./attributes.ts";
export { type GraphOptions, toGraph } from "./build.ts";
export { layOut } from "./layout.ts";
export { FORMAT_VERSION, VERSION } from "./version.ts";
