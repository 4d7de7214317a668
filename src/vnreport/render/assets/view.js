"use strict";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Links the two sides of an article: its marks and the entries of its record, which name each other by `data-i` (the
 * entry's key) and `data-m` (the mark's number). `pinned` is called with what is pinned or released by the reader,
 * by its id without the article's prefix, or "".
 */
function openView(view, pinned) {
  const prefix = view.dataset.prefix;
  const text = view.querySelector(".text");
  const panel = view.querySelector(".record");
  const said = document.querySelector(".said");
  const pieces = text ? [...text.querySelectorAll("[data-m]")] : [];
  const entries = new Map([...panel.querySelectorAll("li[data-i]")].map((entry) => [entry.dataset.i, entry]));
  const ofKey = groups(pieces, (piece) => piece.dataset.i);
  const ofMark = groups(pieces, (piece) => piece.dataset.m);
  const quiet = ".measure, .against, .title, .part";
  let held = null; // what is pinned: { key, mark }
  let shown = [];

  function groups(elements, name) {
    const made = new Map();
    for (const element of elements) {
      const under = name(element);
      if (!made.has(under)) made.set(under, []);
      made.get(under).push(element);
    }
    return made;
  }

  /** What an element stands for: the key of an entry, and of its marks the one that is meant, if one is. */
  function meant(element) {
    const linked = element.closest("[data-m]");
    if (linked && view.contains(linked)) {
      const piece = ofMark.get(linked.dataset.m)?.[0];
      // A link of one entry may lead to a mark of another: the period of a figure is a date. The entry stays.
      const entry = linked.closest("li[data-i]");
      return piece && { key: entry ? entry.dataset.i : piece.dataset.i, mark: linked.dataset.m, element: linked };
    }
    const keyed = element.closest("[data-i]");
    return keyed && view.contains(keyed) && entries.has(keyed.dataset.i) ? { key: keyed.dataset.i, element: keyed } : null;
  }

  function add(elements, name) {
    for (const element of elements ?? []) {
      element.classList.add(name);
      shown.push(element);
    }
  }

  function clear() {
    for (const element of shown) element.classList.remove("on", "at", "rel");
    shown = [];
  }

  /** Light up an entry and its marks, the one that is meant most; and, fainter, what it hangs together with. */
  function show({ key, mark, element }) {
    clear();
    const entry = entries.get(key);
    add([entry], "on");
    add(ofKey.get(key), "on");
    if (mark) {
      add(ofMark.get(mark), "at");
      add(panel.querySelectorAll(`a[data-m="${mark}"]`), "at");
    }
    if (entry.dataset.rel) relate(entry.dataset.rel);
    for (const own of ofKey.get(key) ?? [])
      for (const other of panel.querySelectorAll(`li[data-rel="${own.dataset.m}"]`)) {
        add([other], "rel");
        add(ofKey.get(other.dataset.i), "rel");
      }
    for (let outer = element?.parentElement?.closest(".m"); outer; outer = outer.parentElement.closest(".m"))
      if (!outer.classList.contains("on")) add([entries.get(outer.dataset.i), ...ofMark.get(outer.dataset.m)], "rel");
  }

  function relate(mark) {
    const marked = ofMark.get(mark);
    add(marked, "rel");
    if (marked) add([entries.get(marked[0].dataset.i)], "rel");
  }

  /** Bring into sight what was shown, on the side where it was not pointed at. */
  function reveal({ key, mark, element }, both) {
    const apart = getComputedStyle(panel).overflowY !== "visible";
    if (!apart && !both) return; // the record stands below the text: a look must not carry the reader away
    if (apart && (both || !panel.contains(element))) bring(panel, entries.get(key));
    const marks = ofMark.get(mark) ?? ofKey.get(key);
    if (marks && (both || !text.contains(element))) bring(null, nearest(marks));
  }

  function nearest(marks) {
    const inSight = marks.find((mark) => within(mark.getBoundingClientRect(), ...sight()));
    return inSight ?? marks.find((mark) => !mark.matches(quiet)) ?? marks[0];
  }

  function sight() {
    const sheet = view.classList.contains("sheet") && getComputedStyle(panel).position === "fixed";
    return [document.querySelector(".top").getBoundingClientRect().bottom + 8, sheet ? panel.getBoundingClientRect().top - 8 : innerHeight - 8];
  }

  function within(box, top, bottom) {
    return box.top >= top && box.bottom <= bottom;
  }

  /** Scroll `scroller`, or the window where null, so that `element` is in sight; not at all where it is. */
  function bring(scroller, element) {
    const box = element.getBoundingClientRect();
    const frame = scroller?.getBoundingClientRect();
    const [top, bottom] = frame ? [frame.top + 8, frame.bottom - 8] : sight();
    if (within(box, top, bottom)) return;
    const room = bottom - top;
    const by = box.height >= room ? box.top - top : (box.top + box.bottom) / 2 - (top + room / 2.4);
    (scroller ?? window).scrollBy({ top: by, behavior: calm.matches ? "auto" : "smooth" });
  }

  function pin(what, report = true) {
    held = what;
    show(what);
    view.classList.add("sheet");
    reveal(what, true);
    said.textContent = entries.get(what.key).querySelector(".line, .head").textContent;
    if (report) pinned(what.mark ? `m${what.mark}` : what.key);
  }

  function release(report = true) {
    if (!held) return clear();
    held = null;
    clear();
    view.classList.remove("sheet");
    said.textContent = "";
    if (report) pinned("");
  }

  /** What an address names: an entry's key, or a mark. */
  function open(name) {
    const mark = /^m(\d+)$/.exec(name)?.[1];
    const piece = mark && ofMark.get(mark)?.[0];
    const what = piece ? { key: piece.dataset.i, mark } : { key: name };
    if (entries.has(what.key)) pin(what, false);
    else release(false);
  }

  // Keys: one stop for Tab on either side, arrows and n, p between items.
  const boxes = [...document.querySelectorAll(".legend input")];
  /** Whether the legend has the kind of this mark, or link of the record, switched on. */
  function isShown(element) {
    const kinds = element.closest(".m, section")?.classList;
    return boxes.every((box) => box.checked || !kinds?.contains(box.id.replace("show-", "")));
  }
  /** What lies under the pointer, but for marks that are switched off: the one around them, or nothing. */
  function seen(target) {
    let mark = target.closest(".m");
    while (mark && !isShown(mark)) mark = mark.parentElement.closest(".m");
    return mark ?? (target.closest(".m") ? null : target);
  }
  const stops = pieces.filter((piece) => piece.id && !piece.matches(quiet));
  const heads = [...entries.values()].map((entry) => entry.querySelector("a"));
  for (const piece of pieces) {
    if (piece.tagName !== "A") piece.setAttribute("role", "link");
    piece.tabIndex = -1;
    const entry = entries.get(piece.dataset.i);
    if (piece.id && entry) piece.setAttribute("aria-details", entry.id);
  }
  for (const link of panel.querySelectorAll("a")) link.tabIndex = -1;
  const current = { text: stops[0], panel: heads.find(Boolean) };
  if (current.text) current.text.tabIndex = 0;
  if (current.panel) current.panel.tabIndex = 0;

  /** Make `element` the one that Tab comes to on its side; in the record, the links of its entry follow it. */
  function settle(element) {
    const side = panel.contains(element) ? "panel" : "text";
    const around = (one) => (side === "panel" ? one.closest("li[data-i]").querySelectorAll("a") : [one]);
    if (current[side]) for (const one of around(current[side])) one.tabIndex = -1;
    current[side] = element;
    for (const one of around(element)) one.tabIndex = 0;
  }

  function step(by) {
    const at = bar.contains(document.activeElement) ? document.body : document.activeElement;
    const inPanel = panel.contains(at);
    const row = (inPanel ? heads : stops).filter((one) => one && isShown(one));
    if (!row.length) return;
    const from = inPanel ? at.closest("li[data-i]")?.querySelector("a") : text?.contains(at) ? ofMark.get(at.dataset.m)?.[0] : held && first(held);
    const index = row.indexOf(from);
    const next = row[index < 0 ? (by > 0 ? 0 : row.length - 1) : (index + by + row.length) % row.length];
    if (at !== document.body || !held) next.focus({ preventScroll: true });
    bring(inPanel && getComputedStyle(panel).overflowY !== "visible" ? panel : null, next);
    if (held) pin(meant(next));
  }

  function first(what) {
    return (ofMark.get(what.mark) ?? ofKey.get(what.key))?.find((piece) => piece.id && !piece.matches(quiet));
  }

  function key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea, button, summary")) return;
    const inPanel = panel.contains(event.target);
    const inText = text?.contains(event.target);
    const by = { n: 1, p: -1, ...(inText && { ArrowRight: 1, ArrowLeft: -1 }), ...(inPanel && { ArrowDown: 1, ArrowUp: -1 }) }[event.key];
    if (by) step(by);
    else if (event.key === "Enter" && inText && event.target.getAttribute("role") === "link") pin(meant(event.target));
    else return;
    event.preventDefault();
  }

  // The pointer. What scrolling brings under it was not pointed at.
  let pointer = "";
  function point(event) {
    if (event.pointerType === "touch" || held) return;
    const where = `${event.clientX} ${event.clientY}`;
    if (where === pointer) return;
    pointer = where;
    const target = seen(event.target);
    const what = target && meant(target);
    clearTimeout(waiting);
    if (!what) return clear();
    show(what);
    waiting = setTimeout(() => !held && reveal(what, false), 90);
  }
  let waiting;

  function click(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = seen(event.target);
    const what = target && meant(target);
    if (!what) {
      if (event.target.closest(".m")) event.preventDefault();
      if (held && text?.contains(event.target) && !String(getSelection())) release();
      return;
    }
    if (String(getSelection()) && !event.target.closest("a")) return; // words are being marked to copy
    event.preventDefault();
    const link = target.closest("[tabindex]");
    if (link) settle(link);
    const again = held && held.key === what.key && held.mark === what.mark;
    if (again) release();
    else pin(what);
  }

  function focus(event) {
    const what = meant(event.target);
    if (!what || !event.target.matches(":focus-visible")) return;
    settle(event.target);
    if (held) return;
    show(what);
    reveal(what, false);
  }

  const bar = document.createElement("div");
  bar.className = "bar";
  for (const [sign, name, act] of [["‹", "Mục trước", () => step(-1)], ["›", "Mục sau", () => step(1)], ["×", "Đóng", () => release()]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", act);
    bar.append(button);
  }
  panel.prepend(bar);

  view.addEventListener("pointerover", point);
  view.addEventListener("pointerleave", () => { clearTimeout(waiting); if (!held) clear(); });
  view.addEventListener("click", click);
  view.addEventListener("focusin", focus);
  view.addEventListener("focusout", () => { if (!held) clear(); });

  return { open, release, key, isHeld: () => held !== null, prefix };
}
