/** Texts that return again and again as numbers: each is kept once. */
export interface Numbers {
  number(text: string): number;
  text(number: number): string;
  /** How many texts have one. */
  readonly count: number;
}

/** `texts`: those that have a number, into which new ones go. `keep`: what is kept of a text that is new. */
export function createNumbers(
  texts: string[] = [],
  keep: (text: string) => string = copyOf,
): Numbers {
  const numbers = new Map<string, number>();
  return {
    number(text) {
      let number = numbers.get(text);
      if (number === undefined) {
        const kept = keep(text);
        number = texts.push(kept) - 1;
        numbers.set(kept, number);
      }
      return number;
    },
    text: (number) => texts[number]!,
    get count() {
      return texts.length;
    },
  };
}

/** V8 keeps a whole text alive for a piece of it: what is kept long must be no piece. */
export function copyOf(text: string): string {
  const copy = Buffer.from(text, "utf8").toString("utf8");
  return copy === text ? copy : text;
}
