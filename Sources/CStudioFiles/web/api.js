// What the page asks of its server.
export class Refused extends Error {
  constructor(status, body) {
    super(body?.messageZh ?? `服务应答 ${status}`);
    this.status = status;
    this.findings = body?.findings ?? [];
  }
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused(0, { messageZh: "连不上工作台程序：它可能已经退出" });
  }
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
export const preflight = (file, press) =>
  ask(`/api/preflight?press=${encodeURIComponent(press)}`, { method: "POST", body: file });
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
