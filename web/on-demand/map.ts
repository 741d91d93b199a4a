/** The entry of `map.js`: offers the map to the viewer. */
import { createMapView } from "../map/map-view.ts";

window.dramatisMap = createMapView;
