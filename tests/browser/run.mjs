// Runs the tests of the page, one after the other, each with a page and a server of its own.

import { createRequire } from "node:module";
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { tests as article } from "./article.mjs";
import { tests as access } from "./access.mjs";
import { tests as documents } from "./documents.mjs";
import { tests as glossary } from "./glossary.mjs";
import { tests as names } from "./names.mjs";

const require = createRequire(join(process.env.TOOLS, "node_modules", "x"));
const { chromium } = require("playwright-core");

/** Starts the program and waits for its address. */
async function serve(args) {
  const server = spawn(process.env.PROGRAM, ["serve", "--port", "0", "--quiet", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const [address] = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once("line", (line) => resolve([line.trim()]));
    server.once("exit", (code) => reject(new Error(`the server has ended: ${code}`)));
  });
  return { address, stop: () => server.kill("SIGINT") };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Runs a test: it fails if it throws, if the page has an error, or if the page asks anyone but its server. */
async function run({ run: test, args = () => [], locale = "en-GB", viewport = { width: 1280, height: 900 }, colorScheme = "light" }) {
  const folder = mkdtempSync(join(process.env.SCRATCH, "test-"));
  const server = await serve(args(folder));
  const context = await browser.newContext({ locale, viewport, colorScheme, acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && !/status of (4|5)\d\d/.test(message.text()) && troubles.push(`console: ${message.text()}`));
  page.on("request", (request) => !/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(server.address) && troubles.push(`asks ${request.url()}`));
  try {
    await page.goto(server.address);
    await page.waitForSelector("html[data-ready]");
    await test({ page, folder, address: server.address, require });
    if (troubles.length) throw new Error(troubles.join("\n"));
  } finally {
    await context.close();
    server.stop();
  }
}

const wanted = process.argv[2];
const tests = [...article, ...documents, ...names, ...glossary, ...access].filter((test) => !wanted || test.name.includes(wanted));
let failed = 0;
for (const test of tests) {
  const start = Date.now();
  try {
    await run(test);
    console.log(`ok      ${test.name} (${Date.now() - start} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${test.name}\n${error.stack.slice(0, 1500)}`);
  }
}
await browser.close();
console.log(`${tests.length - failed} of ${tests.length} tests of the page passed`);
process.exit(failed || !tests.length ? 1 : 0);
