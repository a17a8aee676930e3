// The article: its text, what is found in it, and what is done about it.

import { count, language, onLanguage, t } from "./language.js";
import { copy, fill, h, htmlLang, later, save, the } from "./dom.js";
import { isCancelled, send } from "./service.js";
import { give, onDrop, open } from "./files.js";
import { show, summary } from "./findings.js";
import { History } from "./history.js";
import { Overlay } from "./overlay.js";
import { locate } from "./offsets.js";

/** More findings or names than this are not shown one by one. */
const MOST = 300;

let field;
let history;
let overlay;
let about;
let add;
let waiting;
let opened = null;
const ignored = new Set();
let state = { text: "", lang: "en", findings: [], names: [] };

/** Prepares the view. `adding` opens the form for a new row of the glossary. */
export function begin(server, adding) {
  about = server;
  add = adding;
  field = the("article-text");
  overlay = new Overlay(the("article-editor"));
  history = new History(field, {
    changed(before) {
      overlay.shift(before, field.value);
      changed();
    },
    ignored(spelling, isIgnored) {
      if (isIgnored) ignored.add(spelling);
      else ignored.delete(spelling);
      check();
    },
  });
  the("article-undo").addEventListener("click", () => history.undo());
  the("article-redo").addEventListener("click", () => history.redo());
  the("article-sample").addEventListener("click", sample);
  the("article-save").addEventListener("click", () => download(false));
  the("article-save-tracked").addEventListener("click", () => download(true));
  the("article-copy").addEventListener("click", copyNames);
  the("article-file").addEventListener("change", (event) => {
    if (event.target.files[0]) take(event.target.files[0]);
    event.target.value = "";
  });
  onDrop(the("article-editor"), take);
  for (const id of ["article-lang", "article-style", "article-shipped", "article-own"]) the(id).addEventListener("change", check);
  field.addEventListener("click", pointAtCaret);
  field.addEventListener("keyup", pointAtCaret);
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8" && !the("view-article").hidden) {
      event.preventDefault();
      next(event.shiftKey ? -1 : 1);
    }
  });
  the("article-own-label").hidden = !about.glossary;
  options();
  onLanguage(() => {
    options();
    render();
  });
}

function options() {
  const lang = the("article-lang");
  const style = the("article-style");
  const chosen = [lang.value || "auto", style.value || about.style.at(-1) || ""];
  fill(lang, ["auto", "zh", "ru", "en"].map((code) => h("option", { value: code }, t(`lang.${code}`))));
  fill(style, h("option", { value: "" }, t("article.no-style")), about.styles.map((one) => h("option", { value: one.style, title: one.title }, one.style)));
  [lang.value, style.value] = chosen;
}

/** Longer texts are looked at after longer pauses. */
const delay = () => (field.value.length < 50_000 ? 150 : field.value.length < 300_000 ? 400 : 1000);
const changed = later(() => check(), delay);

async function check() {
  waiting?.abort();
  const control = new AbortController();
  waiting = control;
  const text = field.value;
  const request = {
    text,
    lang: the("article-lang").value,
    style: the("article-style").value,
    shipped: the("article-shipped").checked,
    own: the("article-own").checked,
    accept: [...ignored],
    ...(opened && !opened.office ? { name: opened.name } : {}),
  };
  try {
    const { files } = await send("/api/lint", request, { signal: control.signal });
    const findings = locate(text, files[0].diagnostics);
    findings.forEach((finding, at) => (finding.id = at));
    state = { ...state, text, lang: files[0].lang, findings };
    // The text may have been changed by the user while the answer was on its way.
    if (text !== field.value) return;
    const { names } = await send("/api/names", request, { signal: control.signal });
    state = { ...state, names };
    if (text === field.value) render();
  } catch (error) {
    if (!isCancelled(error)) the("article-status").textContent = t("error", { message: error.message });
  }
}

function render() {
  const { text, lang, findings, names } = state;
  field.lang = htmlLang(lang);
  overlay.set(text, findings.map(({ from, to, severity, id }) => ({ from, to, kind: severity, id })));
  the("article-status").textContent = text.trim() ? summary(findings) : t("article.empty");
  const shown = findings.slice(0, MOST);
  show(the("article-findings"), { text, lang, findings: shown, names, canAdd: about.glossary?.writable, act });
  if (shown.length < findings.length) the("article-findings").append(h("p", { class: "hint" }, t("article.more", { n: findings.length - shown.length })));
  fill(the("article-ignored"), ignored.size ? h("p", { class: "hint" }, `${t("article.ignored")} ${[...ignored].join(", ")}`) : null);
  the("article-undo").disabled = !history.done.length;
  the("article-redo").disabled = !history.undone.length;
  table(names);
  files();
}

function files() {
  const note = the("article-name");
  note.hidden = !opened;
  if (opened) note.textContent = `${opened.name} · ${opened.encoding}${opened.office ? ` · ${t("article.office")}` : ""}`;
  the("article-save-tracked").hidden = !opened?.trackable;
}

const act = {
  accept(finding, choice) {
    if (choice.trim()) replace([{ ...finding, text: choice.trim() }]);
  },
  acceptAll(findings) {
    replace(findings.map((finding) => ({ ...finding, text: finding.suggestions[0] })).sort((a, b) => a.from - b.from));
  },
  ignore(finding) {
    keepPlace(finding);
    history.ignore(finding.text);
  },
  add(finding) {
    add({ [state.lang]: finding.text });
  },
  go(finding) {
    point(finding.id);
    field.focus();
    overlay.reveal(finding.from, finding.to);
  },
};

/** Puts suggestions in; the list shows what is left at once. */
function replace(edits) {
  if (state.text !== field.value) return;
  keepPlace(edits[0]);
  const gone = new Set(edits.map((edit) => edit.id));
  history.replace(edits);
  state = { ...state, findings: state.findings.filter((finding) => !gone.has(finding.id)) };
  check();
}

/** Keyboards stay where they were: on what takes the place of the finding. */
function keepPlace(finding) {
  const buttons = [...the("article-findings").querySelectorAll("button.accept")];
  const card = the(`finding-${finding.id}`);
  if (!card?.contains(document.activeElement)) return;
  const at = buttons.indexOf(card.querySelector("button.accept"));
  const list = the("article-findings");
  const watcher = new MutationObserver(() => {
    watcher.disconnect();
    const left = [...list.querySelectorAll("button.accept")];
    (left[Math.min(at, left.length - 1)] ?? field).focus();
  });
  watcher.observe(list, { childList: true });
}

function pointAtCaret() {
  const mark = overlay.at(field.selectionStart);
  if ((mark?.id ?? null) === overlay.active) return;
  point(mark?.id ?? null);
  if (mark) the(`finding-${mark.id}`)?.scrollIntoView({ block: "nearest" });
}

function point(id) {
  overlay.point(id);
  for (const card of document.querySelectorAll(".finding.active")) card.classList.remove("active");
  if (id !== null) the(`finding-${id}`)?.classList.add("active");
}

/** Goes to the next finding, or the one before. */
function next(step) {
  const { findings } = state;
  if (!findings.length) return;
  const place = field.selectionStart;
  const found = step > 0 ? findings.find((finding) => finding.from > place) : findings.findLast((finding) => finding.to < place);
  const finding = found ?? findings.at(step > 0 ? 0 : -1);
  act.go(finding);
  the(`finding-${finding.id}`)?.scrollIntoView({ block: "nearest" });
}

function table(names) {
  const head = ["zh", "ru", "en"].map((code) => t(`lang.${code}`));
  const rows = names.slice(0, MOST).map((name) =>
    h(
      "tr",
      {},
      ["zh", "ru", "en"].map((code) => h("td", { lang: htmlLang(code) }, name[code])),
      h("td", {}, t(`kind.${name.kind}`)),
      h("td", { class: "number" }, String(name.count)),
      h("td", { lang: htmlLang(state.lang) }, name.forms.map((form) => form.text).join(", ")),
      h("td", {}, h("a", { href: `#/entry/${encodeURIComponent(name.entry)}` }, name.entry)),
    ),
  );
  fill(
    the("article-names"),
    h("thead", {}, h("tr", {}, [...head, t("table.kind"), t("table.count"), t("table.forms"), t("table.entry")].map((title) => h("th", { scope: "col" }, title)))),
    h("tbody", {}, rows),
  );
  the("article-copied").textContent = names.length > MOST ? t("article.more", { n: names.length - MOST }) : "";
}

async function copyNames() {
  const escape = (cell) => String(cell).replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n");
  const rows = state.names.map((name) => [name.zh, name.ru, name.en, name.kind, name.count, name.entry].map(escape).join("\t"));
  const done = await copy([["zh", "ru", "en", "kind", "count", "entry"].join("\t"), ...rows].join("\n") + "\n");
  the("article-copied").textContent = done ? count("copied", state.names.length) : t("not-copied");
}

/** Opens a file in the place of the text. */
export async function take(file) {
  const status = the("article-status");
  status.textContent = t("article.reading");
  try {
    opened = await open(file);
    ignored.clear();
    history.reset(opened.text);
    status.textContent = "";
    check();
  } catch (error) {
    status.textContent = t("error", { message: `${file.name}: ${error.message}` });
  }
}

async function sample() {
  const text = await (await fetch(`/assets/sample.${language()}.md`)).text();
  opened = null;
  ignored.clear();
  history.reset(text);
  check();
}

async function download(track) {
  try {
    if (opened) await give(opened, field.value, track);
    else save("article.txt", field.value);
  } catch (error) {
    the("article-status").textContent = t("error", { message: error.message });
  }
}
