// Marks behind the text of a field: the same text once more, invisible, with marks that are not.

import { h } from "./dom.js";
import { difference } from "./offsets.js";

export class Overlay {
  /** Lays marks behind the field of an editor. */
  constructor(editor) {
    this.field = editor.querySelector("textarea");
    this.backdrop = editor.querySelector(".backdrop");
    this.lines = [];
    this.marks = [];
    this.active = null;
    this.text = "";
    this.field.addEventListener("scroll", () => this.follow(), { passive: true });
    new ResizeObserver(() => this.fit()).observe(this.field);
  }

  /** The marks move with a text that was changed; those that the change touches go. */
  shift(before, after) {
    const { start, end } = difference(before, after);
    const by = after.length - before.length;
    const old = before.length - end;
    this.marks = this.marks.filter((mark) => mark.to <= start || mark.from >= old);
    this.marks = this.marks.map((mark) => (mark.from >= old && mark.to > start ? { ...mark, from: mark.from + by, to: mark.to + by } : mark));
    this.show(after);
  }

  /** Shows marks (`{from, to, kind, id}`, in order) in a text. */
  set(text, marks) {
    this.marks = marks;
    this.show(text);
  }

  /** Makes one mark stand out. */
  point(id) {
    this.active = id;
    this.show(this.text);
  }

  /** The mark at a place. */
  at(place) {
    return this.marks.find((mark) => mark.from <= place && place <= mark.to);
  }

  show(text) {
    this.text = text;
    const lines = [];
    let start = 0;
    let next = 0;
    for (const line of text.split("\n")) {
      const end = start + line.length;
      const own = [];
      while (next < this.marks.length && this.marks[next].from <= end) {
        const { from, to, kind, id } = this.marks[next];
        if (to > start) own.push({ from: Math.max(from - start, 0), to: Math.min(to, end) - start, kind, active: id === this.active });
        // A mark that goes on belongs to the next line, too.
        if (to > end) break;
        next++;
      }
      lines.push({ line, own, key: own.length ? JSON.stringify(own) : "" });
      start = end + 1;
    }
    this.update(lines);
  }

  /** Makes anew only the lines that differ. */
  update(lines) {
    const old = this.lines;
    const same = (a, b) => a.key === b.key && a.line === b.line;
    const most = Math.min(old.length, lines.length);
    let start = 0;
    while (start < most && same(old[start], lines[start])) start++;
    let end = 0;
    while (end < most - start && same(old[old.length - 1 - end], lines[lines.length - 1 - end])) end++;
    const made = document.createDocumentFragment();
    for (const line of lines.slice(start, lines.length - end)) made.append(render(line));
    for (let left = old.length - start - end; left > 0; left--) this.backdrop.children[start].remove();
    this.backdrop.insertBefore(made, this.backdrop.children[start] ?? null);
    this.lines = lines;
    this.follow();
  }

  /** The field's width without its scroll bar. */
  fit() {
    this.backdrop.style.width = `${this.field.clientWidth}px`;
    this.backdrop.style.height = `${this.field.clientHeight}px`;
    this.follow();
  }

  follow() {
    this.backdrop.scrollTop = this.field.scrollTop;
  }

  /** Selects a part of the text and scrolls there. */
  reveal(from, to) {
    this.field.setSelectionRange(from, to);
    const mark = this.backdrop.querySelector("mark.active");
    if (mark) {
      const top = mark.offsetTop - this.field.clientHeight / 3;
      if (mark.offsetTop < this.field.scrollTop || mark.offsetTop > this.field.scrollTop + this.field.clientHeight - 40) this.field.scrollTop = Math.max(0, top);
    }
    this.follow();
  }
}

function render({ line, own }) {
  const parts = [];
  let at = 0;
  for (const { from, to, kind, active } of own) {
    parts.push(line.slice(at, from), h("mark", { class: active ? `${kind} active` : kind }, line.slice(from, to)));
    at = Math.max(at, to);
  }
  parts.push(line.slice(at));
  // An empty line has the height of one.
  return h("div", {}, line ? parts : "\u200b");
}
