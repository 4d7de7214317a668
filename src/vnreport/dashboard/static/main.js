// The head of the page, then every part. `data-drawn` on the root element says that all charts stand.
function startOverview() {
  const V = DATA.overview;
  byId("span").textContent = V.first === null ? "Không bài nào rõ ngày." : `Các bài từ ${stretch(V.first, V.last)}` + (V.dated < V.articles ? ` (${count(V.dated)} trong ${count(V.articles)} bài rõ ngày).` : ".");
  const failed = Object.values(V.errors).reduce((sum, n) => sum + n, 0);
  const tiles = [["bài báo", V.articles], ["cuộc họp", V.meetings], ["tên người", V.people], ["số liệu", V.figures], ["văn bản được nhắc", V.documents], ["bài lỗi, không đọc được", failed]];
  byId("tiles").append(...tiles.map(([word, n]) => make("div", {}, make("dt", {}, word), make("dd", {}, count(n)))));
  const whole = DATA.texts.whole < DATA.articles.id.length ? `Trang giữ toàn văn của ${count(DATA.texts.whole)} trong ${count(DATA.articles.id.length)} bài được nhắc tới.` : "Trang giữ toàn văn của mọi bài được nhắc tới.";
  const kinds = { unread: "không đọc được", failed: "không phân tích được", late: "quá thời gian", died: "tiến trình chết", duplicate: "trùng mã" };
  const errors = Object.entries(V.errors).map(([kind, n]) => `${count(n)} ${kinds[kind] || kind}`);
  byId("limits").textContent = whole + (errors.length ? ` Bài lỗi: ${errors.join(", ")} (xem errors.jsonl).` : "");
}

startOverview();
startArticle();
async function start() {
  if (DATA.overview.articles) {
    startInterval();
    await Promise.all([startMeetings(), startPeople(), startOffices(), startFigures()]);
  } else {
    byId("empty").hidden = false;
    document.querySelector("main").hidden = document.querySelector("nav").hidden = true;
  }
  document.documentElement.dataset.drawn = "yes";
  performance.mark("drawn");
}
start();
