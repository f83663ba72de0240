// The page itself: drawn by the server as SVG, with the places of the blocks over it.
import * as api from "./api.js";
import { byId, make } from "./dom.js";

const pixels = 96 / 72;

export class Pages {
  /** `source` asks for pages and knows the address of what was drawn. */
  constructor(place, onPick, source = { page: api.page, address: api.sheetAddress }) {
    this.place = place;
    this.onPick = onPick;
    this.source = source;
    this.zoom = 0; // 0 fits the window
    this.sheets = [];
    this.watch = new IntersectionObserver((entries) => this.seen(entries), {
      root: place, rootMargin: "600px",
    });
  }

  clear() {
    this.request?.abort();
    this.path = null;
    this.sheets = [];
    this.place.replaceChildren();
    byId("zoom").textContent = "";
  }

  /** Sets a document; what was shown stays until the new pages are there. */
  async load(path) {
    this.request?.abort();
    const request = (this.request = new AbortController());
    const wanted = this.path === path && this.sheets.length ? this.visible() : [1];
    try {
      const result = await this.source.page(path, wanted, request.signal);
      const drawn = await this.images(result);
      if (request !== this.request) return null;
      this.render(path, result, drawn);
      return result;
    } catch (error) {
      if (request !== this.request || error.name === "AbortError") return null;
      return { error };
    }
  }

  /** The drawn pages as decoded pictures, so that nothing flickers. */
  async images({ stamp, pages }) {
    const numbers = pages.files.map((file) => Number(file.match(/(\d+)\.svg$/)[1]));
    const pairs = await Promise.all(numbers.map(async (number) => {
      const image = make("img", { alt: `第 ${number} 页`, src: this.source.address(stamp, `${number}.svg`), draggable: "false" });
      await image.decode().catch(() => {});
      return [number, image];
    }));
    return new Map(pairs);
  }

  render(path, result, drawn) {
    const isSame = this.path === path && this.sheets.length === result.pages.sheets.length;
    this.path = path;
    if (!isSame) {
      this.place.replaceChildren(...result.pages.sheets.map((_, index) =>
        make("div", { class: "sheet", "data-page": index + 1 })));
    }
    this.sheets = result.pages.sheets.map((sheet, index) => ({
      ...sheet, element: this.place.children[index],
      isDrawn: drawn.has(index + 1),
    }));
    for (const [index, sheet] of this.sheets.entries()) {
      const image = drawn.get(index + 1) ?? (isSame ? sheet.element.querySelector("img") : null);
      sheet.element.replaceChildren(...(image ? [image] : []), ...this.overlay(sheet));
      this.watch.observe(sheet.element);
    }
    this.resize();
  }

  overlay(sheet) {
    return sheet.places.map(([story, block, left, top, right, bottom]) => {
      const element = make("div", {
        class: "place", "data-story": story, "data-block": block,
        onclick: () => this.onPick(story, block),
      });
      const share = (value, whole) => `${(value / 10 / whole) * 100}%`;
      element.style.left = share(left, sheet.width);
      element.style.top = share(top, sheet.height);
      element.style.width = share(right - left, sheet.width);
      element.style.height = share(bottom - top, sheet.height);
      return element;
    });
  }

  /** Pages that come into view are drawn then. */
  async seen(entries) {
    const wanted = entries.filter((entry) => entry.isIntersecting)
      .map((entry) => Number(entry.target.dataset.page))
      .filter((number) => this.sheets[number - 1] && !this.sheets[number - 1].isDrawn);
    if (!wanted.length || !this.path) return;
    for (const number of wanted) this.sheets[number - 1].isDrawn = true;
    const path = this.path;
    const result = await this.source.page(path, wanted.slice(0, 8)).catch(() => null);
    if (!result || path !== this.path) return;
    for (const [number, image] of await this.images(result)) {
      const element = this.sheets[number - 1]?.element;
      element?.querySelector("img")?.remove();
      element?.prepend(image);
    }
  }

  visible() {
    const box = this.place.getBoundingClientRect();
    const found = this.sheets.map((sheet, index) => [sheet.element.getBoundingClientRect(), index + 1])
      .filter(([one]) => one.bottom > box.top && one.top < box.bottom).map(([, number]) => number);
    return found.length ? found.slice(0, 4) : [1];
  }

  resize() {
    const first = this.sheets[0];
    if (!first) return;
    const [width, height] = [first.width * pixels, first.height * pixels];
    const room = [this.place.clientWidth - 40, this.place.clientHeight - 32];
    const scale = this.zoom || Math.min(room[0] / width, Math.max(room[1] / height, 0.2));
    this.scale = scale;
    for (const sheet of this.sheets) {
      sheet.element.style.width = `${sheet.width * pixels * scale}px`;
      sheet.element.style.height = `${sheet.height * pixels * scale}px`;
    }
    byId("zoom").textContent = `${Math.round(scale * 100)}%`;
  }

  refit() {
    this.resize();
  }

  zoomBy(factor) {
    const { place } = this;
    const middle = [
      (place.scrollLeft + place.clientWidth / 2) / place.scrollWidth,
      (place.scrollTop + place.clientHeight / 2) / place.scrollHeight,
    ];
    this.zoom = Math.min(6, Math.max(0.1, (this.scale ?? 1) * factor));
    this.resize();
    place.scrollLeft = middle[0] * place.scrollWidth - place.clientWidth / 2;
    place.scrollTop = middle[1] * place.scrollHeight - place.clientHeight / 2;
  }

  fit() {
    this.zoom = 0;
    this.resize();
  }

  mark(story, block, scrolls = false) {
    let first;
    for (const element of this.place.querySelectorAll(".place")) {
      const isIt = Number(element.dataset.story) === story && Number(element.dataset.block) === block;
      element.classList.toggle("current", isIt && block !== null);
      if (isIt && block !== null) first ??= element;
    }
    if (scrolls && first) first.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The differences of a comparison at their places, numbered. */
  drawMarks(changes) {
    for (const old of this.place.querySelectorAll(".change")) old.remove();
    for (const [index, change] of changes.entries()) {
      for (const [part, [page, left, top, width, height]] of change.marks.entries()) {
        const sheet = this.sheets[page - 1];
        if (!sheet) continue;
        const share = (tenths, whole) => `${((tenths / 10) * (72 / 25.4) / whole) * 100}%`;
        const frame = make("div", { class: `change is-${change.kind}`, "data-change-of": index, title: change.words.slice(0, 200) },
          part === 0 ? make("span", {}, String(index + 1)) : null);
        frame.style.left = share(left, sheet.width);
        frame.style.top = share(top, sheet.height);
        frame.style.width = share(width, sheet.width);
        frame.style.height = share(height, sheet.height);
        sheet.element.append(frame);
      }
    }
  }

  goToMark(index) {
    for (const one of this.place.querySelectorAll(".change.current")) one.classList.remove("current");
    const frames = this.place.querySelectorAll(`[data-change-of="${index}"]`);
    for (const one of frames) one.classList.add("current");
    frames[0]?.scrollIntoView({ block: "center", inline: "center" });
  }

  /** Findings at their places. */
  flag(findings) {
    for (const finding of findings) {
      if (finding.severity === "note" || finding.block === undefined || finding.block === null) continue;
      const element = [...this.place.querySelectorAll(".place")].find((one) =>
        Number(one.dataset.block) === finding.block && Number(one.dataset.story) === (finding.story ?? 0));
      if (!element) continue;
      element.classList.add(finding.severity);
      element.title = [element.title, finding.messageZh].filter(Boolean).join("\n");
      element.append(make("span", { class: `flag ${finding.severity}` }));
    }
  }
}
