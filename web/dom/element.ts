/** Small helpers to make elements. Children that are strings become text nodes: nothing here ever parses markup. */

type Child = Node | string | undefined | false;
type Handlers = {
  readonly [K in keyof HTMLElementEventMap as `on${K}`]?: (event: HTMLElementEventMap[K]) => void;
};
export type Properties = Handlers & {
  readonly class?: string;
  readonly [name: string]: string | number | boolean | undefined | ((event: never) => void);
};

/** `element("button", { class: "chip", onclick: close, "aria-label": "Close" }, "×")`; `false` and `undefined` leave a property out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value as EventListener);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...present(children));
  return made;
}

export function replaceContent(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...present(children));
}

export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child) => child !== undefined && child !== false) as (Node | string)[];
}

/** A place that `index.html` promises. */
export function place<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no element with the id "${id}"`);
  return found as T;
}

/** A link out of the viewer; nothing but http and https is ever followed. */
export function outLink(url: string | undefined, ...children: readonly Child[]): HTMLElement {
  if (!isWebAddress(url)) return element("span", {}, ...children);
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function isWebAddress(url: string | undefined): url is string {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === "https:" || protocol === "http:";
}
