// What stands beside the text: the facts of the page head, the number panel, the pictures.
import { pictureAddress } from "./api.js";
import { arrange, edit, photoFolders, pointAt, report, state } from "./app.js";
import { make, option } from "./dom.js";
import { facts as factNames } from "./words.js";

export function showFacts(panel) {
  const { view } = state;
  const values = view.isPlan ? view.plan.facts : report().facts;
  const set = (key, value) =>
    view.isPlan ? arrange({ fact: { key, value } }) : edit({ fact: { key, value } });
  const rows = Object.entries(factNames).flatMap(([key, text]) => {
    const id = `fact-${key}`;
    return [make("label", { for: id }, text),
      make("input", { id, value: values[key] ?? "", onchange: (event) => set(key, event.target.value.trim()) })];
  });
  if (!view.isPlan) {
    const now = values.photos ?? "";
    rows.unshift(make("label", { for: "photos" }, "图片文件夹"),
      make("select", { id: "photos", onchange: (event) => set("photos", event.target.value) },
        option("", "没有", !now), ...[...new Set([...photoFolders(), now])].filter(Boolean)
          .map((one) => option(one, `${one}/`, one === now))));
  }
  panel.replaceChildren(make("p", { class: "soft" }, "报头、书眉上的字。留空则不印。"), make("div", { class: "form" }, ...rows));
}

export function showPanel(panel) {
  const { view } = state;
  const now = view.isPlan ? view.plan.articles[state.story].panel : report().panel;
  const set = (choice) =>
    view.isPlan
      ? arrange({ article: { _0: state.story, key: "panel", value: choice } })
      : edit({ panel: { choice } });
  const all = report()?.indicators ?? [];
  const chosen = now.startsWith("[") ? now.slice(1, -1).split(",").map(Number) : [];
  const write = (numbers) => set(numbers.length ? `[${numbers.join(", ")}]` : "true");
  const modes = { true: "自动挑选", false: "不要数说", chosen: "自己挑选" };
  const mode = chosen.length ? "chosen" : now;
  const card = (one, place) => make("div", { class: "pick", "data-card": one.number, onclick: () => pointAt(one.block) },
    make("input", { type: "checkbox", checked: place >= 0, "aria-label": `用 ${one.subject}`,
      onchange: (event) => write(event.target.checked
        ? [...chosen, one.number] : chosen.filter((number) => number !== one.number)) }),
    make("div", { class: "grow" },
      make("b", {}, [one.period, one.subject, one.qualifier, one.value].filter(Boolean).join(" ")),
      make("div", { class: "soft" }, one.sentence)),
    place >= 0 ? make("span", {},
      make("button", { title: "上移", disabled: place === 0, onclick: () => write(swapped(chosen, place, place - 1)) }, "↑"),
      make("button", { title: "下移", disabled: place === chosen.length - 1, onclick: () => write(swapped(chosen, place, place + 1)) }, "↓")) : null);
  const byNumber = new Map(all.map((one) => [one.number, one]));
  panel.replaceChildren(
    make("div", { class: "row" }, ...Object.entries(modes).map(([name, text]) =>
      make("button", { "aria-pressed": String(mode === name), disabled: name === "chosen",
        onclick: () => set(name) }, text))),
    make("p", { class: "soft" }, "勾选要上版的数字，按所排的先后印出。"),
    ...chosen.filter((number) => byNumber.has(number)).map((number, place) => card(byNumber.get(number), place)),
    make("hr"),
    ...all.filter((one) => !chosen.includes(one.number)).sort((a, b) => b.isPresentable - a.isPresentable)
      .map((one) => card(one, -1)));
}

const swapped = (list, a, b) => {
  const copy = [...list];
  [copy[a], copy[b]] = [copy[b], copy[a]];
  return copy;
};

/** The pictures beside and below a report. */
const stock = (base) => state.listing.entries
  .filter((one) => one.kind === "picture" && one.path.startsWith(base)).map((one) => one.path.slice(base.length));

export function showFigures(panel) {
  const current = report();
  const base = current.path.includes("/") ? current.path.replace(/[^/]*$/, "") : "";
  const pictures = stock(base);
  const captions = current.blocks.map((block, number) => [block, number]).filter(([block]) => block.role === "caption");
  panel.replaceChildren(
    make("p", { class: "soft" }, "把下面的图片拖到说明上，或从列表里选。点图上的一处（或用方向键移圆圈），裁切时就留住它。"),
    ...captions.map(([block, number]) => caption(block, number, pictures, base, captions)),
    ...(captions.length
      ? [] : [make("p", {}, "这篇稿件没有图片说明。在正文里把一行定为“图片说明”即可配图。")]),
    make("h3", {}, "文件夹里的图片"),
    make("div", { class: "stock" }, ...pictures.map((path) => {
      const figure = make("figure", { draggable: "true" },
        make("img", { src: pictureAddress(base + path), alt: "", loading: "lazy" }), path);
      figure.ondragstart = (event) => event.dataTransfer.setData("text/x-picture", path);
      return figure;
    })));
}

/** The picture of a caption: its own, or the one that it gets by order. */
const pictureOf = (block, number, pictures) =>
  block.figure?.path || byFolderOrder(number, pictures) || "";

/** How wide a picture of a plan stands, and where. */
function placing(file, captions) {
  const { plan, path } = state.view;
  const article = plan.articles[state.story];
  const folder = path.includes("/") ? path.replace(/[^/]*$/, "") : "";
  const name = file.slice(folder.length);
  const now = article.pictures.find((one) => one.file === name) ?? {};
  const { path: report } = state.view.stories[state.story];
  const base = report.includes("/") ? report.replace(/[^/]*$/, "") : "";
  const all = captions.map(([block, number]) => pictureOf(block, number, stock(base))).filter(Boolean)
    .map((one) => (base + one).slice(folder.length));
  const set = (change) => {
    const list = all.map((one) => ({ ...(article.pictures.find((known) => known.file === one) ?? { file: one }),
      ...(one === name ? change : {}) }));
    const value = JSON.stringify(list, (_, part) => (part === null || part === "" ? undefined : part));
    arrange({ article: { _0: state.story, key: "photos", value } });
  };
  return make("div", { class: "row" },
    make("label", {}, "宽 ", make("select", { "data-span": name, onchange: (event) =>
      set({ columns: event.target.value ? Number(event.target.value) : null }) },
    option("", "自动", !now.columns), ...[1, 2, 3, 4, 5, 6].map((count) => option(count, `${count} 栏`, count === now.columns)))),
    make("label", {}, "位置 ", make("select", { "data-place": name, onchange: (event) => set({ place: event.target.value }) },
      ...Object.entries({ "": "自动", head: "稿首", foot: "稿脚" }).map(([value, text]) => option(value, text, value === (now.place ?? ""))))));
}

function caption(block, number, pictures, base, captions) {
  const path = block.figure?.path ?? "";
  const byOrder = !path && byFolderOrder(number, pictures);
  const shown = path || byOrder || "";
  const frame = make("div", { class: "frame", title: "点要留住的一处，或用方向键移", tabindex: "0", role: "group", "aria-label": `要留住的一处：${block.text}` });
  if (shown) {
    const image = make("img", { src: pictureAddress(base + shown), alt: block.text });
    frame.append(image);
    const [x, y] = (block.figure?.focus ?? shown.match(/@(\d+x\d+)\./)?.[1] ?? "50x50").split("x").map(Number);
    const focus = make("span", { class: "focus" });
    const put = (left, top) => ((focus.style.left = `${left}%`), (focus.style.top = `${top}%`));
    put(x, y);
    frame.append(focus);
    const at = (event) => {
      const box = image.getBoundingClientRect();
      const share = (value, start, size) => Math.round(Math.min(100, Math.max(0, ((value - start) / size) * 100)));
      return [share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)];
    };
    const save = ([left, top]) => edit({ focus: { block: number, point: `${left}x${top}` } });
    frame.onpointerdown = (event) => {
      event.preventDefault();
      frame.setPointerCapture(event.pointerId);
      put(...at(event));
      frame.onpointermove = (move) => put(...at(move));
      frame.onpointerup = (up) => {
        frame.onpointermove = frame.onpointerup = null;
        save(at(up));
      };
    };
    frame.onkeydown = (event) => {
      const step = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const keep = (value) => Math.min(100, Math.max(0, value));
      save([keep(x + step[0]), keep(y + step[1])]);
    };
  } else frame.append("没有图片");
  const element = make("div", { class: "picture", "data-block": number }, frame,
    make("div", {}, make("div", {}, block.text),
      make("select", { "aria-label": "配哪幅图",
        onchange: (event) => edit({ picture: { block: number, path: event.target.value } }) },
      option("", byOrder ? `按次序：${byOrder}` : "（未指定）", !path),
      path && !pictures.includes(path) ? option(path, "文稿里的图", true) : null,
      ...pictures.map((one) => option(one, one, one === path))),
      shown && state.view.isPlan ? placing(base + shown, captions) : null,
      make("div", { class: "soft" }, block.figure?.focus ? `留住 ${block.figure.focus.replace("x", "%、")}%` : "")));
  element.ondragover = (event) => {
    if (!event.dataTransfer.types.includes("text/x-picture")) return;
    event.preventDefault();
    element.classList.add("over");
  };
  element.ondragleave = () => element.classList.remove("over");
  element.ondrop = (event) => {
    const picked = event.dataTransfer.getData("text/x-picture");
    if (picked) edit({ picture: { block: number, path: picked } });
  };
  return element;
}

/** The folder of pictures that a plan names, as the report would name it. */
function planFolder(current) {
  const { plan, path } = state.view;
  const article = plan.articles[state.story];
  const folder = path.includes("/") ? path.replace(/[^/]*$/, "") : "";
  const base = current.path.includes("/") ? current.path.replace(/[^/]*$/, "") : "";
  const whole = article.photos && folder + article.photos;
  if (whole?.startsWith(base)) return whole.slice(base.length);
  // A plan that names its pictures one by one has them from one folder, as a rule.
  const first = article.pictures[0] && (folder + article.pictures[0].file).slice(base.length);
  return first?.includes("/") ? first.replace(/\/[^/]*$/, "") : null;
}

/** The picture that the program gives to a caption by order, for a folder whose count fits. */
function byFolderOrder(number, pictures) {
  const current = report();
  const folder = state.view.isPlan ? planFolder(current) : current.facts.photos;
  if (!folder) return null;
  const own = pictures.filter((path) => path.startsWith(`${folder}/`))
    .sort((a, b) => a.localeCompare(b, "zh", { numeric: true }));
  const waiting = current.blocks.map((block, place) => [block, place])
    .filter(([block]) => block.role === "caption" && !block.figure?.path).map(([, place]) => place);
  return own[waiting.indexOf(number)] ?? null;
}
