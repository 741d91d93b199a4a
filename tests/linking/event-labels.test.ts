import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";

const folder = mkdtempSync(join(tmpdir(), "labels-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Labels of the events that texts tell. */
async function labelsOf(...texts: readonly string[]): Promise<string[]> {
  const path = join(folder, "news.jsonl");
  const lines = texts.map((text) =>
    JSON.stringify({ text, title: text, date: "2023-03-24", outlet: text.slice(0, 9) }),
  );
  writeFileSync(path, `${lines.join("\n")}\n`);
  const graph = await build([path]);
  return graph
    .filterNodes((_, { kind }) => kind === "event")
    .map((id) => graph.getNodeAttribute(id, "name"))
    .sort();
}

const TOLD: readonly (readonly [string, string])[] = [
  [
    "In Kyiv, Volodymyr Zelenskyy met the Polish president, Andrzej Duda, on Thursday.",
    "Volodymyr Zelenskyy meets Andrzej Duda in Kyiv",
  ],
  ["Russia struck Kyiv on Monday.", "Russia strikes Kyiv"],
  // Parts of the day go with it, as do words before what is left away.
  ["Russia struck Kyiv Monday night.", "Russia strikes Kyiv"],
  ["Turkey bombed Kobani shortly after the vote.", "Turkey bombs Kobani"],
  [
    "Airbus pledged between $12 million and $20 million to Kyiv.",
    "Airbus pledges between $12 million and $20 million to Ukraine",
  ],
  [
    "India fired missiles into Pakistani-controlled territory on Monday.",
    "India fires missiles into Pakistani-controlled territory",
  ],
  [
    "The International Criminal Court issued an arrest warrant for Vladimir Putin on Friday.",
    "International Criminal Court issues an arrest warrant for Vladimir Putin",
  ],
  ["Chinese President Xi Jinping is to visit Moscow in March.", "Xi Jinping to visit Moscow"],
  [
    "The Kremlin denied that Russia had destroyed the dam.",
    "Kremlin denies that Russia had destroyed the dam",
  ],
  [
    "Türkiye and Hungary have not yet ratified the accession of Sweden.",
    "Turkey and Hungary do not ratify the accession of Sweden",
  ],
  ["Lula was sworn in by Congress in Brasilia.", "Lula sworn in by Congress in Brasilia"],
  ["Jens Stoltenberg urged Moscow to reconsider.", "Jens Stoltenberg urges Russia to reconsider"],
  [
    "The agreement was brokered by Turkey and the United Nations in July.",
    "Turkey and United Nations broker the agreement",
  ],
  [
    "It followed the meeting that Joe Biden and Xi Jinping held in Bali in November.",
    "Joe Biden and Xi Jinping hold meeting in Bali",
  ],
  ["One man refused to board the aircraft.", "One man refuses to board the aircraft"],
  // Lists of names and paired adjectives go on; the subject of the next sentence does not belong to them.
  ["China called on India and Pakistan to talk.", "China calls on India and Pakistan to talk"],
  ["Modi visited Norway, Croatia and Greece.", "Modi visits Norway, Croatia and Greece"],
  [
    "Ghana received financial and technical support from France.",
    "Ghana received financial and technical support from France",
  ],
  ["Russia bombed Kyiv and Poland is in shock.", "Russia bombs Kyiv"],
  // A time before its noun goes, the noun stays.
  [
    "Xi Jinping condemned the April 22 attack on tourists.",
    "Xi Jinping condemns the attack on tourists",
  ],
  ["A policeman was shot in Boston at approximately 6 a.m. on Monday.", "Policeman shot in Boston"],
  // What is told ends before the subject of another clause.
  ["Poland condemned the raid Russia had ordered.", "Poland condemns the raid"],
  [
    "Anna Weld filed a lawsuit against Spain saying the police had beaten her.",
    "Anna Weld files a lawsuit against Spain",
  ],
  // What was promised to somebody is a clause too.
  [
    "The United States promised Ukraine that it would send tanks.",
    "United States promises Ukraine that it would send tanks",
  ],
  ["Poland must stop the strikes, Zelenskyy added.", "Zelenskyy adds Poland must stop the strikes"],
  ["A man was set on fire by Hamas in Gaza.", "Man set on fire by Hamas in Gaza"],
  ["Sweden quit the inquiry against Norway.", "Sweden quits the inquiry against Norway"],
  ["Iran is open to talks with France.", "Iran is open to talks with France"],
  [
    "Julian Assange was due to be released from prison.",
    "Julian Assange is due to be released from prison",
  ],
  ["Finland advised citizens to have cash.", "Finland advises citizens to have cash"],
  ["Emergency declared in hospitals in Kashmir", "Emergency declared in hospitals in Kashmir"],
  [
    "The leaders of Iran met in Tehran to discuss how they could respond to Iraq.",
    "Leaders of Iran meet in Tehran",
  ],
  ["Iran is set to meet France.", "Iran is set to meet France"],
  // What is said or asked may be a clause; that is none before a time.
  [
    "Anna Weld suggested that Spain should have more judges.",
    "Anna Weld suggests that Spain should have more judges",
  ],
  ["Bolivia nationalised Repsol that same year.", "Bolivia nationalises Repsol"],
  // Quotation marks go, what stands in them stays.
  [
    'Ali Khamenei on Wednesday blamed "Western culture" for the death of Aaron Bell.',
    "Ali Khamenei blames Western culture for the death of Aaron Bell",
  ],
  [
    "Shehbaz Sharif condemned what he called a “cowardly act” by India.",
    "Shehbaz Sharif condemns a cowardly act by India",
  ],
  ["“We will attack Mali,” Niger warned.", "Niger to attack Mali"],
  // "Her" owns nothing where no noun follows.
  [
    "Anna Weld sang in Oslo. Crowds greeted her in the street.",
    "Crowds greet Anna Weld in the street",
  ],
  [
    "European leaders reached no agreement with Russia.",
    "European leaders reach no agreement with Russia",
  ],
  // What was done stands before the verb, who did it behind.
  ["It was said at a conference hosted by Israel.", "Conference hosted by Israel"],
  [
    "Shehbaz Sharif condemned ‘the worst attack of his presidency’.",
    "Shehbaz Sharif condemns the worst attack of his presidency",
  ],
  // A verb alone tells nothing.
  [
    "China has denounced a Hong Kong court decision declaring the territory’s strict seven-month mask ban utterly unlawful.",
    "China denounces a Hong Kong court decision declaring the territory’s strict seven-month …",
  ],
  // More than seven words, but the first phrase.
  [
    "France has promised to provide an extra 700,000 urgent dental appointments.",
    "France promises to provide an extra 700,000 urgent dental appointments",
  ],
  [
    "Pakistan has allocated more than $70 million for Gaza.",
    "Pakistan allocates more than $70 million for Gaza",
  ],
  [
    "Lula accused his predecessor of having encouraged the riot.",
    "Lula accuses his predecessor of having encouraged the riot",
  ],
  ["The U.S. exports to China fell in March.", "United States’ exports to China fell"],
  [
    "The Red Cross says residents of Lebanon should leave the south.",
    "Red Cross says residents of Lebanon should leave the south",
  ],
  [
    "It was the first visit of its kind since the Russian invasion of Ukraine.",
    "Russia invades Ukraine",
  ],
];

describe("the label of an event", () => {
  it.each(TOLD)("of “%s” is “%s”", async (text, label) => {
    expect(await labelsOf(text)).toContain(label);
  });

  it("leaves away what comes last where it would be too long", async () => {
    const [label] = await labelsOf(
      "Emmanuel Macron and Ursula von der Leyen urged Xi Jinping to use his influence with the government of the Russian Federation in Moscow to end the war in the east of Ukraine.",
    );
    expect(label).toMatch(/^Emmanuel Macron and Ursula von der Leyen urge Xi Jinping to use his/);
    expect(label!.length).toBeLessThanOrEqual(90);
  });

  it("is that of the best telling, whatever the order of the articles", async () => {
    const texts = [
      "The Chinese leader arrived on Monday. On Tuesday, 21 March 2023, he and Vladimir Putin held talks in Moscow. It was a visit to a friend, said Xi Jinping.",
      "On Tuesday, 21 March 2023, Xi Jinping met Vladimir Putin in Moscow, and the two men talked for hours about the war in Ukraine.",
      "What was said at the talks of Tuesday, 21 March 2023, between Xi Jinping and Vladimir Putin in Moscow is not known to anybody else.",
    ];
    const forward = await labelsOf(...texts);
    const backward = await labelsOf(...texts.toReversed());
    expect(backward).toEqual(forward);
    expect(forward).toEqual(["Xi Jinping meets Vladimir Putin in Moscow"]);
  });
});
