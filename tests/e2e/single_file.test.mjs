// The whole product as one file, opened from a disk.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browse, check, counts, countsOf, download, open, report, rosters, singleFile } from "./support/index.mjs";

const file = join(rosters("single-file", "--rows", "60", "--faults", "0.2", "--duplicates", "0.05"), "roster.xlsx");
let context;
before(async () => {
  context = await browse();
});
after(() => context.close());

test("it checks like the other form of the page and asks for nothing", async () => {
  const requests = [];
  context.on("request", (it) => {
    if (!/^(blob|data):/.test(it.url())) requests.push(it.url());
  });
  const said = [];
  context.on("console", (it) => said.push(it.text()));
  const page = await open(context, singleFile);
  await check(page, file);
  assert.deepEqual(said, [], "its policy permits its own styles and scripts");
  assert.notEqual(await page.$eval("main", (it) => getComputedStyle(it).maxWidth), "none", "it has its styles");
  const expected = report(file);
  assert.deepEqual(await counts(page), countsOf(expected));
  assert.ok((await download(page, "json")).bytes.equals(expected));
  assert.deepEqual(requests, [singleFile]);
  await page.close();
});

test("it can be cancelled and used again", async () => {
  const page = await open(context, singleFile);
  await page.click(".start-sample button");
  await page.waitForSelector('main[data-phase="done"]');
  await page.click(".tools > .button");
  await check(page, file);
  assert.ok((await counts(page)).rows >= 60);
  await page.close();
});

test("it speaks English too", async () => {
  const page = await open(context, `${singleFile}?lang=en`);
  assert.equal(await page.innerText("h1"), "Check a pupil roster before you submit it");
  await page.close();
});
