/** Why a page holds no article: a listing, a paywall, a video, an error page that says it is fine, a consent wall. */
import type { LineFacts } from "./line-facts.ts";
import type { Line, LineLabel } from "./lines.ts";
import { phraseBit } from "./phrases.ts";

/** What speaks for or against an article besides its lines. */
export interface PageSigns {
  readonly title: string | undefined;
  readonly url: string | undefined;
  /** schema.org type, lower case. */
  readonly structuredType?: string | undefined;
  readonly openGraphType?: string | undefined;
  readonly isFree?: boolean | undefined;
  readonly form: "page" | "dump";
}

/** A sentence part for people, or undefined for an article. */
export function whyNoArticle(
  lines: readonly Line[],
  facts: readonly LineFacts[],
  labels: readonly LineLabel[],
  signs: PageSigns,
): string | undefined {
  const counts = countLines(lines, facts, labels);
  const { bodyWords, bodySentences } = counts;
  const { title = "" } = signs;
  if (bodyWords < SHORT && ERROR_TITLE.test(title)) return "an error page";
  if (bodyWords < SHORT && WALL_TITLE.test(title)) return "a consent or access page";
  if (bodyWords < SHORT && counts.cookieWords > Math.max(20, bodyWords)) return "a consent page";
  if (bodyWords < SHORT && counts.errorLines > 0) return "an error page";
  if (bodyWords < SHORT && (counts.paywallLines > 0 || signs.isFree === false)) {
    return "only the beginning of an article behind a paywall";
  }
  const isVideo =
    /video|clip|episode/.test(`${signs.openGraphType} ${signs.structuredType}`) ||
    VIDEO_URL.test(signs.url ?? "");
  if (bodyWords < VIDEO_TEXT && (isVideo || counts.videoLines > 1)) return "a video without a text";
  if (bodyWords < (bodySentences === 0 ? VIDEO_TEXT : LEAST_WORDS)) return NO_TEXT;
  if (signs.form === "dump" && counts.sentenceWords < bodyWords * LEAST_SENTENCES)
    return "a list, not a text";
  if (isListing(counts, signs)) return "a listing of articles";
  return undefined;
}

export const NO_TEXT = "no text of an article";
/** Below these, in words, a text may be the beginning of something else. */
const SHORT = 130;
const VIDEO_TEXT = 60;
/** The shortest news in the development pages has 25 words. */
const LEAST_WORDS = 15;
/** Of its words, an article has so many in sentences. */
const LEAST_SENTENCES = 0.2;
const ERROR_TITLE =
  /\b(?:404|410|500|503|error|not found|can.?t be found|cannot be found|no longer available|oops|page unavailable|page missing|gone|nicht gefunden|introuvable|no encontrada|non trovata)\b/i;
const WALL_TITLE =
  /\b(?:before you continue|just a moment|access denied|are you a robot|captcha|security check|attention required|verify you|cookie|consent|privacy (?:settings|choices)|log ?in|sign ?in|subscribe|forbidden|unsupported browser)\b/i;
const ERROR_LINE =
  /(?:page|article|story|content|link|url)\b.{0,40}\b(?:not (?:be )?found|can(?:no|')t be found|no longer (?:available|exists?)|does(?:n't| not) exist|has been (?:moved|removed|deleted)|was (?:moved|removed|deleted)|may have (?:been )?(?:moved|expired|removed))|couldn.?t find (?:the|that|this) page|nothing (?:was )?found/i;
const PAYWALL_LINE =
  /(?:to (?:continue|keep|finish) reading|subscribers? only|subscriber[- ]exclusive|exclusive to subscribers|for subscribers|already a (?:subscriber|member)|subscribe (?:now )?to (?:read|continue|unlock|access)|unlock (?:this|the full)|(?:reached|used) your (?:free )?(?:article )?limit|free articles? (?:left|remaining|this month)|register (?:for free )?to (?:read|continue)|sign (?:in|up) to (?:read|continue)|create (?:a free |an )?account to|this (?:article|story|content) is (?:only )?(?:available )?(?:for|to|reserved)|members only|log in to (?:read|continue)|premium (?:content|article))/i;
const VIDEO_LINE =
  /^(?:watch|play(?: video)?|video|now playing|video player|up next|0:\d\d|duration:?.{0,12}|\d{1,2}:\d\d)$|video is (?:not )?(?:available|playing)|this video/i;
const VIDEO_URL = /\/(?:videos?|watch|tv|live|clips?)\/[^/]{0,200}/i;
const COOKIE = phraseBit("cookie");

interface Counts {
  readonly bodyWords: number;
  readonly bodySentences: number;
  /** Words of body lines that end a sentence or are long. */
  readonly sentenceWords: number;
  readonly cookieWords: number;
  readonly paywallLines: number;
  readonly errorLines: number;
  readonly videoLines: number;
  readonly teasers: number;
  readonly bodyLines: number;
  /** Lines of body that end no sentence or stand alone. */
  readonly scatteredLines: number;
  /** Words of the longest run of lines of body. */
  readonly runWords: number;
}

function countLines(
  lines: readonly Line[],
  facts: readonly LineFacts[],
  labels: readonly LineLabel[],
): Counts {
  const counts = {
    bodyWords: 0,
    bodySentences: 0,
    sentenceWords: 0,
    cookieWords: 0,
    paywallLines: 0,
    errorLines: 0,
    videoLines: 0,
    teasers: 0,
    bodyLines: 0,
    scatteredLines: 0,
    runWords: 0,
  };
  let run = 0;
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    const { phrases, endsSentence, length } = facts[i]!;
    const words = wordsOf(facts[i]!);
    if (length < 400) {
      if (PAYWALL_LINE.test(text)) counts.paywallLines++;
      if (ERROR_LINE.test(text)) counts.errorLines++;
      if (VIDEO_LINE.test(text)) counts.videoLines++;
    }
    if (phrases & COOKIE) counts.cookieWords += words;
    if (labels[i] === "teaser") counts.teasers++;
    run = labels[i] === "body" ? run + words : 0;
    counts.runWords = Math.max(counts.runWords, run);
    if (labels[i] !== "body") continue;
    counts.bodyWords += words;
    counts.bodyLines++;
    if (endsSentence) counts.bodySentences++;
    if (endsSentence || length > 200) counts.sentenceWords += words;
    const isAlone = labels[i - 1] !== "body" && labels[i + 1] !== "body";
    if (!endsSentence || isAlone) counts.scatteredLines++;
  }
  return counts;
}

/** Chinese and Japanese write no spaces: about two characters are a word. */
function wordsOf({ words, length }: LineFacts): number {
  return words * 15 < length ? length / 2 : words;
}

/** Scraps of text between links, on a page that does not call itself an article. */
function isListing(
  counts: Counts,
  { structuredType, openGraphType, url, form }: PageSigns,
): boolean {
  const callsItselfArticle = /article|posting|report/.test(`${structuredType} ${openGraphType}`);
  const callsItselfList = /collection|itemlist|website|searchresults|webpage|section|blog$/.test(
    structuredType ?? "",
  );
  const isFront = url !== undefined && SECTION_URL.test(url);
  const scattered = counts.scatteredLines / Math.max(1, counts.bodyLines);
  const teasersToBody = counts.teasers / Math.max(1, counts.bodyLines);
  if (callsItselfArticle) return false;
  if (isFront && counts.runWords < SHORT && (scattered > 0.5 || counts.bodyWords < SHORT))
    return true;
  if (counts.runWords >= VIDEO_TEXT) return false;
  if (callsItselfList && scattered > 0.6 && counts.bodyWords < 300) return true;
  if (form === "dump") return scattered > 0.7 && teasersToBody > 1;
  return scattered > 0.7 && teasersToBody > 0.8 && counts.bodyWords < 400;
}

/** A front page or a section: no words with hyphens, no number, no file. */
const SECTION_URL = /^https?:\/\/[^/]+(?:\/[a-z]{1,20}){0,2}\/?(?:[?#].*)?$/i;
