// What the page asks of its server.
export class Refused extends Error {
  constructor(status, body) {
    super(body?.messageZh ?? `服务应答 ${status}`);
    this.status = status;
    this.findings = body?.findings ?? [];
  }
}

export async function ask(path, options = {}, hear = () => {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused(0, { messageZh: "连不上工作台程序：它可能已经退出" });
  }
  hear(response);
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

const post = (path, value) =>
  ask(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value),
  });

export const folder = () => ask("/api/folder");
export const open = (path) => post("/api/open", { path });
export const edit = (path, revision, story, edits) =>
  post("/api/edit", { path, revision, story, edits });
export const arrange = (path, revision, plan) => post("/api/edit", { path, revision, plan });
export const undo = (path) => post("/api/undo", { path });
export const redo = (path) => post("/api/redo", { path });
export const page = (path, pages, signal) =>
  ask(`/api/page?path=${encodeURIComponent(path)}&pages=${pages.join(",")}`, { signal });
export const variants = (path) => ask(`/api/variants?path=${encodeURIComponent(path)}`);
export const exportFile = (path, what, press) => post("/api/export", { path, what, press });
/** The verdict on a PDF file, with the stamp of the pictures of its pages. */
export async function preflight(file, press) {
  let stamp = null;
  const verdict = await ask(`/api/preflight?press=${encodeURIComponent(press)}`, {
    method: "POST", body: file,
  }, (response) => (stamp = response.headers.get("Banxin-Pages")));
  return { ...verdict, stamp };
}
export const sheetAddress = (stamp, file) => `/page/${stamp}/${file}`;
const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value));
export const review = (path) => ask(`/api/review?${query({ path })}`);
export const remark = (path, change) => post("/api/review/remark", { path, change });
export const keepVersion = (path, name) => post("/api/review/version", { path, name });
export const compare = (path, old, later) => post("/api/review/compare", { path, old, new: later });
export const table = (path, near, map) => ask(`/api/table?${query({ path, near, map })}`);
export const bulletin = (wish) => post("/api/bulletin", wish);
export const preview = (merge, row) => post("/api/preview", { merge, row });
export const merge = (wish) => post("/api/merge", wish);
export const mergeState = (id) => ask(`/api/merge?id=${id}`);
export const stopMerge = (id) => post("/api/merge/stop", { id });
export const newPlan = (name, reports) => post("/api/plan", { name, reports });
export const upload = (file, name) =>
  ask(`/api/upload?name=${encodeURIComponent(name)}`, { method: "POST", body: file });
export const sample = () => post("/api/sample", {});
/** Where a browser gets a picture: as it is, or by the program where it is inside a Word file or of a
 *  format that browsers do not show. */
export const pictureAddress = (path) =>
  /\.(docx?|wps|odt|rtf|html)\//i.test(path) || !/\.(jpe?g|png|svg)$/i.test(path)
    ? `/api/picture?path=${encodeURIComponent(path)}` : fileAddress(path);
export const fileAddress = (path, download) =>
  `/file?path=${encodeURIComponent(path)}${download ? "&download=1" : ""}`;
