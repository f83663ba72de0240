// The text beside the page: each block with what it is, its words to be changed in place.
import { edit, pointAt, report, state } from "./app.js";
import { make, option } from "./dom.js";
import { role as roleName } from "./words.js";

export function showText(panel) {
  const current = report();
  if (!current) return panel.replaceChildren();
  // Who is writing keeps his place: only his own block is left as it is.
  if (panel.contains(document.activeElement) && document.activeElement.isContentEditable) {
    if (document.activeElement.dataset.dirty) return;
  }
  panel.replaceChildren(...current.blocks.map((block, number) => row(block, number, current)));
}

function row(block, number, current) {
  const flags = current.flags.filter((flag) => flag.block === number);
  const doubtful = current.doubts.some((doubt) => doubt.block === number);
  const element = make("div", {
    class: ["block", block.role, doubtful && "doubtful", state.block === number && "current"]
      .filter(Boolean).join(" "),
    "data-block": number,
    onclick: () => state.block !== number && pointAt(number),
  });
  if (block.table) {
    element.append(make("span", { class: "soft" }, "表格"), table(block.table));
    return element;
  }
  element.append(
    make("select", {
      "aria-label": `第 ${number + 1} 段是什么`, title: `原文第 ${block.line} 行`,
      onchange: (event) => edit(becoming(number, event.target.value)),
    }, ...current.roles.map((name) => option(name, roleName(name), name === block.role))),
    words(block, number));
  if (block.original !== undefined && block.original !== null) {
    element.append(make("div", { class: "edited" }, "已改，原文：", make("del", {}, short(block.original)), " ",
      make("button", { onclick: () => edit({ text: { block: number, text: block.original } }) }, "恢复")));
  }
  for (const flag of flags) element.append(make("div", { class: "note" }, `⚑ ${flag.messageZh}`));
  return element;
}

/** The change that makes a line what it is: the caption of the bare picture above it belongs to that picture. */
export function becoming(block, role) {
  const above = report().blocks[block - 1];
  const isBare = above?.role === "caption" && above.figure?.path && !above.text;
  return role === "caption" && isBare ? { join: { block } } : { role: { block, role } };
}

const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function words(block, number) {
  const element = make("div", {
    class: "words", contenteditable: "plaintext-only", spellcheck: "false", role: "textbox",
    "aria-label": `第 ${number + 1} 段的字`,
  }, block.text);
  const finish = () => {
    delete element.dataset.dirty;
    const text = element.textContent.replaceAll("\u00a0", " ").replace(/\n+$/, "");
    if (text === block.text) return;
    if (!text.trim()) return (element.textContent = block.text);
    edit({ text: { block: number, text } });
  };
  element.oninput = () => (element.dataset.dirty = "1");
  element.onfocus = () => state.block !== number && pointAt(number);
  element.onblur = finish;
  element.onkeydown = (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      element.textContent = block.text;
      element.blur();
    } else if (event.key === "Enter") {
      // A line break in a title is its break on the page.
      const isTitle = ["kicker", "headline", "deck", "byline"].includes(block.role);
      if (isTitle && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) return element.blur();
      const offset = caret(element);
      if (element.textContent !== block.text) return element.blur();
      if (offset > 0 && offset < block.text.length) {
        edit({ split: { block: number, offset: [...block.text.slice(0, offset)].length } });
      } else element.blur();
    } else if (event.key === "Backspace" && caret(element) === 0 && getSelection().isCollapsed
      && number > 0 && element.textContent === block.text) {
      event.preventDefault();
      edit({ join: { block: number } });
    }
  };
  return element;
}

/** Characters before the caret. */
function caret(element) {
  const selection = getSelection();
  if (!selection.rangeCount) return 0;
  const range = selection.getRangeAt(0).cloneRange();
  range.selectNodeContents(element);
  range.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
  return range.toString().length;
}

function table(table) {
  const rows = table.rows.slice(0, 8);
  return make("div", {}, make("b", {}, table.title),
    make("table", {},
      make("tr", {}, ...table.columns.map((name) => make("th", {}, name))),
      ...rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell))))),
    table.count > rows.length ? make("span", { class: "soft" }, `共 ${table.count} 行`) : null);
}

/** Goes to the next or the former block. */
export function moveBlock(step) {
  const count = report()?.blocks.length ?? 0;
  if (!count) return;
  const next = Math.min(count - 1, Math.max(0, (state.block ?? (step > 0 ? -1 : count)) + step));
  pointAt(next);
  document.querySelector(`.block[data-block="${next}"]`)?.scrollIntoView({ block: "nearest" });
}
