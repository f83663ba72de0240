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
