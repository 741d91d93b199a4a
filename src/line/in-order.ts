/** Work on a stream with several hands: results come in the order of the input, and no more is read ahead than needed. */

/** At most `ahead` items are under way. */
export async function* inOrder<I, O>(
  items: AsyncIterable<I>,
  run: (item: I) => Promise<O>,
  ahead: number,
): AsyncGenerator<O> {
  const underWay: Promise<O>[] = [];
  for await (const item of items) {
    const result = run(item);
    // It is awaited in its turn; until then a failure must not end the process.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= ahead) yield await underWay.shift()!;
  }
  for (const result of underWay) yield await result;
}

/** Groups of items: full when there are `most`, or when their sizes add up to `mostSize`. */
export async function* batches<T>(
  items: AsyncIterable<T>,
  { most, mostSize, sizeOf }: { most: number; mostSize: number; sizeOf: (item: T) => number },
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for await (const item of items) {
    batch.push(item);
    size += sizeOf(item);
    if (batch.length < most && size < mostSize) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
