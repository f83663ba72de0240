// The studio: what is open, what is shown, and the keys.
import * as api from "./api.js";
import { byId, dialog, keepingFocus, make, option, toast } from "./dom.js";
import { showDoubts } from "./doubts.js";
import { showExport } from "./export.js";
import { receive, showFolder } from "./folder.js";
import { loadReview, markPages, openRemarks, showReview, startRemark } from "./review.js";
import { pages } from "./stage.js";
import { showFacts, showFigures, showPanel } from "./tools.js";
import { showStories } from "./stories.js";
import { moveBlock, showText } from "./text.js";
import { showVariants } from "./variants.js";
import { hintsOf, say, severities } from "./words.js";

export const state = {
  listing: { entries: [], layouts: [], folder: "" },
  view: null, // the document as the server tells it
  story: 0, // which report of a plan is shown
  block: null, // the block that is pointed at
  skipped: new Set(), // doubts that were put off
  tab: "text",
};

export const report = () =>
  state.view?.isPlan ? state.view.stories[state.story] : state.view?.report;

// MARK: changes

let queue = Promise.resolve();

/** Does one thing after the other; a person types faster than files are written. */
function inTurn(work) {
  queue = queue.then(work).catch(failed);
  return queue;
}

export function failed(error) {
  byId("state").classList.remove("busy");
  toast([error.message, ...(error.findings ?? []).map((one) => one.messageZh)].join("；"));
  if (error.status === 409 || error.status === 0) return state.view && refresh();
  console.info(error.message);
}

export const edit = (...edits) =>
  inTurn(async () => {
    const { path, revision, isPlan } = state.view;
    take(await api.edit(path, revision, isPlan ? state.story : undefined, edits));
  });

export const arrange = (...edits) =>
  inTurn(async () => take(await api.arrange(state.view.path, state.view.revision, edits)));

const step = (back) =>
  inTurn(async () => {
    if (!(back ? state.view?.canUndo : state.view?.canRedo)) return;
    take(await (back ? api.undo : api.redo)(state.view.path));
  });

async function refresh() {
  try {
    take(await api.open(state.view.path));
  } catch (error) {
    toast(error.message);
  }
}

/** Shows what the server says the document is now, and has its pages drawn. */
function take(view) {
  state.view = view;
  show();
  drawPages();
}

export function layoutOf(view) {
  return view.isPlan ? view.plan.layout : view.report.facts.layout ?? "";
}

async function drawPages() {
  const { view } = state;
  if (!layoutOf(view)) return chooseLayout();
  byId("state").textContent = "排版中";
  byId("state").classList.add("busy");
  const start = performance.now();
  const result = await pages.load(view.path);
  if (!result || state.view !== view) return;
  byId("state").classList.remove("busy");
  byId("state").textContent = result.error
    ? "" : `${result.pages.sheets.length} 版 · ${Math.round(performance.now() - start)} 毫秒`;
  byId("state").dataset.revision = view.revision;
  state.modules = result.pages?.modules ?? [];
  showFindings(result.error ? result.error.findings : result.findings, result.error);
  pages.mark(state.story, state.block);
  markPages();
  if (view.isPlan && state.tab === "stories") show();
}

// MARK: what is shown

const tabs = {
  stories: ["版面", () => showStories(byId("panel"))],
  text: ["正文", () => showText(byId("panel"))],
  facts: ["题头", () => showFacts(byId("panel"))],
  panel: ["数说", () => showPanel(byId("panel"))],
  figures: ["图片", () => showFigures(byId("panel"))],
  review: ["批注·版次", () => showReview(byId("panel"))],
};

export const show = () => keepingFocus(draw);

function draw() {
  const { view } = state;
  byId("title").textContent = view ? view.path : `工作台 · ${state.listing.folder}`;
  byId("undo").disabled = !view?.canUndo;
  byId("redo").disabled = !view?.canRedo;
  byId("export").disabled = !view || !layoutOf(view);
  byId("variants").disabled = !view || view.isPlan || !layoutOf(view).startsWith("newspaper");
  const layout = byId("layout");
  layout.disabled = !view;
  layout.replaceChildren(
    option("", "请选版式…", !view || !layoutOf(view)),
    ...state.listing.layouts.map((one) =>
      option(one.name, `${one.title}（${one.name}）`, view && layoutOf(view) === one.name)));
  if (!view) return;
  if (state.tab === "stories" && !view.isPlan) state.tab = "text";
  byId("panel").dataset.tab = state.tab;
  byId("tabs").replaceChildren(
    ...Object.entries(tabs).filter(([name]) => name !== "stories" || view.isPlan)
      .map(([name, [title]]) =>
        make("button", {
          role: "tab", "aria-selected": String(state.tab === name), "data-tab": name,
          onclick: () => {
            state.tab = name;
            byId("panel").scrollTop = 0;
            show();
          },
        }, title, badge(name))));
  const scroll = byId("panel").scrollTop;
  tabs[state.tab][1]();
  byId("panel").scrollTop = scroll;
  showDoubts(byId("doubts"));
}

function badge(name) {
  const count = { text: report()?.doubts.length, review: openRemarks() }[name];
  return count ? make("span", { class: "count" }, String(count)) : null;
}

/** Points at a block, on both sides. */
export function select(block, story = state.story, from = "text") {
  if (story !== state.story) {
    state.story = story;
    state.skipped.clear();
  }
  state.block = block;
  if (from === "page" && state.tab !== "text" && state.tab !== "figures") state.tab = "text";
  show();
  const row = document.querySelector(`.block[data-block="${block}"]`);
  if (from !== "text") row?.scrollIntoView({ block: "center" });
  pages.mark(state.story, block, from !== "page");
}

export const pointAt = (block) => {
  state.block = block;
  for (const row of document.querySelectorAll(".block")) {
    row.classList.toggle("current", Number(row.dataset.block) === block);
  }
  pages.mark(state.story, block, true);
};

export function showFindings(findings, error) {
  const list = [...findings].sort((a, b) => rank(a) - rank(b));
  const blank = list.find((one) => one.code === "page.not-filled" || one.code === "page.overset");
  const worst = list[0]?.severity;
  const reason = error && (list.find((one) => one.severity === "error")?.messageZh ?? error.message);
  byId("notice").textContent = error ? `排不出来：${reason}` : blank ? blank.messageZh : "";
  byId("notice").classList.toggle("error", Boolean(error) || blank?.severity === "error");
  const counts = ["error", "warning", "note"]
    .map((name) => [severities[name], list.filter((one) => one.severity === name).length])
    .filter(([, count]) => count).map(([name, count]) => `${name} ${count}`);
  const box = byId("findings");
  box.querySelector("summary").textContent = counts.length
    ? `检查：${counts.join("，")}` : "检查：没有发现问题";
  if (worst === "error") box.open = true;
  box.querySelector("ol").replaceChildren(...list.map((one) =>
    make("li", { class: one.severity },
      make("button", {
        disabled: one.block === undefined || one.block === null,
        onclick: () => select(one.block, one.story ?? 0, "finding"),
      }, `${severities[one.severity]}：${say(one)}`),
      hintsOf(one).length ? make("div", { class: "soft" }, hintsOf(one).join("；")) : null)));
  pages.flag(findings);
}

const rank = (finding) => ["error", "warning", "note"].indexOf(finding.severity);

// MARK: opening

function chooseLayout() {
  pages.clear();
  byId("state").textContent = "";
  showFindings(state.view.findings ?? []);
  const photos = photoFolders()[0] ?? "";
  const choice = make("select", { "aria-label": "图片文件夹" }, option("", "没有图片", !photos),
    ...photoFolders().map((one) => option(one, `${one}/`, one === photos)));
  const pick = (name) =>
    edit(...[
      { fact: { key: "layout", value: name } },
      ...(choice.value ? [{ fact: { key: "photos", value: choice.value } }] : []),
    ]);
  byId("pages").append(make("div", { class: "choose" },
    make("h2", {}, "排成什么？"),
    make("p", { class: "soft" }, "选定后写入 ", make("code", {}, state.view.file), "，随时可换、可撤销。"),
    photoFolders().length ? make("p", {}, "图片取自 ", choice) : null,
    make("div", { class: "cards" }, ...byUse(state.listing.layouts).map((one) =>
      make("button", { "data-layout": one.name, onclick: () => pick(one.name) },
        make("b", {}, one.title), make("span", { class: "soft" }, one.name))))));
}

/** The layouts that most papers are made in come first. */
function byUse(layouts) {
  const rank = ({ name }) =>
    name.startsWith("newspaper-tabloid") ? 0 : name.startsWith("newspaper") ? 1
      : /bulletin|gongwen|jianbao/.test(name) ? 2 : 3;
  return [...layouts].sort((a, b) => rank(a) - rank(b));
}

/** Folders with pictures beside the document, the one with the likeliest name first. */
export function photoFolders() {
  const base = state.view.path.includes("/") ? state.view.path.replace(/[^/]*$/, "") : "";
  const stem = state.view.path.slice(base.length).replace(/\..*$/, "");
  const found = new Set();
  for (const one of state.listing.entries) {
    if (one.kind !== "picture" || !one.path.startsWith(base)) continue;
    const rest = one.path.slice(base.length);
    if (rest.includes("/")) found.add(rest.replace(/\/[^/]*$/, ""));
  }
  const likely = (name) => (name === stem ? 0 : /^(photos?|pictures?|图片|照片)$/i.test(name) ? 1 : 2);
  return [...found].sort((a, b) => likely(a) - likely(b) || a.localeCompare(b));
}

export async function openDocument(path) {
  state.story = 0;
  state.block = null;
  state.skipped.clear();
  pages.clear();
  try {
    const view = await api.open(path);
    state.tab = view.isPlan ? "stories" : "text";
    byId("panel").scrollTop = 0;
    take(view);
    loadReview();
  } catch (error) {
    failed(error);
  }
}

// MARK: keys

/** A field of words has its own undo; a list or a box to tick has none. */
const isWriting = (target) => target.isContentEditable
  || target.matches("textarea, input:not([type=checkbox], [type=radio])");

const isTyping = (target) =>
  target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);

const keys = {
  j: () => moveBlock(1), ArrowDown: () => moveBlock(1),
  k: () => moveBlock(-1), ArrowUp: () => moveBlock(-1),
  Enter: () => document.querySelector(".block.current .words")?.focus(),
  r: () => document.querySelector(".block.current select")?.focus(),
  "+": () => pages.zoomBy(1.25), "=": () => pages.zoomBy(1.25), "-": () => pages.zoomBy(0.8),
  0: () => pages.fit(), f: () => toggleFrames(), o: () => showFolder().catch(failed),
  "?": () => showHelp(), m: () => {
    state.tab = "review";
    show();
    startRemark(true);
  },
  v: () => byId("variants").disabled || showVariants(), s: () => byId("doubts").querySelector("[data-key=s]")?.click(),
};

document.addEventListener("keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === "e") {
    event.preventDefault();
    if (!byId("export").disabled) showExport();
    return;
  }
  if (isWriting(event.target) || byId("dialog").open || event.isComposing) return;
  if (event.key === "Escape" && isTyping(event.target)) return event.target.blur();
  if (control && ["z", "y"].includes(event.key.toLowerCase())) {
    event.preventDefault();
    return step(event.key.toLowerCase() === "z" && !event.shiftKey);
  }
  if (control || event.altKey || isTyping(event.target)) return;
  // A focused button is pressed by Enter and the space bar as everywhere.
  if (event.target.tagName === "BUTTON" && ["Enter", " "].includes(event.key)) return;
  const answer = /^[1-9]$/.test(event.key)
    && byId("doubts").querySelector(`[data-key="${event.key}"]`);
  const work = answer ? () => answer.click() : keys[event.key];
  if (!work || (!state.view && !["o", "?"].includes(event.key))) return;
  event.preventDefault();
  work();
});

function showHelp() {
  const rows = [
    ["1 2 3…", "答疑点：选第几种"], ["S", "这一处暂不定"], ["J ↓ / K ↑", "下一段 / 上一段"],
    ["Enter", "改这一段的字：段中 Enter 分段，标题里 Enter 断行；Ctrl+Enter 改完，Esc 放弃"], ["R", "改这一段是什么"],
    ["Ctrl+Z / Ctrl+Shift+Z", "撤销 / 重做"], ["+ − 0", "放大、缩小、适合窗口"], ["F", "显示各段的框"], ["V", "换一种排法"],
    ["Ctrl+E", "输出"], ["Tab / Enter 或空格 / Esc", "走到 / 按下 / 离开列表"], ["M", "批注：选中的一段；没有选中，就在版面上点一处"],
    ["O", "稿件列表"],
  ];
  dialog(make("h2", {}, "按键"),
    make("table", {}, ...rows.map(([key, text]) =>
      make("tr", {}, make("td", {}, make("kbd", {}, key)), make("td", {}, text)))),
    make("footer", {}, make("button", { onclick: () => byId("dialog").close() }, "知道了")));
}

function toggleFrames() {
  const isShown = byId("pages").classList.toggle("frames");
  byId("frames").setAttribute("aria-pressed", String(isShown));
}

// MARK: the head, the split, files that are dropped

byId("undo").onclick = () => step(true);
byId("redo").onclick = () => step(false);
byId("home").onclick = () => showFolder().catch(failed);
byId("help").onclick = showHelp;
byId("export").onclick = () => showExport();
byId("variants").onclick = showVariants;
byId("frames").onclick = toggleFrames;
byId("larger").onclick = () => pages.zoomBy(1.25);
byId("smaller").onclick = () => pages.zoomBy(0.8);
byId("fit").onclick = () => pages.fit();
byId("layout").onchange = (event) => {
  const name = event.target.value;
  if (!name) return show();
  if (state.view.isPlan) arrange({ layout: { _0: name } });
  else edit({ fact: { key: "layout", value: name } });
};

const split = byId("split");
const setWidth = (width) => {
  const share = Math.min(70, Math.max(20, (width / innerWidth) * 100));
  byId("side").style.setProperty("--side-width", `${share}%`);
  pages.refit();
};
split.onpointerdown = (event) => {
  split.setPointerCapture(event.pointerId);
  split.onpointermove = (move) => setWidth(move.clientX);
  split.onpointerup = () => (split.onpointermove = null);
};
split.onkeydown = (event) => {
  const step = { ArrowLeft: -40, ArrowRight: 40 }[event.key];
  if (step) setWidth(byId("side").offsetWidth + step);
};

const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  document.body.classList.remove("dropping");
  receive([...event.dataTransfer.files]);
});
addEventListener("resize", () => pages.refit());
// Files may have been changed by another program meanwhile.
addEventListener("focus", async () => {
  if (!state.view || isTyping(document.activeElement)) return;
  const now = await api.open(state.view.path).catch(() => null);
  if (now && state.view && now.path === state.view.path && now.revision !== state.view.revision) take(now);
  loadReview();
});
// What others remarked on a proof shows within half a minute.
setInterval(() => document.hidden || !state.view || document.querySelector(".bubble") || loadReview(), 30_000);

try {
  state.listing = await api.folder();
  const first = document.body.dataset.document;
  if (first) await openDocument(first);
  else await showFolder();
} catch (error) {
  failed(error);
}
