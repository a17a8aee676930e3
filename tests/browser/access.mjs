// The page without a mouse, in three languages, on a phone, in the dark, and for those who hear it.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { write } from "./article.mjs";

const TEXT = "Trucks go from Heihe to Blagoveschchensk. Blagoveshchensk is in Russia. Ms Kondratenko; Ms Kondratenka's stall.";
const PHONE = { width: 390, height: 844 };
const glossary = (folder) => {
  const file = join(folder, "terms.csv");
  writeFileSync(file, "id,zh,ru,en,note\nzzyk,,Ззык,Zzyk,ours\n");
  return ["--glossary", file, "--writable"];
};

/** Fills every view with something to see. */
async function visit(page, view) {
  await page.click(`nav a[data-view=${view}]`);
  if (view === "article") {
    await page.fill("#article-text", TEXT);
    await page.waitForSelector(".finding");
  } else if (view === "name") {
    await page.goto(`${page.url().split("#")[0]}#/entry/blagoveshchensk`);
    await page.waitForSelector(".entry");
    await page.evaluate(() => document.querySelectorAll(".entry details").forEach((details) => (details.open = true)));
  } else if (view === "glossary") await page.waitForSelector("#row-form");
  else {
    await page.fill("#compare-source", "Germany and France signed it.");
    await page.fill("#compare-target", "Его подписали представители Эквадора и Франции.");
    await page.waitForSelector("#compare-findings li");
  }
}

const VIEWS = ["article", "name", "glossary", "compare"];

async function picture(page, name) {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`), fullPage: true });
}

export const tests = [
  {
    name: "an article is mended with the keyboard alone",
    async run({ page }) {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
      await page.keyboard.press("Enter");
      const tabTo = async (selector) => {
        for (let presses = 0; presses < 60; presses++) {
          if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
          await page.keyboard.press("Tab");
        }
        throw new Error(`Tab does not reach ${selector}`);
      };
      await tabTo("#article-text");
      await page.keyboard.type("Heihe and Blagoveschchensk. Blagoveshchensk.");
      await page.waitForSelector(".finding");
      await page.keyboard.press("F8");
      assert.equal(await page.evaluate(() => window.getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), "Blagoveschchensk");
      await tabTo("button.accept");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("#article-text").value === "Heihe and Blagoveshchensk. Blagoveshchensk.");
      await page.waitForFunction(() => document.activeElement.id === "article-text");
      await page.keyboard.press("Control+z");
      assert.match(await page.inputValue("#article-text"), /Blagoveschchensk/);
    },
  },
  ...[["en-GB", "en", "Check the names"], ["ru-RU", "ru", "Проверка имён"], ["zh-CN", "zh-Hans", "检查文章"]].map(([locale, lang, title]) => ({
    name: `the page speaks ${lang} to a browser of ${locale}`,
    locale,
    async run({ page }) {
      assert.equal(await page.getAttribute("html", "lang"), lang);
      assert.ok((await page.textContent("h1")).startsWith(title));
      await write(page, TEXT, 2);
      for (const code of ["ru", "zh", "en"]) {
        await page.selectOption("#interface-language", code);
        const text = await page.evaluate(() => document.body.innerText);
        assert.doesNotMatch(text, /\b(article|finding|rule|severity|kind|table|count)\.[a-z-]+\b/);
      }
      await page.selectOption("#interface-language", "ru");
      await page.reload();
      await page.waitForSelector("html[data-ready]");
      assert.equal(await page.getAttribute("html", "lang"), "ru");
    },
  })),
  ...[["desktop", { width: 1280, height: 900 }, "light"], ["phone", PHONE, "dark"]].map(([name, viewport, colorScheme]) => ({
    name: `axe finds nothing serious on a ${name} (${colorScheme})`,
    viewport,
    colorScheme,
    args: glossary,
    async run({ page, require }) {
      const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
      const serious = [];
      for (const view of VIEWS) {
        await visit(page, view);
        await page.waitForTimeout(300);
        await picture(page, `${view}-${name}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        for (const one of violations.filter((one) => ["serious", "critical"].includes(one.impact))) serious.push(`${view}: ${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).join("\n")}`);
        const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(width <= room, `${view} is wider (${width}) than the window (${room})`);
      }
      assert.deepEqual(serious, []);
    },
  })),
];
