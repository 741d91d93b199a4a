/** The keyboard: one table of keys, read by the handler and by the help. */
export interface KeyBinding {
  /** As `KeyboardEvent.key`; `Ctrl+z` with Control or Command. */
  readonly keys: readonly string[];
  readonly about: string;
  readonly act: (key: string) => void;
}

const TYPING = new Set(["INPUT", "TEXTAREA", "SELECT"]);
/** Keys that a focused button or link takes for itself. */
const PRESSING = new Set(["Enter", " "]);

export function bindKeys(bindings: readonly KeyBinding[], signal: AbortSignal): void {
  document.addEventListener("keydown", (event) => handle(event, bindings), { signal });
}

function handle(event: KeyboardEvent, bindings: readonly KeyBinding[]): void {
  if (event.altKey || document.querySelector("dialog[open]") !== null) return;
  const name = event.ctrlKey || event.metaKey ? `Ctrl+${event.key.toLowerCase()}` : event.key;
  const target = event.target as HTMLElement;
  if (isTyping(target) && name !== "Escape") return;
  if (PRESSING.has(name) && target.closest("button, a, summary, [role=slider]") !== null) return;
  if (name.startsWith("Arrow") && target.closest("[role=slider], .table") !== null) return;
  const binding = bindings.find(({ keys }) => keys.includes(name));
  if (binding === undefined) return;
  event.preventDefault();
  binding.act(name);
}

function isTyping(target: HTMLElement): boolean {
  if (!TYPING.has(target.tagName)) return false;
  const type = (target as HTMLInputElement).type;
  return type !== "checkbox" && type !== "button";
}
