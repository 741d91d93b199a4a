import { describe, expect, it } from "vitest";
import { values } from "./tag.ts";

describe("words that only look like times", () => {
  it.each([
    "Prices may fall further.",
    "Theresa May said so.",
    "Prime Minister May said the deal was dead.",
    "Thousands march on the capital.",
    "The March on Washington was remembered.",
    "June Smith and April Jones were elected.",
    "August institutions failed.",
    "Jan Novak won. The Dec file was lost.",
    "The second half was goalless and the first goal came late.",
    "Give me a second, he said.",
    "Soldiers spring into action as prices fall.",
    "The fall of the city shocked allies.",
    "The Sun reported the deal. Sat beside him was the envoy.",
    "The sun set over the sea.",
    "The Sunday Times said so.",
    "The Daily Mail and USA Today reported it.",
    "Black Friday sales fell.",
    "Mr Friday smiled.",
    "He was a minute man.",
    "Three quarters of voters agreed, a quarter did not.",
    "The next step is unclear and the last orders were called.",
    "The base will close as soon as possible.",
    "The now-cancelled deal failed.",
    "He threw a touchdown in the fourth quarter.",
    "Q3 is the third quartile.",
    "The fall of the city came in a fall.",
    "Expect him any moment after the day he left.",
  ])("%s", (text) => expect(values(text)).toEqual([]));
});

describe("numbers that are no years, dates or times", () => {
  it.each([
    'Orwell\'s "1984" topped the list.',
    "The Peugeot 2008 and the Boeing 737 were sold.",
    "The A-2000 engine and the T-1990 tank broke.",
    "They won 3-1 after losing 2-0.",
    "The score was 10:30 at the break. He ran it in 2:05:30.",
    "Call 555-2010 or 020 7946 2023 for details.",
    "Resolution 1973 was passed in Room 1205. Flight 1549 landed.",
    "About 2000 people died and 1,998 houses burned.",
    "It cost $2010.",
    "ISO 9001 and RFC 2045 apply.",
    "John 3:16 was quoted.",
    "The missile flew 1,900 kilometers with 20 mm guns.",
    "Version 1.2.2023.4 was released.",
  ])("%s", (text) => expect(values(text, "2019-06-01")).toEqual([]));
});
