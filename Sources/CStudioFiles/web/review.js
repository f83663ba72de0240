// What several people do with a page: remarks at their places, versions kept and compared, the link of
// a proof.
import * as api from "./api.js";
import { state } from "./app.js";
import { make, option, toast } from "./dom.js";
import { Pins, remarkCard, who } from "./remarks.js";
import { pages } from "./stage.js";

let review = null; // { remarks, versions, proof } of the document
let compared = null; // { old, new, comparison, file, command }
let owner = null; // the document that they are of

export const pins = new Pins(pages, {
  words: (story, block) =>
    (state.view?.isPlan ? state.view.stories[story] : state.view?.report)?.blocks[block]?.text ?? "",
  add: (add) => change({ add }),
  pick: (id) => document.querySelector(`[data-remark="${id}"]`)?.scrollIntoView({ block: "center" }),
});

/** The review of the open document, fetched anew. */
export async function loadReview() {
  const path = state.view?.path;
  if (!path) return;
  if (owner !== path) [review, compared, owner] = [null, null, path];
  const found = await api.review(path).catch((error) => (toast(error.message), null));
  if (!found || state.view?.path !== path) return;
  review = found;
  redraw();
}

async function change(wish) {
  try {
    review.remarks = await api.remark(state.view.path, wish);
    redraw();
  } catch (error) {
    toast(error.message);
  }
}

function redraw() {
  pins.show(review?.remarks ?? []);
  const panel = document.querySelector("#panel[data-tab=review]");
  if (panel && !panel.contains(document.activeElement?.closest("input, textarea"))) showReview(panel);
}

/** How many remarks wait for an answer. */
export const openRemarks = () =>
  owner === state.view?.path ? review?.remarks.filter((one) => !one.isSettled).length ?? 0 : 0;

/** Marks that a comparison puts on the pages that are shown. */
export function markPages() {
  pins.show(owner === state.view?.path ? review?.remarks ?? [] : []);
  pages.drawMarks(compared && compared.new === null && owner === state.view?.path
    ? compared.comparison.changes : []);
}

export function showReview(panel) {
  if (!review) {
    panel.replaceChildren(make("p", { class: "soft" }, "…"));
    return;
  }
  const link = location.origin + review.proof;
  panel.replaceChildren(
    make("h3", {}, "批注"),
    make("div", { class: "row" },
      make("button", { id: "remark", class: pins.isPlacing ? "main" : null, title: "在版面上点要说的地方 (M)",
        onclick: () => startRemark() }, pins.isPlacing ? "在版面上点一处…" : "加批注"),
      make("label", {}, "署名 ", who())),
    ...(review.remarks.length ? review.remarks.map((remark, index) => remarkCard(remark, index + 1, {
      change, select: () => pins.go(remark.id), isOwner: true,
    })) : [make("p", { class: "soft" }, "还没有批注。批注记在稿件旁边的文件里。")]),
    make("h3", {}, "给别人看的校样"),
    make("p", { class: "soft" }, "打开链接的人只能看这一份版面、写批注，不能改稿。"
      + (["127.0.0.1", "localhost"].includes(location.hostname) ? "现在只有本机能打开；给同事用，启动时加 --listen。" : "")),
    make("div", { class: "row" },
      make("input", { id: "proof-link", readonly: "", value: link, size: "30", "aria-label": "校样链接",
        onfocus: (event) => event.target.select() }),
      make("button", { onclick: () => copy(link) }, "复制"),
      make("a", { href: review.proof, target: "_blank", rel: "noopener" }, "打开")),
    make("h3", {}, "版次"),
    ...versions());
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("已复制");
  } catch {
    document.querySelector("#proof-link").select();
    toast("请按 Ctrl+C 复制");
  }
}

/** By keyboard a remark stands at the block that is pointed at, without one where a click says. */
export function startRemark(isByKey = false) {
  if (!review) return;
  const current = isByKey && pages.place.querySelector(".place.current");
  if (current) {
    return pins.ask(current.parentElement, parseFloat(current.style.left) / 100, parseFloat(current.style.top) / 100);
  }
  pins.place(!pins.isPlacing);
  redraw();
}

// MARK: versions

function versions() {
  const count = review.versions.length;
  const names = ["初校", "二校", "三校", "清样"];
  const name = make("input", { id: "version-name", value: names[Math.min(count, 3)], size: "8", "aria-label": "版次名称" });
  const keep = make("button", { id: "keep", onclick: () => run(keep, async () => {
    review.versions = await api.keepVersion(state.view.path, name.value);
    toast(`已存：${review.versions.at(-1).name}`);
  }) }, "存下现在的版面");
  const row = make("div", { class: "row" }, name, keep);
  if (!count) {
    return [row, make("p", { class: "soft" }, "每校一遍存一版，以后可以比出改了哪些字、动了哪些图。")];
  }
  const label = (one) => `${one.number} ${one.name}（${new Date(one.time * 1000).toLocaleString("zh-CN", { dateStyle: "short", timeStyle: "short" })}）`;
  const old = make("select", { id: "old-version", "aria-label": "旧版" },
    ...review.versions.map((one) => option(one.number, label(one), one.number === (compared?.old ?? review.versions.at(-1).number))));
  const later = make("select", { id: "new-version", "aria-label": "新版" },
    option("", "现在的版面", !compared?.new),
    ...review.versions.map((one) => option(one.number, label(one), one.number === compared?.new)));
  const go = make("button", { id: "compare", class: "main", onclick: () => run(go, async () => {
    const pair = { old: Number(old.value), new: later.value ? Number(later.value) : null };
    compared = { ...pair, ...(await api.compare(state.view.path, pair.old, pair.new)) };
    markPages();
    requestAnimationFrame(() => document.querySelector(".changes")?.scrollIntoView({ block: "nearest" }));
  }) }, "比较");
  return [row, make("div", { class: "row" }, old, "→", later, go), ...(compared ? result() : [])];
}

async function run(button, work) {
  button.disabled = true;
  try {
    await work();
  } catch (error) {
    toast(error.message);
  }
  showReview(document.querySelector("#panel[data-tab=review]") ?? make("div"));
}

function result() {
  const { comparison, file, command } = compared;
  return [
    make("p", {}, make("b", {}, comparison.summary), "　",
      make("a", { href: api.fileAddress(file, true) }, "标出改动的 PDF"), " ",
      make("button", { onclick: () => ((compared = null), markPages(), loadReview()) }, "收起")),
    make("ol", { class: "changes" }, ...comparison.changes.map((one, index) =>
      make("li", {},
        make("button", { class: "plain", "data-change": index + 1, onclick: () => pages.goToMark(index) },
          make("b", {}, one.kindZh), " ", make("span", { class: "soft" }, one.place), " ", ...words(one.words))))),
    make("p", { class: "soft" }, make("code", {}, command)),
  ];
}

/** `[-taken out-]` and `{+put in+}` as people see them. */
function words(text) {
  const short = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  return short.split(/(\[-.*?-\]|\{\+.*?\+\})/s).map((part) =>
    part.startsWith("[-") && part.endsWith("-]") ? make("del", {}, part.slice(2, -2))
      : part.startsWith("{+") && part.endsWith("+}") ? make("ins", {}, part.slice(2, -2)) : part);
}
