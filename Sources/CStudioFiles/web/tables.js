// A table: bulletins of its cases, or a document of each row.
import * as api from "./api.js";
import { edit, layoutOf, openDocument, state } from "./app.js";
import { byId, keepingFocus, make, option, toast } from "./dom.js";
import { fileList, findingList } from "./export.js";

let open = null; // { path, table, findings, map, mode, … }

export async function openTable(path) {
  open = { path, map: {}, mode: "bulletin", row: 1, wish: {} };
  byId("pages").replaceChildren();
  await load();
}

const today = () => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
};

async function load() {
  const map = Object.entries(open.map).map(([field, column]) => `${field}=${column}`).join(",");
  try {
    Object.assign(open, await api.table(open.path, today(), map));
    if (!open.table.days.length && !Object.keys(open.map).length) open.mode = "merge";
    show();
  } catch (error) {
    toast([error.message, ...error.findings.map((one) => one.messageZh)].join("；"));
  }
}

const show = () => keepingFocus(draw);

function draw() {
  const modes = { bulletin: "做通报", merge: "一行一份" };
  byId("title").textContent = open.path;
  const { table } = open;
  byId("panel").replaceChildren(
    make("div", { class: "row" }, ...Object.entries(modes).map(([name, text]) =>
      make("button", { "data-mode": name, "aria-pressed": String(open.mode === name),
        onclick: () => ((open.mode = name), show()) }, text)),
    make("button", { onclick: () => openDocument(open.path) }, "排成表格")),
    ...(open.mode === "bulletin" ? bulletin(table) : merge(table)),
    make("div", { id: "made", "aria-live": "polite" }));
  if (open.shows !== open.mode) showRows(table);
}

/** The rows beside the form; a click on one shows its document. */
function showRows(table) {
  open.shows = "rows";
  const says = Object.fromEntries(Object.entries(table.fields).map(([field, column]) => [column, field]));
  byId("pages").replaceChildren(make("div", { class: "records" },
    make("table", {},
      make("tr", {}, make("th", {}, ""), ...table.columns.map((name) =>
        make("th", {}, name, says[name] ? make("span", { class: "says" }, says[name]) : null))),
      ...table.rows.map((cells, index) => make("tr", {},
        make("th", {}, make("button", { title: "看这一行排出的样子", "data-row": index + 1,
          onclick: () => ((open.mode = "merge"), (open.row = index + 1), show(), preview()) }, String(index + 1))),
        ...table.columns.map((_, place) => make("td", {}, cells[place] ?? ""))))),
    table.count > table.rows.length ? make("p", { class: "soft" }, `共 ${table.count} 行，这里是前 ${table.rows.length} 行。`) : null));
}

const field = (id, label, control) => [make("label", { for: id }, label), Object.assign(control, { id })];
const remember = (key) => (event) => (open.wish[key] = event.target.value);

// MARK: bulletins

const periods = { daily: "日通报", weekly: "周总结", monthly: "月分析" };

function bulletin(table) {
  const last = table.days[1] ?? "";
  const { wish } = open;
  wish.kind ??= "monthly";
  wish.day ??= last;
  const asked = table.known.map((name) => [name, table.fields[name] ?? ""]);
  return [
    make("p", { class: "soft" }, table.days.length
      ? `受理时间从 ${table.days[0]} 到 ${table.days[1]}，共 ${table.count} 行。` : "没有认出受理时间，请在下面指明是哪一列。"),
    make("div", { class: "form" },
      ...field("kind", "通报", make("select", { onchange: (event) => ((wish.kind = event.target.value), show()) },
        ...Object.entries(periods).map(([name, text]) => option(name, text, name === wish.kind)))),
      ...field("day", "时段", wish.kind === "monthly"
        ? make("input", { type: "month", value: wish.day.slice(0, 7), onchange: (event) => (wish.day = `${event.target.value}-01`) })
        : make("input", { type: "date", value: wish.day, onchange: remember("day") })),
      ...field("unit", "单位", make("input", { value: wish.unit ?? "", placeholder: "印在标题前", onchange: remember("unit") })),
      ...field("issue", "期号", make("input", { value: wish.issue ?? "", placeholder: "如 2031年第12期", onchange: remember("issue") })),
      ...field("bulletin-layout", "版式", layouts(wish.layout ?? "bulletin-a4", remember("layout"), (one) => /bulletin|jianbao|summary|analysis/.test(one.name)))),
    make("details", { id: "columns", open: !table.days.length || Object.keys(open.map).length > 0 }, make("summary", {}, "认出的列"),
      make("div", { class: "form" }, ...asked.flatMap(([name, column], index) => field(`column-${index}`, name,
        make("select", { "data-field": name, onchange: (event) => {
          open.map[name] = event.target.value;
          load();
        } }, column ? null : option("", "（没有）", true), ...table.columns.map((one) => option(one, one, one === column))))))),
    findingList(open.findings),
    make("p", {}, make("button", { id: "make-bulletin", class: "main", disabled: !table.days.length, onclick: makeBulletin }, "做通报")),
  ];
}

const layouts = (now, onchange, isFirst) =>
  make("select", { onchange }, ...[...state.listing.layouts].sort((a, b) => isFirst(b) - isFirst(a))
    .map((one) => option(one.name, `${one.title}（${one.name}）`, one.name === now)));

async function makeBulletin() {
  const { wish } = open;
  const map = Object.entries(open.map).map(([name, column]) => `${name}=${column}`).join(",");
  await made(async () => {
    const exported = await api.bulletin({
      data: open.path, kind: wish.kind, period: wish.kind === "monthly" ? wish.day.slice(0, 7) : wish.day,
      unit: wish.unit ?? "", issue: wish.issue ?? "", layout: wish.layout ?? "bulletin-a4", map,
    });
    const report = exported.files.find((path) => path.endsWith(".yaml"));
    return [...fileList(exported), report ? make("button", { id: "open-bulletin", onclick: async () => {
      await openDocument(report);
      if (!layoutOf(state.view)) await edit({ fact: { key: "layout", value: wish.layout ?? "bulletin-a4" } });
    } }, "打开通报修改") : null];
  });
}

async function made(work) {
  byId("made").replaceChildren(make("p", { class: "soft" }, "正在做…"));
  try {
    byId("made").replaceChildren(...(await work()).filter(Boolean));
  } catch (error) {
    byId("made").replaceChildren(make("p", { class: "error" }, error.message), findingList(error.findings));
  }
}

// MARK: a document of each row

function merge(table) {
  const { wish } = open;
  const templates = state.listing.entries.filter((one) => /\.(md|markdown|docx|txt)$/i.test(one.path)).map((one) => one.path);
  wish.mergeLayout ??= "case-slip";
  wish.template ??= "";
  return [
    make("p", { class: "soft" }, `一行排一份，共 ${table.count} 行。模板是 Markdown 或 Word，{{列名}} 处填这一行的值。`),
    make("div", { class: "form" },
      ...field("merge-layout", "版式", layouts(wish.mergeLayout, (event) => ((wish.mergeLayout = event.target.value), preview()),
        (one) => /slip|card|certificate|notice|board|badge|letter/.test(one.name))),
      ...field("template", "模板", make("select", { onchange: (event) => ((wish.template = event.target.value), preview()) },
        option("", "版式自带的", !wish.template), ...templates.map((one) => option(one, one, one === wish.template)))),
      ...field("order", "合订次序", make("select", { onchange: remember("order") }, option("", "按行", !wish.order),
        ...table.columns.map((one) => option(one, one, one === wish.order)))),
      ...field("joins", "合订本", make("input", { type: "checkbox", checked: wish.joins ?? true,
        onchange: (event) => (wish.joins = event.target.checked) })),
      ...field("row", "看第几行", make("input", { type: "number", min: "1", max: String(table.count), value: String(open.row),
        onchange: (event) => ((open.row = Number(event.target.value)), preview()) }))),
    make("p", { class: "row" }, make("button", { id: "preview", onclick: preview }, "看这一行"),
      make("button", { onclick: () => showRows(table) }, "看表"),
      make("button", { id: "merge", class: "main", onclick: runMerge }, `全部排出（${table.count} 行）`)),
  ];
}

const order = () => ({
  data: open.path, layout: open.wish.mergeLayout, template: open.wish.template || null,
  order: open.wish.order || null, joins: open.wish.joins ?? true,
});

async function preview() {
  const now = (open.previewed = Symbol("preview"));
  byId("made").replaceChildren(make("p", { class: "soft" }, "正在排…"));
  try {
    const { stamp, pages, findings } = await api.preview(order(), open.row);
    if (open.previewed !== now) return;
    byId("made").replaceChildren(findingList(findings));
    byId("pages").replaceChildren(...pages.files.map((file) => make("img", {
      class: "preview", alt: `第 ${open.row} 行`, src: api.sheetAddress(stamp, file.match(/\d+\.svg$/)[0]),
    })));
  } catch (error) {
    byId("made").replaceChildren(make("p", { class: "error" }, error.message), findingList(error.findings));
  }
}

async function runMerge() {
  await made(async () => {
    let run = await api.merge(order());
    const bar = make("progress", { id: "progress", max: "1", value: "0" });
    const count = make("span", { class: "soft" });
    const stop = make("button", { id: "stop-merge", onclick: () => {
      stop.disabled = true;
      api.stopMerge(run.id).catch((error) => toast(error.message));
    } }, "停止");
    byId("made").replaceChildren(make("p", { class: "row" }, bar, count, stop));
    while (!run.exported && !run.fault) {
      await new Promise((done) => setTimeout(done, 250));
      run = await api.mergeState(run.id);
      bar.max = Math.max(1, run.count);
      bar.value = run.done;
      count.textContent = run.count ? `${run.done} / ${run.count}` : "";
    }
    if (run.fault?.findings.some((one) => one.code === "job.stopped")) {
      return [make("p", { class: "verdict not" },
        `已停下，排到第 ${run.done} 份（共 ${run.count} 份）；已排好的留在 output/`)];
    }
    if (run.fault) throw Object.assign(new Error(run.fault.messageZh), { findings: run.fault.findings });
    const { documents, pages, failed } = run.merged;
    return [
      make("p", { class: `verdict ${failed ? "not" : "ready"}` },
        `排出 ${documents} 份 ${pages} 页${failed ? `，${failed} 行没有排出` : ""}`),
      ...fileList(run.exported, 12),
    ];
  });
}
