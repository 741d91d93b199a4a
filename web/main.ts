/** The viewer: loads a graph and joins the modules around one state. */
import "./style/base.css";
import "./style/layout.css";
import "./style/panel.css";
import "./style/side.css";
import "./style/time.css";
import "./style/sheets.css";
import { loadGraph } from "./data/load.ts";
import { openFile, showEmpty, showError, showLoading } from "./notice.ts";
import { startViewer } from "./viewer.ts";

async function start(): Promise<void> {
  showLoading();
  try {
    const loaded = await loadGraph();
    if (loaded.graph.order === 0) showEmpty(startViewer);
    else startViewer(loaded);
  } catch (error) {
    showError(error, startViewer);
  }
}

/** A graph file that is dropped anywhere takes the place of the one on the screen. */
function acceptFiles(): void {
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("is-dropping");
  });
  document.addEventListener("dragleave", () => document.body.classList.remove("is-dropping"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("is-dropping");
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void openFile(file, startViewer);
  });
}

acceptFiles();
void start();
