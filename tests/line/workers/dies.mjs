/** A worker that ends its process on one article, as running out of memory does. */
export default function run({ pages }) {
  return pages.map(({ origin }) => {
    if (origin === "bad") process.exit(1);
    return { notes: [], article: { origin } };
  });
}
