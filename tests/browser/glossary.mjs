// The glossary view.

import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { write } from "./article.mjs";

const args = (folder) => {
  const file = join(folder, "terms.csv");
  writeFileSync(file, "id,zh,ru,en,note\nzzyk,,Ззык,Zzyk,ours\n");
  return ["--glossary", file, "--writable"];
};
const file = (folder) => readFileSync(join(folder, "terms.csv"), "utf8");

export const tests = [
  {
    name: "a row is added in the page and stands in the file",
    args,
    async run({ page, folder }) {
      await page.click("nav a[data-view=glossary]");
      await page.waitForSelector("#row-form");
      await page.fill("#row-ru", "Квертоград");
      await page.fill("#row-en", "Zzyk");
      await page.waitForFunction(() => document.querySelector("#row-objections").textContent.includes("Zzyk"));
      await page.fill("#row-en", "Qwertograd");
      await page.waitForFunction(() => !document.querySelector("#row-objections").textContent);
      await page.click("#row-form button[type=submit]");
      await page.waitForSelector("#glossary-rows td:has-text('Qwertograd')");
      assert.equal(file(folder), "id,zh,ru,en,note\nzzyk,,Ззык,Zzyk,ours\nqwertograd,,Квертоград,Qwertograd,\n");
      await page.fill("#glossary-filter", "кверто");
      await page.waitForFunction(() => document.querySelectorAll("#glossary-rows tbody tr").length === 1);
    },
  },
  {
    name: "a row is changed and removed",
    args,
    async run({ page, folder }) {
      await page.click("nav a[data-view=glossary]");
      await page.click("#glossary-rows button:has-text('Edit')");
      await page.fill("#row-note", "changed, here");
      await page.click("#row-form button[type=submit]");
      await page.waitForSelector("#glossary-rows td:has-text('changed, here')");
      assert.equal(file(folder), 'id,zh,ru,en,note\nzzyk,,Ззык,Zzyk,"changed, here"\n');
      page.once("dialog", (dialog) => dialog.accept());
      await page.click("#glossary-rows button:has-text('Remove')");
      await page.waitForFunction(() => !document.querySelector("#glossary-rows tbody tr"));
      assert.equal(file(folder), "id,zh,ru,en,note\n");
    },
  },
  {
    name: "a change on disk is a conflict that loses nothing",
    args,
    async run({ page, folder }) {
      await page.click("nav a[data-view=glossary]");
      await page.fill("#row-en", "Qwertograd");
      appendFileSync(join(folder, "terms.csv"), "other,,Другой,Other,\n");
      await page.click("#row-form button[type=submit]");
      await page.waitForFunction(() => document.querySelector("#glossary-status").textContent.includes("changed meanwhile"));
      assert.equal(await page.inputValue("#row-en"), "Qwertograd");
      await page.click("#row-form button[type=submit]");
      await page.waitForSelector("#glossary-rows td:has-text('Qwertograd')");
      assert.match(file(folder), /other,,Другой,Other,\nqwertograd/);
    },
  },
  {
    name: "a finding goes into the glossary and is right from then on",
    args,
    async run({ page, folder }) {
      await write(page, "Blagoveshchensk and Blagoveschchensk.", 1);
      await page.click(".finding button:has-text('Add to the glossary')");
      await page.waitForFunction(() => document.querySelector("#row-en")?.value === "Blagoveschchensk");
      await page.click("#row-form button[type=submit]");
      await page.waitForSelector("#glossary-rows td:has-text('Blagoveschchensk')");
      assert.match(file(folder), /Blagoveschchensk/);
    },
  },
  {
    name: "glossaries are imported and exported",
    args,
    async run({ page, folder }) {
      await page.click("nav a[data-view=glossary]");
      await page.waitForSelector("#import-file", { state: "attached" });
      await page.setInputFiles("#import-file", { name: "more.tsv", mimeType: "text/plain", buffer: Buffer.from("ru\ten\nКвертоград\tQwertograd\n") });
      await page.waitForSelector("#glossary-rows td:has-text('Qwertograd')");
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("button:has-text('Export')")]);
      assert.equal(readFileSync(await download.path(), "utf8"), file(folder));
    },
  },
];
