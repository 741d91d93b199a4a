/** Light or dark: what the system says, until the reader says otherwise. */
import type { Theme } from "./scene/palette.ts";

const KEY = "dramatis-theme";

export function currentTheme(): Theme {
  const chosen = read();
  const theme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.theme = theme;
  return theme;
}

export function toggleTheme(): Theme {
  const next: Theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A page opened from a file may have no storage; the choice then lasts as long as the page.
  }
  return next;
}

function read(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : undefined;
  } catch {
    return undefined;
  }
}
