// The rule book beside the page: read from a disk, without scripts and without asking anybody.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browse, dist, open, singleFile, useSite } from "./support/index.mjs";

const address = (path) => pathToFileURL(join(dist, "docs", path)).href;
const site = useSite();
let context;
before(async () => {
  context = await browse();
});
after(() => context.close());

test("it is read from a disk, from the index to a rule and back, in both languages", async () => {
  const page = await context.newPage();
  const elsewhere = [];
  page.on("request", (it) => it.url().startsWith("file:") || elsewhere.push(it.url()));
  await page.goto(address("index.html"));
  await page.click("main a[href='zh/index.html']");
  await page.click("a[href='says-id-duplicate.html']");
  await page.click("main a[href='R7001.html']");
  assert.ok((await page.locator("h1").textContent()).length > 0);
  await page.click("nav a >> nth=1");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.click("nav a >> nth=0");
  await page.click("a[href='#by-column']");
  assert.equal(await page.locator("dt#id_number").count(), 1);
  assert.deepEqual(elsewhere, []);
  await page.close();
});

test("no page has a script or wants anything from elsewhere", () => {
  for (const language of ["zh", "en"]) {
    const folder = join(dist, "docs", language);
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), "utf8");
      assert.doesNotMatch(text, /<script|<img|<link|src=|href="https?:/, name);
    }
  }
});

test("the page leads to it in a new window; one file has no such link", async () => {
  const page = await open(site.context, site.address);
  const link = page.locator(".footer a");
  assert.equal(await link.getAttribute("target"), "_blank");
  const [opened] = await Promise.all([site.context.waitForEvent("page"), link.click()]);
  await opened.waitForLoadState();
  assert.match(opened.url(), /docs\/(zh|en)\/index\.html$/);
  await opened.close();
  await page.close();
  const single = await open(context, singleFile);
  assert.equal(await single.locator(".footer a").count(), 0);
  await single.close();
});
