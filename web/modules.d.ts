/** What TypeScript is not told elsewhere: style sheets, which Vite takes as imports, and the two functions that we use of topojson-client. */
declare module "*.css";

declare module "topojson-client" {
  export function feature(topology: object, object: object): object;
  export function mesh(
    topology: object,
    object: object,
    keep: (a: object, b: object) => boolean,
  ): object;
}
