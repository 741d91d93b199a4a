/**
 * The file of the server in the dialog of corrections, where it takes them: *Save on the server*, and what viewers have added to it, each line to be
 * taken back. The token is kept while the page is open, and nowhere else.
 */
import { element, replaceContent } from "../dom/element.ts";
import type { DecisionsServer, ServerDecisions } from "./decisions-server.ts";
import { canBeTakenBack, linesToSend, type Saved, saveOn, takeBackFrom } from "./saving.ts";

export interface ServerSection {
  /** Empty until the server has said that it takes corrections. `onFile` is told what it has of the lines, at once and after each change. */
  offer(lines: readonly string[], onFile: (file: LinesThere) => void): HTMLElement;
  /** Takes a line out of the server's file, and says in the section how it went; whether it is out. */
  takeBack(line: string): Promise<boolean>;
}

export interface LinesThere {
  readonly saved: ReadonlySet<string>;
  /** Those of them that were written by a viewer. */
  readonly ownLines: ReadonlySet<string>;
}

export function createServerSection(server: DecisionsServer): ServerSection {
  let token = "";
  let takeBackHere = async (_: string): Promise<boolean> => false;
  return {
    takeBack: (line) => takeBackHere(line),
    offer(lines, onFile) {
      const section = element("div", { class: "on-server" });
      const status = element("p", { class: "tally", role: "status" });
      const field = element("input", { id: "token", type: "password", autocomplete: "off" });
      const label = element("label", { for: "token" }, "Token of the server");
      const button = element("button", { class: "primary" }, "Save on the server");
      const others = element("div", {});
      let isBusy = false;

      const show = (file: ServerDecisions): void => {
        const pending = new Set(linesToSend(lines, file.text));
        const saved = new Set(lines.filter((line) => !pending.has(line)));
        onFile({ saved, ownLines: canBeTakenBack(lines, file) });
        const elsewhere = file.own.filter((line) => !lines.includes(line));
        replaceContent(others, ...(elsewhere.length === 0 ? [] : listOf(elsewhere)));
        askForToken(file.asksForToken && token === "");
      };
      const listOf = (own: readonly string[]): HTMLElement[] => [
        element("h3", {}, "In the server's file, not in this browser"),
        element(
          "ul",
          { class: "decisions" },
          ...own.map((line) =>
            element(
              "li",
              {},
              element("code", {}, line),
              element(
                "button",
                {
                  type: "button",
                  class: "plain",
                  "aria-label": `take back on the server: ${line}`,
                  onclick: () => void takeBackHere(line).then((isDone) => isDone && button.focus()),
                },
                "take back",
              ),
            ),
          ),
        ),
      ];
      const askForToken = (isAsked: boolean): void => {
        // What is hidden loses the focus, and whoever works by keyboard their place.
        if (!isAsked && document.activeElement === field) button.focus();
        label.hidden = !isAsked;
        field.hidden = !isAsked;
        field.required = isAsked;
      };
      /** One at a time; whatever comes of it is said. */
      const change = async <T extends Saved>(act: () => Promise<T>): Promise<T | undefined> => {
        if (isBusy) return undefined;
        isBusy = true;
        if (!field.hidden && field.value !== "") token = field.value;
        try {
          const done = await act();
          if (done.isTokenWrong) token = "";
          const file = await server.read();
          if (file !== undefined) show(file);
          status.textContent = done.sentence;
          if (done.isTokenWrong) {
            field.focus();
            field.select();
          }
          return done;
        } catch (error) {
          status.textContent = (error as Error).message;
          return undefined;
        } finally {
          isBusy = false;
        }
      };
      const fill = async (): Promise<void> => {
        const file = await server.read().catch(() => undefined);
        if (file === undefined) return;
        const submit = (event: Event): void => {
          event.preventDefault();
          void change(() => saveOn(server, lines, token));
        };
        replaceContent(
          section,
          element(
            "form",
            { onsubmit: submit },
            label,
            field,
            lines.length > 0 ? button : undefined,
          ),
          status,
          others,
        );
        show(file);
      };
      takeBackHere = async (line) => {
        const done = await change(() => takeBackFrom(server, line, token));
        return done?.isDone === true;
      };
      void fill();
      return section;
    },
  };
}
