/** The graph in a file that any SQLite tool opens: the same nine calls, when a graph outgrows memory. */
export { isDatabase } from "./database.ts";
export { StoreError } from "./error.ts";
export { type OpenStore, openStore } from "./open.ts";
export { type ReadOptions, readStore } from "./read-graph.ts";
export {
  createStore,
  type StoreSettings,
  type StoreWriter,
  updateStore,
  writeStore,
} from "./update.ts";
export { type Verification, verifyStore } from "./verify.ts";
