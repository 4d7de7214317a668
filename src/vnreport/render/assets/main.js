{
  const root = document.documentElement;
  root.classList.add("js");
  const embedded = "embedded" in root.dataset;
  const many = document.body.classList.contains("many");
  let view = null;

  /** What the address names; nothing where it is no address of ours. */
  function address() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  // The address says what is open: #p1, #m7 on a page of one article, #a3, #a3-p1, #id=… on a page of many.
  function write(name) {
    if (!embedded && name !== address()) history.pushState(null, "", `#${name}`);
  }

  function start(element) {
    view = openView(element, (name) => write(name ? view.prefix + name : view.prefix.slice(0, -1)));
  }

  if (many) {
    const list = openList(document.querySelector(".list"));
    const articles = document.querySelectorAll("main > noscript");
    const stage = document.querySelector("main");
    const title = document.title;
    stage.tabIndex = -1;
    const back = document.createElement("a");
    back.className = "back";
    back.href = "#";
    back.textContent = "‹ Danh sách";
    let current = 0;

    const read = () => {
      const [, number, name] = /^a(\d+)(?:-(\w+))?$/.exec(address()) ?? [];
      const wanted = Number(number ?? (address().startsWith("id=") && list.numberOf(address().slice(3))));
      const known = wanted >= 1 && wanted <= articles.length;
      document.body.classList.toggle("reading", known);
      if (!articles.length) return;
      if (known || !current) show(known ? wanted : 1, known);
      if (name) view.open(name);
      else view.release(false);
    };

    const show = (number, scroll) => {
      if (number === current) return;
      current = number;
      const holder = document.createElement("template");
      holder.innerHTML = articles[number - 1].textContent; // markup of this page, kept from being built until wanted
      stage.replaceChildren(back, holder.content);
      start(stage.querySelector(".view"));
      const { link } = list.choose(number);
      document.title = `${link.querySelector("b").textContent} – ${title}`;
      if (scroll) scrollTo(0, 0);
    };

    // A browser that follows a link to a place on its page drops the focus; here it stays, for the next arrow key.
    document.querySelector(".list ol").addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      write(link.getAttribute("href").slice(1));
      read();
      if (!link.offsetParent) stage.focus({ preventScroll: true });
    });
    addEventListener("hashchange", read);
    addEventListener("popstate", read);
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target.matches("input")) return;
      document.body.classList.remove("reading");
      list.search.focus();
      event.preventDefault();
    });
    read();
  } else {
    start(document.querySelector(".view"));
    const read = () => view.open(address());
    addEventListener("hashchange", read);
    addEventListener("popstate", read);
    if (location.hash && !embedded) read();
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelector(".help").open = false;
      view?.release();
    } else view?.key(event);
  });

  addEventListener("click", (event) => {
    const help = document.querySelector(".help");
    if (!help.contains(event.target)) help.open = false;
  });

  // Light or dark: as the system says until the reader says otherwise. Storage may be barred (a frame, a file).
  const theme = document.querySelector(".theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const storage = (act) => { try { return act(localStorage); } catch { return null; } };
  const chosen = storage((store) => store.getItem("vnreport-theme"));
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const is = root.dataset.theme ?? (dark.matches ? "dark" : "light");
    root.dataset.theme = is === "dark" ? "light" : "dark";
    storage((store) => store.setItem("vnreport-theme", root.dataset.theme));
  });
}
