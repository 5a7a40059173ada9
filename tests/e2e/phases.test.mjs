// What the page says of itself from one result to the next.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { again, check, download, finished, focused, open, report, root, rosters, useSite } from "./support/index.mjs";

const folder = join(root, "target/e2e/phases");
mkdirSync(folder, { recursive: true });
const good = join(rosters("phases-good", "--rows", "40", "--format", "csv"), "roster.csv");
const site = useSite();

function written(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("from the moment files are taken, or something is set, the result before is no answer", async () => {
  const page = await open(site.context, site.address, () => {
    const { arrayBuffer } = Blob.prototype;
    let gate;
    globalThis.shut = () => (gate = new Promise((resolve) => (globalThis.letGo = resolve)));
    Blob.prototype.arrayBuffer = async function held() {
      await gate;
      return arrayBuffer.call(this);
    };
  });
  const answer = () => page.$eval("main", (it) => `${it.dataset.phase} ${it.dataset.rows ?? ""}`);
  /** The page does not come to look at its files before the answer was seen. */
  const next = async (act, expected) => {
    await page.evaluate(() => void globalThis.shut());
    await act();
    assert.equal(await answer(), "reading ");
    await page.evaluate(() => globalThis.letGo());
    await finished(page);
    assert.equal(await answer(), expected);
  };
  await check(page, written("一.csv", "姓名,性别\n王小明,男\n"));
  assert.equal(await answer(), "done 1");
  await next(() => page.setInputFiles("input[type=file]", [written("二.csv", "姓名,性别\n李小红,女\n")]), "done 2");
  await page.click(".options summary");
  await next(() => page.selectOption("#option-stage", "after-import"), "done 2");
  await page.click(".sources summary");
  await next(() => page.click(".sources-name button"), "done 1");
  await page.close();
});

test("what cannot be read is told to everybody, with a report, and starting over is a start", async () => {
  const page = await open(site.context, site.address);
  const broken = written("图片.xlsx", Buffer.from("89504e470d0a1a0a0000", "hex"));
  await page.focus("input[type=file]");
  await check(page, broken);
  await focused(page, "result");
  assert.match(await page.innerText("#app > .unseen[role=status]"), /没有可以检查的内容/);
  const { name, bytes } = await download(page, "json");
  assert.equal(name, "学籍自查-报告-20261121.json");
  assert.ok(bytes.equals(report(broken)), "it differs from the command line's report");
  await page.click(".failed .plain >> nth=-1");
  await page.waitForSelector("main[data-phase=empty]");
  await page.close();
});

test("starting over begins before the import, whatever the files before said", async () => {
  const page = await open(site.context, site.address);
  await check(page, written("问题学籍.csv", "学生姓名,问题类型,全国学籍号\n王小明,身份证重复,G110101201509010017\n"), good);
  const stage = () => page.$eval("#option-stage", (it) => it.value);
  assert.equal(await stage(), "after-import");
  await page.click(".tools > .button");
  await page.waitForSelector("main[data-phase=empty]");
  assert.equal(await stage(), "before-import");
  await page.close();
});

test("a page that stays open goes with the clock until a date is set", async () => {
  const page = await open(site.context, site.address);
  const day = () => page.$eval("#option-today", (it) => it.value);
  await page.clock.setFixedTime(new Date("2026-11-23T12:00:00"));
  await check(page, good);
  assert.equal(await day(), "2026-11-23");
  await page.click(".options summary");
  await again(page, () => page.fill("#option-today", "2026-09-01"));
  await page.clock.setFixedTime(new Date("2026-11-24T12:00:00"));
  await again(page, () => page.selectOption("#option-stage", "after-import"));
  assert.equal(await day(), "2026-09-01");
  await page.close();
});
