// Corrections: all safe ones at once, single ones, the way back, the record, and nothing lost unasked.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { again, axeSource, check, counts, countsOf, open, report, root, rosters, soon, useSite } from "./support/index.mjs";
import { row, workbook } from "./support/zip.mjs";

const folder = join(root, "target/e2e/fixes");
mkdirSync(folder, { recursive: true });
const many = join(rosters("fixes-many", "--rows", "900", "--faults", "0.5", "--seed", "3"), "roster.csv");
const few = join(folder, "名册.csv");
writeFileSync(few, "姓名,性别,出生日期,身份证件类型,身份证件号\n王小明,男 ,2015-09-01,居民身份证,１１０１０１２０１５０９０１００１７\n李小红,女,20150902,居民身份证,110101201509020020\n");
const column = join(folder, "整列.csv");
writeFileSync(column, `姓名,户口所在地行政区划代码\n${"王小明,110101001\n".repeat(60)}`);

const site = useSite();
const inspected = useSite({ bypassCSP: true });
const UNDO = "[data-act=undo]";

async function steps(page, count) {
  await page.waitForSelector(`.fixes-done[data-steps="${count}"]`, { state: "attached" });
}

/** Corrects everything that is safe; gives how many changes were promised. */
async function fixAll(page) {
  const button = page.locator("[data-act=fix]");
  const promised = Number((await button.innerText()).replace(/\D/g, ""));
  await button.click();
  await steps(page, 1);
  return promised;
}

test("safe corrections are made at once, told, and taken back", async () => {
  const page = await open(site.context, site.address);
  await check(page, few);
  const before = await counts(page);
  assert.ok((await fixAll(page)) >= 2);
  const done = await page.$eval(".fixes-done", (it) => Number(it.dataset.changes));
  assert.match(await page.innerText(".fixes-done"), new RegExp(`已修正 ${done} 处`));
  const after = await counts(page);
  assert.ok(after.errors + after.warnings + after.infos < before.errors + before.warnings + before.infos);
  await soon(() => page.locator("[data-act=fix]").count(), 0, "nothing safe is left");
  await page.click(UNDO);
  await steps(page, 0);
  assert.deepEqual(await counts(page), before);
  assert.deepEqual(before, countsOf(report(few)));
  await soon(() => page.locator("[data-act=fix]").count(), 1);
  await page.close();
});

test("changed cells are marked in the roster and say what they were", async () => {
  const page = await open(site.context, site.address);
  await check(page, few);
  await page.click(".downloads-shown input");
  await fixAll(page);
  await page.waitForSelector(".table .table-edited");
  await page.locator(".table .table-edited").last().click();
  await page.waitForSelector(".cell-line-before");
  assert.match(await page.innerText(".cell-line-before"), /改前：/);
  assert.match(await page.locator(".table .table-edited").last().innerText(), /已改/);
  await page.close();
});

test("the record lists every change, a page at a time, and leads to the cell", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  await fixAll(page);
  await page.click("#lists-tab-changes");
  await page.waitForSelector(".changes tbody th button");
  const all = Number((await page.innerText("#lists-tab-changes .tabs-note")).replace(/\D/g, ""));
  assert.ok(all > 50, `${all}`);
  await soon(() => page.locator(".changes tbody tr").count(), 50);
  assert.match(await page.innerText(".turner"), new RegExp(`共 ${all} 处`));
  await page.click(".turner button >> nth=1");
  await page.waitForFunction(() => document.querySelector(".turner span")?.textContent?.includes("51"));
  const button = page.locator(".changes tbody th button").first();
  await button.waitFor();
  const cell = await button.innerText();
  await button.click();
  await page.waitForFunction((it) => document.querySelector(".cell-line strong")?.textContent === it, cell);
  await page.close();
});

test("Control and Z take back, but not from a field", async () => {
  const page = await open(site.context, site.address);
  await check(page, few);
  await fixAll(page);
  await page.click(".options summary");
  await page.focus(".options input[type=date]");
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(300);
  await steps(page, 1);
  await page.focus("[role=grid]");
  await page.keyboard.press("Control+z");
  await steps(page, 0);
  await page.close();
});

test("what was taken back is made again by key and by button, until something else is done", async () => {
  const page = await open(site.context, site.address);
  await check(page, few);
  const before = await counts(page);
  await fixAll(page);
  const after = await counts(page);
  await page.focus("[role=grid]");
  assert.equal(await page.locator("[data-act=redo]").count(), 0);
  for (const key of ["Control+y", "Control+Shift+z"]) {
    await page.keyboard.press("Control+z");
    await steps(page, 0);
    assert.deepEqual(await counts(page), before);
    await page.keyboard.press(key);
    await steps(page, 1);
    assert.deepEqual(await counts(page), after);
  }
  await page.click(UNDO);
  await steps(page, 0);
  await page.click("[data-act=redo]");
  await steps(page, 1);
  await soon(() => page.locator("[data-act=redo]").count(), 0, "nothing is left to be made again");
  assert.match(await page.innerText(".fixes"), /在名册里点一个单元格，按“修改这一格”/);
  await page.close();
});

test("what could not be put into its file is no change any more, and is told", async () => {
  const page = await open(site.context, site.address);
  const formula = '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> 王小明</t></is></c><c r="B2" t="inlineStr"><is><t>女</t></is></c><c r="C2" t="str"><f t="array" ref="C2:C3">D2:D3</f><v>2015-09-01</v></c><c r="D2" t="inlineStr"><is><t>2015-09-01</t></is></c></row>';
  const rows = row(1, "姓名", "性别", "出生日期", "来源") + formula + row(3, "李小红", "女", "2015-09-01", "2015-09-01");
  await check(page, { name: "数组.xlsx", mimeType: "", buffer: workbook(rows) });
  await fixAll(page);
  assert.ok(Number(await page.$eval(".fixes-done", (it) => it.dataset.changes)) > 1);
  await Promise.all([page.waitForEvent("download"), page.click("[data-format=corrected]")]);
  await page.waitForSelector('.fixes-done[data-changes="1"]', { state: "attached" });
  await page.waitForSelector(".fixes-notes");
  assert.match(await page.innerText(".fixes-notes"), /C3：它属于一个数组公式/);
  assert.equal(await page.locator("[data-format=corrected].button-main").count(), 0, "what is changed is saved");
  await page.close();
});

test("two cells that gainsay each other are both marked", async () => {
  const page = await open(site.context, site.address);
  await check(page, { name: "性别.csv", mimeType: "text/csv", buffer: Buffer.from("姓名,性别,身份证件类型,身份证件号\n王小明,女,居民身份证,110101201509010016\n") });
  await page.click("[data-rule=R1006] h3 button");
  await page.click("[data-rule=R1006] .occurrences-one");
  const line = () => page.innerText(".cell-line");
  await soon(async () => (await line()).startsWith("B2"), true);
  await page.focus("[role=grid]");
  await page.keyboard.press("End");
  await soon(async () => (await line()).startsWith("D2"), true);
  assert.match(await line(), /看这条|性别/);
  assert.doesNotMatch(await line(), /没有问题/);
  await page.close();
});

test("one correction of the list can be made by itself, by keyboard", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  const before = await page.$$eval(".findings-rule", (all) => all.map((it) => it.dataset.rule));
  for (const rule of before) {
    const item = page.locator(`.findings-rule[data-rule=${rule}]`);
    await item.locator("h3 button").click();
    await item.locator(".occurrences-one").first().waitFor();
    if ((await item.locator(".occurrences-apply").count()) > 0) break;
    await item.locator("h3 button").click();
  }
  const apply = page.locator(".occurrences-apply").first();
  assert.match(await apply.getAttribute("aria-label"), /^采用：把 [A-Z]+\d+ 改为 /);
  await apply.focus();
  await page.keyboard.press("Enter");
  await steps(page, 1);
  assert.equal(await page.$eval(".fixes-done", (it) => it.dataset.changes), "1");
  await page.keyboard.press("Control+z");
  await steps(page, 0);
  assert.deepEqual(await counts(page), countsOf(report(many)));
  await page.close();
});

test("the correction of a whole column is one click and one way back", async () => {
  const page = await open(site.context, site.address);
  await check(page, column);
  const item = page.locator(".findings-rule[data-rule=R5001]");
  await item.locator("h3 button").click();
  const apply = item.locator(".occurrences-apply");
  await apply.waitFor();
  assert.match(await apply.getAttribute("aria-label"), /^全部采用（60 处）：B2 改为 /);
  await apply.click();
  await steps(page, 1);
  assert.equal(await page.$eval(".fixes-done", (it) => it.dataset.changes), "60");
  await page.click(UNDO);
  await steps(page, 0);
  assert.deepEqual(await counts(page), countsOf(report(column)));
  await page.close();
});

test("changes stay when something is checked otherwise, and when files come and go", async () => {
  const page = await open(site.context, site.address);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  await check(page, few);
  await fixAll(page);
  const fixed = await page.$eval(".fixes-done", (it) => it.dataset.changes);
  await page.click(".options summary");
  await again(page, () => page.selectOption("#option-stage", "after-import"));
  await steps(page, 1);
  await again(page, () => page.selectOption("#option-stage", "before-import"));
  const shown = await counts(page);
  await again(page, () => page.setInputFiles("input[type=file]", many));
  await steps(page, 1);
  assert.equal(await page.$eval(".fixes-done", (it) => it.dataset.changes), fixed);
  assert.deepEqual(asked, []);
  // The file of the changes goes, which is asked about, and comes back.
  await page.click(".sources summary");
  await again(page, () => page.locator(".sources-name button").first().click());
  assert.match(asked.join(), /没有下载修正后的文件/);
  asked.length = 0;
  await steps(page, 0);
  await again(page, () => page.setInputFiles("input[type=file]", few));
  await steps(page, 1);
  await again(page, () => page.locator(".sources-name button").first().click());
  assert.deepEqual(await counts(page), shown);
  assert.deepEqual(asked, []);
  await page.keyboard.press("Control+z");
  await steps(page, 0);
  assert.deepEqual(await counts(page), countsOf(report(few)));
  await page.close();
});

test("changes stay when a check with more files is cancelled", async () => {
  const page = await open(site.context, site.address);
  await check(page, few);
  await fixAll(page);
  const shown = await counts(page);
  await page.setInputFiles("input[type=file]", { name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(`姓名,性别\n${"张三,男\n".repeat(3_000_000)}`) });
  await again(page, () => page.click(".running .button"));
  await steps(page, 1);
  assert.deepEqual(await counts(page), shown);
  await page.close();
});

test("changes are not lost without a question", async () => {
  const page = await open(site.context, site.address);
  await check(page, few);
  const asked = [];
  let answer = false;
  page.on("dialog", (dialog) => {
    asked.push([dialog.type(), dialog.message()]);
    void (answer ? dialog.accept() : dialog.dismiss());
  });
  await fixAll(page);
  await page.click(".tools > .button");
  await soon(() => asked.length, 1);
  assert.match(asked[0][1], /没有下载修正后的文件/);
  await steps(page, 1);
  answer = true;
  await page.click(".tools > .button");
  await page.waitForSelector("main[data-phase=empty]");
  await soon(() => page.evaluate(() => document.activeElement?.tagName), "H1", "the focus is where the page begins");
  asked.length = 0;
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  assert.deepEqual(asked, [], "nothing is lost by leaving now");
  await check(page, few);
  await fixAll(page);
  await page.reload();
  assert.deepEqual(asked.map((it) => it[0]), ["beforeunload"]);
  await page.close();
});

test("changes are not lost without a question while a check goes on", async () => {
  const page = await open(site.context, site.address);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await check(page, few);
  await fixAll(page);
  await page.setInputFiles("input[type=file]", { name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(`姓名,性别\n${"张三,男\n".repeat(3_000_000)}`) });
  await page.waitForSelector(".running");
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await page.close();
});

test("changes that wait for their file are not lost without a question", async () => {
  const page = await open(site.context, site.address);
  const changing = join(folder, "等待.csv");
  writeFileSync(changing, readFileSync(few));
  await check(page, changing);
  await fixAll(page);
  const asked = [];
  let answer = true;
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (answer ? dialog.accept() : dialog.dismiss());
  });
  writeFileSync(changing, "姓名\n");
  utimesSync(changing, new Date(), new Date(Date.now() + 60_000));
  await page.setInputFiles("input[type=file]", [{ name: "空.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) }]);
  await page.waitForSelector("main[data-phase=failed]");
  asked.length = 0;
  answer = false;
  await page.click(".failed .plain >> nth=-1");
  await soon(() => asked.length, 1);
  assert.match(asked[0], /没有下载修正后的文件/);
  assert.equal(await page.getAttribute("main", "data-phase"), "failed");
  await page.close();
});

test("changes are not lost without a question when their file was changed or goes", async () => {
  const page = await open(site.context, site.address);
  const changing = join(folder, "改动.csv");
  const text = readFileSync(few, "utf8");
  writeFileSync(changing, text);
  await check(page, changing);
  await fixAll(page);
  const cells = await page.$eval(".fixes-done", (it) => it.dataset.changes);
  const asked = [];
  let answer = false;
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (answer ? dialog.accept() : dialog.dismiss());
  });
  await page.click(".sources summary");
  await page.click(".sources-name button");
  await soon(() => asked.length, 1, "the file is taken out");
  await again(page, () => page.setInputFiles("input[type=file]", many));
  assert.equal(asked.length, 1, "another file comes");
  // A browser knows by the time of the file.
  writeFileSync(changing, text.replace("王小明", "王小小明"));
  utimesSync(changing, new Date(), new Date(Date.now() + 60_000));
  for (const chosen of [changing, many]) {
    asked.length = 0;
    await page.setInputFiles("input[type=file]", chosen);
    await soon(() => asked.length, 1, chosen);
    assert.ok(asked[0].startsWith(`已经改了 ${cells} 处`), asked[0]);
  }
  await steps(page, 1);
  await page.click(".options summary");
  await page.selectOption("#option-stage", "after-import");
  await page.waitForSelector("[data-notice=stale]");
  await steps(page, 1);
  answer = true;
  await again(page, () => page.setInputFiles("input[type=file]", changing));
  await steps(page, 0);
  assert.match(await page.innerText(".notices"), /“改动\.csv”已换成/);
  await page.close();
});

for (const language of ["zh", "en"]) {
  test(`corrections and their record are accessible (${language})`, async () => {
    const page = await open(inspected.context, `${site.address}?lang=${language}`);
    await page.addScriptTag({ content: axeSource });
    const inspect = async (screen) => {
      // Half way between two colours a button has a contrast that it never keeps.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)));
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map((it) => `${screen}: ${it.id} ${it.nodes.map((node) => node.target).join(" ")}`), []);
    };
    await check(page, many);
    await page.click(".fixes summary");
    await page.locator(".findings-rule h3 button").first().click();
    await inspect("offer");
    await fixAll(page);
    // The rows in view are asked for anew after a change; until they come their cells are blank.
    await page.waitForFunction(() => [...document.querySelectorAll(".table-number")].every((it) => it.textContent !== ""));
    await inspect("done");
    await page.click("#lists-tab-changes");
    await page.waitForSelector(".changes tbody th button");
    await inspect("record");
    await page.setViewportSize({ width: 360, height: 700 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels too wide`);
    await page.close();
  });
}
