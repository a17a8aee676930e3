// The language of the page: messages from a table, chosen by the browser's language or by the user.

import { the } from "./dom.js";

const KEY = "isonym-language";
const LANGUAGES = ["en", "ru", "zh"];
let messages = {};
let current = "en";
const listeners = [];

/** The language of the page. */
export const language = () => current;

/** A message, with `{name}` replaced by what is given. */
export function t(key, values = {}) {
  const text = messages[key]?.[current] ?? messages[key]?.en ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Whether there is a message. */
export const has = (key) => messages[key]?.[current] !== undefined;

/** A message with a number, in the grammar of the language: `key.one`, `key.few`, `key.many`, `key.other`. */
export function count(key, number) {
  const rule = new Intl.PluralRules(current).select(number);
  return t(has(`${key}.${rule}`) ? `${key}.${rule}` : `${key}.other`, { n: number });
}

/** What kind of thing something is, and in which country, by the names that the browser has for these. */
export function sort({ kind, country }) {
  const word = t(`kind.${kind}`);
  if (!country || kind === "country") return word;
  return `${word} · ${new Intl.DisplayNames([document.documentElement.lang], { type: "region" }).of(country)}`;
}

/** Calls a function whenever the language changes. */
export const onLanguage = (listener) => listeners.push(listener);

function wanted() {
  const known = (code) => LANGUAGES.find((language) => code?.toLowerCase().startsWith(language));
  return known(remembered()) ?? navigator.languages.map(known).find(Boolean) ?? "en";
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function choose(code) {
  current = code;
  document.documentElement.lang = code === "zh" ? "zh-Hans" : code;
  the("interface-language").value = code;
  translate(document);
  listeners.forEach((listener) => listener());
}

/** Fills in the messages that elements of the page name. */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const element of root.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
}

/** Reads the messages and chooses a language. */
export async function begin() {
  messages = await (await fetch("/assets/messages.json")).json();
  the("interface-language").addEventListener("change", (event) => {
    try {
      localStorage.setItem(KEY, event.target.value);
    } catch {
      // Not remembered, then.
    }
    choose(event.target.value);
  });
  choose(wanted());
}
