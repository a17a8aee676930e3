// Looking names up: suggestions as one types, answers, and whether two spellings are one name.

import { has, language, onLanguage, sort, t } from "./language.js";
import { fill, h, htmlLang, later, the } from "./dom.js";
import { get, isCancelled } from "./service.js";
import { clearEntry, showEntry } from "./entry.js";

let query;
let list;
let waiting;
let chosen = -1;
let last = null;

export function begin() {
  query = the("name-query");
  list = the("name-suggestions");
  query.addEventListener("input", later(suggest, 120));
  query.addEventListener("keydown", keys);
  query.addEventListener("blur", () => setTimeout(close, 150));
  the("same-form").addEventListener("submit", same);
  onLanguage(() => last?.());
}

/** Shows an entry, or what a name means. */
export function open({ entry, name }) {
  if (entry) {
    last = () => showEntry(entry);
    last();
  } else if (name) {
    query.value = name;
    lookup(name);
  }
}

async function suggest() {
  waiting?.abort();
  waiting = new AbortController();
  if (!query.value.trim()) return close();
  try {
    const { suggestions } = await get("/api/suggest", { q: query.value }, waiting.signal);
    if (document.activeElement !== query) return;
    // What was chosen in the list before stays chosen.
    const before = list.children[chosen]?.dataset.entry;
    fill(list, suggestions.map(option));
    mark(suggestions.findIndex((suggestion) => suggestion.entry === before));
    list.hidden = !suggestions.length;
    query.setAttribute("aria-expanded", String(!list.hidden));
  } catch (error) {
    if (!isCancelled(error)) close();
  }
}

function option(suggestion, at) {
  const others = ["zh", "ru", "en"].filter((code) => suggestion[code] && suggestion[code] !== suggestion.text);
  return h(
    "li",
    { id: `suggestion-${at}`, role: "option", "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => pick(suggestion.entry), "data-entry": suggestion.entry },
    h("strong", { lang: htmlLang(suggestion.lang) }, suggestion.text),
    " ",
    others.map((code) => h("span", { lang: htmlLang(code) }, `${suggestion[code]} `)),
    h("small", {}, sort(suggestion)),
  );
}

function pick(entry) {
  close();
  location.hash = `#/entry/${encodeURIComponent(entry)}`;
}

function keys(event) {
  const options = [...list.children];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (list.hidden) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    // Past the last one and before the first one nothing is chosen.
    mark(((chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    options[chosen]?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Escape") close();
  else if (event.key === "Enter") {
    event.preventDefault();
    if (!list.hidden && options[chosen]) pick(options[chosen].dataset.entry);
    else if (query.value.trim()) {
      close();
      location.hash = `#/name/${encodeURIComponent(query.value.trim())}`;
      lookup(query.value.trim());
    }
  }
}

/** Chooses a suggestion by its place; none by -1. */
function mark(at) {
  chosen = at;
  [...list.children].forEach((option, other) => option.setAttribute("aria-selected", String(other === at)));
  const option = list.children[at];
  if (option) query.setAttribute("aria-activedescendant", option.id);
  else query.removeAttribute("aria-activedescendant");
}

function close() {
  waiting?.abort();
  list.hidden = true;
  chosen = -1;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
}

async function lookup(name) {
  last = () => lookup(name);
  const status = the("name-status");
  try {
    const { matches } = await get("/api/lookup", { q: name, limit: 20 });
    const sure = matches.filter((match) => match.how !== "fuzzy");
    status.textContent = sure.length ? "" : t(matches.length ? "name.perhaps" : "name.unknown", { name });
    if (sure.length === 1) return showEntry(sure[0].entry);
    clearEntry();
    fill(the("name-results"), h("ul", { class: "cards" }, matches.map(answer)), sure.length ? null : await converted(name));
  } catch (error) {
    status.textContent = t("error", { message: error.message });
  }
}

function answer(match) {
  const first = (code) => match.names[code].find((name) => name.status === "preferred" && !name.style)?.text ?? match.names[code][0]?.text;
  const names = ["zh", "ru", "en"].filter((code) => first(code));
  return h(
    "li",
    {},
    h("a", { href: `#/entry/${encodeURIComponent(match.entry)}` }, names.map((code) => h("span", { lang: htmlLang(code) }, `${first(code)} `))),
    h("small", {}, ` ${sort(match)} · ${t(`how.${match.how}`, { name: match.matched.text })}`),
  );
}

/** What the usual systems make of a name that no glossary has. */
async function converted(name) {
  const answers = await Promise.all(["zh", "ru", "en"].map((to) => get("/api/translit", { q: name, to, candidates: 5 })));
  const rows = answers.flatMap((answer, at) => answer.candidates.map((candidate) => [["zh", "ru", "en"][at], answer.system, candidate]));
  if (!rows.length) return null;
  return h(
    "div",
    { class: "panel" },
    h("h2", {}, t("name.converted")),
    h("p", { class: "hint" }, t("name.converted-hint")),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ["table.language", "table.name", "table.system", "table.basis"].map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, rows.map(([code, system, candidate]) => h("tr", {}, h("td", {}, t(`lang.${code}`)), h("td", { lang: htmlLang(code) }, candidate.text), h("td", {}, system), h("td", {}, t(`basis.${candidate.basis}`))))),
    ),
  );
}

async function same(event) {
  event.preventDefault();
  const [a, b] = [the("same-a").value.trim(), the("same-b").value.trim()];
  if (!a || !b) return;
  try {
    const answer = await get("/api/same", { a, b });
    const by = language() !== "en" && has(`same.by.${answer.reason}`) ? t(`same.by.${answer.reason}`) : answer.reason;
    the("same-answer").textContent = t(answer.same ? "same.yes" : "same.no", { score: answer.score.toFixed(2), by });
  } catch (error) {
    the("same-answer").textContent = t("error", { message: error.message });
  }
}
