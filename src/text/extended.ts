/**
 * A copy with more properties. The literal `{ ...item, more }` gets a hidden class of its own each time it is made where the item lacks what
 * is added (V8 11 to 13; so does what is added to a copy `{ ...item }`): it takes three times longer to make, and each reader of many such
 * objects is ten times slower. Where the item has it, and all items have the same properties, `{ ...item, changed }` is the quicker one.
 */
export function extended<T extends object, const More extends object>(
  item: T,
  more: More,
): Omit<T, keyof More> & More {
  return Object.assign({}, item, more);
}
