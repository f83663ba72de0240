// The stories of a page: how much they weigh, where they stand, how their heads break.
import { arrange, report, show, state } from "./app.js";
import { make, option } from "./dom.js";
import { boxes, heads } from "./words.js";

export function showStories(panel) {
  panel.replaceChildren(...state.view.plan.articles.map(story));
}

function story(article, number) {
  const set = (key, value) => arrange({ article: { _0: number, key, value } });
  const headline = state.view.stories[number]?.blocks.filter((block) => block.role === "headline")
    .map((block) => block.text).join(" ") ?? article.report;
  const module = (state.modules ?? []).find((one) =>
    one.name && headline.replaceAll(/\s/g, "").startsWith(one.name.replaceAll(/[\s…]/g, "").slice(0, 6)));
  const isPinned = article.pin.length === 4;
  const pin = () => set("pin", module
    ? `{ columns: ${module.columns.join("-")}, lines: ${module.lines.join("-")} }` : "");
  return make("div", { class: `story ${number === state.story ? "current" : ""}`, "data-story": number },
    make("h3", {},
      make("button", { onclick: () => ((state.story = number), (state.tab = "text"), show()) }, "看正文"),
      headline || article.report),
    make("div", { class: "row" }, make("label", {}, "分量 ",
      make("select", { onchange: (event) => set("importance", event.target.value) },
        ...[1, 2, 3, 4, 5].map((value) => option(value, String(value), value === article.importance)))),
    make("label", {}, "标题 ",
      make("select", { onchange: (event) => set("head", event.target.value) },
        ...Object.entries(heads).map(([value, text]) => option(value, text, value === article.head)))),
    make("label", {}, "围框 ",
      make("select", { onchange: (event) => set("box", event.target.value) },
        ...Object.entries(boxes).map(([value, text]) => option(value, text, value === article.box)))),
    make("button", { "data-pin": number, "aria-pressed": String(isPinned), disabled: !isPinned && !module,
      onclick: () => (isPinned ? set("pin", "") : pin()) }, isPinned ? "已钉住" : "钉在此处")),
    make("div", { class: "row" }, make("label", { class: "grow" }, "断题 ",
      make("input", { value: article.headline.join(" / "), placeholder: "照写原题，行间用 /", size: "30",
        onchange: (event) => set("headline", event.target.value.trim() ? JSON.stringify(event.target.value.trim()) : "") }))),
    module ? make("div", { class: "soft" },
      `第 ${module.columns.join("–")} 栏，第 ${module.lines.join("–")} 行`
      + (module.oversetRows ? `，溢出 ${module.oversetRows} 行` : "")) : null);
}
