/** The file is not a store that this program can use; the message says what it is, and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
