/**
 * Scripts that most readers never need (the map, the dialogs, the formats of other programs) are fetched when they are wanted. In the page that opens from a
 * disk they are there from the beginning, as inline scripts.
 */
import { element } from "../dom/element.ts";

const asked = new Map<string, Promise<void>>();

/** Beside the page: `map.js`. Runs it once. */
export function loadScript(name: string): Promise<void> {
  let running = asked.get(name);
  if (running === undefined) {
    running = run(name);
    asked.set(name, running);
    running.catch(() => asked.delete(name));
  }
  return running;
}

function run(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = element("script", { type: "module", src: `./${name}` });
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`The server does not send ${name}.`)));
    document.head.append(script);
  });
}
