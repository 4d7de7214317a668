// Meetings over time, and the list of those in the chosen days.
const FORMS = ["trực tiếp", "trực tuyến", "trực tiếp kết hợp trực tuyến"];
const PAGE = 12;

function meetingItem(i) {
  const M = DATA.meetings;
  const cast = (word, people) => (people.length ? `${word} ${people.map((n) => DATA.names[n]).join(", ")}` : null);
  const others = M.attendees[i].filter((n) => !M.chairs[i].includes(n) && !M.speakers[i].includes(n));
  const facts = [
    M.title[i] || M.kinds[M.kind[i]],
    FORMS[M.form[i]] || null,
    M.host[i],
    cast("chủ trì:", M.chairs[i]),
    cast("phát biểu:", M.speakers[i].filter((n) => !M.chairs[i].includes(n))),
    cast("tham dự:", others),
  ].filter(Boolean);
  return make("li", {},
    make("time", {}, dated(M.day[i]), M.day[i] !== null && !M.dated[i] ? make("small", {}, " (ngày đăng)") : ""),
    articleLink(M.article[i], DATA.articles.title[M.article[i]]),
    make("small", {}, facts.join(" · ")));
}

// A list that begins short and grows by a button.
function growing(list, button, size) {
  let items = [];
  let shown = 0;
  const more = () => {
    const from = shown;
    for (const render of items.slice(shown, shown + size)) list.append(render());
    shown = Math.min(items.length, shown + size);
    button.hidden = shown >= items.length;
    return list.children[from];
  };
  button.addEventListener("click", () => { const first = more(); const target = first && first.querySelector("button, a"); if (target) target.focus(); });
  return (renders) => { items = renders; shown = 0; list.replaceChildren(); more(); };
}

async function startMeetings() {
  const M = DATA.meetings;
  const grains = { day: "ngày", week: "tuần", month: "tháng", year: "năm" };
  const groups = {
    kind: { names: M.kinds.slice(0, M.coloured), counts: M.kind_counts, rest: "loại khác" },
    form: { names: FORMS, counts: M.form_counts, rest: "không nêu hình thức" },
  };
  const colourOf = (by, group) => (group >= 0 && group < groups[by].names.length ? COLOURS[group] : COLOURS[7]);
  const nameOf = (by, group) => (group < 0 ? groups[by].rest : by === "kind" ? M.kinds[group] : FORMS[group]);
  const hints = [];
  if (M.window) {
    hints.push(`Mỗi cột là một ${grains[M.window.grain]}. Kéo ngang trên biểu đồ (hoặc bấm vào một cột, hoặc điền ngày) để chọn một khoảng: danh sách cuộc họp và phần Con người sẽ theo khoảng đó.`);
  }
  if (M.undated) hints.push(`${count(M.undated)} trong ${count(M.total)} cuộc họp không rõ ngày, nên không có trong biểu đồ.`);
  if (M.by_article) hints.push(`${count(M.by_article)} cuộc họp không nêu ngày được đặt ở ngày đăng bài.`);
  if (M.outside) hints.push(`${count(M.outside)} cuộc họp ở quá xa các cuộc khác nên không được vẽ.`);
  if (M.article.length < M.total) hints.push(`Danh sách chỉ giữ ${count(M.article.length)} cuộc họp mới nhất; khi chọn một khoảng, phần Con người cũng chỉ tính các cuộc họp ấy.`);
  byId("meetings-hint").textContent = hints.join(" ");

  let by = "kind";
  let bars = [];
  let view = null;
  const stacked = () => {
    const B = M.bins[by];
    const rows = range(B.n.length).map((i) => ({ bar: B.start[i], end: B.end[i], group: B.group[i] < 0 ? Infinity : B.group[i], n: B.n[i] }));
    rows.sort((a, b) => a.bar - b.bar || a.group - b.group);
    const tops = new Map();
    return rows.map((row) => {
      const low = tops.get(row.bar) || 0;
      tops.set(row.bar, low + row.n);
      const group = row.group === Infinity ? -1 : row.group;
      return { start: row.bar * DAY, end: row.end * DAY, low, high: low + row.n, n: row.n, name: nameOf(by, group), colour: colourOf(by, group) };
    });
  };
  const legend = () => {
    const { names, counts, rest } = groups[by];
    const others = M.total - names.reduce((sum, _, i) => sum + counts[i], 0);
    const entries = names.map((name, i) => [name, counts[i], COLOURS[i]]).concat([[rest, others, COLOURS[7]]]);
    byId("meetings-legend").replaceChildren(...entries.filter(([, n]) => n).map(([name, n, colour]) => {
      const swatch = make("i");
      swatch.style.background = colour;
      return make("li", {}, swatch, `${name} (${count(n)})`);
    }));
  };
  const redraw = () => { bars = stacked(); legend(); if (view) view.data("bars", bars).resize().runAsync(); };
  if (M.window) {
    bars = stacked();
    view = await draw("meetings", (row) => (row.name ? `${stretch(row.start / DAY, row.end / DAY - 1)}\n${row.name}: ${count(row.n)}` : null));
    view.data("bars", bars).data("chosen", []).resize().run();
    const edges = { first: Math.min(...bars.map((b) => b.start)) / DAY, last: Math.max(...bars.map((b) => b.end)) / DAY - 1 };
    brush(view, byId("chart-meetings"), edges, () => bars);
    interval.listeners.push(() => {
      const from = Math.max(interval.from ?? edges.first, edges.first);
      const to = Math.min(interval.to ?? edges.last, edges.last);
      view.data("chosen", isWhole() || from > to ? [] : [{ start: from * DAY, end: (to + 1) * DAY }]).runAsync();
    });
    byId("from").min = byId("to").min = iso(edges.first);
    byId("from").max = byId("to").max = iso(edges.last);
  } else {
    byId("chart-meetings").classList.add("blank");
    byId("chart-meetings").textContent = M.total ? "Không cuộc họp nào rõ ngày, nên không vẽ được theo thời gian." : "Kho này không có cuộc họp nào.";
    byId("dates").hidden = true;
  }
  legend();
  for (const radio of document.querySelectorAll("input[name=by]")) {
    radio.addEventListener("change", () => { by = radio.value; redraw(); });
  }

  const fill = growing(byId("meeting-list"), byId("meeting-more"), PAGE);
  const list = () => {
    const found = range(M.article.length).filter((i) => inInterval(M.day[i]));
    // The newest first; without a day, last.
    found.sort((a, b) => (M.day[b] ?? -1e9) - (M.day[a] ?? -1e9) || a - b);
    byId("list-h").textContent = isWhole() ? `${count(found.length)} cuộc họp` : `${count(found.length)} cuộc họp, ${intervalWords()}`;
    fill(found.map((i) => () => meetingItem(i)));
  };
  interval.listeners.push(list);
  list();

}
