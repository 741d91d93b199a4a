/** A pure function of the name of a chain that remembers what it gave: the same few names return in millions of chains, and a number is looked up sooner than a text. */
/** By the number of the name. */
export type PerName<Value> = (name: number) => Value;

export function perName<Value extends {}>(
  pile: { text(name: number): string },
  compute: (name: string, number: number) => Value,
): PerName<Value> {
  const known: (Value | undefined)[] = [];
  return (name) => {
    let value = known[name];
    if (value === undefined) {
      value = compute(pile.text(name), name);
      // Numbers may come in any order: no holes.
      while (known.length < name) known.push(undefined);
      known[name] = value;
    }
    return value;
  };
}
