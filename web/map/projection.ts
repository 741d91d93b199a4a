/** Natural Earth projection (Patterson; polynomial by Šavrič, Jenny, Patterson et al. 2011): shapes look right, poles stay small. */
import type { Point } from "./world.ts";

const RADIANS = Math.PI / 180;

/** y grows downward; the world is about 5.46 wide and 2.84 high around 0,0. */
export function project([longitude, latitude]: Point): readonly [number, number] {
  const phi = latitude * RADIANS;
  const p2 = phi * phi;
  const p4 = p2 * p2;
  const x =
    longitude *
    RADIANS *
    (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)));
  const y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
  return [x, -y];
}
