// The views of names and of translations.

import assert from "node:assert/strict";

export const tests = [
  {
    name: "海兰泡 is found as one types, and its page shows all of it",
    async run({ page }) {
      await page.click("nav a[data-view=name]");
      await page.fill("#name-query", "海兰");
      await page.waitForSelector("#name-suggestions li");
      await page.fill("#name-query", "海兰泡");
      await page.waitForFunction(() => document.querySelector("#name-suggestions li strong")?.textContent === "海兰泡");
      await page.keyboard.press("ArrowDown");
      assert.equal(await page.getAttribute("#name-query", "aria-activedescendant"), "suggestion-0");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".entry");
      const entry = await page.textContent(".entry");
      for (const part of ["布拉戈维申斯克", "Благовещенск", "Blagoveshchensk", "海兰泡", "Благовещенске", "bgn-pcgn", "openstreetmap", "city · Russia"]) assert.ok(entry.includes(part), part);
      assert.match(page.url(), /#\/entry\/blagoveshchensk$/);
      await page.goBack();
      await page.goForward();
      await page.waitForSelector(".entry");
    },
  },
  {
    name: "what nobody knows is converted, and marked so",
    async run({ page }) {
      await page.goto(`${page.url().split("#")[0]}#/name/${encodeURIComponent("Щукозёрск")}`);
      await page.waitForSelector("#name-results table");
      assert.match(await page.textContent("#name-status"), /Щукозёрск/);
      assert.match(await page.textContent("#name-results"), /not established names/);
      assert.match(await page.textContent("#name-results table"), /rules alone/);
    },
  },
  {
    name: "two spellings are one name, or not",
    async run({ page }) {
      await page.click("nav a[data-view=name]");
      await page.fill("#same-a", "习近平");
      await page.fill("#same-b", "Xi Jinping");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("#same-answer").textContent.startsWith("One name"));
      await page.fill("#same-b", "Wang Yi");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("#same-answer").textContent.startsWith("Different"));
    },
  },
  {
    name: "names of a translation that do not match are linked",
    async run({ page }) {
      await page.click("nav a[data-view=compare]");
      await page.fill("#compare-source", "Germany and France signed it.");
      await page.fill("#compare-target", "Его подписали представители Эквадора и Франции.");
      await page.waitForSelector("#compare-findings li");
      assert.match(await page.textContent("#compare-findings li"), /Germany → Эквадора.*Германии/s);
      await page.click("#compare-findings button");
      const active = await page.locator("#view-compare mark.active").allTextContents();
      assert.deepEqual(active, ["Germany", "Эквадора"]);
    },
  },
];
