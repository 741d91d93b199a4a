/**
 * Where the tables and models of `data/` come from. The stages take a `DataSource` and never touch the file
 * system, so that the language engine runs in a browser too.
 */
export interface DataSource {
  /** A table, by its path below `data/`: `en/titles.tsv`. Throws when it is missing. */
  text(name: string): string;
  /** A trained model, by its path below `data/`: `models/parser.bin`. Throws when it is missing. */
  bytes(name: string): Uint8Array;
}
