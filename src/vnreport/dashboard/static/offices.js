// Offices over time, for the people most named or one of them.
const FIRST_PEOPLE = 8;
const ROW = 24;

async function startOffices() {
  const O = DATA.offices;
  const people = [...new Set(O.name)];
  const section = byId("offices");
  if (!people.length) {
    byId("offices-hint").textContent = "Không bài nào nêu chức vụ của ai.";
    byId("chart-offices").classList.add("blank");
    section.querySelector(".bar").hidden = section.querySelector(".legend").hidden = true;
    return;
  }
  const undated = O.first.filter((day) => day === null).length;
  byId("offices-hint").textContent = "Mỗi vạch đi từ bài đầu tiên đến bài cuối cùng nêu chức vụ ấy: đó là lúc báo nhắc đến, không phải nhiệm kỳ. Các cách viết của cùng một chức vụ được gộp; chức vụ do dưới 5 % số bài về một người nêu thì bỏ qua." +
    (undated ? ` ${count(undated)} chức vụ chỉ có trong các bài không rõ ngày nên không có vạch.` : "");
  const select = byId("office-person");
  select.append(make("option", { value: "" }, people.length > FIRST_PEOPLE ? `${FIRST_PEOPLE} người được nêu chức vụ nhiều nhất` : "tất cả"));
  people.forEach((name, i) => select.append(make("option", { value: String(i) }, name)));
  const view = await draw("offices", (row) => (row.office ? `${row.office}\n${stretch(row.first, row.last)} · ${count(row.n)} bài${row.undated ? `, ${count(row.undated)} bài không rõ ngày` : ""}` : null));
  view.addEventListener("click", (_, item) => { if (item && item.datum && item.datum.index !== undefined) show(item.datum.index); });

  // As much as the width holds; the days can be read off the axis too.
  const labelOf = (i) => {
    const known = O.first[i] !== null;
    const lost = known && O.undated[i] ? ` (${count(O.undated[i])} bài không rõ ngày)` : "";
    const short = `${O.office[i]} · ${count(O.n[i])} bài`;
    const full = `${short}${lost} · ${known ? stretch(O.first[i], O.last[i]) : NONE}`;
    return textWidth(full) <= view.width() ? full : clipped(short, view.width());
  };

  const redraw = () => {
    const wanted = select.value === "" ? people.slice(0, FIRST_PEOPLE) : [people[Number(select.value)]];
    const heads = [];
    const held = [];
    let row = 0.3;
    for (const name of wanted) {
      heads.push({ row: row + 0.5, name });
      row += 1.1;
      range(O.name.length).filter((i) => O.name[i] === name).forEach((i) => {
        const style = O.former[i] ? { colour: "var(--c4)", fill: "var(--surface)", shape: "square", dash: [2, 9] }
          : O.acting[i] ? { colour: "var(--c2)", fill: "var(--c2)", shape: "triangle-up", dash: [8, 9] }
            : { colour: "var(--c1)", fill: "var(--c1)", shape: "circle", dash: [] };
        const known = O.first[i] !== null;
        held.push({ ...style, index: i, office: O.office[i], row: row + 0.45, bar: row + 1.05, label: labelOf(i),
          start: known ? O.first[i] * DAY : null, end: known ? O.last[i] * DAY : null, first: O.first[i], last: O.last[i], n: O.n[i], undated: O.undated[i] });
        row += known ? 1.65 : 1;
      });
      row += 0.5;
    }
    const dates = O.first.concat(O.last).filter((day) => day !== null);
    const [first, last] = dates.length ? [Math.min(...dates), Math.max(...dates)] : [DATA.overview.first ?? 0, DATA.overview.last ?? 0];
    view.data("frame", [{ start: first * DAY }, { start: (last + 1) * DAY }]);
    view.data("heads", heads).data("held", held).data("dated", held.filter((each) => each.start !== null));
    view.signal("rows", row).height(row * ROW).resize().run();
  };
  function show(i) {
    const panel = byId("office");
    const close = make("button", { type: "button", className: "close" }, "Đóng");
    close.addEventListener("click", () => { panel.hidden = true; });
    const items = make("ol", { className: "list" });
    const more = make("button", { type: "button", className: "more" }, "Xem thêm");
    panel.replaceChildren(close, make("h3", {}, `${O.name[i]} – ${O.office[i]}: ${count(O.n[i])} bài${O.articles[i].length < O.n[i] ? `, ${count(O.articles[i].length)} bài đầu` : ""}`), items, more);
    growing(items, more, PAGE)(O.articles[i].map((article) => () => make("li", {}, make("time", {}, dated(DATA.articles.day[article])), articleLink(article, DATA.articles.title[article]))));
    panel.hidden = false;
  }
  // For keyboards: one person's offices as buttons under the drawing.
  const buttons = () => {
    const panel = byId("office");
    if (select.value === "") { panel.hidden = true; return; }
    const own = range(O.name.length).filter((i) => O.name[i] === people[Number(select.value)]);
    const list = make("ol", { className: "list" }, ...own.map((i) => {
      const button = make("button", { type: "button", className: "link" }, `${O.office[i]} (${count(O.n[i])} bài)`);
      button.addEventListener("click", () => show(i));
      return make("li", {}, make("time", {}, O.first[i] === null ? NONE : stretch(O.first[i], O.last[i])), button);
    }));
    panel.replaceChildren(list);
    panel.hidden = false;
  };
  addEventListener("resize", redraw);
  select.addEventListener("change", () => { redraw(); buttons(); });
  redraw();
}
