// The page of an entry: its names by language and status, what systems make of them, Russian cases, sources, homonyms.

import { sort, t } from "./language.js";
import { copy, fill, h, htmlLang, the } from "./dom.js";
import { get } from "./service.js";

const CASES = ["nom", "gen", "dat", "acc", "ins", "loc"];

/** Leaves the place of an entry empty. */
export const clearEntry = () => fill(the("name-results"));

/** Shows an entry. */
export async function showEntry(id) {
  const status = the("name-status");
  try {
    const entry = await get(`/api/entries/${encodeURIComponent(id)}`);
    status.textContent = "";
    fill(the("name-results"), page(entry));
  } catch (error) {
    clearEntry();
    status.textContent = t("error", { message: error.message });
  }
}

function page(entry) {
  const first = (code) => entry[code].find((name) => name.status === "preferred" && !name.style) ?? entry[code][0];
  const title = ["zh", "ru", "en"].filter((code) => first(code)).map((code) => h("span", { lang: htmlLang(code) }, first(code).text));
  return h(
    "article",
    { class: "entry" },
    h("h2", { class: "three" }, title),
    h("p", { class: "hint" }, [sort(entry), entry.entry, entry.weight ? t("entry.weight", { n: entry.weight.toLocaleString() }) : null].filter(Boolean).join(" · ")),
    names(entry),
    conversions(entry),
    cases(entry.inflection),
    homonyms(entry.homonyms),
    map(entry.map),
  );
}

function table(label, titles, rows) {
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    h("table", {}, h("thead", {}, h("tr", {}, titles.map((title) => h("th", { scope: "col" }, title)))), h("tbody", {}, rows)),
  );
}

function names(entry) {
  const row = (code) => (name) =>
    h(
      "tr",
      { class: name.status },
      h("td", {}, t(`lang.${code}`)),
      h("td", { lang: htmlLang(code) }, name.text),
      h("td", {}, [t(`status.${name.status}`), name.form && t(`form.${name.form}`)].filter(Boolean).join(", ")),
      h("td", {}, [name.style, name.system].filter(Boolean).join(", ")),
      h("td", {}, [name.valid, name.note].filter(Boolean).join(" · ")),
      h("td", {}, name.source),
    );
  const rows = ["zh", "ru", "en"].flatMap((code) => entry[code].map(row(code)));
  const titles = ["table.language", "table.name", "table.status", "table.style", "table.note", "table.source"].map((key) => t(key));
  return [h("h3", {}, t("entry.names")), table(t("entry.names"), titles, rows)];
}

function conversions({ conversions: made }) {
  if (!made.length) return null;
  const rows = made.map((one) =>
    h("tr", {}, h("td", { lang: htmlLang(one.lang) }, one.source), h("td", {}, one.text), h("td", { title: one.title }, one.system), h("td", {}, t(`basis.${one.basis}`))),
  );
  const titles = ["table.source-name", "table.converted", "table.system", "table.basis"].map((key) => t(key));
  return h("details", {}, h("summary", {}, h("h3", {}, t("entry.conversions"))), table(t("entry.conversions"), titles, rows));
}

function cases(paradigm) {
  if (!paradigm?.forms.length) return null;
  const numbers = ["sing", "plur"].filter((number) => paradigm.forms.some((form) => form.number === number));
  const texts = (wanted, number) => {
    const forms = paradigm.forms.filter((form) => form.case === wanted && form.number === number);
    return [...new Set(forms.map((form) => form.text))].join(" / ");
  };
  const rows = CASES.map((wanted) => h("tr", {}, h("th", { scope: "row" }, t(`case.${wanted}`)), numbers.map((number) => h("td", { lang: "ru" }, texts(wanted, number)))));
  return h("details", {}, h("summary", {}, h("h3", {}, t("entry.cases"))), table(t("entry.cases"), [t("table.case"), ...numbers.map((number) => t(`number.${number}`))], rows));
}

function homonyms(others) {
  if (!others.length) return null;
  const row = (other) =>
    h(
      "li",
      {},
      h("a", { href: `#/entry/${encodeURIComponent(other.entry)}` }, ["zh", "ru", "en"].filter((code) => other[code]).map((code) => h("span", { lang: htmlLang(code) }, `${other[code]} `))),
      h("small", {}, ` ${sort(other)} · ${other.shared}`),
    );
  return [h("h3", {}, t("entry.homonyms")), h("ul", { class: "cards" }, others.map(row))];
}

/** The text of a link, to be copied: the page itself goes nowhere. */
function map(address) {
  if (!address) return null;
  const done = h("span", { role: "status" });
  const button = h("button", { type: "button", onclick: async () => (done.textContent = t((await copy(address)) ? "copied" : "not-copied")) }, t("entry.copy-map"));
  return [h("h3", {}, t("entry.map")), h("p", { class: "tools" }, h("code", {}, address), button, done)];
}
