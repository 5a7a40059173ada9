// What the page hands back: corrected files, marked workbooks, templates, parts of a roster.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { axeSource, check, commandLine, counts, download, open, report, root, rosters, soon, today, useSite } from "./support/index.mjs";
import { partsOf } from "./support/zip.mjs";

const folder = join(root, "target/e2e/workbooks");
mkdirSync(folder, { recursive: true });
const made = rosters("workbooks", "--rows", "90", "--faults", "0.9", "--seed", "11");
const workbook = join(made, "roster.xlsx");
const gbk = join(made, "roster.gbk.csv");
const old = join(root, "tests/fixtures/equivalents/excel97.xls");
const site = useSite();
const inspected = useSite({ bypassCSP: true });

/** What the command line writes; a roster with errors left in it is written too. */
function written(name, ...args) {
  const path = join(folder, name);
  const run = spawnSync(commandLine, [...args, "-o", path]);
  assert.ok(run.status === 0 || run.status === 1, String(run.stderr));
  return readFileSync(path);
}

/** Saves bytes as a file and gives the command line's report of it. */
function again(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return JSON.parse(report(path));
}

async function corrected(page) {
  await page.click("[data-act=fix]");
  await page.waitForSelector('.fixes-done[data-steps="1"]', { state: "attached" });
  return download(page, "corrected");
}

for (const [file, ending] of [[workbook, "xlsx"], [gbk, "csv"]]) {
  test(`a corrected ${ending} is the one of the command line, and has nothing left to correct`, async () => {
    const page = await open(site.context, site.address);
    await check(page, file);
    const { name, bytes } = await corrected(page);
    assert.ok(name.endsWith(`.${ending}`), name);
    assert.ok(bytes.equals(written(`fixed.${ending}`, "fix", "--today", today, file)), "it differs from the command line's");
    await check(page, join(folder, `fixed.${ending}`));
    await page.click(".sources > summary");
    await page.locator(".sources-name button").first().click();
    await page.waitForSelector('main[data-phase="done"]');
    await page.waitForTimeout(300);
    assert.equal(await page.locator("[data-act=fix]").count(), 0);
    await page.close();
  });
}

test("several corrected files come in one zip; what becomes a new workbook is said", async () => {
  const page = await open(site.context, site.address);
  await check(page, workbook, gbk, old);
  await page.click("[data-act=fix]");
  await page.waitForSelector('.fixes-done[data-steps="1"]', { state: "attached" });
  assert.match(await page.innerText(".fixes-kind"), /新的 xlsx/);
  const { name, bytes } = await download(page, "corrected");
  assert.ok(name.endsWith(".zip"), name);
  const names = partsOf(bytes);
  assert.equal(names.length, 3);
  assert.deepEqual(names.map((it) => it.slice(it.lastIndexOf("."))), [".xlsx", ".csv", ".xlsx"]);
  await page.waitForSelector(".fixes-notes li");
  await page.close();
});

test("the marked workbook is a new one while masked, and the file itself with marks when shown", async () => {
  const page = await open(site.context, site.address);
  await check(page, workbook);
  assert.match(await page.innerText("#downloads-xlsx"), /新做的/);
  const masked = await download(page, "xlsx");
  await page.click(".downloads-shown input");
  await page.locator("#downloads-xlsx", { hasText: "原文件加上标注" }).waitFor();
  const shown = await download(page, "xlsx");
  const parts = partsOf(readFileSync(workbook));
  const kept = partsOf(shown.bytes);
  assert.deepEqual(parts.filter((it) => !kept.includes(it)), []);
  assert.ok(kept.length > parts.length, "sheets were added");
  for (const [name, it] of [["masked.xlsx", masked], ["shown.xlsx", shown]]) assert.equal(again(name, it.bytes).files[0].error, null);
  await page.close();
});

test("a file changed after the check is not corrected, and the page says why", async () => {
  const page = await open(site.context, site.address);
  const changing = join(folder, "改动.csv");
  copyFileSync(gbk, changing);
  await check(page, changing);
  await page.click("[data-act=fix]");
  await page.waitForSelector('.fixes-done[data-steps="1"]', { state: "attached" });
  writeFileSync(changing, "姓名,性别\n王小明,男\n");
  utimesSync(changing, new Date(), new Date(Date.now() + 60_000));
  await page.click("[data-format=corrected]");
  await page.waitForFunction(() => (document.querySelector(".downloads-failure")?.textContent ?? "").includes("改动.csv"));
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  await page.close();
});

test("a blank template can be had before any file", async () => {
  const page = await open(site.context, site.address);
  await page.click(".template summary");
  await page.selectOption(".template select", "xj-2013");
  const { name, bytes } = await download(page, "template");
  assert.ok(name.endsWith(".xlsx"), name);
  assert.ok(bytes.equals(written("template.xlsx", "template", "--profile", "xj-2013")));
  await page.close();
});

test("the pupils can be divided by class, by number, and joined, by keyboard", async () => {
  const page = await open(site.context, site.address);
  await check(page, workbook, gbk);
  const { rows } = await counts(page);
  await page.focus("[data-act=divide]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  const byClass = partsOf((await download(page, "divided")).bytes);
  assert.ok(byClass.length > 1 && byClass.every((it) => it.endsWith(".xlsx")), byClass.join(" "));
  await page.waitForFunction((it) => document.querySelector("dialog [role=status]")?.textContent?.includes(`写入了 ${it} 名学生`), rows);
  await page.check("dialog input[value=rows]");
  await page.fill("dialog input[type=number]", "50");
  await page.fill("dialog input[type=text]", "第{n}份");
  const byRows = partsOf((await download(page, "divided")).bytes);
  assert.equal(byRows.length, Math.ceil(rows / 50));
  assert.match(byRows[0], /^第0?1份\.xlsx$/);
  await page.check("dialog input[value=all]");
  const { name, bytes } = await download(page, "divided");
  assert.ok(name.endsWith(".xlsx"), name);
  assert.equal(again("merged.xlsx", bytes).summary.rows, rows);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  await soon(() => page.evaluate(() => document.activeElement?.dataset.act), "divide");
  await page.close();
});

test("where the names of files tell the classes, whoever divides is told so", async () => {
  const page = await open(site.context, site.address);
  const classes = ["三年级1班", "三年级2班"].map((name) => join(folder, `${name}.csv`));
  classes.forEach((path, at) => writeFileSync(path, `姓名,性别,出生日期\n王小明,男,2017090${at + 1}\n李小红,女,2017100${at + 1}\n`));
  await check(page, ...classes);
  await page.click("[data-act=divide]");
  const parts = partsOf((await download(page, "divided")).bytes);
  assert.equal(parts.length, 2, parts.join(" "));
  await page.waitForSelector(".divide-notes li");
  assert.match(await page.innerText(".divide-notes"), /班级/);
  await page.close();
});

for (const language of ["zh", "en"]) {
  test(`the dialog and the template are accessible (${language})`, async () => {
    const page = await open(inspected.context, `${site.address}?lang=${language}`);
    await page.addScriptTag({ content: axeSource });
    const inspect = async (screen) => {
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map((it) => `${screen}: ${it.id} ${it.nodes.map((node) => node.target).join(" ")}`), []);
    };
    await page.click(".template summary");
    await inspect("template");
    await check(page, workbook);
    await page.click("[data-act=divide]");
    for (const by of ["class", "rows", "all"]) {
      await page.check(`dialog input[value=${by}]`);
      await inspect(by);
    }
    await page.setViewportSize({ width: 360, height: 700 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels too wide`);
    await page.close();
  });
}
