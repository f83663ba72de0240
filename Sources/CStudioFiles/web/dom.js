// Small help with elements: make("p", { class: "soft", onclick }, "text", child).
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element && typeof value === "boolean") element[key] = value;
    else if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

export const option = (value, text, selected) => {
  const element = make("option", { value }, text);
  element.selected = Boolean(selected);
  return element;
};

const isText = (element) => element.matches("textarea, input:not([type=checkbox], [type=radio])");

/** What an element is called, so that the one that is drawn in its place is found again. */
const nameOf = (element) => [element.tagName, element.id, element.className, element.title,
  element.ariaLabel, ...Object.entries(element.dataset).flat(),
  ...Object.entries(element.closest("[data-block], [data-card], [data-story]")?.dataset ?? {}).flat()].join("\u0000");

/** Draws something anew and leaves the keyboard where it was, with what was being typed. */
export function keepingFocus(draw) {
  const old = document.activeElement;
  if (!old || old === document.body || old.isContentEditable) return draw();
  const name = nameOf(old);
  const alike = () => [...document.getElementsByTagName(old.tagName)].filter((one) => nameOf(one) === name);
  const place = alike().indexOf(old);
  const scope = old.closest("[data-block], [data-card], [data-story]");
  const [key, value] = Object.entries(scope?.dataset ?? {})[0] ?? [];
  draw();
  if (old.isConnected) return;
  let fresh = alike()[place];
  // A button that can do no more leaves the keyboard to its neighbour.
  if (key && (!fresh || fresh.disabled)) {
    fresh = document.querySelector(`[data-${key}="${CSS.escape(value)}"]`)
      ?.querySelector("button:enabled, input:enabled, select:enabled");
  }
  if (!fresh) return;
  fresh.focus({ preventScroll: true });
  if (!isText(old) || old.value === old.defaultValue || fresh.value === old.value) return;
  fresh.value = old.value;
  let isTold = false;
  fresh.addEventListener("change", () => (isTold = true), { once: true });
  fresh.addEventListener("blur", () => isTold || fresh.dispatchEvent(new Event("change")), { once: true });
}

let timer;
export function toast(text) {
  byId("toast").textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (byId("toast").textContent = ""), 5000);
}

export function dialog(...children) {
  const element = byId("dialog");
  element.replaceChildren(...children);
  if (!element.open) element.showModal();
  return element;
}
