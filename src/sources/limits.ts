/** What a source may cost. Beyond a limit the item is left out with a note; what came before it is kept. */
export interface ReadLimits {
  /** Bytes of one item after unpacking: a page, a JSONL line, a mail. News pages of 20 MB exist; articles of 32 MB do not. */
  readonly itemBytes: number;
  /** Unpacked bytes for each packed byte. Text seldom passes 20:1, deflate cannot pass 1032:1. */
  readonly packingRatio: number;
  /** Containers inside containers: a gzipped feed in a zip is 2. */
  readonly nesting: number;
  /** Folders below a given folder. */
  readonly folderDepth: number;
  /** Entries of one zip archive, items of one feed. */
  readonly entries: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  itemBytes: 32 * 1024 * 1024,
  packingRatio: 400,
  nesting: 3,
  folderDepth: 40,
  entries: 200_000,
};
