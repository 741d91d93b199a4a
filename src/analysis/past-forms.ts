/** Irregular past forms (`data/en/past-forms.tsv`). */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";

export interface PastForms {
  /** The verb of each form. */
  readonly verbs: ReadonlyMap<string, string>;
  /** The forms that are no other word. */
  readonly sure: readonly string[];
}

export function loadPastForms(data: DataSource): PastForms {
  const verbs = new Map<string, string>();
  const sure: string[] = [];
  for (const [form, verb, other] of parseTable(data.text("en/past-forms.tsv"))) {
    verbs.set(form!, verb!);
    if (other === undefined || other === "") sure.push(form!);
  }
  return { verbs, sure };
}
