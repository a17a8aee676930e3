// The article view.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const examples = join(dirname(fileURLToPath(import.meta.url)), "../../examples");
const TEXT = "Trucks go from Heihe to Blagoveschchensk. Blagoveshchensk is in Russia.";

/** Types or pastes a text, and waits until so much is found in it. */
export async function write(page, text, findings) {
  await page.fill("#article-text", text);
  await page.waitForFunction((number) => document.querySelectorAll("#article-findings .finding").length === number, findings);
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const text = (page) => page.inputValue("#article-text");

export const tests = [
  {
    name: "a pasted article has one highlight, which is accepted, undone, and downloaded",
    async run({ page }) {
      await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), TEXT);
      await page.focus("#article-text");
      await page.keyboard.press("Control+V");
      await page.waitForSelector("#article-findings .finding");
      const marks = page.locator("#article-editor mark");
      assert.deepEqual(await marks.allTextContents(), ["Blagoveschchensk"]);
      assert.match(await page.textContent("#article-findings"), /布拉戈维申斯克.*Благовещенск.*Blagoveshchensk/s);
      assert.match(await page.textContent("#article-findings .counts"), /Blagoveshchensk × 1.*Blagoveschchensk × 1/s);
      await page.click("#article-findings button.accept");
      await page.waitForFunction(() => !document.querySelector("#article-findings .finding"));
      assert.equal(await text(page), TEXT.replace("Blagoveschchensk", "Blagoveshchensk"));
      await page.click("#article-undo");
      assert.equal(await text(page), TEXT);
      await page.click("#article-redo");
      await page.waitForFunction(() => !document.querySelector("#article-findings .finding"));
      const file = await downloaded(page, "#article-save");
      assert.equal(file.bytes.toString(), TEXT.replace("Blagoveschchensk", "Blagoveshchensk"));
    },
  },
  {
    name: "marks stand where the words are",
    async run({ page }) {
      await write(page, `Длинная строка.\n\n${TEXT}`, 1);
      const [field, mark] = await page.evaluate(() => {
        const area = document.querySelector("#article-text");
        const mark = document.querySelector("#article-editor mark").getBoundingClientRect();
        const box = area.getBoundingClientRect();
        return [{ x: box.x, y: box.y }, { x: mark.x, y: mark.y, right: mark.right, bottom: mark.bottom }];
      });
      // A click on the mark puts the caret of the field, which lies before it, into the word.
      await page.mouse.click((mark.x + mark.right) / 2, (mark.y + mark.bottom) / 2);
      const place = await page.evaluate(() => document.querySelector("#article-text").selectionStart);
      const start = `Длинная строка.\n\n${TEXT}`.indexOf("Blagoveschchensk");
      assert.ok(place > start && place < start + 16, `${place} in ${start} at ${JSON.stringify([field, mark])}`);
      await page.waitForSelector(".finding.active");
    },
  },
  {
    name: "all of a name, another form, and ignoring",
    async run({ page }) {
      await write(page, "Blagoveshchensk, Blagoveshchensk. Blagoveschchensk and Blagoveschchensk. Khabarovsk, Habarovskk.", 3);
      await page.click("button.all");
      await page.waitForFunction(() => document.querySelectorAll(".finding").length === 1);
      assert.equal((await text(page)).match(/Blagoveshchensk/g).length, 4);
      await page.click("text=Ignore");
      await page.waitForFunction(() => !document.querySelector(".finding"));
      assert.match(await page.textContent("#article-ignored"), /Habarovskk/);
      await page.click("#article-undo");
      await page.waitForSelector(".finding");
      await page.fill(".finding input", "Khabarovsk City");
      await page.click("button.accept");
      await page.waitForFunction(() => document.querySelector("#article-text").value.endsWith("Khabarovsk, Khabarovsk City."));
    },
  },
  ...[["ru", "ru-RU"], ["zh", "zh-CN"]].map(([code, locale]) => ({
    name: `the ${code} article is checked, and its names copied`,
    locale,
    async run({ page }) {
      const article = readFileSync(join(examples, `heihe.${code}.md`), "utf8");
      await page.fill("#article-text", article);
      await page.waitForSelector("#article-findings .finding");
      assert.ok((await page.locator("#article-editor mark").count()) > 0);
      const reason = await page.textContent(".finding .why");
      assert.match(reason, code === "ru" ? /[А-я]/ : /[一-龥]/);
      await page.waitForSelector("#article-names tbody tr");
      await page.click("#article-copy");
      await page.waitForFunction(() => document.querySelector("#article-copied").textContent);
      const rows = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\n");
      assert.equal(rows[0], "zh\tru\ten\tkind\tcount\tentry");
      assert.ok(rows.some((row) => row.startsWith("黑河\tХэйхэ\tHeihe\tcity\t")), rows.join("\n"));
      await page.click("#article-sample");
      await page.waitForFunction((wanted) => document.querySelector("#article-text").value === wanted, article);
    },
  })),
  {
    name: "a house style and a language are chosen",
    async run({ page }) {
      await write(page, "The train to Kiev was late.", 0);
      await page.waitForSelector("#article-names tbody tr");
      await page.selectOption("#article-style", "ap");
      await page.waitForSelector(".finding");
      await page.selectOption("#article-style", "");
      await page.waitForFunction(() => !document.querySelector(".finding"));
      await page.uncheck("#article-shipped");
      await page.waitForFunction(() => !document.querySelector("#article-names tbody tr"));
    },
  },
  {
    name: "markup stays text",
    async run({ page }) {
      const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script> Blagoveschchensk, Blagoveshchensk';
      await write(page, hostile, 1);
      assert.equal(await page.locator("#article-editor img, #article-findings img, .backdrop script").count(), 0);
      assert.notEqual(await page.title(), "1");
    },
  },
  {
    name: "a megabyte is typed in",
    async run({ page }) {
      const paragraph = "On clear days the people of Heihe can see the domes of Blagoveshchensk across the ice, and buses drive over it. ".repeat(6);
      const long = Array.from({ length: Math.ceil(1_000_000 / paragraph.length) }, () => paragraph).join("\n") + "\nBlagoveschchensk";
      await page.evaluate((long) => {
        const field = document.querySelector("#article-text");
        field.value = long;
        field.dispatchEvent(new Event("input"));
      }, long);
      await page.waitForSelector("#article-editor mark", { timeout: 60_000 });
      const { slowest, typed } = await page.evaluate(async () => {
        const field = document.querySelector("#article-text");
        field.focus();
        field.setSelectionRange(400, 400);
        let slowest = 0;
        for (let at = 0; at < 10; at++) {
          const start = performance.now();
          document.execCommand("insertText", false, "x");
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          slowest = Math.max(slowest, performance.now() - start);
        }
        return { slowest, typed: field.value.slice(400, 410) };
      });
      // How long it takes depends on the machine, and is told, not judged.
      console.log(`        slowest of ten letters in 1 MB: ${Math.round(slowest)} ms`);
      assert.equal(typed, "x".repeat(10));
    },
  },
];
