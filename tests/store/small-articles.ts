/** A dozen small analyses of three outlets: one story told twice, one article that came from two places. */
import type { Analysis } from "../../src/model.ts";
import { makeAnalysis } from "../linking/make-analysis.ts";

const PEOPLE = ["Ada Brunner", "Karim Haddad", "Lena Varga", "Hugo Stein", "Ines Duarte"];
const LANDS = ["Austria", "Lebanon", "Hungary", "Brazil"];
const CODES: Readonly<Record<string, string>> = {
  Austria: "AUT",
  Lebanon: "LBN",
  Hungary: "HUN",
  Brazil: "BRA",
};

export function smallArticles(count = 12): Analysis[] {
  const analyses: Analysis[] = [];
  for (let i = 0; i < count; i++) {
    const [doer, other] = [PEOPLE[i % 5]!, PEOPLE[(i * 2 + 1) % 5]!];
    const land = LANDS[i % 4]!;
    analyses.push(
      placed(
        makeAnalysis({
          published: `2023-0${1 + (i % 6)}-1${i % 9}`,
          outlet: `Sample Paper ${i % 3}`,
          lines: [
            `[person:${doer}] travels to [country:${land}] for talks number ${i}`,
            `[person:${doer}] met [person:${other}] in [country:${land}] on day ${i}.`,
            `Ministers of [country:${land}] welcomed the ${i} hours that [person:${doer}] had taken.`,
          ],
          countries: CODES,
          roles: i % 2 === 0 ? [{ person: doer, title: "minister", of: land, in: 1 }] : [],
          events: [
            { in: 1, act: "CONSULT", lemma: "meet", participant: [doer, other], place: [land] },
          ],
        }),
        `news/${i}.html`,
      ),
    );
  }
  // The same words from another place.
  analyses.push(placed(analyses[3]!, "copies/3.html"), placed(analyses[5]!, "old/5.html"));
  return analyses;
}

function placed(analysis: Analysis, origin: string): Analysis {
  return { ...analysis, article: { ...analysis.article, origin } };
}
