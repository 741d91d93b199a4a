/**
 * The axis of time under the picture: how much was told when. Drag over it to choose a window, drag its ends or use the arrow keys, step, or
 * play a sweep. Positions in the picture stay fixed meanwhile; only what falls out of the window is hidden.
 */
import { dayNumber, dayRange, dayText } from "../data/days.ts";
import type { DaySpan, Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import type { Store } from "../state/store.ts";
import type { ViewState } from "../state/view-state.ts";
import { type Bins, type BinUnit, chooseUnit, countByDay, fillBins } from "./bins.ts";
import { timeTicks } from "./ticks.ts";

export interface TimeBar {
  /** `focused`: nodes whose share of the bars is drawn darker. */
  update(state: ViewState, focused: readonly string[]): void;
  togglePlay(): void;
  stop(): void;
  step(direction: 1 | -1): void;
}

const SVG = "http://www.w3.org/2000/svg";
const FRAME_MS = 420;
const SLOW_FRAME_MS = 1100;
/** A sweep shows this part of the whole at once. */
const SWEEP_SHARE = 0.12;

export function createTimeBar(
  root: HTMLElement,
  network: Network,
  store: Store<ViewState>,
  isStill: () => boolean,
): TimeBar {
  const span = network.days;
  if (span[0] < 0) {
    root.replaceChildren(element("p", { class: "tally" }, "These articles carry no dates."));
    return { update: () => {}, togglePlay: () => {}, stop: () => {}, step: () => {} };
  }
  let unit: BinUnit = chooseUnit(span);
  const counts = countByDay(network);
  let bins = fillBins(counts, span, unit);
  let playing: ReturnType<typeof setInterval> | undefined;
  let drawnFor = "";

  const bars = document.createElementNS(SVG, "svg");
  bars.setAttribute("class", "bars");
  bars.setAttribute("preserveAspectRatio", "none");
  bars.setAttribute("aria-hidden", "true");
  const axis = element("div", { class: "axis", "aria-hidden": "true" });
  const brush = element("div", { class: "brush" });
  const start = handle("First day of the window", (days) =>
    setWindow(clampStart(window()[0] + days), window()[1]),
  );
  const end = handle("Last day of the window", (days) =>
    setWindow(window()[0], clampEnd(window()[1] + days)),
  );
  const track = element("div", { class: "track" }, bars as never, brush, start, end, axis);
  const text = element("span", { role: "status" });
  const first = dayField(() => setWindow(dayNumber(first.value), window()[1]));
  const last = dayField(() => setWindow(window()[0], dayNumber(last.value)));
  const play = element(
    "button",
    {
      type: "button",
      class: "play",
      onclick: togglePlay,
      "aria-label": "Play through time (space)",
      title: "Play through time (space)",
    },
    icon("play"),
  );
  const units = element(
    "select",
    {
      "aria-label": "Bars by",
      onchange: () => {
        unit = units.value as BinUnit;
        drawnFor = "";
        bins = fillBins(counts, span, unit);
        store.adjust({});
        redraw();
      },
    },
    ...(["day", "week", "month"] as const).map((value) =>
      element("option", { value, ...(value === unit ? { selected: true } : {}) }, value),
    ),
  );
  const all = element(
    "button",
    {
      type: "button",
      class: "plain",
      onclick: () => store.set({ since: undefined, until: undefined }),
    },
    "All time",
  );
  root.replaceChildren(
    element(
      "div",
      { class: "time-tools" },
      play,
      element(
        "div",
        { class: "time-text" },
        element(
          "details",
          { class: "window" },
          element("summary", { title: "Choose days" }, text),
          element(
            "div",
            { class: "days" },
            element("label", {}, "From", first),
            element("label", {}, "To", last),
          ),
        ),
        element("div", { class: "time-small" }, units, all),
      ),
    ),
    track,
  );
  bindBrush();

  /** Half a date that is being typed is not one yet. */
  function dayField(set: () => void): HTMLInputElement {
    const field = element("input", {
      type: "date",
      min: dayText(span[0]),
      max: dayText(span[1]),
      onchange: () => field.value !== "" && field.checkValidity() && set(),
    });
    return field;
  }

  function window(): DaySpan {
    const { since, until } = store.get();
    return [
      since === undefined ? span[0] : Math.max(dayNumber(since), span[0]),
      until === undefined ? span[1] : Math.min(dayNumber(until), span[1]),
    ];
  }

  function setWindow(from: number, to: number, isFrame = false): void {
    const [a, b] = from <= to ? [from, to] : [to, from];
    const isAll = a <= span[0] && b >= span[1];
    const patch = isAll
      ? { since: undefined, until: undefined }
      : { since: dayText(a), until: dayText(b) };
    if (isFrame) store.adjust(patch);
    else store.set(patch);
  }

  function clampStart(day: number): number {
    return Math.min(Math.max(day, span[0]), window()[1]);
  }

  function clampEnd(day: number): number {
    return Math.max(Math.min(day, span[1]), window()[0]);
  }

  function handle(name: string, moveBy: (days: number) => void): HTMLElement {
    return element("div", {
      class: "handle",
      role: "slider",
      tabindex: 0,
      "aria-label": name,
      onkeydown: (event) => {
        const size = event.shiftKey ? 30 : unit === "day" ? 1 : unit === "week" ? 7 : 30;
        const days = {
          ArrowLeft: -size,
          ArrowDown: -size,
          ArrowRight: size,
          ArrowUp: size,
          PageUp: 30,
          PageDown: -30,
          Home: -1e6,
          End: 1e6,
        }[event.key];
        if (days === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        moveBy(days);
      },
    });
  }

  function bindBrush(): void {
    let from: number | undefined;
    let grabbed: "start" | "end" | "new" | undefined;
    const dayAt = (event: PointerEvent): number => {
      const { left, width } = track.getBoundingClientRect();
      const share = Math.min(Math.max((event.clientX - left) / width, 0), 1);
      return Math.round(span[0] + share * (span[1] - span[0]));
    };
    track.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      stop();
      grabbed = event.target === start ? "start" : event.target === end ? "end" : "new";
      from = dayAt(event);
      track.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    track.addEventListener("pointermove", (event) => {
      if (grabbed === undefined || from === undefined) return;
      const day = dayAt(event);
      const [a, b] = window();
      if (grabbed === "start") setWindow(Math.min(day, b), b, true);
      else if (grabbed === "end") setWindow(a, Math.max(day, a), true);
      else if (Math.abs(day - from) > 0) setWindow(from, day, true);
    });
    track.addEventListener("pointerup", (event) => {
      if (grabbed === "new" && from !== undefined && dayAt(event) === from) chooseBar(from);
      grabbed = undefined;
      from = undefined;
    });
  }

  /** A click takes the bar under it; again, and all is shown. */
  function chooseBar(day: number): void {
    const bin = bins.bins.find((candidate) => day >= candidate.from && day <= candidate.to);
    if (bin === undefined) return;
    const [a, b] = window();
    const from = Math.max(bin.from, span[0]);
    const to = Math.min(bin.to, span[1]);
    if (a === from && b === to) setWindow(span[0], span[1]);
    else setWindow(from, to);
  }

  function step(direction: 1 | -1): void {
    const [a, b] = window();
    const width = b - a;
    if (a === span[0] && b === span[1]) {
      const size = Math.ceil(width * SWEEP_SHARE);
      setWindow(direction > 0 ? a : b - size, direction > 0 ? a + size : b);
      return;
    }
    const shift = direction * Math.max(1, Math.round(width / 2));
    const from = Math.min(Math.max(a + shift, span[0]), span[1] - width);
    setWindow(from, from + width);
  }

  function togglePlay(): void {
    if (playing !== undefined) {
      stop();
      return;
    }
    let [a, b] = window();
    if (a === span[0] && b === span[1]) b = a + Math.max(1, Math.ceil((b - a) * SWEEP_SHARE));
    const width = b - a;
    if (b >= span[1]) {
      a = span[0];
      b = a + width;
    }
    setWindow(a, b);
    const shift = Math.max(1, Math.round((span[1] - span[0]) / 60));
    play.replaceChildren(icon("pause"));
    play.setAttribute("aria-label", "Pause (space)");
    playing = setInterval(
      () => {
        const [from, to] = window();
        if (to >= span[1]) stop();
        else
          setWindow(Math.min(from + shift, span[1] - width), Math.min(to + shift, span[1]), true);
      },
      isStill() ? SLOW_FRAME_MS : FRAME_MS,
    );
  }

  function stop(): void {
    if (playing === undefined) return;
    clearInterval(playing);
    playing = undefined;
    play.replaceChildren(icon("play"));
    play.setAttribute("aria-label", "Play through time (space)");
  }

  let focusedIds: readonly string[] = [];
  function redraw(): void {
    const key = `${unit} ${focusedIds.join(" ")}`;
    if (key !== drawnFor) {
      const part =
        focusedIds.length > 0 ? fillBins(countByDay(network, focusedIds), span, unit) : undefined;
      drawBars(bars, axis, bins, span, part);
      drawnFor = key;
    }
    const [a, b] = window();
    const whole = Math.max(span[1] - span[0], 1);
    const left = ((a - span[0]) / whole) * 100;
    const right = ((b - span[0]) / whole) * 100;
    const isAll = a === span[0] && b === span[1];
    brush.classList.toggle("all", isAll);
    brush.style.left = `${left}%`;
    brush.style.width = `${right - left}%`;
    start.style.left = `${left}%`;
    end.style.left = `${right}%`;
    for (const [element_, day] of [
      [start, a],
      [end, b],
    ] as const) {
      element_.setAttribute("aria-valuemin", String(span[0]));
      element_.setAttribute("aria-valuemax", String(span[1]));
      element_.setAttribute("aria-valuenow", String(day));
      element_.setAttribute("aria-valuetext", dayText(day));
    }
    text.textContent = dayRange(dayText(a), dayText(b));
    for (const [field, day] of [
      [first, a],
      [last, b],
    ] as const) {
      if (field !== document.activeElement) field.value = dayText(day);
    }
    all.hidden = isAll;
  }

  return {
    update(_, focused) {
      focusedIds = focused;
      redraw();
    },
    togglePlay,
    stop,
    step,
  };
}

function drawBars(
  svg: SVGElement,
  axis: HTMLElement,
  { bins, unit }: Bins,
  [from, to]: DaySpan,
  part: Bins | undefined,
): void {
  const most = Math.max(...bins.map(({ count }) => count), 1);
  const whole = Math.max(to - from, 1);
  svg.setAttribute("viewBox", `0 0 ${whole} 100`);
  const bar = (
    bin: { readonly from: number; readonly to: number; readonly count: number },
    className: string,
  ): SVGElement => {
    const rect = document.createElementNS(SVG, "rect");
    const gap = (bin.to - bin.from + 1) * 0.14;
    const height = bin.count === 0 ? 0 : Math.max(4, Math.sqrt(bin.count / most) * 96);
    rect.setAttribute("x", String(bin.from - from + gap / 2 - (unit === "day" ? 0.5 : 0)));
    rect.setAttribute("width", String(bin.to - bin.from + 1 - gap));
    rect.setAttribute("y", String(100 - height));
    rect.setAttribute("height", String(height));
    rect.setAttribute("class", className);
    return rect;
  };
  svg.replaceChildren(
    ...bins.map((bin) => bar(bin, part === undefined ? "bar" : "bar pale")),
    ...(part?.bins ?? []).map((bin) => bar(bin, "bar")),
  );
  axis.replaceChildren(
    ...timeTicks(from, to, axis.clientWidth).map(({ day, name }) => {
      const tick = element("span", {}, name);
      tick.style.left = `${((day - from) / whole) * 100}%`;
      return tick;
    }),
  );
}
