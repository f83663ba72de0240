// The stories of a page or an issue: how much they weigh, where they stand, how they are dressed; and the
// boxes that may fill a hole.
import { arrange, openDocument, show, state } from "./app.js";
import { make, option } from "./dom.js";
import { boxes, heads } from "./words.js";

export function showStories(panel) {
  const { plan } = state.view;
  panel.replaceChildren(...plan.pages.flatMap((page, number) => [
    plan.isIssue ? make("h2", { class: "page" }, `第 ${number + 1} 版`, make("span", { class: "soft" }, page.layout)) : null,
    ...plan.articles.map((article, index) => (article.page === number ? story(article, index) : null)),
    adding(number), fillers(page, number),
  ]).filter(Boolean));
}

function story(article, number) {
  const { plan } = state.view;
  const set = (key, value) => arrange({ article: { _0: number, key, value } });
  const headline = state.view.stories[number]?.blocks.filter((block) => block.role === "headline")
    .map((block) => block.text).join(" ") || article.report;
  const module = (state.modules ?? []).find((one) =>
    one.name && headline.replaceAll(/\s/g, "").startsWith(one.name.replaceAll(/[\s…]/g, "").slice(0, 6)));
  const isPinned = article.pin.length === 4;
  const pin = () => set("pin", module
    ? `{ columns: ${module.columns.join("-")}, lines: ${module.lines.join("-")} }` : "");
  const neighbours = plan.articles.filter((one) => one.page === article.page);
  const place = neighbours.indexOf(article);
  const move = (by) => arrange({ move: { article: number, by } });
  const choice = (label, key, words, now) => make("label", {}, `${label} `,
    make("select", { "data-key": key, onchange: (event) => set(key, event.target.value) },
      ...Object.entries(words).map(([value, text]) => option(value, text, value === String(now ?? "")))));
  return make("div", { class: `story ${number === state.story ? "current" : ""}`, "data-story": number },
    make("h3", {}, make("span", { class: "grow" }, headline),
      make("button", { title: "前移", disabled: place === 0, onclick: () => move(-1) }, "↑"),
      make("button", { title: "后移", disabled: place === neighbours.length - 1, onclick: () => move(1) }, "↓"),
      make("button", { title: "从这一版拿掉", disabled: neighbours.length === 1, "data-remove": number,
        onclick: () => arrange({ remove: { article: number } }) }, "×")),
    make("div", { class: "row" },
      make("button", { onclick: () => ((state.story = number), (state.tab = "text"), show()) }, "正文"),
      make("button", { onclick: () => ((state.story = number), (state.tab = "figures"), show()) }, "图片"),
      make("button", { title: "单独打开这篇稿件", onclick: () => openDocument(article.path) }, "单开"),
      make("button", { "data-pin": number, "aria-pressed": String(isPinned), disabled: !isPinned && !module,
        onclick: () => (isPinned ? set("pin", "") : pin()) }, isPinned ? "已钉住" : "钉在此处")),
    make("div", { class: "row" },
      choice("分量", "importance", { 1: "1", 2: "2", 3: "3", 4: "4", 5: "5" }, article.importance),
      choice("标题", "head", heads, article.head),
      choice("围框", "box", boxes, article.box),
      choice("分栏", "text-columns", { "": "自动", 1: "1 栏", 2: "2 栏", 3: "3 栏", 4: "4 栏" }, article.textColumns),
      make("label", {}, make("input", { type: "checkbox", "data-key": "tint", checked: article.isTinted,
        onchange: (event) => set("tint", event.target.checked ? "true" : "") }), " 铺底"),
      plan.isIssue && article.page < plan.pages.length - 1 ? choice("转版", "continues", {
        "": "不转", ...Object.fromEntries(plan.pages.map((_, page) => page + 1).filter((page) => page > article.page + 1)
          .map((page) => [page, `第 ${page} 版`])) }, article.jump) : null),
    make("div", { class: "row" }, make("label", { class: "grow" }, "断题 ",
      make("input", { value: article.headline.join(" / "), placeholder: "照写原题，行间用 /", size: "30",
        onchange: (event) => set("headline", event.target.value.trim() ? JSON.stringify(event.target.value.trim()) : "") }))),
    module ? make("div", { class: "soft" },
      `第 ${module.columns.join("–")} 栏，第 ${module.lines.join("–")} 行`
      + (module.oversetRows ? `，溢出 ${module.oversetRows} 行` : "")) : null);
}

/** A further report for a page, out of the folder. */
function adding(page) {
  const { plan, path } = state.view;
  const base = path.includes("/") ? path.replace(/[^/]*$/, "") : "";
  const taken = new Set(plan.articles.map((one) => one.path.replace(/\.yaml$/, "")));
  const free = state.listing.entries.filter((one) =>
    one.kind === "report" && one.path.startsWith(base) && !taken.has(one.path.replace(/\.yaml$/, "")));
  if (!free.length) return null;
  return make("div", { class: "row" }, make("label", {}, "加一篇 ",
    make("select", { "data-add": page, onchange: (event) => {
      arrange({ add: { report: event.target.value, photos: "", page } });
    } }, option("", "选稿件…", true), ...free.map((one) => option(one.path, one.path)))));
}

/** The boxes that may fill a hole of a page, each a title, its lines and its allowed height. */
function fillers(page, number) {
  const write = (list) => arrange({ fillers: { page: number, value: list.length
    ? JSON.stringify(list.map((one) => ({ ...one, rows: one.rows.join("-") }))) : "" } });
  const change = (index, key, value) => write(page.fillers.map((one, place) =>
    (place === index ? { ...one, [key]: value } : one)));
  const row = (one, index) => make("div", { class: "filler" },
    make("div", { class: "row" },
      make("input", { value: one.title, "aria-label": "补白的题", size: "12", onchange: (event) => change(index, "title", event.target.value) }),
      make("label", {}, "标 ", make("input", { value: one.label, size: "6", onchange: (event) => change(index, "label", event.target.value) })),
      make("label", {}, "高 ", make("input", { value: one.rows.join("-"), size: "5", title: "几行到几行",
        onchange: (event) => {
          const [low, high] = event.target.value.split(/[-–—~至]/).map(Number);
          if (low > 0 && (high ?? low) >= low) change(index, "rows", [low, high ?? low]);
          else event.target.value = one.rows.join("-");
        } }), " 行"),
      make("button", { title: "不要这一条", onclick: () => write(page.fillers.filter((_, place) => place !== index)) }, "×")),
    make("textarea", { rows: "2", "aria-label": "补白的字，一行一条", onchange: (event) =>
      change(index, "lines", event.target.value.split("\n").map((line) => line.trim()).filter(Boolean)) }, one.lines.join("\n")));
  return make("details", { class: "fillers", open: page.fillers.length > 0 },
    make("summary", {}, `补白（${page.fillers.length}）`),
    make("p", { class: "soft" }, "版面留空时用来填的小块：天气、公告、公益广告。不空不用。"),
    ...page.fillers.map(row),
    make("button", { "data-filler": number, onclick: () =>
      write([...page.fillers, { title: "天气", lines: ["今日多云"], rows: [4, 10], label: "" }]) }, "加一条"));
}
