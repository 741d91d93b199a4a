/**
 * The version of the program, as graphs carry it. A test holds it equal to package.json, which a browser cannot
 * read.
 */
export const VERSION = "0.1.0";

/** The version of the JSON file format. */
export const FORMAT_VERSION = 1;
