/** The help and the dialogs for correcting, named views and taking away: made, with the script that holds them, when the first of them is opened. */
import { announce } from "./commands.ts";
import type { KeyBinding } from "./keys.ts";
import { loadTools } from "./on-demand/load-tools.ts";
import type { Session } from "./session.ts";
import { readHash, writeHash } from "./state/hash.ts";
import type { Memory } from "./state/memory.ts";
import type { Store } from "./state/store.ts";
import type { ViewState } from "./state/view-state.ts";
import type { Takeable } from "./take/dialog.ts";

export interface Dialogs {
  /** `id`: who is to be corrected; without it the corrections so far. */
  correct(id: string | undefined): void;
  views(): void;
  take(): void;
  help(): void;
  close(): void;
}

interface Made {
  readonly all: readonly HTMLDialogElement[];
  correct(id: string | undefined): void;
  views(): void;
  take(): void;
  help(): void;
}

export function createDialogs(
  store: Store<ViewState>,
  session: Session,
  memory: Memory,
  initial: ViewState,
  takeable: Takeable,
  hasServer: boolean,
  keys: () => readonly KeyBinding[],
): Dialogs {
  let made: Promise<Made> | undefined;
  let isClosed = false;
  const make = async (): Promise<Made> => {
    const tools = await loadTools();
    const corrections = tools.createCorrectDialog(
      memory,
      (line) => store.set({ decisions: [...store.get().decisions, line] }),
      (line) => store.set({ decisions: store.get().decisions.filter((other) => other !== line) }),
      hasServer ? tools.createServerSection(tools.createDecisionsServer()) : undefined,
    );
    const views = tools.createViewsDialog(memory, (hash) =>
      store.set({ ...readHash(hash, initial), decisions: store.get().decisions }),
    );
    const take = tools.takeDialog(takeable, (text) => announce(text, true));
    const help = tools.helpDialog(keys());
    const all = [help, take, views.dialog, corrections.dialog];
    document.body.append(...all);
    return {
      all,
      correct: (id) => corrections.open(session.network, store.get().decisions, id),
      views: () => views.open(writeHash(store.get(), initial)),
      take: () => take.showModal(),
      help: () => help.showModal(),
    };
  };
  const open = (act: (dialogs: Made) => void): void => {
    made ??= make();
    made.then(
      (dialogs) => {
        const isOther = dialogs.all.some((dialog) => dialog.open);
        if (!isClosed && !isOther) act(dialogs);
      },
      () => {
        made = undefined;
        announce("The server did not send what this needs. Try again.", true);
      },
    );
  };
  return {
    correct: (id) => open((dialogs) => dialogs.correct(id)),
    views: () => open((dialogs) => dialogs.views()),
    take: () => open((dialogs) => dialogs.take()),
    help: () => open((dialogs) => dialogs.help()),
    close() {
      isClosed = true;
      made?.then(({ all }) => {
        for (const dialog of all) dialog.remove();
      });
    },
  };
}
