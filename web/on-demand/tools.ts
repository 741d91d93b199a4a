/** The entry of `tools.js`: the dialogs for correcting, keeping and taking away, the help, and the layout that rearranges. */
import { createDecisionsServer } from "../correct/decisions-server.ts";
import { createCorrectDialog } from "../correct/dialog.ts";
import { createServerSection } from "../correct/server-section.ts";
import { helpDialog } from "../help-dialog.ts";
import { runLayout } from "../picture/layout.ts";
import { createViewsDialog } from "../side/views-dialog.ts";
import { takeDialog } from "../take/dialog.ts";

const tools = {
  createCorrectDialog,
  createDecisionsServer,
  createServerSection,
  createViewsDialog,
  helpDialog,
  runLayout,
  takeDialog,
};

export type Tools = typeof tools;

declare global {
  interface Window {
    dramatisTools?: Tools;
  }
}

window.dramatisTools = tools;
