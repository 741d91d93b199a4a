/** The picture where the browser can draw one, else a word about its absence. */
import { element } from "../dom/element.ts";
import { createPicture } from "./picture.ts";
import type { Picture, PictureEvents } from "./types.ts";
import { hasWebGl } from "./webgl.ts";

export function openPicture(
  canvas: HTMLElement,
  events: PictureEvents,
  isStill: () => boolean,
): Picture | undefined {
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "network picture");
  if (hasWebGl()) return createPicture(canvas, events, isStill);
  canvas.replaceChildren(
    element(
      "div",
      { class: "notice no-webgl" },
      element("h2", {}, "No picture here"),
      element(
        "p",
        {},
        "This browser offers no WebGL. The list beside this, the table, the map and the timeline say everything that the picture would.",
      ),
    ),
  );
  return undefined;
}
