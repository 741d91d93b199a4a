/** The graph and what can be asked of it; safe in a browser. */
export { KIND_COLORS, type NodeKind, nodeSize } from "./appearance.ts";
export { withArticleNodes } from "./article-nodes.ts";
export type * from "./attributes.ts";
export { type GraphOptions, toGraph } from "./build.ts";
export { type CoMention, coMentions } from "./co-mention.ts";
export { type Community, communities } from "./communities.ts";
export { diffGraphs, type GraphDiff } from "./diff.ts";
export { ACTS, EDGE_KINDS, NODE_KINDS, STATUSES } from "./kinds.ts";
export { layOut } from "./layout.ts";
export { type ProjectedEdge, type ProjectOptions, project, projectCountries } from "./project.ts";
export { CALLS, runCall } from "./query/calls.ts";
export * from "./query/index.ts";
export { FORMAT_VERSION, VERSION } from "./version.ts";
