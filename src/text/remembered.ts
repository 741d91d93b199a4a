/**
 * A pure function of a string that remembers what it gave: names return in article after article, and folding one takes a hundred times
 * longer than looking it up. Of what was remembered the older half goes when there is too much.
 */
export function remembered<Value extends {}>(
  compute: (text: string) => Value,
  most = 50_000,
): (text: string) => Value {
  let recent = new Map<string, Value>();
  let older = new Map<string, Value>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const value = older.get(text) ?? compute(text);
    if (recent.size >= most / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, value);
    return value;
  };
}
