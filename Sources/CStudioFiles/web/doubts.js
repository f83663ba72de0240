// What a person should settle, one after the other, one key each.
import { edit, report, select, state } from "./app.js";
import { make } from "./dom.js";
import { becoming } from "./text.js";
import { role as roleName } from "./words.js";

const key = (doubt) => `${state.story} ${doubt.kind} ${doubt.line} ${doubt.text}`;

export function showDoubts(place) {
  const doubts = state.tab === "review" ? [] : report()?.doubts ?? [];
  const doubt = doubts.find((one) => !state.skipped.has(key(one)));
  if (!doubt) {
    const left = doubts.length;
    place.replaceChildren(...(left ? [make("p", { class: "soft" }, `${left} 处疑点暂未定。 `,
      make("button", { onclick: () => (state.skipped.clear(), select(state.block)) }, "再看一遍"))] : []));
    return;
  }
  const number = doubts.indexOf(doubt) + 1;
  const choices = doubt.kind === "role"
    ? doubt.roles.map((name) => [roleName(name), becoming(doubt.block, name)])
    : [["是一段", { seam: { block: doubt.block, line: doubt.line, keeps: true } }],
      ["分成两段", { seam: { block: doubt.block, line: doubt.line, keeps: false } }]];
  place.replaceChildren(make("div", { class: "doubt" },
    make("span", { class: "soft" }, `疑点 ${number}/${doubts.length} · 原文第 ${doubt.line} 行`),
    make("p", {}, ...sentence(doubt)),
    make("footer", {},
      ...choices.map(([text, change], index) =>
        make("button", {
          "data-key": index + 1, class: index === 0 ? "main" : null,
          onclick: () => edit(change),
        }, make("kbd", {}, String(index + 1)), text)),
      make("button", {
        "data-key": "s", onclick: () => (state.skipped.add(key(doubt)), select(state.block)),
      }, make("kbd", {}, "S"), "暂不定"),
      make("button", { onclick: () => select(doubt.block, state.story, "doubt") }, "看原处"))));
}

function sentence(doubt) {
  if (doubt.kind === "role") return [`这一行是什么？ “${short(doubt.text)}”`];
  const [left, right] = doubt.text.split("｜");
  return right === undefined ? [doubt.text]
    : ["这两行是一段吗？ ", left, make("span", { class: "seam" }, " ┆ "), right];
}

const short = (text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
