// The folder: what can be opened, what is put in, reports brought together on a page.
import * as api from "./api.js";
import { failed, openDocument, show, state } from "./app.js";
import { byId, make, toast } from "./dom.js";
import { showExport } from "./export.js";
import { pages } from "./stage.js";
import { openTable } from "./tables.js";

const kinds = { report: "稿件", plan: "版面计划", table: "表格" };
const chosen = new Set(); // reports that are brought together, in the order in which they were chosen

export async function showFolder() {
  state.view = null;
  state.block = null;
  byId("panel").dataset.tab = "folder";
  byId("tabs").replaceChildren();
  byId("doubts").replaceChildren();
  byId("notice").textContent = "";
  byId("state").textContent = "";
  pages.clear();
  state.listing = await api.folder();
  show();
  const documents = state.listing.entries.filter((one) => kinds[one.kind])
    .sort((a, b) => b.changed - a.changed);
  for (const path of chosen) if (!documents.some((one) => one.path === path)) chosen.delete(path);
  const chooser = make("input", { type: "file", multiple: true, hidden: true,
    onchange: (event) => receive([...event.target.files]) });
  byId("panel").replaceChildren(
    make("h2", {}, "稿件"),
    make("div", { class: "row" },
      make("button", { id: "sample", onclick: openSample }, "打开示例"),
      make("button", { onclick: () => chooser.click() }, "添加文件…"), chooser,
      make("button", { id: "check-pdf", onclick: () => showExport.preflight() }, "检查 PDF…"),
      make("button", { id: "gather", disabled: true, onclick: gather }, "合成一版…")),
    documents.length ? make("div", {}, ...documents.map(entry))
      : make("p", { class: "soft" }, "文件夹里还没有稿件（.docx .txt .md .xlsx）。"));
  count();
  byId("pages").append(make("div", { class: "choose" },
    make("h2", {}, "选一篇稿件开始"),
    make("p", {}, "从左边的列表打开，或把 Word、文本、图片、表格拖进窗口。第一次用，可先看示例。"),
    make("p", {}, "几篇稿件排一版：勾选它们，按“合成一版”。台账：打开表格，做通报，或一行排一份。"),
    make("p", { class: "soft" }, "一切改动都写进文件夹里的 .yaml 文件；命令行用它排出的页面一字不差。")));
  byId("findings").querySelector("summary").textContent = "";
  byId("findings").querySelector("ol").replaceChildren();
}

function entry(one) {
  const opens = one.kind === "table" ? openTable : openDocument;
  return make("div", { class: "pick" },
    one.kind === "report" ? make("input", { type: "checkbox", checked: chosen.has(one.path),
      "aria-label": `合版用 ${one.path}`, "data-choose": one.path, onchange: (event) => {
        if (event.target.checked) chosen.add(one.path);
        else chosen.delete(one.path);
        count();
      } }) : make("span", { class: "gap" }),
    make("button", { class: "grow", "data-path": one.path, onclick: () => opens(one.path) }, one.path),
    make("span", { class: "soft" }, kinds[one.kind] + (one.isBegun ? " · 已改过" : "")));
}

function count() {
  byId("gather").disabled = chosen.size < 2;
  byId("gather").textContent = chosen.size > 1 ? `${chosen.size} 篇合成一版` : "合成一版…";
}

/** A plan of the chosen reports, the first one the lead. */
async function gather() {
  try {
    const { path } = await api.newPlan("合版", [...chosen]);
    chosen.clear();
    state.listing = await api.folder();
    await openDocument(path);
  } catch (error) {
    failed(error);
  }
}

async function openSample() {
  try {
    const { path } = await api.sample();
    state.listing = await api.folder();
    await openDocument(path);
  } catch (error) {
    failed(error);
  }
}

/** Puts files into the folder; a PDF file is checked instead. */
export async function receive(files) {
  for (const file of files) {
    if (/\.pdf$/i.test(file.name)) {
      showExport.preflight(file);
      continue;
    }
    try {
      const { path } = await api.upload(file, file.name);
      toast(`已放进文件夹：${path}`);
    } catch (error) {
      failed(error);
    }
  }
  if (!state.view) return showFolder();
  state.listing = await api.folder();
  show();
}
