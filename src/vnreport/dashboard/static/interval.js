// The chosen days, which meetings, people and the network keep to. `null` for all.
const interval = { from: null, to: null, listeners: [] };

function chooseInterval(from, to) {
  const [first, last] = from !== null && to !== null && from > to ? [to, from] : [from, to];
  interval.from = first;
  interval.to = last;
  byId("from").value = first === null ? "" : iso(first);
  byId("to").value = last === null ? "" : iso(last);
  byId("whole").hidden = first === null && last === null;
  for (const listener of interval.listeners) listener();
}

const isWhole = () => interval.from === null && interval.to === null;

function inInterval(day) {
  if (isWhole()) return true;
  return day !== null && (interval.from === null || day >= interval.from) && (interval.to === null || day <= interval.to);
}

function intervalWords() {
  if (isWhole()) return "";
  if (interval.from === null) return `đến ${dated(interval.to)}`;
  return interval.to === null ? `từ ${dated(interval.from)}` : stretch(interval.from, interval.to);
}

function startInterval() {
  for (const id of ["from", "to"]) {
    byId(id).addEventListener("change", () => chooseInterval(dayOf(byId("from").value), dayOf(byId("to").value)));
  }
  byId("whole").addEventListener("click", () => chooseInterval(null, null));
}

// Dragging over a chart of days chooses an interval; a click chooses the bar that was hit.
function brush(view, element, window, bars) {
  const clamp = (day) => Math.max(window.first, Math.min(window.last, day));
  const at = (event) => {
    const x = event.clientX - element.getBoundingClientRect().left - view.origin()[0];
    return Math.floor(view.scale("x").invert(x) / DAY);
  };
  let start = null;
  let moved = false;
  element.addEventListener("pointerdown", (event) => { start = clamp(at(event)); moved = false; });
  element.addEventListener("pointermove", (event) => {
    if (start === null || event.buttons === 0) { start = event.buttons === 0 ? null : start; return; }
    const now = clamp(at(event));
    if (now !== start) moved = true;
    if (moved) chooseInterval(Math.min(start, now), Math.max(start, now));
  });
  element.addEventListener("pointerup", (event) => {
    if (start !== null && !moved) {
      const day = at(event);
      const bar = bars().find((each) => each.start <= day * DAY && day * DAY < each.end);
      if (bar) chooseInterval(bar.start / DAY, bar.end / DAY - 1);
      else chooseInterval(null, null);
    }
    start = null;
  });
  element.addEventListener("pointercancel", () => { start = null; });
}
