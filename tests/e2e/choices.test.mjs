// What the program guessed of a file can be decided otherwise, with the result of the command line.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { again, axeSource, check, counts, countsOf, download, focused, open, report, root, rosters, soon, useSite } from "./support/index.mjs";

const folder = join(root, "target/e2e/choices");
mkdirSync(folder, { recursive: true });
const gbk = join(rosters("choices-gbk", "--rows", "30", "--faults", "0.3"), "roster.gbk.csv");
const twoSheets = join(root, "tests/fixtures/hidden/calc.xlsx");
const titled = join(folder, "登记表.csv");
writeFileSync(titled, "姓名,性别,出生日期\n王小明,男,20150901\n学生姓名,性别,出生年月\n李小红,女,20150902\n");

const site = useSite();
const inspected = useSite({ bypassCSP: true });

/** Opens the list of files of a checked run. */
async function sources(page, ...files) {
  await check(page, ...files);
  await page.click(".sources > summary");
}

async function jsonOf(page) {
  return (await download(page, "json")).bytes;
}

test("the encoding of a text file can be decided, and guessed again", async () => {
  const page = await open(site.context, site.address);
  await sources(page, gbk);
  const select = page.locator(".sources-name select");
  assert.match(await select.locator("option").first().innerText(), /GB18030/);
  await again(page, () => select.selectOption("Big5"));
  await focused(page, "encoding-0", "the focus is where it was");
  assert.ok((await jsonOf(page)).equals(report("--encoding", "Big5", gbk)));
  await again(page, () => select.selectOption(""));
  assert.ok((await jsonOf(page)).equals(report(gbk)));
  await page.close();
});

test("a sheet can be left out and taken in again, by keyboard", async () => {
  const page = await open(site.context, site.address);
  await sources(page, twoSheets);
  assert.deepEqual(await counts(page), countsOf(report(twoSheets)));
  const boxes = page.locator(".sources-check input");
  await soon(() => boxes.count(), 2);
  assert.equal(await page.locator(".sources-hidden").count(), 1);
  const [first] = await page.$$eval(".sources-check strong", (all) => all.map((it) => it.textContent));
  await boxes.nth(1).focus();
  await again(page, () => page.keyboard.press("Space"));
  assert.deepEqual(await counts(page), countsOf(report("--sheet", first, twoSheets)));
  assert.equal(await boxes.nth(1).isChecked(), false);
  // The focus came back to the box.
  await again(page, () => page.keyboard.press("Space"));
  assert.deepEqual(await counts(page), countsOf(report(twoSheets)));
  // The first of two goes to the end of the list, and the focus with it.
  await boxes.first().focus();
  await again(page, () => page.keyboard.press("Space"));
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), `检查“${first}”`);
  await again(page, () => page.keyboard.press("Space"));
  assert.deepEqual(await counts(page), countsOf(report(twoSheets)));
  await page.close();
});

test("what a column is can be said, one after another, and taken back", async () => {
  const page = await open(site.context, site.address);
  const odd = join(folder, "导出.csv");
  writeFileSync(odd, "姓名,性别,证上的号,\n王小明,男,110101201509010017,\n李小红,女,110101201509020020,走读\n");
  await sources(page, odd);
  const columns = page.locator(".sources-sheet button", { hasText: "各列是什么" });
  await columns.focus();
  await page.keyboard.press("Enter");
  const number = page.locator("#sheet-0-0-column-C");
  assert.equal(await number.locator("option").first().innerText(), "自动：不认识");
  assert.match(await page.locator("#sheet-0-0-column-A option").first().innerText(), /姓名/);

  await again(page, () => number.selectOption("id_number"));
  await focused(page, "sheet-0-0-column-C", "the focus is where it was");
  const said = report("--column", "证上的号=身份证件号", odd);
  assert.ok(!said.equals(report(odd)));
  assert.ok((await jsonOf(page)).equals(said));
  assert.match(await page.innerText(".findings"), /校验码/);

  // The list is still open; a column without a header has its letters.
  await again(page, () => page.locator("#sheet-0-0-column-D").selectOption("boarding"));
  assert.ok((await jsonOf(page)).equals(report("--column", "证上的号=身份证件号", "--column", "#D=boarding", odd)));
  await again(page, () => page.locator("#sheet-0-0-column-D").selectOption("none"));
  await again(page, () => number.selectOption(""));
  assert.ok((await jsonOf(page)).equals(report("--column", "#D=none", odd)));
  await again(page, () => page.locator("#sheet-0-0-column-D").selectOption(""));
  assert.ok((await jsonOf(page)).equals(report(odd)));
  await columns.click();
  assert.equal(await number.count(), 0);
  await page.close();
});

test("a date that is typed is none until it is whole", async () => {
  const page = await open(site.context, site.address);
  await check(page, titled);
  await page.click(".options summary");
  const before = await page.inputValue("#option-today");
  const field = page.locator("#option-today");
  await field.fill("0002-11-21");
  await field.blur();
  assert.equal(await page.inputValue("#option-today"), before, "a year that nobody means is put back");
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  await again(page, () => field.fill("2025-11-21"));
  assert.equal(await page.inputValue("#option-today"), "2025-11-21");
  await page.close();
});

test("a long name of a file leaves the cell to be read, and the same file twice is said", async () => {
  const page = await open(site.context, site.address);
  await page.setViewportSize({ width: 1024, height: 700 });
  const long = join(folder, "禅城区第一实验小学二〇二一级一年级新生学籍信息采集表（最终确认版）（勿删）.csv");
  writeFileSync(long, readFileSync(titled));
  await sources(page, titled, long);
  assert.match(await page.innerText("[data-notice=same]"), /内容完全相同/);
  await page.locator(".findings-rule[data-rule=R7007] h3 button, .findings-rule h3 button").first().click();
  await page.locator(".occurrences-place").first().waitFor();
  const cut = await page.$$eval(".occurrences-place strong > span:last-child", (all) => all.filter((it) => it.scrollWidth > it.clientWidth + 1 || it.getBoundingClientRect().right > it.closest("button").getBoundingClientRect().right).length);
  assert.equal(cut, 0);
  await page.close();
});

test("the header can be pointed out among the first rows, by mouse, keyboard and number", async () => {
  const page = await open(site.context, site.address);
  await sources(page, titled);
  const wrong = page.locator(".sources-sheet button").first();
  const chosen = report("--header-row", "3", titled);
  assert.ok(!chosen.equals(report(titled)));

  await wrong.click();
  await again(page, () => page.click(".head-rows tr:has([data-row='3']) td >> nth=0"));
  assert.ok((await jsonOf(page)).equals(chosen));
  assert.match(await page.innerText(".sources-sheet"), /第 3 行（您指定的）/);

  await wrong.click();
  await again(page, () => page.click(".head-other .plain"));
  assert.ok((await jsonOf(page)).equals(report(titled)));

  await wrong.focus();
  await page.keyboard.press("Enter");
  await page.focus(".head-rows [data-row='3']");
  await again(page, () => page.keyboard.press("Enter"));
  assert.ok((await jsonOf(page)).equals(chosen));

  await wrong.click();
  await page.fill(".head-other input", "2");
  await again(page, () => page.keyboard.press("Enter"));
  assert.ok((await jsonOf(page)).equals(report("--header-row", "2", titled)));
  await page.close();
});

test("a sheet can have a profile of its own", async () => {
  const page = await open(site.context, site.address);
  await sources(page, gbk, titled);
  await again(page, () => page.locator("#sheet-0-0-profile").selectOption("any"));
  const sheets = JSON.parse(await jsonOf(page)).sheets;
  assert.equal(sheets[0].profile, "any");
  assert.equal(sheets[1].profile, JSON.parse(report(titled)).sheets[0].profile);
  await page.close();
});

test("a file can be compared with only, and a list of problems is known and makes the stage", async () => {
  const page = await open(site.context, site.address);
  const district = join(folder, "全区.csv");
  writeFileSync(district, "姓名,性别,出生日期\n王小明,男,20150901\n");
  const problems = join(folder, "问题学籍.csv");
  writeFileSync(problems, "姓名,性别,出生日期,问题类型\n王小明,男,20150901,有身份证号的重复学籍\n");
  await sources(page, titled, district);
  await again(page, () => page.locator("#sheet-1-0-role").selectOption("archive"));
  assert.ok((await jsonOf(page)).equals(report("--archive", district, titled)));
  await again(page, () => page.locator("#sheet-1-0-role").selectOption(""));
  assert.ok((await jsonOf(page)).equals(report(titled, district)));
  await again(page, () => page.setInputFiles("input[type=file]", problems));
  assert.match(await page.locator("#sheet-2-0-role option").first().innerText(), /问题学籍名单/);
  assert.equal(await page.inputValue("#option-stage"), "after-import");
  assert.ok((await jsonOf(page)).equals(report(titled, district, problems)));
  await page.close();
});

test("a choice stays with its file when another of the same name goes", async () => {
  const page = await open(site.context, site.address);
  const bytes = readFileSync(titled);
  const first = { name: "登记表.csv", mimeType: "text/csv", buffer: Buffer.from("姓名,性别\n王小明,男\n") };
  await check(page, first);
  await again(page, () => page.setInputFiles("input[type=file]", [{ ...first, buffer: bytes }]));
  await page.click(".sources > summary");
  const second = page.locator(".sources-file").nth(1);
  await second.locator(".sources-sheet button").first().click();
  await again(page, () => second.locator("[data-row='3']").click());
  await again(page, () => page.locator(".sources-name button").first().click());
  const { sheets } = JSON.parse(await jsonOf(page));
  assert.deepEqual(sheets.map((it) => it.header_rows), [[3]]);
  await page.close();
});

for (const language of ["zh", "en"]) {
  test(`the list of files is accessible, with the first rows and the columns unfolded (${language})`, async () => {
    const page = await open(inspected.context, `${site.address}?lang=${language}`);
    await sources(page, twoSheets, gbk, titled);
    await page.locator(".sources-sheet button").first().click();
    await page.locator(".sources-sheet button[id$=-columns]").first().click();
    await page.locator(".columns select").first().waitFor();
    await page.addScriptTag({ content: axeSource });
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map((it) => `${it.id} ${it.nodes.map((node) => node.target).join(" ")}`), []);
    await page.setViewportSize({ width: 360, height: 700 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels too wide`);
    await page.close();
  });
}
