/** British news writes titles without their stop, the corpora that the models learnt from with it: to the models they are one word. */
const STOPLESS_TITLES: ReadonlySet<string> = new Set(
  "Mr Mrs Ms Dr Prof Gen Lt Col Capt Sgt Sen Gov Rev".split(" "),
);

/** The spelling under which the models know a word: *Mr.* for *Mr*. */
export function modelForm(form: string): string {
  return STOPLESS_TITLES.has(form) ? `${form}.` : form;
}
