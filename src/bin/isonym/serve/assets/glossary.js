// The user's glossary: its rows, filtered, changed and added to; files in and out.

import { count, onLanguage, t } from "./language.js";
import { fill, h, htmlLang, later, the } from "./dom.js";
import { form, get, remove, send } from "./service.js";

/** So many rows are shown at once. */
const PAGE = 200;
const LANGUAGES = ["zh", "ru", "en"];
const EXPORTS = ["csv", "tsv", "xlsx", "tbx", "tbx3-dca", "tbx3-dct", "weblate"];

let about;
let glossary = null;
let filter = "";
let shown = PAGE;
/** What the form holds: `line` of a row that is changed, or none for a new one. */
let draft = { line: null, cells: {}, homonym: false };

export function begin(server) {
  about = server;
  onLanguage(() => glossary && render());
}

/** Reads the file and shows it. */
export async function open() {
  if (!about.glossary) {
    say(t("glossary.none"));
    return;
  }
  try {
    take(await get("/api/glossary"));
    say("");
  } catch (error) {
    say(t("error", { message: error.message }));
  }
}

/** Opens the form for a new row with some cells. */
export async function add(cells) {
  draft = { line: null, cells: { ...cells }, homonym: false };
  location.hash = "#/glossary";
  await open();
  const [code, name] = Object.entries(cells)[0];
  for (const to of LANGUAGES.filter((other) => other !== code)) {
    try {
      const answer = await get("/api/translit", { q: name, to });
      if (answer.candidates[0]) draft.cells[to] ??= answer.candidates[0].text;
    } catch {
      // No suggestion, then.
    }
  }
  if (Object.keys(draft.cells).length > 1) draft.cells.note ??= t("glossary.suggested");
  render();
  the("row-id")?.focus();
}

const say = (message) => (the("glossary-status").textContent = message);

function take(answer) {
  glossary = answer;
  render();
}

function render() {
  fill(the("glossary-body"), tools(), glossary.writable ? editor() : h("p", { class: "hint" }, t("glossary.read-only")), problems(), h("div", { id: "glossary-rows" }));
  rows();
}

function tools() {
  const field = h("input", { type: "search", id: "glossary-filter", oninput: later((event) => {
    filter = event.target.value;
    shown = PAGE;
    rows();
  }, 100) });
  field.value = filter;
  const format = h("select", { id: "export-format" }, EXPORTS.map((one) => h("option", { value: one }, one)));
  const file = h("input", { type: "file", class: "unseen", id: "import-file", onchange: (event) => bring(event.target.files[0]) });
  return h(
    "div",
    { class: "tools" },
    h("label", {}, h("span", {}, t("glossary.filter")), " ", field),
    h("button", { type: "button", onclick: open }, t("glossary.reload")),
    glossary.writable && h("label", { class: "button file" }, h("span", {}, t("glossary.import")), file),
    h("label", {}, h("span", {}, t("glossary.format")), " ", format),
    h("button", { type: "button", onclick: () => location.assign(`/api/glossary/export?format=${format.value}`) }, t("glossary.export")),
  );
}

async function bring(file) {
  if (!file) return;
  try {
    const before = glossary.rows.length;
    const answer = await form("/api/glossary/import", { hash: glossary.hash, file });
    take(await answer.json());
    say(count("glossary.imported", glossary.rows.length - before));
  } catch (error) {
    refuse(error);
  }
}

/** Says why nothing was written. After a conflict the file is read again, and the form keeps what was typed. */
async function refuse(error) {
  if (error.status !== 409) return say(t("error", { message: error.message }));
  try {
    take(await get("/api/glossary"));
  } catch {
    // What is said below is still true.
  }
  if (draft.line !== null) draft.line = null;
  render();
  say(t("glossary.conflict"));
}

function editor() {
  const columns = glossary.columns;
  const objections = h("p", { id: "row-objections", role: "status", "aria-live": "polite" });
  const submit = h("button", { type: "submit" }, t(draft.line ? "glossary.change" : "glossary.add"));
  const check = later(() => validate(objections, submit), 200);
  const homonym = h("input", { type: "checkbox", onchange: (event) => {
    draft.homonym = event.target.checked;
    check();
  } });
  homonym.checked = draft.homonym;
  const cancel = h("button", { type: "button", onclick: () => {
    draft = { line: null, cells: {}, homonym: false };
    render();
  } }, t("glossary.cancel"));
  const element = h(
    "form",
    { class: "panel", id: "row-form", onsubmit: write },
    h("h2", {}, draft.line ? t("glossary.changing", { line: draft.line }) : t("glossary.adding")),
    h("div", { class: "cells" }, columns.map((column) => cell(column, check))),
    h("div", { class: "tools" }, submit, (draft.line || Object.keys(draft.cells).length > 0) && cancel, !draft.line && h("label", { class: "check" }, homonym, " ", h("span", {}, t("glossary.homonym")))),
    objections,
  );
  if (Object.keys(draft.cells).length) check();
  return element;
}

function cell(column, check) {
  const lists = { kind: about.kinds, status: about.statuses, form: about.forms };
  const id = `row-${column}`;
  const take = (event) => {
    draft.cells[column] = event.target.value;
    check();
  };
  const name = t(`column.${column}`) === `column.${column}` ? column : t(`column.${column}`);
  let field;
  if (lists[column]) {
    const word = (value) => (value ? t(`${column}.${value}`) : "—");
    const values = lists[column].includes("") ? lists[column] : ["", ...lists[column]];
    field = h("select", { id, onchange: take }, values.map((value) => h("option", { value }, word(value))));
  } else field = h("input", { id, oninput: take, autocomplete: "off", spellcheck: "false", lang: LANGUAGES.includes(column) ? htmlLang(column) : null });
  field.value = draft.cells[column] ?? "";
  return h("label", { for: id }, h("span", {}, name), field);
}

const asked = () => ({ hash: glossary.hash, cells: draft.cells, homonym: draft.homonym });

async function validate(objections, submit) {
  try {
    const address = draft.line ? `/api/glossary/check?line=${draft.line}` : "/api/glossary/check";
    const found = (await send(address, asked())).objections;
    objections.textContent = found.join("; ");
    submit.setAttribute("aria-disabled", String(found.length > 0));
  } catch (error) {
    objections.textContent = error.message;
  }
}

async function write(event) {
  event.preventDefault();
  try {
    const answer = draft.line ? await send(`/api/glossary/rows/${draft.line}`, asked(), { method: "PUT" }) : await send("/api/glossary/rows", asked());
    const message = t(draft.line ? "glossary.changed" : "glossary.added");
    draft = { line: null, cells: {}, homonym: false };
    take(answer);
    say(message);
    (the("row-id") ?? the("glossary-filter")).focus();
  } catch (error) {
    await refuse(error);
  }
}

function problems() {
  const found = glossary.problems.filter((problem) => problem.severity !== "note");
  if (!found.length) return null;
  const row = (problem) => h("li", {}, `${problem.line}${problem.column ? `, ${problem.column}` : ""}: ${problem.message}`);
  return h("details", { class: "panel" }, h("summary", {}, count("glossary.problems", found.length)), h("ul", {}, found.slice(0, 100).map(row)));
}

function rows() {
  const wanted = filter.trim().toLowerCase();
  const all = wanted ? glossary.rows.filter((row) => row.cells.some((text) => text.toLowerCase().includes(wanted))) : glossary.rows;
  // Columns in which no row has anything need no place.
  const used = glossary.columns.map((name, at) => ({ name, at })).filter(({ name, at }) => ["id", ...LANGUAGES].includes(name) || glossary.rows.some((row) => row.cells[at]));
  const title = ({ name }) => (t(`column.${name}`) === `column.${name}` ? name : t(`column.${name}`));
  const body = all.slice(0, shown).map((row) =>
    h(
      "tr",
      {},
      h("td", { class: "number" }, String(row.line)),
      used.map(({ name, at }) => h("td", { lang: LANGUAGES.includes(name) ? htmlLang(name) : null }, row.cells[at])),
      glossary.writable && h("td", { class: "tools tight" }, button("glossary.edit", row, () => edit(row)), button("glossary.remove", row, () => drop(row))),
    ),
  );
  fill(
    the("glossary-rows"),
    h("p", { class: "hint" }, `${glossary.file}: ${count("glossary.rows", all.length)}`),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": t("glossary.title") },
      h("table", {}, h("thead", {}, h("tr", {}, [t("table.line"), ...used.map(title), glossary.writable ? t("table.actions") : null].filter(Boolean).map((one) => h("th", { scope: "col" }, one)))), h("tbody", {}, body)),
    ),
    all.length > shown && h("button", { type: "button", onclick: () => {
      shown += PAGE;
      rows();
    } }, t("glossary.more")),
  );
}

const button = (key, row, onclick) => h("button", { type: "button", "aria-label": `${t(key)}: ${row.cells.slice(0, 3).filter(Boolean).join(" ")}`, onclick }, t(key));

function edit(row) {
  draft = { line: row.line, cells: Object.fromEntries(glossary.columns.map((column, at) => [column, row.cells[at]])), homonym: false };
  render();
  the("row-form").scrollIntoView({ block: "nearest" });
  the("row-form").querySelector("input").focus();
}

async function drop(row) {
  if (!window.confirm(t("glossary.sure", { row: row.cells.filter(Boolean).slice(0, 4).join(" · ") }))) return;
  try {
    take(await remove(`/api/glossary/rows/${row.line}?hash=${glossary.hash}`));
    say(t("glossary.removed"));
  } catch (error) {
    await refuse(error);
  }
}
