// The arrangements that a newspaper page may have, to choose one by sight.
import * as api from "./api.js";
import { edit, report, state } from "./app.js";
import { byId, dialog, make } from "./dom.js";

export async function showVariants() {
  const place = make("div", { class: "variants" }, make("p", { class: "soft" }, "正在排各种方案…"));
  dialog(make("h2", {}, "方案"), place,
    make("footer", {}, make("button", { onclick: () => byId("dialog").close() }, "不换")));
  try {
    const { stamp, pages } = await api.variants(state.view.path);
    const now = Number(report().facts.variant ?? 1);
    place.replaceChildren(...pages.variants.map((name, index) =>
      make("button", {
        class: "variant", "aria-pressed": String(index + 1 === now), "data-variant": index + 1,
        onclick: () => {
          byId("dialog").close();
          edit({ fact: { key: "variant", value: index ? String(index + 1) : "" } });
        },
      }, make("img", { src: `/page/${stamp}/${index + 1}.svg`, alt: `方案 ${index + 1}` }),
      make("b", {}, `方案 ${index + 1}${index ? "" : "（程序首选）"}`), make("span", { class: "soft" }, words(name)))));
    if (!pages.variants.length) place.replaceChildren(make("p", {}, "这种版式没有别的排法。"));
    place.querySelector("[aria-pressed=true]")?.focus();
  } catch (error) {
    place.replaceChildren(make("p", { class: "error" }, error.message));
  }
}

/** How a page is arranged, in words: `picture 1-4 head, panel 5-6`. */
function words(name) {
  return name.replaceAll(/picture (\d+)-(\d+)/g, "主图占 $1–$2 栏").replaceAll(/panel (\d+)-(\d+)/g, "数说占 $1–$2 栏")
    .replaceAll("picture", "图").replaceAll("panel", "数说").replaceAll(/ ?head/g, "，在版首").replaceAll(/ ?foot/g, "，在版脚")
    .replaceAll("filler", "补白").replaceAll("text", "通栏文字").replaceAll(", ", "；");
}
