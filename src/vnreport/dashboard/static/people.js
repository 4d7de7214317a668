// The people and their network. For an interval of days, counts and ties are reckoned anew from its meetings.
async function startPeople() {
  const P = DATA.people;
  const M = DATA.meetings;
  const size = P.name.length;
  const names = P.name.map((n) => DATA.names[n]);
  const most = Math.max(1, ...P.meetings);
  const nodeOf = new Map();
  P.spellings.forEach((all, node) => all.forEach((n) => nodeOf.set(n, node)));
  const cast = range(M.article.length).map((i) => [...new Set([...M.chairs[i], ...M.speakers[i], ...M.attendees[i]].map((n) => nodeOf.get(n)).filter((n) => n !== undefined))]);
  const nodesIn = (people) => new Set(people.map((n) => nodeOf.get(n)));
  const roles = range(M.article.length).map((i) => ({ chairs: nodesIn(M.chairs[i]), speakers: nodesIn(M.speakers[i]) }));
  byId("people-hint").textContent = size
    ? `${count(size)} người dự nhiều cuộc họp nhất${P.left_out ? `, trong ${count(size + P.left_out)} người` : ""}. Đường nối: hai người cùng dự, càng đậm càng nhiều cuộc họp. Trỏ vào một người để thấy ai ở cạnh; bấm để xem các cuộc họp.`
    : "Chưa có ai chủ trì, phát biểu hay tham dự cuộc họp nào.";

  let chosen = null;
  let now = null;
  const tally = () => {
    if (isWhole()) return { meetings: P.meetings, chairs: P.chairs, speakers: P.speakers, ties: range(P.ties.a.length).map((i) => [P.ties.a[i], P.ties.b[i], P.ties.meetings[i]]) };
    const zero = () => new Array(size).fill(0);
    const found = { meetings: zero(), chairs: zero(), speakers: zero() };
    const ties = new Map();
    cast.forEach((nodes, i) => {
      if (!inInterval(M.day[i])) return;
      for (const node of nodes) {
        found.meetings[node] += 1;
        if (roles[i].chairs.has(node)) found.chairs[node] += 1;
        if (roles[i].speakers.has(node)) found.speakers[node] += 1;
        for (const other of nodes) if (node < other) ties.set(`${node} ${other}`, (ties.get(`${node} ${other}`) || 0) + 1);
      }
    });
    return { ...found, ties: [...ties].map(([pair, n]) => [...pair.split(" ").map(Number), n]) };
  };

  // On a narrow page the drawing stands upright.
  const upright = () => byId("chart-network").clientWidth < 560;
  const place = (node) => (upright() ? [P.y[node], P.x[node]] : [P.x[node], P.y[node]]);
  const drawn = P.x.some((x) => x !== null);
  const roleWords = (node) => [[now.chairs[node], "chủ trì"], [now.speakers[node], "phát biểu"]].filter(([n]) => n).map(([n, word]) => `${word} ${count(n)}`);
  const note = (node) => [`${count(now.meetings[node])} cuộc họp`, ...roleWords(node)].join(" · ");
  const near = (node) => now.ties.filter(([a, b]) => a === node || b === node).map(([a, b, n]) => [a === node ? b : a, n]).sort((p, q) => q[1] - p[1] || p[0] - q[0]);

  let view = null;
  if (drawn) {
    view = await draw("network", (row) => (row.name ? `${row.name}\n${note(row.node)}` : row.tie ? `${row.tie}: ${count(row.n)} cuộc họp` : null));
    view.addEventListener("pointermove", (_, item) => point(item && item.datum && item.datum.name ? item.datum.node : null));
    view.addEventListener("click", (_, item) => { if (item && item.datum && item.datum.name) choose(item.datum.node); });
    byId("chart-network").addEventListener("pointerleave", () => point(null));
    addEventListener("resize", () => redraw());
  } else {
    byId("chart-network").classList.add("blank");
    byId("chart-network").textContent = "Chưa có hai người nào cùng dự một cuộc họp.";
  }
  // Names beside their nodes, the strongest first, each where it covers no other name and no node; `all`: even if it does.
  const placed = (rows, all = false) => {
    const width = view.width();
    const [across, down] = [view.scale("x"), view.scale("y")];
    const boxes = rows.map((row) => {
      const r = Math.sqrt(row.size / Math.PI);
      return [across(row.x) - r, down(row.y) - r, across(row.x) + r, down(row.y) + r];
    });
    const hits = (box) => boxes.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
    return rows.flatMap((row) => {
      const half = textWidth(row.name) / 2 + 2;
      const [x, y, r] = [across(row.x), down(row.y), Math.sqrt(row.size / Math.PI)];
      const spots = (all ? [8, 15, 24, 34, 46] : [8, 15, 24]).flatMap((gap) => [[0, r + gap], [0, -r - gap], [r + half + gap - 6, 0], [-r - half - gap + 6, 0], ...[0.7, -0.7].flatMap((side) => [[half * side, r + gap], [half * side, -r - gap]])]);
      for (const [dx, dy] of spots) {
        const box = [x + dx - half, y + dy - 8, x + dx + half, y + dy + 8];
        if (box[0] < -4 || box[2] > width + 4 || hits(box)) continue;
        boxes.push(box);
        return [{ ...row, x: across.invert(x + dx), y: down.invert(y + dy) }];
      }
      if (!all) return [];
      const centre = Math.max(half - 4, Math.min(width + 4 - half, x));
      return [{ ...row, x: across.invert(centre), y: down.invert(y + r + 9) }];
    });
  };
  const rowOf = (node) => {
    const [x, y] = place(node);
    const colour = now.chairs[node] ? COLOURS[0] : now.speakers[node] ? COLOURS[1] : COLOURS[7];
    return { node, x, y, name: names[node], size: (upright() ? 0.5 : 1) * (60 + 640 * Math.sqrt(now.meetings[node] / most)), colour, near: near(node).map(([other]) => other) };
  };
  let pointedAt;
  function point(node) {
    const over = node ?? chosen;
    if (!view || over === pointedAt) return;
    pointedAt = over;
    const lit = over === null ? [] : [over, ...near(over).map(([other]) => other)];
    const shown = lit.filter((each) => P.x[each] !== null && now.meetings[each]).map(rowOf);
    const named = over === null ? placed(drawnNodes()) : placed(shown, true);
    view.signal("over", over ?? -1).data("named", named).runAsync();
  }
  const drawnNodes = () => range(size).filter((node) => P.x[node] !== null && now.meetings[node]).map(rowOf);
  function redraw() {
    if (!view) return;
    const tieRow = ([a, b, n]) => {
      const [x, y] = place(a);
      const [x2, y2] = place(b);
      return { a, b, n, x, y, x2, y2, width: 1 + 1.6 * (Math.min(n, 6) - 1), tie: `${names[a]} – ${names[b]}` };
    };
    const ties = now.ties.filter(([a, b]) => P.x[a] !== null && P.x[b] !== null).map(tieRow);
    view.height(upright() ? 460 : 520).data("ties", ties).data("nodes", drawnNodes()).resize().run();
    pointedAt = undefined;
    point(null);
  }

  const list = pickList(byId("person-list"), 200, (node) => choose(node));
  const fill = () => {
    const query = byId("person-search").value;
    const found = range(size).filter((node) => now.meetings[node] && matches(names[node], query));
    found.sort((a, b) => now.meetings[b] - now.meetings[a] || a - b);
    list.fill(found.map((node) => ({ id: node, name: names[node], note: note(node) })));
  };
  byId("person-search").addEventListener("input", fill);

  function choose(node) {
    chosen = node === chosen ? null : node;
    list.mark(chosen);
    showPerson();
    point(null);
  }
  function showPerson() {
    const panel = byId("person");
    panel.hidden = chosen === null;
    panel.replaceChildren();
    if (chosen === null) return;
    const close = make("button", { type: "button", className: "close" }, "Bỏ chọn");
    close.addEventListener("click", () => choose(chosen));
    const company = near(chosen).map(([other, n]) => `${names[other]} (${count(n)})`);
    const found = range(M.article.length).filter((i) => cast[i].includes(chosen) && inInterval(M.day[i]));
    found.sort((a, b) => (M.day[b] ?? -1e9) - (M.day[a] ?? -1e9) || a - b);
    const items = make("ol", { className: "list" });
    const more = make("button", { type: "button", className: "more" }, "Xem thêm");
    panel.append(close, make("h3", {}, `${names[chosen]}: ${note(chosen)}${isWhole() ? "" : `, ${intervalWords()}`}`),
      company.length ? make("p", { className: "hint" }, `Cùng dự với: ${company.join(", ")}.`) : "", items, more);
    growing(items, more, PAGE)(found.map((i) => () => meetingItem(i)));
  }
  const renew = () => { now = tally(); fill(); list.mark(chosen); redraw(); showPerson(); };
  interval.listeners.push(renew);
  renew();
}
