// A proof: the pages of one document, to be read and remarked on.
import { ask } from "./api.js";
import { byId, make, toast } from "./dom.js";
import { Pages } from "./pages.js";
import { Pins, remarkCard, who } from "./remarks.js";

let proof = null; // { title, revision, words, remarks }
let drawn = "";

const pages = new Pages(byId("pages"), () => {}, {
  page: (_, numbers, signal) => ask(`page?pages=${numbers.join(",")}`, { signal }),
  address: (stamp, file) => `sheet/${stamp}/${file}`,
});
const pins = new Pins(pages, {
  words: (story, block) => proof?.words[story]?.[block] ?? "",
  add: (add) => change({ add }),
  pick: (id) => document.querySelector(`[data-remark="${id}"]`)?.scrollIntoView({ block: "center" }),
});

async function change(wish) {
  try {
    proof.remarks = await ask("remark", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ change: wish }),
    });
    show();
  } catch (error) {
    toast(error.message);
  }
}

function show() {
  byId("title").textContent = proof.title;
  document.title = `校样 · ${proof.title}`;
  byId("remark").textContent = pins.isPlacing ? "在版面上点一处…" : "加批注";
  pins.show(proof.remarks);
  if (byId("panel").contains(document.activeElement?.closest("input"))) return;
  byId("panel").replaceChildren(
    make("div", { class: "row" }, make("label", {}, "署名 ", who())),
    ...(proof.remarks.length ? proof.remarks.map((remark, index) => remarkCard(remark, index + 1, {
      change, select: () => pins.go(remark.id), isOwner: false,
    })) : [make("p", { class: "soft" }, "还没有批注。按“加批注”，在版面上点要说的地方。")]));
}

/** Fetches what is new; the pages are drawn again where the files have changed. */
async function refresh() {
  try {
    proof = await ask("state");
    if (proof.revision !== drawn) {
      byId("state").textContent = "排版中";
      byId("state").classList.add("busy");
      const result = await pages.load(proof.title);
      if (result?.error) toast(result.error.message);
      drawn = proof.revision;
      byId("state").classList.remove("busy");
      byId("state").textContent = "";
      byId("state").dataset.revision = drawn;
    }
    show();
  } catch (error) {
    toast(error.message);
  }
}

const place = () => {
  pins.place(!pins.isPlacing);
  show();
};
byId("remark").onclick = place;
byId("smaller").onclick = () => pages.zoomBy(0.8);
byId("larger").onclick = () => pages.zoomBy(1.25);
byId("fit").onclick = () => pages.fit();
document.addEventListener("keydown", (event) => {
  if (["INPUT", "TEXTAREA"].includes(event.target.tagName) || event.isComposing || event.ctrlKey || event.metaKey) return;
  const work = { m: place, "+": () => pages.zoomBy(1.25), "=": () => pages.zoomBy(1.25), "-": () => pages.zoomBy(0.8), 0: () => pages.fit() }[event.key];
  if (!work) return;
  event.preventDefault();
  work();
});
addEventListener("resize", () => pages.refit());
addEventListener("focus", refresh);
setInterval(() => document.hidden || pins.isPlacing || document.querySelector(".bubble") || refresh(), 15_000);
refresh();
