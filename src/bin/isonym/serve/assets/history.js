// What has been done to a text, and back again. The browser's own list of changes ends wherever a script changes the text.

import { difference } from "./offsets.js";

/** Typing without a longer pause is one step. */
const PAUSE = 800;

/** Steps to keep. */
const MOST = 500;

export class History {
  /** Watches a field. `changed` is called with the old text after each change, `ignored` with a spelling and whether it is ignored. */
  constructor(field, { changed, ignored }) {
    this.field = field;
    this.changed = changed;
    this.ignored = ignored;
    this.text = field.value;
    this.done = [];
    this.undone = [];
    this.last = 0;
    field.addEventListener("input", () => this.typed());
    field.addEventListener("beforeinput", (event) => {
      if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
        event.preventDefault();
        if (event.inputType === "historyUndo") this.undo();
        else this.redo();
      }
    });
    field.addEventListener("keydown", (event) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) this.redo();
      else this.undo();
    });
  }

  /** The user has changed the text. */
  typed() {
    const before = this.text;
    this.text = this.field.value;
    const { start, end } = difference(before, this.text);
    const step = {
      at: start,
      removed: before.slice(start, before.length - end),
      inserted: this.text.slice(start, this.text.length - end),
    };
    const previous = this.done.at(-1);
    const goesOn = previous?.typing && Date.now() - this.last < PAUSE && !step.removed && previous.at + previous.inserted.length === step.at;
    if (goesOn) previous.inserted += step.inserted;
    else this.push({ ...step, typing: true });
    this.last = Date.now();
    this.undone = [];
    this.changed(before);
  }

  /** Replaces parts of the text (`{from, to, text}`, in order) as one step. */
  replace(edits) {
    let after = "";
    let at = 0;
    for (const edit of edits) {
      after += this.text.slice(at, edit.from) + edit.text;
      at = edit.to;
    }
    after += this.text.slice(at);
    const { start, end } = difference(this.text, after);
    this.push({
      at: start,
      removed: this.text.slice(start, this.text.length - end),
      inserted: after.slice(start, after.length - end),
    });
    this.undone = [];
    this.put(after, start);
  }

  /** Ignores a spelling, as a step that can be undone. */
  ignore(spelling) {
    this.push({ spelling });
    this.undone = [];
    this.ignored(spelling, true);
  }

  /** Begins anew with another text. */
  reset(text) {
    this.done = [];
    this.undone = [];
    this.put(text, 0);
  }

  undo() {
    const step = this.done.pop();
    if (!step) return;
    this.undone.push(step);
    if (step.spelling !== undefined) this.ignored(step.spelling, false);
    else this.put(this.text.slice(0, step.at) + step.removed + this.text.slice(step.at + step.inserted.length), step.at + step.removed.length);
  }

  redo() {
    const step = this.undone.pop();
    if (!step) return;
    this.done.push(step);
    if (step.spelling !== undefined) this.ignored(step.spelling, true);
    else this.put(this.text.slice(0, step.at) + step.inserted + this.text.slice(step.at + step.removed.length), step.at + step.inserted.length);
  }

  push(step) {
    this.done.push(step);
    if (this.done.length > MOST) this.done.shift();
  }

  put(text, caret) {
    const { scrollTop } = this.field;
    const before = this.text;
    this.text = text;
    this.field.value = text;
    this.field.setSelectionRange(caret, caret);
    this.field.scrollTop = scrollTop;
    this.last = 0;
    this.changed(before);
  }
}
