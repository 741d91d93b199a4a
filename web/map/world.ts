/** The outlines and points of the map, and how they come into the page. */
export type Point = readonly [longitude: number, latitude: number];
export type Line = readonly Point[];

export interface World {
  /** Polygons as rings. */
  readonly land: readonly (readonly Line[])[];
  readonly borders: readonly Line[];
  /** By alpha-3. */
  readonly countries: Readonly<Record<string, Point>>;
  /** By folded name, blank, alpha-3: `kyiv UKR`. */
  readonly places: Readonly<Record<string, Point>>;
}

/** From the page itself where it was put there, else from the server. */
export async function loadWorld(): Promise<World> {
  const inlined = document.getElementById("world");
  if (inlined !== null) return JSON.parse(inlined.textContent ?? "") as World;
  if (document.getElementById("graph") !== null) {
    throw new Error("This page was saved without the outlines of the map.");
  }
  const response = await fetch("world.json");
  if (!response.ok) throw new Error(`The server sent no map (${response.status}).`);
  return (await response.json()) as World;
}
