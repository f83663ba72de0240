// What leaves the house: PDF, press file with its verdict, pictures, proof.
import * as api from "./api.js";
import { state } from "./app.js";
import { byId, dialog, make, option } from "./dom.js";
import { presses, severities } from "./words.js";

const kinds = {
  pdf: "PDF", press: "付印 PDF", png: "PNG 图", proof: "校样",
};

export function showExport() {
  const press = make("select", { "aria-label": "印刷配置" },
    ...Object.entries(presses).map(([name, text]) => option(name, text)));
  const result = make("div", { id: "exported", "aria-live": "polite" });
  const run = async (what) => {
    result.replaceChildren(make("p", { class: "soft" }, `正在输出${kinds[what]}…`));
    try {
      show(result, what, await api.exportFile(state.view.path, what, press.value));
    } catch (error) {
      result.replaceChildren(make("p", { class: "error" }, error.message), list(error.findings));
    }
  };
  dialog(make("h2", {}, "输出"),
    make("div", { class: "row" }, ...Object.entries(kinds).map(([name, text]) =>
      make("button", { "data-what": name, class: name === "pdf" ? "main" : null, onclick: () => run(name) },
        text)), "　付印用 ", press),
    result,
    make("footer", {}, make("button", { onclick: () => byId("dialog").close() }, "关闭")));
}

function show(place, what, exported) {
  const verdict = what === "press"
    ? exported.isReady ? ["ready", "能付印"] : ["not", "不能付印"]
    : exported.isPrintable ? null : ["not", "只作校样：还有错误"];
  place.replaceChildren(
    ...(verdict ? [make("p", { class: `verdict ${verdict[0]}` }, verdict[1])] : []),
    ...(exported.files.length
      ? [make("ul", {}, ...exported.files.map((path) => make("li", {},
        make("a", { href: api.fileAddress(path, true), "data-file": path }, path))))]
      : []),
    make("p", { class: "soft" }, "同样的文件，命令行这样做："),
    make("p", {}, make("code", {}, exported.command)),
    list(exported.findings));
}

const list = (findings) =>
  make("ul", {}, ...findings.filter((one) => one.severity !== "note").map((one) =>
    make("li", { class: one.severity }, `${severities[one.severity]}：${one.messageZh}`)));

/** The verdict on somebody else's PDF file. */
showExport.preflight = () => {
  const press = make("select", {}, ...Object.entries(presses).map(([name, text]) => option(name, text)));
  const result = make("div", {});
  const chooser = make("input", { type: "file", accept: "application/pdf",
    onchange: async (event) => {
      const file = event.target.files[0];
      if (!file) return;
      result.replaceChildren(make("p", { class: "soft" }, "正在检查…"));
      try {
        const verdict = await api.preflight(file, press.value);
        result.replaceChildren(
          make("p", { class: `verdict ${verdict.pressReady ? "ready" : "not"}` },
            verdict.pressReady ? "能付印" : "不能付印"),
          make("ul", {}, ...verdict.findings.map((one) =>
            make("li", { class: one.severity }, `${one.messageZh}（第 ${one.pages.join("、") || "—"} 页）`))));
      } catch (error) {
        result.replaceChildren(make("p", { class: "error" }, error.message));
      }
    } });
  dialog(make("h2", {}, "检查 PDF"), make("div", { class: "row" }, chooser, "　按 ", press, " 检查"), result,
    make("footer", {}, make("button", { onclick: () => byId("dialog").close() }, "关闭")));
};
