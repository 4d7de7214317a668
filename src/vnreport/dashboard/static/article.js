// One article: where it is, and its text where the page holds it, with the sentence asked for marked.
const unpacked = new Map();

async function textOf(article) {
  const { whole, block } = DATA.texts;
  if (article >= whole) return null;
  const number = Math.floor(article / block);
  if (!unpacked.has(number)) {
    const packed = document.querySelectorAll("script.texts")[number].textContent;
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    unpacked.set(number, new Response(stream).json());
  }
  return (await unpacked.get(number))[article % block];
}

// Offsets count code points, strings of the browser UTF-16 units: they differ behind characters beyond the first plane.
function wordAt(text, offset) {
  if (!/[\ud800-\udbff]/.test(text)) return offset;
  let at = 0;
  for (const character of text) {
    if (offset-- <= 0) break;
    at += character.length;
  }
  return at;
}

// Only addresses of the web become links; anything else (javascript:, data:, …) stays text.
function address(id) {
  if (!/^https?:\/\//i.test(id)) return null;
  try {
    const url = new URL(id);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

function articleLink(article, words) {
  const button = make("button", { type: "button", className: "link" }, words);
  button.addEventListener("click", () => openArticle(article));
  return button;
}

async function openArticle(article, place = null) {
  hideTip();
  const A = DATA.articles;
  byId("article-h").textContent = A.title[article];
  const url = address(A.id[article]);
  const source = url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, A.id[article]) : A.id[article];
  byId("article-meta").replaceChildren(`${dated(A.day[article])} · ${A.place[article]}`, ...(A.id[article] === A.place[article] ? [] : [" · ", source]));
  const body = byId("article-text");
  body.replaceChildren();
  if (!byId("article").open) byId("article").showModal();
  const text = await textOf(article).catch(() => null);
  if (byId("article-h").textContent !== A.title[article]) return;
  if (text === null) {
    const note = make("p", { className: "hint" }, "Toàn văn bài này không có trong trang (--texts); hãy mở theo địa chỉ ở trên.");
    body.replaceChildren(...(place ? cut(place.sentence, wordAt(place.sentence, place.offset), place) : []), note);
  } else if (place) {
    const at = wordAt(text, place.at);
    const start = at - wordAt(place.sentence, place.offset);
    body.replaceChildren(text.slice(0, start), make("mark", { className: "sentence" }, ...cut(text.slice(start, start + place.sentence.length), at - start, place)), text.slice(start + place.sentence.length));
  } else {
    body.textContent = text;
  }
  const mark = body.querySelector("mark");
  if (mark) mark.scrollIntoView({ block: "center" });
  else byId("article").scrollTop = 0;
}

function cut(sentence, at, place) {
  const end = at + place.figure.length;
  return [sentence.slice(0, at), make("mark", {}, sentence.slice(at, end)), sentence.slice(end)];
}

function startArticle() {
  const dialog = byId("article");
  byId("article-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}
