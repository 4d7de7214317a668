/** Vietnamese letters without their marks, for searching: "Nguyễn Đức" is found by "nguyen duc". */
function plain(words) {
  return words.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/đ/g, "d");
}

/** The list of articles: searching it, and moving along it by keys. */
function openList(list) {
  const search = list.querySelector("input");
  const found = list.querySelector(".found");
  const none = list.querySelector(".none");
  const rows = [...list.querySelectorAll("ol > li")].map((item) => ({ item, link: item.querySelector("a"), words: null }));

  const all = rows.length.toLocaleString("vi");

  // Days are written 11/3/2022 on the list; 2022-03-11 and 11/03/2022 find them too.
  const parts = ({ item, link }) => [...[...link.children].map((part) => part.textContent), item.dataset.day, item.dataset.id];
  const words = (row) => (row.words ??= plain(parts(row).join(" | ")));

  function filter() {
    const wanted = plain(search.value).trim().split(/\s+/);
    const phrase = wanted.join(" ");
    // "nguyen phu trong" is the man, where there is one, and not every Nguyễn, every Phú and every Trọng on one list.
    let fitting = new Set(rows.filter((row) => words(row).includes(phrase)));
    if (!fitting.size) fitting = new Set(rows.filter((row) => wanted.every((word) => words(row).includes(word))));
    for (const row of rows) {
      const hidden = !fitting.has(row);
      if (row.item.hidden !== hidden) row.item.hidden = hidden;
    }
    const count = fitting.size;
    found.textContent = phrase ? `${count.toLocaleString("vi")} trong ${all} bài` : `${all} bài`;
    none.hidden = count > 0;
  }

  function move(from, by) {
    const links = rows.filter((row) => !row.item.hidden).map((row) => row.link);
    const index = links.indexOf(from);
    if (by < 0 && index === 0) return search.focus();
    links[Math.min(Math.max(index + by, 0), links.length - 1)]?.focus();
  }

  search.addEventListener("input", filter);
  list.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && (event.target !== search || by > 0)) move(event.target, event.target === search ? 1 : by);
    else if (event.key === "Enter" && event.target === search) rows.find((row) => !row.item.hidden)?.link.click();
    else if (event.key === "Escape" && search.value) { search.value = ""; filter(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  if (search.value) filter(); // a page gone back to keeps what was typed

  return {
    choose(number) {
      for (const { link } of rows) if (link.ariaCurrent) link.ariaCurrent = null;
      const row = rows[number - 1];
      row.link.ariaCurrent = "page";
      row.item.scrollIntoView({ block: "nearest" });
      return row;
    },
    numberOf: (id) => rows.findIndex((row) => row.item.dataset.id === id) + 1,
    search,
  };
}
