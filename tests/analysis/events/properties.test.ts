import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const WORDS =
  'Russia Ukraine the President Putin said that will not attacked sanctions on with talks , . " : and to of by rebels troops were in Moscow Friday if agreed refused sign which'.split(
    " ",
  );

describe("whatever the words", () => {
  it("indexes point into their arrays, spans into the text, confidences lie between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => {
        const text = words.join(" ");
        const { events, statements, mentions, chains, times } = read(text);
        for (const { entity, start, end, text: quote } of mentions) {
          expect(chains[entity]?.id).toBe(entity);
          expect(text.slice(start, end)).toBe(quote);
        }
        for (const { roles, place, time, start, end, confidence } of events) {
          for (const { mention } of roles) expect(mentions[mention]).toBeDefined();
          if (place !== undefined) expect(mentions[place]).toBeDefined();
          if (time !== undefined) expect(times[time]).toBeDefined();
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
        for (const { speaker, about } of statements) {
          expect(mentions[speaker]).toBeDefined();
          for (const index of about) expect(events[index]).toBeDefined();
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("gives the same twice", () => {
    const text = "Israeli jets bombed Lebanon on Sunday, officials said. The rebels fled.";
    expect(read(text)).toEqual(read(text));
  });
});
