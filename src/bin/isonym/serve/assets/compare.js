// A translation beside its source, with the names that do not match linked.

import { count, language, onLanguage, t } from "./language.js";
import { fill, h, later, the } from "./dom.js";
import { isCancelled, send } from "./service.js";
import { onDrop, open } from "./files.js";
import { quoted } from "./findings.js";
import { Overlay } from "./overlay.js";
import { locate } from "./offsets.js";

const SIDES = ["source", "target"];
let fields;
let overlays;
let waiting;
let findings = [];

export function begin() {
  fields = Object.fromEntries(SIDES.map((side) => [side, the(`compare-${side}`)]));
  overlays = Object.fromEntries(SIDES.map((side) => [side, new Overlay(the(`compare-${side}-editor`))]));
  for (const side of SIDES) {
    const field = fields[side];
    let before = "";
    field.addEventListener("input", () => {
      overlays[side].shift(before, field.value);
      before = field.value;
      changed();
    });
    field.addEventListener("click", () => pointAt(side));
    field.addEventListener("keyup", () => pointAt(side));
    onDrop(the(`compare-${side}-editor`), async (file) => {
      try {
        put(side, (await open(file)).text);
      } catch (error) {
        the("compare-status").textContent = t("error", { message: error.message });
      }
    });
  }
  the("compare-aligned").addEventListener("change", check);
  the("compare-sample").addEventListener("click", sample);
  onLanguage(render);
}

function put(side, text) {
  fields[side].value = text;
  fields[side].dispatchEvent(new Event("input"));
}

function sample() {
  put("source", t("compare.sample-source"));
  put("target", t(language() === "zh" ? "compare.sample-zh" : "compare.sample-ru"));
}

const changed = later(() => check(), 300);

async function check() {
  waiting?.abort();
  const [source, target] = SIDES.map((side) => fields[side].value);
  if (!source.trim() || !target.trim()) {
    findings = [];
    return render();
  }
  waiting = new AbortController();
  const aligned = the("compare-aligned").checked;
  try {
    const answer = await send("/api/compare", { source, target, aligned }, { signal: waiting.signal });
    findings = answer.findings.map((finding, id) => ({ ...finding, id }));
    for (const side of SIDES) place(side, aligned);
    render();
  } catch (error) {
    if (!isCancelled(error)) the("compare-status").textContent = t("error", { message: error.message });
  }
}

/** Finds the places of one side in its text; of aligned lines they count within the line. */
function place(side, aligned) {
  const text = fields[side].value;
  const own = findings.filter((finding) => finding[side]);
  if (!aligned) {
    locate(text, own.map((finding) => finding[side]));
    return;
  }
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
  for (const finding of own) {
    const [mark] = locate(lines[finding.unit - 1] ?? "", [finding[side]]);
    mark.from += starts[finding.unit - 1];
    mark.to += starts[finding.unit - 1];
  }
}

function render() {
  for (const side of SIDES) {
    const own = findings.filter((finding) => finding[side]);
    const marks = own.map((finding) => ({ from: finding[side].from, to: finding[side].to, kind: finding.severity, id: finding.id }));
    overlays[side].set(fields[side].value, marks.sort((a, b) => a.from - b.from));
  }
  const isEmpty = SIDES.some((side) => !fields[side].value.trim());
  the("compare-status").textContent = isEmpty ? t("compare.empty") : findings.length ? count("compare.found", findings.length) : t("compare.none");
  fill(the("compare-findings"), findings.map(card));
}

function card(finding) {
  const name = (side) => (finding[side] ? h("strong", {}, finding[side].text) : h("em", {}, "—"));
  return h(
    "li",
    { class: `finding ${finding.severity}`, id: `mismatch-${finding.id}` },
    h("p", {}, h("button", { type: "button", class: "place", onclick: () => go(finding), "aria-label": t("compare.go", { n: finding.id + 1 }) }, String(finding.id + 1)), " ", name("source"), " → ", name("target")),
    h("p", { class: "why" }, language() === "en" ? quoted(finding.message) : t(finding.source ? (finding.target ? "compare.other" : "compare.missing") : "compare.strange")),
    finding.suggestions.length > 0 && h("p", {}, t("compare.expected", { name: finding.suggestions.join(", ") })),
  );
}

function go(finding) {
  point(finding.id);
  for (const side of SIDES) if (finding[side]) overlays[side].reveal(finding[side].from, finding[side].to);
}

function point(id) {
  for (const side of SIDES) overlays[side].point(id);
  for (const one of document.querySelectorAll("#compare-findings .active")) one.classList.remove("active");
  if (id !== null) the(`mismatch-${id}`)?.classList.add("active");
}

/** The caret is in a name: its counterpart on the other side stands out, too. */
function pointAt(side) {
  const mark = overlays[side].at(fields[side].selectionStart);
  if ((mark?.id ?? null) === overlays[side].active) return;
  point(mark?.id ?? null);
  const finding = findings[mark?.id];
  const other = SIDES.find((one) => one !== side);
  if (finding?.[other]) overlays[other].reveal(finding[other].from, finding[other].to);
}
