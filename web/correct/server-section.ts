/** "Save on the server" in the dialog of corrections: there only when the server takes them. The token is kept while the page is open, and nowhere else. */
import { element, replaceContent } from "../dom/element.ts";
import type { DecisionsServer, ServerDecisions } from "./decisions-server.ts";
import { linesToSend, saveOn } from "./saving.ts";

export interface ServerSection {
  /** Empty until the server has said that it takes corrections. `onSaved` is told which of the lines it has, at once and after each saving. */
  offer(lines: readonly string[], onSaved: (saved: ReadonlySet<string>) => void): HTMLElement;
}

export function createServerSection(server: DecisionsServer): ServerSection {
  let token = "";
  return {
    offer(lines, onSaved) {
      const section = element("div", { class: "on-server" });
      const status = element("p", { class: "tally", role: "status" });
      const field = element("input", { id: "token", type: "password", autocomplete: "off" });
      const label = element("label", { for: "token" }, "Token of the server");
      const button = element("button", { class: "primary" }, "Save on the server");
      let isBusy = false;

      const show = (file: ServerDecisions): void => {
        const pending = new Set(linesToSend(lines, file.text));
        onSaved(new Set(lines.filter((line) => !pending.has(line))));
        askForToken(file.asksForToken && token === "");
      };
      const askForToken = (isAsked: boolean): void => {
        // What is hidden loses the focus, and whoever works by keyboard their place.
        if (!isAsked && document.activeElement === field) button.focus();
        label.hidden = !isAsked;
        field.hidden = !isAsked;
        field.required = isAsked;
      };
      const submit = async (event: Event): Promise<void> => {
        event.preventDefault();
        if (isBusy) return;
        isBusy = true;
        if (!field.hidden) token = field.value;
        try {
          const { sentence, isTokenWrong } = await saveOn(server, lines, token);
          if (isTokenWrong) token = "";
          const file = await server.read();
          if (file !== undefined) show(file);
          status.textContent = sentence;
          if (isTokenWrong) {
            field.focus();
            field.select();
          }
        } catch (error) {
          status.textContent = (error as Error).message;
        }
        isBusy = false;
      };
      const fill = async (): Promise<void> => {
        const file = await server.read().catch(() => undefined);
        if (file === undefined) return;
        replaceContent(
          section,
          element("form", { onsubmit: (event) => void submit(event) }, label, field, button),
          status,
          element(
            "p",
            { class: "tally" },
            "Taken back here, a saved line still stands in the server's file.",
          ),
        );
        show(file);
      };
      void fill();
      return section;
    },
  };
}
