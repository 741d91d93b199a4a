/** The timeline of one actor, or of the whole cast: what happened when, a lane for each kind of event. */
import { dayRange, dayText, longDay, shortDay } from "../data/days.ts";
import type { DaySpan, Network } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";
import { element } from "../dom/element.ts";
import { eventWords } from "../scene/event-label.ts";
import { createFilter } from "../scene/filter.ts";
import { isOpenEvent } from "../scene/open-events.ts";
import { castOf } from "../scene/scene.ts";
import { ACT_TONES, ACT_WORDS, counted, statusWord } from "../scene/words.ts";
import type { PartNotes } from "../side/part-note.ts";
import { focusedNode, type ViewState } from "../state/view-state.ts";
import { isOutside } from "../state/window.ts";
import { timeTicks } from "../time/ticks.ts";
import { type Lane, layLanes, type Mark, type PlacedMark } from "./lanes.ts";

const ROW_PX = 19;
/** Width of the mark of an event that one story tells. */
const SMALLEST_PX = 12;
/** And of one that many tell. */
const LARGEST_PX = 24;
/** Room of the words beside a mark. */
const WORDS_SHARE = 0.38;
/** Of the axis before it is laid out, and what stands beside it. */
const USUAL_PX = 700;
const MARGIN_PX = 80;
/** More marks than this have no words beside them. */
const MOST_WITH_WORDS = 60;
/** Of the whole cast only the best told events are drawn. */
const MOST = 160;

export function drawTimeline(
  root: HTMLElement,
  network: Network,
  state: ViewState,
  window: DaySpan | undefined,
  onEvent: (id: string) => void,
  parts: PartNotes,
): void {
  const { graph } = network;
  const focus = focusedNode(state);
  const actor =
    focus !== undefined && graph.hasNode(focus) && !isEvent(graph.getNodeAttributes(focus))
      ? focus
      : undefined;
  const filter = createFilter(network, state);
  const ids = (actor === undefined ? network.events : graph.neighbors(actor)).filter((id) => {
    if (!isEvent(graph.getNodeAttributes(id)) || !filter.node(id)) return false;
    const days = network.nodeDays(id);
    return days[0] >= 0 && !isOutside(...days, window);
  });
  const best = [...ids]
    .sort(
      (a, b) =>
        graph.getNodeAttribute(b, "stories") - graph.getNodeAttribute(a, "stories") ||
        (a < b ? -1 : 1),
    )
    .slice(0, MOST);
  const marks = best.map((id): Mark => {
    const [from, to] = network.nodeDays(id);
    const event = graph.getNodeAttributes(id);
    return { id, from, to, act: isEvent(event) ? event.act : "OTHER" };
  });
  const hasWords = best.length <= MOST_WITH_WORDS;
  const span = spanOf(marks, window ?? network.days);
  root.className = "sheet life";
  const axisPx = Math.max((root.clientWidth || USUAL_PX) - MARGIN_PX, LARGEST_PX);
  const lanes = layLanes(marks, span, LARGEST_PX / axisPx, hasWords ? WORDS_SHARE : 0);
  const isOneYear = dayText(span[0]).slice(0, 4) === dayText(span[1]).slice(0, 4);
  const dayOf = isOneYear ? shortDay : longDay;
  const seen = actor === undefined ? [] : [graph.getNodeAttribute(actor, "name")];
  const title = actor === undefined ? "What happened" : graph.getNodeAttribute(actor, "name");
  root.replaceChildren(
    element(
      "header",
      { class: "sheet-head" },
      element("h2", {}, title),
      element(
        "p",
        { class: "facts" },
        best.length < ids.length
          ? `the ${MOST} best told of ${counted(ids.length, "event")}`
          : counted(ids.length, "event"),
        ` · ${dayRange(dayText(span[0]), dayText(span[1]))}`,
        outsideOf(lanes),
      ),
      parts.note(
        network,
        actor === undefined ? { type: "events" } : { type: "timeline", id: actor },
      ),
    ),
    ...(lanes.length === 0
      ? [element("p", { class: "tally" }, "No dated event passes the filters.")]
      : []),
    element(
      "div",
      { class: hasWords ? "lanes with-words" : "lanes" },
      ticks(span, axisPx),
      ...lanes.map(({ act, rows, marks: placed }) => {
        const track = element("ul", { class: "lane-track" });
        track.style.height = `${rows * ROW_PX + 8}px`;
        for (const one of placed) track.append(mark(one));
        return element(
          "section",
          { class: "lane" },
          element("h3", { class: `tone-${ACT_TONES[act]}` }, ACT_WORDS[act][0]),
          track,
        );
      }),
    ),
  );

  function mark({ id, left, width, row, isLate, outside }: PlacedMark): HTMLElement {
    const event = graph.getNodeAttributes(id);
    if (!isEvent(event)) throw new Error(`${id} is not an event`);
    const isOpen = isOpenEvent(event);
    const text = `${event.name}, ${dayRange(event.from ?? event.first, event.to ?? event.from ?? event.first)}${isOpen ? `, ${statusWord(event.status, event.polarity)}` : ""}`;
    const button = element("button", {
      type: "button",
      class: `mark tone-${ACT_TONES[event.act]}${isOpen ? " open" : ""} ${outside ?? ""}`,
      "aria-label": text,
      title: text,
      onclick: () => onEvent(id),
    });
    const item = element(
      "li",
      {},
      button,
      hasWords &&
        element(
          "span",
          { class: "mark-words", "aria-hidden": "true" },
          element("span", { class: "what" }, eventWords(event, seen, castOf(network, id))),
          element("span", {}, dayOf(event.from ?? event.first)),
        ),
    );
    if (hasWords && isLate) {
      item.className = "late";
      item.style.right = `calc(${(1 - left) * 100}% - ${SMALLEST_PX}px)`;
    } else item.style.left = `${left * 100}%`;
    item.style.top = `${row * ROW_PX + 4}px`;
    button.style.width = `max(${(SMALLEST_PX + Math.min(event.stories - 1, 6) * 2).toFixed(0)}px, ${width * 100}cqw)`;
    return item;
  }
}

/** What lies beyond either end of the axis is drawn there as an arrow. */
function outsideOf(lanes: readonly Lane[]): string {
  const marks = lanes.flatMap((lane) => lane.marks);
  const count = (end: PlacedMark["outside"]) =>
    marks.filter(({ outside }) => outside === end).length;
  const [before, after] = [count("before"), count("after")];
  return `${before > 0 ? ` · ◂ ${before} earlier` : ""}${after > 0 ? ` · ${after} later ▸` : ""}`;
}

function spanOf(marks: readonly Mark[], [low, high]: DaySpan): DaySpan {
  const from = Math.min(...marks.map((mark) => mark.from), high);
  const to = Math.max(...marks.map((mark) => mark.to), low);
  // A single old event must not squeeze the rest into the right edge.
  return [Math.max(from, low - (high - low)), Math.min(to, high + (high - low))];
}

function ticks([from, to]: DaySpan, width: number): HTMLElement {
  const axis = element("div", { class: "lane-axis", "aria-hidden": "true" });
  for (const { day, name } of timeTicks(from, to, width)) {
    const tick = element("span", {}, name);
    tick.style.left = `${((day - from) / Math.max(to - from, 1)) * 100}%`;
    axis.append(tick);
  }
  return axis;
}
