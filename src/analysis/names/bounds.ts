/** The bounds of a name: without titles before it, without *the*, without a possessive or a stray point at its end. */
import { NAME_KINDS } from "./labels.ts";
import type { TaggedSpan } from "./tagger.ts";

const PERSON = NAME_KINDS.indexOf("PER");
/** Words before a person's name that are no part of it, in lower case without their point. */
const TITLES = new Set(
  (
    "mr mrs ms miss dr prof professor president senator sen rep representative governor gov general gen colonel col " +
    "captain capt lieutenant lt major maj sergeant sgt corporal cpl private minister secretary judge justice " +
    "ambassador congressman congresswoman chancellor premier pope king queen prince princess emperor bishop " +
    "archbishop cardinal ayatollah sheikh rabbi rev reverend sheriff detective inspector mayor coach chairman " +
    "chairwoman commissioner admiral commander marshal spokesman spokeswoman envoy prime foreign vice deputy " +
    "interior defense defence finance home attorney chief justice"
  ).split(" "),
);
const ENDINGS = new Set([
  "'s",
  "’s",
  "'",
  "’",
  ",",
  ";",
  ":",
  "-",
  "–",
  "—",
  "(",
  ")",
  '"',
  "“",
  "”",
]);

export function fitBounds(forms: readonly string[], spans: readonly TaggedSpan[]): TaggedSpan[] {
  const fitted: TaggedSpan[] = [];
  for (const span of spans) {
    const first = firstWord(forms, span);
    let { last } = span;
    while (last > first && ENDINGS.has(forms[last - 1]!)) last--;
    if (last > first)
      fitted.push(first === span.first && last === span.last ? span : { ...span, first, last });
  }
  return fitted;
}

/** A title is dropped only where a name is left: *Chancellor* alone stays what the model saw in it. */
function firstWord(forms: readonly string[], { first, last, kind }: TaggedSpan): number {
  let i = first;
  while (i < last && (forms[i] === "the" || ENDINGS.has(forms[i]!))) i++;
  if (kind !== PERSON) return i;
  let named = i;
  while (named < last - 1 && isTitle(forms[named]!)) {
    named++;
    if (forms[named] === "." || forms[named] === "of") named++;
  }
  return named < last ? named : i;
}

function isTitle(form: string): boolean {
  return TITLES.has(form.toLowerCase().replace(/\.$/, ""));
}
