// The one place where pages are shown.
import { select } from "./app.js";
import { byId } from "./dom.js";
import { Pages } from "./pages.js";

export const pages = new Pages(byId("pages"), (story, block) => select(block, story, "page"));
