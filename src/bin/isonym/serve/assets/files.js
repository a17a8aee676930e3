// Files: opened by a button or dropped, and given back.

import { form } from "./service.js";
import { save } from "./dom.js";

/** Reads a file: `{name, text, office, trackable, encoding, file}`. */
export async function open(file) {
  const read = await (await form("/api/document", { file })).json();
  return { ...read, file };
}

/** Gives a file back with another text. */
export async function give(opened, text, track) {
  const answer = await form("/api/document/mend", { file: opened.file, text, track: String(track) });
  save(named(opened.name), await answer.blob());
}

const named = (name) => name.replace(/(\.[^.]*)?$/, (end) => `.isonym${end}`);

/** Calls `take` with a file that is dropped on an element. */
export function onDrop(element, take) {
  element.addEventListener("dragover", (event) => {
    event.preventDefault();
    element.classList.add("dropping");
  });
  element.addEventListener("dragleave", () => element.classList.remove("dropping"));
  element.addEventListener("drop", (event) => {
    element.classList.remove("dropping");
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}
