import { describe, expect, it } from "vitest";
import { acts } from "./read.ts";

describe("what is done by saying so", () => {
  it.each([
    [
      "Biden said: “I would like to congratulate President Marcos on his victory.”",
      "SUPPORT actual",
    ],
    ["Lufthansa would like to thank Airbus for the delivery.", "SUPPORT actual"],
  ])("has happened: %s", (text, act) => {
    expect(acts(text)).toContain(act);
  });

  it.each(["Macron said that he would like to meet Putin.", "The senator wants to thank Airbus."])(
    "is told from a wish: %s",
    (text) => {
      expect(acts(text).filter((act) => act.endsWith("actual"))).toEqual([]);
    },
  );
});
