// Files in the article view: dropped, mended, given back.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { docx, part } from "./docx.mjs";

/** Drops a file on the editor, as a file manager does. */
async function drop(page, name, bytes) {
  await page.evaluate(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name));
      for (const kind of ["dragover", "drop"]) document.querySelector("#article-editor").dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, bytes.toString("base64")],
  );
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export const tests = [
  {
    name: "a Word document is dropped, mended, and comes back with tracked changes",
    async run({ page, folder }) {
      const file = docx(["A bridge links Heihe with Blagoveschchensk.", "Blagoveshchensk is in Russia; 海兰泡 is its old name."]);
      await drop(page, "bridge.docx", file);
      await page.waitForSelector(".finding");
      assert.match(await page.textContent("#article-name"), /bridge\.docx/);
      await page.click(".finding:has-text('Blagoveschchensk') button.accept");
      await page.waitForFunction(() => document.querySelector("#article-text").value.includes("with Blagoveshchensk."));
      const tracked = await downloaded(page, "#article-save-tracked");
      assert.equal(tracked.name, "bridge.isonym.docx");
      const document = part(tracked.bytes, "word/document.xml");
      assert.match(document, /<w:del .*w:author="isonym"|w:author="isonym".*<w:del /s);
      assert.match(document, /<w:ins /);
      const plain = await downloaded(page, "#article-save");
      assert.match(part(plain.bytes, "word/document.xml"), /with Blagoveshchensk\./);
      if (spawnSync("soffice", ["--version"]).error) {
        console.log("        LibreOffice is not installed: the document was not opened with it");
        return;
      }
      writeFileSync(join(folder, "tracked.docx"), tracked.bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync("soffice", ["--headless", profile, "--convert-to", "txt:Text", "--outdir", folder, join(folder, "tracked.docx")], { stdio: "ignore" });
      assert.match(readFileSync(join(folder, "tracked.txt"), "utf8"), /Blagoveshchensk is in Russia/);
    },
  },
  {
    name: "a text in an old encoding keeps it",
    async run({ page }) {
      const encode = (text) => Buffer.from([...text].map((c) => (c >= "А" && c <= "я" ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))));
      await drop(page, "old.txt", encode("Жители Благовещинска ездят в Хэйхэ. Благовещенск стоит на Амуре."));
      await page.waitForSelector(".finding");
      assert.match(await page.textContent("#article-name"), /windows-1251/);
      await page.click(".finding button.accept");
      await page.waitForFunction(() => !document.querySelector(".finding"));
      const file = await downloaded(page, "#article-save");
      assert.deepEqual(file.bytes, encode("Жители Благовещенска ездят в Хэйхэ. Благовещенск стоит на Амуре."));
    },
  },
  {
    name: "a file that cannot be read is named with the reason",
    async run({ page }) {
      await drop(page, "broken.docx", Buffer.from("PK\x03\x04 and nothing more"));
      await page.waitForFunction(() => document.querySelector("#article-status").textContent.includes("broken.docx"));
    },
  },
];
