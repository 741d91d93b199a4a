/** What the reader has to say of a node; kept by this browser for this graph. */
import { element } from "../dom/element.ts";
import type { PageContext } from "./context.ts";

export function noteSection({ memory }: PageContext, id: string, name: string): HTMLElement {
  const known = memory.notes().find((note) => note.id === id)?.text ?? "";
  const field = element("textarea", {
    rows: 3,
    class: "note",
    "aria-label": `Your note on ${name}`,
    placeholder: "Kept in this browser, saved with the corrections.",
    oninput: () => memory.keepNote(id, field.value),
  });
  field.value = known;
  return element("section", {}, element("h3", {}, "Your note"), field);
}
