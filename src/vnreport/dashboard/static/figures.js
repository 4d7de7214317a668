// Marks of a logarithmic axis: powers of ten, with 2 and 5 between them where there are few.
function steps(low, high) {
  const decades = range(Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1).map((i) => 10 ** (Math.floor(Math.log10(low)) + i));
  const every = Math.ceil(decades.length / 8);
  return decades.length > 3 ? decades.filter((_, i) => i % every === 0) : decades.flatMap((ten) => [ten, 2 * ten, 5 * ten]);
}

// Figures by measure: the list of measures, the chart of the chosen one's values, the table with their sentences.
const BOUND_WORDS = { exact: "", approx: "khoảng ", over: "trên ", under: "dưới ", at_least: "ít nhất ", at_most: "nhiều nhất " };

async function startFigures() {
  const F = DATA.figures;
  const Q = F.measures;
  const size = Q.measure.length;
  const rows = range(size).map(() => []);
  F.group.forEach((group, i) => rows[group].push(i));
  const label = (g) => `${Q.measure[g]}${Q.unit[g] ? ` (${Q.unit[g]})` : ""}`;
  byId("figures-hint").textContent = size
    ? `${count(F.group.length)} số liệu của ${count(size)} chỉ tiêu. Một chỉ tiêu là một tên gọi với một đơn vị: đồng, USD và phần trăm không bao giờ chung một biểu đồ. Điểm nằm giữa kỳ mà số liệu nói đến; bấm vào điểm để mở bài.` +
      (F.left_out ? ` ${count(F.left_out)} số liệu khác, của những chỉ tiêu ít bài nêu, không có trong trang này (giới hạn --figures).` : "")
    : "Không có số liệu nào có chỉ tiêu.";
  if (!size) {
    byId("figures").querySelector(".two").hidden = true;
    byId("figure-table").hidden = true;
    return;
  }
  let chosen = null;
  let view = null;

  const kindOf = (g) => (["currency", "percent"].includes(Q.unit_kind[g]) ? Q.unit_kind[g] : "other");
  const list = pickList(byId("measure-list"), 100, (g) => choose(g));
  const fill = () => {
    const query = byId("measure-search").value;
    const kind = document.querySelector("input[name=unit]:checked").value;
    const found = range(size).filter((g) => (!kind || kindOf(g) === kind) && matches(label(g), query));
    list.fill(found.map((g) => ({ id: g, name: label(g), note: `${count(Q.figures[g])} số liệu, ${count(Q.articles[g])} bài${Q.mixed[g] ? " · tên chung" : ""}` })));
    byId("measure-count").textContent = found.length ? `${count(found.length)} chỉ tiêu` : "Không có chỉ tiêu nào khớp.";
  };
  byId("measure-search").addEventListener("input", fill);
  for (const radio of document.querySelectorAll("input[name=unit]")) radio.addEventListener("change", fill);

  const unitOf = (i) => Q.unit[F.group[i]];
  const valueWords = (i) => {
    const value = F.value_to[i] !== null ? `${amount(F.value[i], "")} – ${amount(F.value_to[i], unitOf(i))}` : amount(F.value[i], unitOf(i));
    const change = { 1: "tăng ", 2: "giảm " }[F.change[i]] || "";
    return change + BOUND_WORDS[F.bounds[F.bound[i]]] + value + (F.of[i] !== null ? ` trên ${amount(F.of[i], unitOf(i))}` : "");
  };
  const timeWords = (i) => (F.period[i] !== null ? F.periods[F.period[i]] : F.start[i] !== null ? `bài ngày ${dated(F.start[i])}` : "không rõ thời gian");
  const figureTip = (i) => `${valueWords(i)} · ${timeWords(i)}\n${F.sentences[F.sentence[i]]}`;
  const mark = (i) => {
    const sentence = F.sentences[F.sentence[i]];
    const at = wordAt(sentence, F.offset[i]);
    const end = at + F.text[i].length;
    return [sentence.slice(0, at), make("mark", {}, sentence.slice(at, end)), sentence.slice(end)];
  };
  const open = (i) => openArticle(F.article[i], { at: F.at[i], figure: F.text[i], offset: F.offset[i], sentence: F.sentences[F.sentence[i]] });

  const tableRows = growing(byId("figure-table").tBodies[0], byId("figure-more"), 12);
  const row = (i) => {
    const A = DATA.articles;
    const link = make("button", { type: "button", className: "link" }, A.title[F.article[i]]);
    link.addEventListener("click", () => open(i));
    const line = make("tr", {},
      make("td", {}, timeWords(i), F.period[i] !== null && F.start[i] !== null ? make("small", {}, stretch(F.start[i], F.end[i])) : ""),
      make("td", { className: "n" }, valueWords(i)),
      make("td", {}, ...mark(i), make("small", {}, link, A.day[F.article[i]] !== null ? ` · ${dated(A.day[F.article[i]])}` : "", ` · ${A.place[F.article[i]]}`)));
    line.addEventListener("pointerenter", () => view && view.signal("pointed", i).runAsync());
    return line;
  };

  const points = (g) => rows[g].filter((i) => F.start[i] !== null).map((i) => {
    const up = F.change[i] === 1;
    const down = F.change[i] === 2;
    const colour = up ? "var(--c3)" : down ? "var(--c6)" : "var(--c1)";
    return { figure: i, value: F.value[i], start: F.start[i] * DAY, end: F.end[i] * DAY, middle: ((F.start[i] + F.end[i]) / 2) * DAY,
      shape: up ? "triangle-up" : down ? "triangle-down" : "circle", colour, fill: F.period[i] !== null ? colour : "transparent" };
  });
  async function redraw() {
    const values = rows[chosen].map((i) => F.value[i]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    byId("log-label").hidden = !(low > 0 && high > low);
    const log = low > 0 && high > low && byId("log").checked;
    const group = chosen;
    const fresh = await draw("figures", (datum) => (datum.figure !== undefined ? figureTip(datum.figure) : null), (spec) => {
      if (!log) return spec;
      Object.assign(spec.scales.find((scale) => scale.name === "y"), { type: "log", base: 10, nice: true, zero: false });
      for (const axis of spec.axes.filter((each) => each.scale === "y")) axis.values = steps(low, high);
      return spec;
    });
    if (chosen !== group) { fresh.finalize(); return; }
    view = fresh;
    view.addEventListener("click", (_, item) => { if (item && item.datum && item.datum.figure !== undefined) open(item.datum.figure); });
    const drawn = points(chosen);
    const days = drawn.flatMap((point) => [point.start, point.end]);
    const fallback = [(DATA.overview.first ?? 0) * DAY, ((DATA.overview.last ?? 0) + 1) * DAY];
    const [first, last] = days.length ? [Math.min(...days), Math.max(...days)] : fallback;
    const pad = Math.max((last - first) * 0.04, DAY);
    view.data("frame", [{ start: first - pad }, { start: last + pad }]).data("points", drawn);
    view.data("loose", rows[chosen].filter((i) => F.start[i] === null).map((i) => ({ figure: i, value: F.value[i] }))).signal("pointed", -1).resize().run();
    view.resize().run();  // the first time it learns how wide the axis is
  }
  async function choose(g) {
    chosen = g;
    list.mark(g);
    byId("measure-h").textContent = label(g);
    const values = rows[g].map((i) => F.value[i]).filter((value) => value > 0);
    byId("log").checked = Q.unit_kind[g] !== "percent" && values.length > 1 && Math.max(...values) / Math.min(...values) > 300;
    byId("measure-h").append(Q.mixed[g] ? make("small", { className: "hint" }, " – tên gọi chung: các giá trị có lẽ thuộc nhiều đại lượng khác nhau") : "");
    const drawn = redraw();
    tableRows([...rows[g]].sort((a, b) => (F.start[b] ?? -1e9) - (F.start[a] ?? -1e9) || a - b).map((i) => () => row(i)));
    await drawn;
  }
  byId("log").addEventListener("change", redraw);
  fill();
  await choose(F.shown_first);
}
