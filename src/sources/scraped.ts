/**
 * Is a text the visible text of a page with its navigation and teasers, or the clean text of an article? Clean text is
 * prose nearly from the first line to the last; a dump has many short lines that end no sentence.
 */
export function looksScraped(text: string): boolean {
  let prose = 0;
  let scraps = 0;
  let marks = 0;
  let from = 0;
  for (let lines = 0; from <= text.length && lines < MAX_LINES; lines++) {
    let end = text.indexOf("\n", from);
    if (end < 0) end = text.length;
    const line = text.slice(from, Math.min(end, from + MAX_LINE)).trim();
    from = end + 1;
    if (line === "") continue;
    if (SCRAPED_LINE.test(line)) marks++;
    else if (line.length >= 60 || (SENTENCE_END.test(line) && line.length >= 15)) prose++;
    else scraps++;
  }
  // A headline, a subheading or two and a signature stand in clean text as well.
  return marks > 0 || scraps > 3 + prose / 4;
}

const MAX_LINES = 5000;
const MAX_LINE = 2000;
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]{0,2}$/;
const SCRAPED_LINE =
  /^(?:[•·]\s|(?:advertisement|share this(?: story| article)?|read more|related(?: news| topics| stories| articles)?:?|recent news|most read|most popular|sign up|subscribe(?: now)?|log ?in|skip to (?:main )?content|menu|home|facebook|twitter|whatsapp|copy link|image source|published|updated|source:.{1,40}|file photo.{0,60}|\(photo:.{1,100}\)|photo:.{1,60}|by [A-Z][\w.' -]{3,40})$|(?:published|updated|posted)(?: on| at)?[: ].{0,40}\d{4}|(?:\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d).{0,30}$)/i;
