/** The viewer: loads a graph and joins the modules around one state. */
import "./style/base.css";
import "./style/layout.css";
import "./style/panel.css";
import "./style/side.css";
import "./style/time.css";
import { loadGraph } from "./data/load.ts";
import { showEmpty, showError, showLoading } from "./notice.ts";
import { startViewer } from "./viewer.ts";

async function start(): Promise<void> {
  showLoading();
  try {
    const graph = await loadGraph();
    if (graph.order === 0) showEmpty(startViewer);
    else startViewer(graph);
  } catch (error) {
    showError(error, startViewer);
  }
}

void start();
