// What all parts share: the data, elements made of text (never of HTML), numbers and days as Vietnamese writes them.
const DATA = JSON.parse(document.getElementById("data").textContent);
const DAY = 86400000;
const NONE = "không rõ ngày";
const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `var(--c${n})`);
const byId = (id) => document.getElementById(id);

// An element with properties (class, dataset and aria-… too) and children, which are elements or text.
function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

const integers = new Intl.NumberFormat("vi-VN");
const decimals = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 });
const count = (n) => integers.format(n);
const range = (n) => Array.from({ length: n }, (_, i) => i);
const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const dayOf = (text) => { const ms = Date.parse(text + "T00:00:00Z"); return Number.isNaN(ms) ? null : ms / DAY; };

function dated(day) {
  if (day === null || day === undefined) return NONE;
  const [year, month, date] = iso(day).split("-");
  return `${Number(date)}/${Number(month)}/${Number(year)}`;
}

function stretch(first, last) {
  return first === last ? dated(first) : `${dated(first)} – ${dated(last)}`;
}

// 2.500.000.000.000 đồng is "2.500 tỷ đồng".
function amount(value, unit) {
  const size = Math.abs(value);
  const [scale, word] = size >= 1e15 ? [1e15, " triệu tỷ"] : size >= 1e9 ? [1e9, " tỷ"] : size >= 1e6 ? [1e6, " triệu"] : [1, ""];
  const number = decimals.format(value / scale) + word;
  return unit ? number + (unit.startsWith("%") ? "" : " ") + unit : number;
}

// Letters without marks, for searches: "thu ngan sach" finds "Thu ngân sách".
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
function matches(text, query) {
  const hay = plain(text);
  return plain(query).split(/\s+/).every((word) => hay.includes(word));
}

// How wide words are in a chart's type, in pixels.
const pen = document.createElement("canvas").getContext("2d");
function textWidth(text) {
  pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

function clipped(text, width) {
  if (textWidth(text) <= width) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

const tip = byId("tip");
function showTip(event, text) {
  tip.textContent = text;
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(event.clientX + 12, innerWidth - box.width - 8))}px`;
  tip.style.top = `${event.clientY + 16 + box.height > innerHeight ? event.clientY - box.height - 10 : event.clientY + 16}px`;
}
function hideTip() { tip.hidden = true; }

// A Vega view in the element chart-NAME. `tipOf` gives the words for a row of data that is pointed at, or null.
// `ast`: expressions are interpreted, so that the page's policy need not allow eval.
async function draw(name, tipOf, change = (spec) => spec) {
  const options = { mode: "vega", renderer: "svg", actions: false, defaultStyle: false, tooltip: false, ast: true, hover: true, logLevel: 0 };
  const { view } = await vegaEmbed(byId(`chart-${name}`), change(structuredClone(DATA.charts[name])), options);
  view.addEventListener("pointermove", (event, item) => {
    const words = item && item.datum ? tipOf(item.datum) : null;
    if (words) showTip(event, words);
    else hideTip();
  });
  byId(`chart-${name}`).addEventListener("pointerleave", hideTip);
  return view;
}

// A list with buttons of which one is chosen; more are added at the end of scrolling, so that long lists stay cheap.
function pickList(element, size, choose) {
  let items = [];
  let shown = 0;
  let chosen = null;
  const more = () => {
    for (const item of items.slice(shown, shown + size)) {
      const button = make("button", { type: "button", "aria-pressed": String(item.id === chosen) }, item.name, item.note ? make("small", {}, item.note) : "");
      button.dataset.item = item.id;
      element.append(make("li", {}, button));
    }
    shown = Math.min(items.length, shown + size);
  };
  element.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) choose(Number(button.dataset.item));
  });
  element.addEventListener("scroll", () => {
    if (element.scrollTop + element.clientHeight > element.scrollHeight - 80) more();
  });
  element.addEventListener("keydown", (event) => {  // arrows go through the list, as in a list box
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...element.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    if (next) { next.focus(); event.preventDefault(); }
  });
  return {
    fill(list) { items = list; shown = 0; element.replaceChildren(); more(); },
    mark(id) {
      chosen = id;
      for (const button of element.querySelectorAll("button")) button.setAttribute("aria-pressed", String(Number(button.dataset.item) === id));
    },
  };
}
