/** A format of several files as one zip. The time stamps are fixed: the same graph gives the same bytes. */
import { strToU8, zipSync } from "fflate";
import type { OutputFile } from "./format.ts";

/** The earliest date that a zip can hold, in local time as zip wants it. */
const EPOCH = new Date(1980, 0, 1);

export function zipFiles(files: Iterable<OutputFile>): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  for (const { path, chunks } of files) entries[path] = strToU8([...chunks].join(""));
  return zipSync(entries, { mtime: EPOCH });
}
