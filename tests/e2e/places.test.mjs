// From the lists to the roster and back: whose place it is, what is wrong there, the next one, and groups by case.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { axeSource, check, download, open, root, rosters, soon, useSite } from "./support/index.mjs";

mkdirSync(join(root, "target/e2e"), { recursive: true });
const many = join(rosters("places-many", "--rows", "300", "--faults", "0.6", "--duplicates", "0.4", "--seed", "11", "--columns", "46"), "roster.csv");
const small = { name: "一班.csv", mimeType: "text/csv", buffer: Buffer.from("学校标识码,姓名,性别,出生日期,年级,班级,身份证件类型,身份证件号\n1111000001,王小明,男,20150901,三年级,2班,居民身份证,110101201509010017\n1111000001,李小红,女 ,20150902,三年级,2班,居民身份证,110101201509020020\n") };

const site = useSite();
const inspected = useSite({ bypassCSP: true });

/** Opens a rule and goes to its first place. */
async function goTo(page, rule) {
  await page.click(`[data-rule=${rule}] h3 button`);
  await page.locator(`[data-rule=${rule}] .occurrences-one`).first().click();
  await page.waitForSelector(".visit");
}

/** The first rule of the list that proposes something to take over. */
async function ruleWithFix(page, least) {
  for (const rule of await page.$$eval(".findings-rule", (all) => all.map((it) => it.dataset.rule))) {
    const item = page.locator(`.findings-rule[data-rule=${rule}]`);
    const count = Number(await item.locator(".findings-count").getAttribute("data-count"));
    await item.locator("h3 button").click();
    await item.locator(".occurrences-one").first().waitFor();
    const has = (await item.locator("li").first().locator(".occurrences-apply").count()) > 0;
    await item.locator("h3 button").click();
    if (has && count >= least) return rule;
  }
  throw new Error("no rule proposes anything");
}

test("a place says whose it is, masked as long as values are, and so does the cell", async () => {
  const page = await open(site.context, site.address);
  await check(page, small);
  await page.click("[data-rule=R1003] h3 button");
  const line = () => page.locator("[data-rule=R1003] .occurrences-place").first().innerText();
  await soon(async () => /王\*\*\s+三年级\s+2班/.test(await line()), true);
  await page.locator("[data-rule=R1003] .occurrences-one").first().click();
  await soon(() => page.innerText(".cell-line-pupil"), "王** 三年级 2班");
  await page.click(".downloads-shown input");
  await soon(async () => /王小明/.test(await line()), true);
  await soon(() => page.innerText(".cell-line-pupil"), "王小明 三年级 2班");
  // The sentence stays when the list is closed.
  const sentence = async () => /应为/.test(await page.innerText(".cell-line"));
  await soon(sentence, true);
  await page.click("[data-rule=R1003] h3 button");
  await page.click(".downloads-shown input");
  await soon(() => page.innerText(".cell-line-pupil"), "王** 三年级 2班");
  await soon(sentence, true);
  await page.close();
});

test("the names stay in view beside the row numbers", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  await page.focus("[role=grid]");
  await page.keyboard.press("End");
  await soon(() => page.$eval(".table", (it) => it.scrollLeft > 500), true);
  const edges = () => page.evaluate(() => {
    const left = (it) => Math.round(it.getBoundingClientRect().left);
    const name = document.querySelector(".table-row .table-name");
    return left(name) - left(name.closest(".table-row").querySelector(".table-number"));
  });
  await soon(edges, 60);
  assert.equal(await page.innerText(".table-head .table-name >> nth=0").then((it) => /姓名/.test(it)), true);
  // What would be under them is brought out.
  for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowLeft");
  const isFree = await page.evaluate(() => {
    const active = document.querySelector(".table-active").getBoundingClientRect();
    return active.left >= document.querySelector(".table-row .table-name").getBoundingClientRect().right - 1;
  });
  assert.ok(isFree, "the active cell is not under the names");
  await page.close();
});

test("on one column the cell has the sentence, the correction, the next place and the way back", async () => {
  const page = await open(site.context, site.address);
  await page.setViewportSize({ width: 1024, height: 768 });
  await check(page, many);
  const rule = await ruleWithFix(page, 3);
  const all = Number(await page.getAttribute(`[data-rule=${rule}] .findings-count`, "data-count"));
  await goTo(page, rule);
  const said = await page.locator(`[data-rule=${rule}] .occurrences-message`).first().innerText();
  assert.ok((await page.innerText(".cell-line")).includes(said.slice(0, 12)), said);
  assert.match(await page.innerText(".visit"), new RegExp(`第 1 处，共 ${all} 处`));
  const cell = () => page.innerText(".cell-line strong");
  const first = await cell();
  await page.getByRole("button", { name: "下一处" }).click();
  await soon(async () => (await page.innerText(".visit")).includes("第 2 处"), true);
  await page.getByRole("button", { name: "上一处" }).click();
  await soon(cell, first);
  await page.locator("[data-act=take]").click();
  await soon(async () => (await page.innerText(".visit")).includes("已改"), true);
  await soon(() => page.evaluate(() => document.activeElement?.id), "visit");
  await page.getByRole("button", { name: "下一处" }).click();
  await soon(async () => /第 1 处/.test(await page.innerText(".visit")), true);
  await page.click("[data-act=back]");
  await soon(() => page.evaluate(() => document.activeElement?.className), "occurrences-one");
  await soon(() => page.evaluate((it) => document.activeElement.closest("[data-rule]")?.dataset.rule === it, rule), true);
  // Another cell is no place of the list.
  await page.locator(".table-row [role=gridcell]").nth(5).click();
  await soon(() => page.locator(".visit").count(), 0);
  await page.close();
});

test("back is the place in the middle of a long list, by keyboard", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  const rule = await page.$$eval(".findings-rule", (all) => all.find((it) => Number(it.querySelector(".findings-count").dataset.count) >= 15).dataset.rule);
  await goTo(page, rule);
  for (let at = 2; at <= 12; at++) {
    await page.getByRole("button", { name: "下一处" }).press("Enter");
    await soon(async () => (await page.innerText(".visit")).includes(`第 ${at} 处`), true);
  }
  await page.click("#lists-tab-groups");
  await page.locator("[data-act=back]").press("Enter");
  await soon(() => page.evaluate(() => document.activeElement?.closest("li[aria-posinset]")?.getAttribute("aria-posinset")), "12");
  await page.close();
});

test("of many sheets the one of the place is in view, and its name beside the cell", async () => {
  const page = await open(site.context, site.address);
  const classes = Array.from({ length: 14 }, (_, at) => ({ name: `二年级${at + 1}班的学生名册.csv`, mimeType: "text/csv", buffer: Buffer.from(`姓名,性别\n王小明,${at === 13 ? "男生" : "男"}\n`) }));
  await check(page, ...classes);
  await goTo(page, "R4007");
  await soon(() => page.innerText(".cell-line-sheet"), "二年级14班的学生名册.csv");
  const isInView = () => page.$eval(".roster .tabs", (row) => {
    const [view, tab] = [row.getBoundingClientRect(), row.querySelector("[aria-selected=true]").getBoundingClientRect()];
    return tab.left >= view.left - 1 && tab.right <= view.right + 1;
  });
  await soon(isInView, true);
  await page.close();
});

test("End and Home keep the focus in a long list", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  const [rule, count] = await page.$$eval(".findings-rule", (all) => {
    const one = all.find((it) => Number(it.querySelector(".findings-count").dataset.count) >= 12);
    return [one.dataset.rule, one.querySelector(".findings-count").dataset.count];
  });
  await page.click(`[data-rule=${rule}] h3 button`);
  await page.locator(".occurrences-one").first().focus();
  const at = () => page.evaluate(() => document.activeElement?.closest("[aria-posinset]")?.getAttribute("aria-posinset"));
  await page.keyboard.press("End");
  await soon(at, count);
  await page.keyboard.press("Home");
  await soon(at, "1");
  await page.keyboard.press("PageDown");
  await soon(async () => Number(await at()) > 2, true);
  await page.close();
});

test("a group leads to the cell with the finding", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  await page.click("#lists-tab-groups");
  await page.locator(".group thead button").nth(1).click();
  await soon(async () => /^A\d/.test(await page.innerText(".cell-line strong")), false);
  assert.doesNotMatch(await page.innerText(".cell-line"), /没有问题/);
  await page.close();
});

test("groups are listed by case, page by page from the top, and the page can be named", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  await page.click("#lists-tab-groups");
  await page.waitForSelector("#groups-case");
  assert.match(await page.innerText(".groups-hint"), /行号/);
  await page.locator(".turner .button").last().click();
  await soon(async () => /第 2 页/.test(await page.innerText(".turner")), true);
  await soon(() => page.$eval("#lists", (it) => Math.abs(it.getBoundingClientRect().top) < 200), true);
  await page.fill(".turner input", "3");
  await page.press(".turner input", "Enter");
  await soon(async () => /第 3 页/.test(await page.innerText(".turner")), true);
  const options = await page.$$eval("#groups-case option", (all) => all.map((it) => [it.value, Number(it.textContent.replace(/.*（|\D/g, ""))]));
  const [, ...each] = options;
  assert.equal(each.reduce((sum, [, count]) => sum + count, 0), options[0][1]);
  const [key, count] = each.sort((a, b) => a[1] - b[1])[0];
  await page.selectOption("#groups-case", key);
  await soon(() => page.locator(".group").count(), Math.min(10, count));
  assert.deepEqual([...new Set(await page.$$eval(".group", (all) => all.map((it) => it.dataset.case)))], [key]);
  await page.close();
});

test("the findings are printed with file, date, version and every place", async () => {
  const page = await open(site.context, site.address, () => {
    const append = Element.prototype.append;
    Element.prototype.append = function (...all) {
      append.apply(this, all);
      const view = all[0] instanceof HTMLIFrameElement ? all[0].contentWindow : null;
      if (view) view.print = () => (globalThis.printed = [view.document.body.innerText, view.document.querySelectorAll("tbody tr").length]);
    };
  });
  await check(page, many);
  await page.click("[data-format=findings-print]");
  const [text, places] = await (await page.waitForFunction(() => globalThis.printed)).jsonValue();
  const all = await page.$$eval(".findings-count", (each) => each.reduce((sum, it) => sum + Number(it.dataset.count), 0));
  assert.equal(places, all);
  const version = /^version = "(.+)"/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
  for (const it of ["roster.csv", "2026-11-21", version, "检查完毕"]) assert.ok(text.includes(it), it);
  await page.close();
});

test("the table of findings has words for a clerk, and keys in English", async () => {
  const page = await open(site.context, site.address);
  await check(page, small);
  const csv = (await download(page, "csv")).bytes.toString();
  assert.match(csv, /,H2,身份证件号,R1003,错误,/);
  await page.close();
});

test("the places of the list have nothing that axe objects to", async () => {
  const page = await open(inspected.context, inspected.address);
  await check(page, many);
  const rule = await ruleWithFix(page, 2);
  await goTo(page, rule);
  await page.addScriptTag({ content: axeSource });
  const objections = async () => (await page.evaluate(() => globalThis.axe.run())).violations.map((it) => `${it.id}: ${it.nodes[0].html}`);
  assert.deepEqual(await objections(), []);
  await page.click("#lists-tab-groups");
  await page.waitForSelector("#groups-case");
  assert.deepEqual(await objections(), []);
  await page.close();
});
