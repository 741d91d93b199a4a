/** From what people type to the id of a node: an id, a former id, or a name that means one node. */
import type { Context } from "./context.ts";
import { QueryError } from "./errors.ts";

/** Throws a `QueryError` that names candidates when nothing, or more than one thing, is meant. */
export function resolve(context: Context, ref: string): string {
  const id = tryResolve(context, ref);
  if (id !== undefined) return id;
  const close = context
    .names()
    .search(ref, () => true)
    .slice(0, 3)
    .map((hit) => `${hit.matched} (${hit.id})`);
  const hint =
    close.length > 0 ? `; did you mean ${close.join(", ")}?` : "; try find with a part of the name";
  throw new QueryError(`there is no "${shorten(ref)}" in this graph${hint}`, "missing");
}

/** A name shared by several nodes means the one with by far the most stories, if there is one. */
export function tryResolve(context: Context, ref: string): string | undefined {
  const { graph } = context;
  if (graph.hasNode(ref)) return ref;
  const current = context.currentId(ref);
  if (current !== undefined) return current;
  const named = context.names().exact(ref);
  if (named.length === 0) return onlyBearer(context, ref);
  if (named.length === 1) return named[0];
  const stories = (id: string) => graph.getNodeAttribute(id, "stories");
  const [best, second] = actorsFirst(context, named).sort((a, b) => stories(b) - stories(a));
  if (second === undefined || stories(best!) >= 3 * stories(second)) return best;
  const list = named.slice(0, 5).join(", ");
  throw new QueryError(`"${shorten(ref)}" names ${named.length} nodes: use an id: ${list}`);
}

/** *Peskov*, where only one entity has this word in its name. */
function onlyBearer(context: Context, ref: string): string | undefined {
  const isEntity = (id: string) => context.graph.getNodeAttribute(id, "kind") !== "event";
  const [first, ...others] = context.names().bearers(ref).filter(isEntity);
  return others.length === 0 ? first : undefined;
}

/** A person named in the label of an event is not meant by the event. */
function actorsFirst({ graph }: Context, ids: readonly string[]): string[] {
  const entities = ids.filter((id) => graph.getNodeAttribute(id, "kind") !== "event");
  return entities.length > 0 ? entities : [...ids];
}

export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
