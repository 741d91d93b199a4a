/**
 * The dependency trees of an article as columns, so that children, subtrees and paths are read without search and
 * without allocation. Build it once an article; every function takes token numbers of that article.
 */
import { RELATIONS } from "./tag-sets.ts";
import type { TokenTable } from "./tokens.ts";

export interface Tree {
  readonly tokens: TokenTable;
  /** First (leftmost) child of each token, -1 when it has none. */
  readonly firstChild: Int32Array;
  /** The next child of the same head to the right, -1 after the last. */
  readonly nextSibling: Int32Array;
  /** Leftmost token of the subtree. */
  readonly leftEdge: Int32Array;
  /** One past the rightmost token of the subtree. */
  readonly rightEdge: Int32Array;
}

/** Id of the relation without its subtype, by relation id: `nsubj:pass` -> `nsubj`. */
export const BASE_RELATION: Uint8Array = Uint8Array.from(RELATIONS, (name, id) => {
  const base = RELATIONS.indexOf(name.split(":")[0] as (typeof RELATIONS)[number]);
  return base < 0 ? id : base;
});

export function buildTree(parsed: { readonly tokens: TokenTable }): Tree {
  const { tokens } = parsed;
  const { count, head } = tokens;
  const firstChild = new Int32Array(count).fill(-1);
  const nextSibling = new Int32Array(count).fill(-1);
  const leftEdge = new Int32Array(count);
  const rightEdge = new Int32Array(count);
  for (let i = count - 1; i >= 0; i--) {
    leftEdge[i] = i;
    rightEdge[i] = i + 1;
    const h = head[i]!;
    if (h < 0) continue;
    nextSibling[i] = firstChild[h]!;
    firstChild[h] = i;
  }
  // Climbing stops where nothing grows, and sentences are bounded, so that this stays near linear.
  for (let i = 0; i < count; i++) {
    for (let h = head[i]!; h >= 0; h = head[h]!) {
      if (leftEdge[h]! <= i && rightEdge[h]! > i) break;
      if (i < leftEdge[h]!) leftEdge[h] = i;
      if (i >= rightEdge[h]!) rightEdge[h] = i + 1;
    }
  }
  return { tokens, firstChild, nextSibling, leftEdge, rightEdge };
}

/** The first child with this relation (subtypes count apart), -1 when there is none. */
export function childWith(tree: Tree, token: number, relation: number): number {
  const { firstChild, nextSibling, tokens } = tree;
  let child = firstChild[token]!;
  while (child >= 0 && tokens.relation[child] !== relation) child = nextSibling[child]!;
  return child;
}

/** The first child whose relation without subtype is this one, -1 when there is none. */
export function childWithBase(tree: Tree, token: number, base: number): number {
  return orNextWithBase(tree, tree.firstChild[token]!, base);
}

/** The next one to the right of a child. */
export function siblingWithBase(tree: Tree, child: number, base: number): number {
  return orNextWithBase(tree, tree.nextSibling[child]!, base);
}

function orNextWithBase({ nextSibling, tokens }: Tree, child: number, base: number): number {
  let at = child;
  while (at >= 0 && BASE_RELATION[tokens.relation[at]!] !== base) at = nextSibling[at]!;
  return at;
}

/** All children, left to right. Allocates: in hot loops walk `firstChild` and `nextSibling`. */
export function childrenOf(tree: Tree, token: number): number[] {
  const children: number[] = [];
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    children.push(child);
  }
  return children;
}

/** From the token to the root of its sentence, both included. */
export function pathUp(tree: Tree, token: number): number[] {
  const path: number[] = [];
  for (let at = token; at >= 0; at = tree.tokens.head[at]!) path.push(at);
  return path;
}

/** Whether `token` lies below `above` or is it. */
export function isBelow(tree: Tree, token: number, above: number): boolean {
  for (let at = token; at >= 0; at = tree.tokens.head[at]!) if (at === above) return true;
  return false;
}

/** The root of the token's sentence. */
export function rootOf(tree: Tree, token: number): number {
  let at = token;
  while (tree.tokens.head[at]! >= 0) at = tree.tokens.head[at]!;
  return at;
}
