// Remarks and the pins that show where they stand: for the studio and for who was sent a proof.
import { make } from "./dom.js";

/** The field for one's name, which the browser remembers. */
export function who() {
  return make("input", { class: "author", size: "8", value: author(), placeholder: "姓名", "aria-label": "署名",
    onchange: (event) => {
      localStorage.setItem("author", event.target.value.trim());
      for (const other of document.querySelectorAll("input.author")) other.value = author();
    } });
}

export const author = () => localStorage.getItem("author") ?? "";

export class Pins {
  /** `words(story, block)` tells a block's text, `add(remark)` takes a new one, `pick(id)` hears of a click. */
  constructor(pages, { words, add, pick }) {
    Object.assign(this, { pages, words, add, pick, remarks: [], isPlacing: false });
    pages.place.addEventListener("click", (event) => this.clicked(event), true);
    pages.place.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isPlacing) this.place(false);
    });
  }

  place(isOn) {
    this.isPlacing = isOn;
    this.pages.place.classList.toggle("placing", isOn);
  }

  /** A click on a page while a place is sought: a small form opens there. */
  clicked(event) {
    const sheet = event.target.closest?.(".sheet");
    if (!this.isPlacing || !sheet || event.target.closest(".bubble")) return;
    event.preventDefault();
    event.stopPropagation();
    const box = sheet.getBoundingClientRect();
    this.ask(sheet, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  /** Asks for the words of a remark at a place, in shares of the page. */
  ask(sheet, x, y) {
    this.pages.place.querySelector(".bubble")?.remove();
    const at = { page: Number(sheet.dataset.page), x: thousandths(x), y: thousandths(y), ...this.blockAt(sheet, x, y) };
    const field = make("textarea", { rows: "3", "aria-label": "批注", placeholder: "要说什么" });
    const done = () => bubble.remove();
    const send = () => {
      const text = field.value.trim();
      if (!text) return;
      this.place(false);
      done();
      this.add({ ...at, author: author(), text });
    };
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      event.stopPropagation();
      if (event.key === "Escape") done();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    });
    const bubble = make("div", { class: "bubble" }, field,
      make("div", { class: "row" }, who(), make("button", { class: "main", onclick: send }, "批注"),
        make("button", { onclick: done }, "不写了")));
    bubble.style.left = `${Math.min(x, 0.7) * 100}%`;
    bubble.style.top = `${y * 100}%`;
    sheet.append(bubble);
    field.focus();
  }

  /** The block at a place, by whose words a remark is found again. */
  blockAt(sheet, x, y) {
    const box = sheet.getBoundingClientRect();
    const hit = [...sheet.querySelectorAll(".place")].find((place) => {
      const one = place.getBoundingClientRect();
      const [left, top] = [box.left + x * box.width, box.top + y * box.height];
      return one.left <= left && left <= one.right && one.top <= top && top <= one.bottom;
    });
    if (!hit) return { story: null, block: null, quote: "" };
    const [story, block] = [Number(hit.dataset.story), Number(hit.dataset.block)];
    return { story, block, quote: [...this.words(story, block)].slice(0, 40).join("") };
  }

  /** Puts the pins on the pages: where their words stand now, else where they were put. */
  show(remarks) {
    this.remarks = remarks;
    for (const old of this.pages.place.querySelectorAll(".pin")) old.remove();
    for (const [index, remark] of remarks.entries()) {
      const spot = this.spot(remark);
      if (!spot) continue;
      const pin = make("button", {
        class: `pin ${remark.isSettled ? "settled" : ""}`, "data-pin-of": remark.id,
        title: `${remark.author || "批注"}：${remark.text}`,
        onclick: (event) => {
          event.stopPropagation();
          this.pick(remark.id);
        },
      }, String(index + 1));
      pin.style.left = `${spot.x}%`;
      pin.style.top = `${spot.y}%`;
      spot.sheet.append(pin);
    }
  }

  spot(remark) {
    const sheets = [...this.pages.place.querySelectorAll(".sheet")];
    const sheet = sheets.find((one) => Number(one.dataset.page) === remark.page);
    const still = { sheet, x: remark.x / 10, y: remark.y / 10 };
    if (!remark.quote) return sheet ? still : null;
    const places = [...this.pages.place.querySelectorAll(".place")].filter((place) =>
      [...this.words(Number(place.dataset.story), Number(place.dataset.block))].slice(0, 40).join("") === remark.quote);
    if (!places.length) return sheet ? still : null;
    // Where the point still lies in its own words, it stays; else it goes to where they begin.
    const near = (place) => {
      const share = (name) => parseFloat(place.style[name]);
      return place.parentElement === sheet && share("left") - 1 <= still.x && still.x <= share("left") + share("width") + 1
        && share("top") - 1 <= still.y && still.y <= share("top") + share("height") + 1;
    };
    if (places.some(near)) return still;
    return { sheet: places[0].parentElement, x: parseFloat(places[0].style.left), y: parseFloat(places[0].style.top) };
  }

  go(id) {
    const pin = this.pages.place.querySelector(`[data-pin-of="${id}"]`);
    pin?.scrollIntoView({ block: "center", inline: "center" });
    pin?.focus();
  }
}

const thousandths = (share) => Math.round(Math.min(1, Math.max(0, share)) * 1000);

const time = (text) => {
  const date = new Date(text);
  return Number.isNaN(date.valueOf()) ? "" : date.toLocaleString("zh-CN", { dateStyle: "short", timeStyle: "short" });
};

/** A remark with its answers; who owns the document settles and removes. */
export function remarkCard(remark, number, { change, select, isOwner }) {
  const field = make("input", { class: "grow", placeholder: "回复", "aria-label": `回复批注 ${number}` });
  const answer = () => {
    if (field.value.trim()) change({ answer: { id: remark.id, author: author(), text: field.value.trim() } });
    field.value = "";
    field.blur();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) answer();
  });
  return make("div", { class: `remark ${remark.isSettled ? "settled" : ""}`, "data-remark": remark.id },
    make("div", {}, make("button", { class: "number", title: "看原处", onclick: select }, String(number)), " ",
      make("b", {}, remark.author || "未署名"), " ", make("span", { class: "soft" }, time(remark.time))),
    remark.quote ? make("div", { class: "soft quote" }, `“${remark.quote.slice(0, 20)}…”`) : null,
    make("div", { class: "said" }, remark.text),
    ...remark.answers.map((one) => make("div", { class: "answer" },
      make("b", {}, one.author || "未署名"), " ", one.text, " ", make("span", { class: "soft" }, time(one.time)))),
    make("div", { class: "row" }, field,
      ...(isOwner ? [
        make("button", { "data-settle": remark.id, onclick: () => change({ settle: { id: remark.id, isSettled: !remark.isSettled } }) },
          remark.isSettled ? "重提" : "已改"),
        make("button", { title: "删去这条批注", onclick: () => change({ remove: { id: remark.id } }) }, "删"),
      ] : [])));
}
