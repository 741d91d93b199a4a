/** As of all text: for the graph, and for those that may import the graph alone. */
export { byText, compareText } from "../text/order.ts";
