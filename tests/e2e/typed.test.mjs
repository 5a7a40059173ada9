// Cells that somebody types into, and pupils that are looked for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeSource, check, counts, download, open, soon, useSite } from "./support/index.mjs";

const text = "姓名,性别,出生日期,身份证件类型,身份证件号\n王小明,男,20150901,居民身份证,110101201509010017\n李小红,女,20150902,居民身份证,110101201509020021\n李小芳,女,20150903,居民身份证,110101201509030027\n";
const file = { name: "一班.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
const FIELD = ".typing input";

const site = useSite();
const inspected = useSite({ bypassCSP: true });

const isTableFocused = (page) => page.evaluate(() => document.activeElement?.getAttribute("role") === "grid");

test("a wrong cell is typed anew from the list, recorded, handed back, taken back and made again", async () => {
  const page = await open(site.context, site.address);
  await check(page, file);
  const before = await counts(page);
  await page.click("[data-rule=R1003] h3 button");
  await page.locator("[data-rule=R1003] .occurrences-one").first().click();
  await page.waitForSelector(".visit");
  await soon(async () => /\*/.test(await page.innerText(".table-active")), true, "values are masked");
  await page.click("[data-act=type]");
  await soon(() => page.inputValue(FIELD), "110101201509010017", "who changes a cell sees it whole");
  await page.fill(FIELD, "110101201509010016");
  await page.keyboard.press("Enter");
  await soon(async () => (await counts(page)).errors, before.errors - 1);
  await soon(() => page.innerText(".visit-acts [role=status]"), `还有 ${before.errors - 1} 处`);
  await soon(() => isTableFocused(page), true);
  await page.click("#lists-tab-changes");
  await soon(async () => /手工填写/.test(await page.innerText(".changes tbody tr")), true);
  const saved = await download(page, "corrected");
  assert.equal(saved.bytes.toString(), text.replace("010017", "010016"));
  await page.focus("[role=grid]");
  await page.keyboard.press("Control+z");
  await soon(async () => (await counts(page)).errors, before.errors);
  await page.keyboard.press("Control+y");
  await soon(async () => (await counts(page)).errors, before.errors - 1);
  await page.close();
});

test("a cell is opened and left with the keys of a spreadsheet", async () => {
  const page = await open(site.context, site.address);
  await check(page, file);
  const before = await counts(page);
  await page.focus("[role=grid]");
  await page.keyboard.press("ArrowDown");
  for (const key of ["Enter", "F2"]) {
    await page.keyboard.press(key);
    await page.waitForSelector(FIELD);
    await soon(() => page.evaluate(() => document.activeElement?.matches(".typing input")), true);
    await page.keyboard.type("赵");
    await page.keyboard.press("Escape");
    await soon(() => page.locator(FIELD).count(), 0);
    await soon(() => isTableFocused(page), true);
  }
  // The same text is no change.
  await page.keyboard.press("Enter");
  await page.waitForSelector(FIELD);
  await page.keyboard.press("Enter");
  await soon(() => page.locator(FIELD).count(), 0);
  assert.deepEqual(await counts(page), before);
  assert.equal(await page.locator(".table-edited").count(), 0);
  // Another cell is another text.
  await page.keyboard.press("Enter");
  await page.waitForSelector(FIELD);
  await page.locator(".table [role=gridcell]").first().click();
  await soon(() => page.locator(FIELD).count(), 0);
  await page.close();
});

test("a pupil is found by name or number, again and from the beginning, and told when there is none", async () => {
  const page = await open(site.context, site.address);
  await check(page, file);
  const here = () => page.innerText(".cell-line strong");
  const told = () => page.innerText(".roster-search [role=status]");
  await page.fill(".roster-search input", "李小");
  for (const [cell, said] of [["A3", "第 1 处，共 2 处"], ["A4", "第 2 处，共 2 处"], ["A3", "第 1 处，共 2 处"]]) {
    await page.locator(".roster-search input").press("Enter");
    await soon(here, cell);
    assert.equal(await told(), said);
  }
  await page.fill(".roster-search input", " 0903002 ");
  await page.click(".roster-search button");
  await soon(here, "E4");
  await page.fill(".roster-search input", "张三");
  await page.click(".roster-search button");
  await soon(told, "没有找到“张三”");
  assert.equal(await here(), "E4");
  await page.close();
});

for (const language of ["zh", "en"]) {
  test(`the fields have names and colours for everybody (${language})`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open(inspected.context, `${inspected.address}?lang=${language}`);
      await page.emulateMedia({ colorScheme });
      await check(page, file);
      await page.fill(".roster-search input", "李小");
      await page.click(".roster-search button");
      await page.click("[data-act=type]");
      await page.waitForSelector(FIELD);
      await page.addScriptTag({ content: axeSource });
      const { violations } = await page.evaluate(() => window.axe.run(document.querySelector(".roster")));
      assert.deepEqual(violations.map((it) => [it.id, it.nodes.map((node) => node.html.slice(0, 200))]), []);
      await page.close();
    }
  });
}
