// The page: its views, one at a time, by the address.

import { begin as beginLanguage, onLanguage, t } from "./language.js";
import { the } from "./dom.js";
import { get } from "./service.js";
import * as article from "./article.js";
import * as names from "./names.js";
import * as glossary from "./glossary.js";
import * as compare from "./compare.js";

const VIEWS = ["article", "name", "glossary", "compare"];

/** `#/name/海兰泡` is the view `name` of `海兰泡`; `#/entry/heihe` is a name, too. */
function route() {
  const [, kind = "article", rest = ""] = /^#\/([a-z]+)\/?(.*)$/.exec(location.hash) ?? [];
  const view = kind === "entry" ? "name" : VIEWS.includes(kind) ? kind : "article";
  for (const one of VIEWS) the(`view-${one}`).hidden = one !== view;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${t(`view.${view}`)} – isonym`;
  let text = rest;
  try {
    text = decodeURIComponent(rest);
  } catch {
    // Not an address that this page has made: taken as it is.
  }
  if (kind === "entry") names.open({ entry: text });
  else if (kind === "name" && text) names.open({ name: text });
  else if (kind === "glossary") glossary.open();
}

async function begin() {
  await beginLanguage();
  try {
    const about = await get("/api/about");
    article.begin(about, glossary.add);
    names.begin();
    glossary.begin(about);
    compare.begin();
    onLanguage(() => (document.title = `${t(`view.${VIEWS.find((view) => !the(`view-${view}`).hidden)}`)} – isonym`));
    window.addEventListener("hashchange", route);
    route();
    document.documentElement.dataset.ready = "";
  } catch (error) {
    the("view-article").hidden = false;
    the("article-status").textContent = t("error", { message: error.message });
  }
}

begin();
