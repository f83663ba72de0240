// What leaves the house: pages, press file with its verdict, proof, the other papers of one report.
import * as api from "./api.js";
import { state } from "./app.js";
import { byId, dialog, make, option } from "./dom.js";
import { hintsOf, presses, say, severities } from "./words.js";

const groups = [
  ["这一版", { pdf: "PDF", press: "付印 PDF", png: "PNG 图", proof: "校样" }],
  ["接着做", { docx: "Word", html: "网页", idml: "InDesign" }],
  ["一稿多用", { bulletin: "通报", poster: "海报", wechat: "微信长图", script: "广播稿" }],
];
/** What only a single report can become. */
const ofReports = new Set(["docx", "html", "bulletin", "poster", "wechat", "script"]);

export function showExport() {
  const press = pressChoice();
  const result = make("div", { id: "exported", "aria-live": "polite" });
  const run = async (what, name) => {
    result.replaceChildren(make("p", { class: "soft" }, `正在输出${name}…`));
    try {
      show(result, what, await api.exportFile(state.view.path, what, press.value));
    } catch (error) {
      result.replaceChildren(make("p", { class: "error" }, error.message), findingList(error.findings));
    }
  };
  const isFit = (name) => !state.view.isPlan || !ofReports.has(name);
  dialog(make("h2", {}, "输出"),
    ...groups.map(([title, kinds]) => [title, Object.entries(kinds).filter(([name]) => isFit(name))])
      .filter(([, kinds]) => kinds.length).map(([title, kinds]) =>
        make("div", { class: "row" }, make("span", { class: "soft label" }, title), ...kinds.map(([name, text]) =>
          make("button", { "data-what": name, class: name === "pdf" ? "main" : null, onclick: () => run(name, text) }, text)),
        ...(title === "这一版" ? ["　付印用 ", press] : []))),
    result,
    make("footer", {}, make("button", { onclick: () => byId("dialog").close() }, "关闭")));
}

const pressChoice = () =>
  make("select", { "aria-label": "印刷配置" }, ...Object.entries(presses).map(([name, text]) => option(name, text)));

function show(place, what, exported) {
  const verdict = what === "press"
    ? exported.isReady ? ["ready", "能付印"] : ["not", "不能付印"]
    : exported.isPrintable ? null : ["not", "只作校样：还有错误"];
  place.replaceChildren(
    ...(verdict ? [make("p", { class: `verdict ${verdict[0]}` }, verdict[1])] : []), ...fileList(exported));
}

/** The files that were made, the command that makes them again, what was found. */
export function fileList(exported, most = 40) {
  const { files } = exported;
  return [
    ...(files.length ? [make("ul", {}, ...files.slice(0, most).map((path) => make("li", {},
      make("a", { href: api.fileAddress(path, true), "data-file": path }, path))),
    files.length > most ? make("li", { class: "soft" }, `……共 ${files.length} 个文件`) : null)] : []),
    make("p", { class: "soft" }, "同样的文件，命令行这样做："),
    make("p", {}, make("code", {}, exported.command)),
    findingList(exported.findings)];
}

export const findingList = (findings) =>
  make("ul", {}, ...(findings ?? []).filter((one) => one.severity !== "note").map((one) =>
    make("li", { class: one.severity }, `${severities[one.severity]}：${say(one)}`,
      hintsOf(one).length ? make("div", { class: "soft" }, hintsOf(one).join("；")) : null)));

/** The verdict on somebody else's PDF file, with the places drawn on its pages. */
showExport.preflight = (dropped) => {
  const press = pressChoice();
  const result = make("div", { id: "preflighted" });
  let file = dropped;
  const run = async () => {
    if (!file) return;
    result.replaceChildren(make("p", { class: "soft" }, `正在检查 ${file.name}…`));
    try {
      showVerdict(result, await api.preflight(file, press.value));
    } catch (error) {
      result.replaceChildren(make("p", { class: "error" }, error.message), findingList(error.findings));
    }
  };
  press.onchange = run;
  const chooser = make("input", { type: "file", accept: "application/pdf", "aria-label": "PDF 文件",
    onchange: (event) => ((file = event.target.files[0]), run()) });
  dialog(make("h2", {}, "检查 PDF"), make("div", { class: "row" }, chooser, "　按 ", press, " 检查"), result,
    make("footer", {}, make("button", { onclick: () => byId("dialog").close() }, "关闭")));
  byId("dialog").classList.add("wide");
  byId("dialog").addEventListener("close", () => byId("dialog").classList.remove("wide"), { once: true });
  run();
};

function showVerdict(place, verdict) {
  const numbers = [...new Set(verdict.findings.filter((one) => one.isAsked).flatMap((one) => one.marksMm.map((mark) => mark.page)))].sort((a, b) => a - b);
  if (!numbers.length) numbers.push(1);
  const sheets = make("div", { class: "sheets" }, ...numbers.slice(0, 20).map((number) => sheet(verdict, number)));
  const row = (one) => {
    const index = verdict.findings.indexOf(one);
    return make("li", { class: one.severity }, make("button", { class: "plain", disabled: !one.isAsked || !one.marksMm.length, "data-finding": index + 1,
      onclick: () => {
        for (const mark of sheets.querySelectorAll(".mark")) mark.classList.toggle("current", mark.dataset.of === String(index));
        sheets.querySelector(".mark.current")?.scrollIntoView({ block: "center" });
      } }, `${one.messageZh}${one.details.length ? `：${one.details.join("；")}` : ""}`,
    make("span", { class: "soft" }, `　第 ${one.pages.join("、") || "—"} 页，${one.count} 处`)),
    make("div", { class: "soft" }, one.hintZh));
  };
  const asked = verdict.findings.filter((one) => one.isAsked);
  const others = verdict.findings.filter((one) => !one.isAsked);
  const list = make("div", {},
    make("ol", { class: "checked" }, ...asked.map(row)),
    others.length ? make("details", {}, make("summary", { class: "soft" }, `与付印无关的 ${others.length} 项（存档、无障碍等）`),
      make("ol", { class: "checked" }, ...others.map(row))) : null);
  place.replaceChildren(
    make("p", { class: `verdict ${verdict.pressReady ? "ready" : "not"}` }, verdict.pressReady ? "能付印" : "不能付印"),
    make("div", { class: "checkup" }, make("div", {}, list), sheets));
}

/** A page of the file with frames where something was found. */
function sheet(verdict, number) {
  const [width, height] = verdict.sheetsMm[number - 1] ?? [210, 297];
  const marks = verdict.findings.flatMap((one, index) =>
    !one.isAsked ? [] : one.marksMm.filter((mark) => mark.page === number).map((mark) => [index, one, mark]));
  const element = make("figure", {}, make("div", { class: "looked" },
    make("img", { alt: "", src: api.sheetAddress(verdict.stamp, `${number}.png`) }),
    ...marks.map(([index, one, mark]) => {
      const frame = make("span", { class: `mark ${one.severity}`, "data-of": index, title: one.messageZh });
      const share = (value, whole) => `${(value / whole) * 100}%`;
      frame.style.left = share(mark.x, width);
      frame.style.top = share(mark.y, height);
      frame.style.width = share(mark.width, width);
      frame.style.height = share(mark.height, height);
      return frame;
    })), make("figcaption", { class: "soft" }, `第 ${number} 页`));
  const looked = element.firstElementChild;
  looked.style.aspectRatio = `${width} / ${height}`;
  // Where the machine has no program that draws the pages, the frames stand on an empty sheet.
  looked.firstElementChild.onerror = (event) => event.target.remove();
  return element;
}
