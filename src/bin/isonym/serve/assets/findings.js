// The list of what was found in an article, grouped by name.

import { count, language, t } from "./language.js";
import { fill, h, htmlLang } from "./dom.js";
import { occurrences } from "./offsets.js";

const SEVERITIES = ["error", "warning", "note"];

/** Shows findings. `act` has what buttons do: accept, acceptAll, ignore, add, go. */
export function show(element, { text, lang, findings, names, canAdd, act }) {
  const known = new Map(names.map((name) => [name.entry, name]));
  const groups = new Map();
  for (const finding of findings) {
    const key = finding.entry ?? finding.suggestions[0] ?? finding.text;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const worst = (group) => Math.min(...group.map((finding) => SEVERITIES.indexOf(finding.severity)));
  const ordered = [...groups].sort(([, a], [, b]) => worst(a) - worst(b) || a[0].from - b[0].from);
  fill(element, ordered.map(([key, group]) => section(key, group, known.get(key), { text, lang, canAdd, act })));
}

function section(key, group, name, context) {
  const { lang, act } = context;
  const title = name?.[lang] || group[0].suggestions[0] || group[0].text;
  const fixable = group.filter((finding) => finding.suggestions.length);
  return h(
    "section",
    { class: "group" },
    h("h3", { lang: htmlLang(lang) }, title),
    name && h("p", { class: "three" }, ["zh", "ru", "en"].filter((code) => name[code]).map((code) => h("span", { lang: htmlLang(code) }, name[code]))),
    h("p", { class: "counts", lang: htmlLang(lang) }, forms(group, name, context.text).map(([form, number]) => h("span", {}, `${form} × ${number}`))),
    fixable.length > 1 && h("button", { type: "button", class: "all", onclick: () => act.acceptAll(fixable) }, t("finding.accept-all", { n: fixable.length })),
    h("ul", {}, group.map((finding) => card(finding, name, context))),
  );
}

/** How often each way of writing the name stands in the text. */
function forms(group, name, text) {
  const counts = new Map((name?.forms ?? []).map((form) => [form.text, form.count]));
  const others = group.flatMap((finding) => (name ? [finding.text] : [finding.text, ...finding.suggestions]));
  for (const form of others) if (!counts.has(form)) counts.set(form, occurrences(text, form));
  return [...counts].filter(([, number]) => number > 0);
}

/** A message of the server, with names in quotes as they are usual in a text. */
export const quoted = (message) => message.replace(/`([^`]*)`/g, "“$1”");

/** Why it was found, in the page's language. */
export function reason(finding) {
  if (language() === "en") return quoted(finding.message);
  const [suggestion] = finding.suggestions;
  const why = t(`rule.${finding.rule}`, { text: finding.text });
  return suggestion ? `${why} ${t("rule.better", { suggestion })}` : why;
}

function card(finding, name, { lang, canAdd, act }) {
  const id = `choice-${finding.id}`;
  const choices = [...new Set([...finding.suggestions, ...(name?.forms ?? []).map((form) => form.text)])].filter((form) => form !== finding.text);
  const choice = h("input", { id, list: `${id}-list`, lang: htmlLang(lang), autocomplete: "off", spellcheck: "false" });
  choice.value = choices[0] ?? "";
  const accept = () => act.accept(finding, choice.value);
  choice.addEventListener("keydown", (event) => {
    if (event.key === "Enter") accept();
  });
  const label = t("finding.choice", { text: finding.text });
  return h(
    "li",
    { class: `finding ${finding.severity}`, id: `finding-${finding.id}` },
    h(
      "p",
      {},
      h("button", { type: "button", class: "place", title: t("finding.go"), onclick: () => act.go(finding) }, `${finding.line}:${finding.column}`),
      " ",
      h("span", { class: "severity" }, t(`severity.${finding.severity}`)),
      " ",
      h("strong", { lang: htmlLang(lang) }, finding.text),
    ),
    h("p", { class: "why" }, reason(finding)),
    h(
      "div",
      { class: "tools tight" },
      h("label", { class: "unseen", for: id }, label),
      choice,
      h("datalist", { id: `${id}-list` }, choices.map((form) => h("option", { value: form }))),
      h("button", { type: "button", class: "accept", "aria-label": `${t("finding.accept")}: ${finding.text}`, onclick: accept }, t("finding.accept")),
      h("button", { type: "button", "aria-label": `${t("finding.ignore")}: ${finding.text}`, onclick: () => act.ignore(finding) }, t("finding.ignore")),
      canAdd && h("button", { type: "button", "aria-label": `${t("finding.add")}: ${finding.text}`, onclick: () => act.add(finding) }, t("finding.add")),
    ),
  );
}

/** How many findings there are, by severity. */
export function summary(findings) {
  if (!findings.length) return t("finding.none");
  const parts = SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]);
  return parts.filter(([, number]) => number).map(([severity, number]) => count(`count.${severity}`, number)).join(", ");
}
