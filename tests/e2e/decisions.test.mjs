// What somebody says is no duplicate: undone, kept over another check, saved, and taken again.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { again, check, commandLine, download, finished, focused, open, root, rosters, soon, today, useSite } from "./support/index.mjs";

const given = join(root, "tests/cmd/decisions.in");
const roster = join(given, "roster.csv");
const folder = mkdtempSync(join(tmpdir(), "rostercheck-decisions-"));
const site = useSite();

const pairs = (page, count) => page.waitForFunction((it) => document.getElementById("decisions")?.dataset.pairs === String(it), count);
const groups = (page) => page.getAttribute("main", "data-groups");
const run = (command, ...options) => spawnSync(commandLine, [command, roster, "--today", today, ...options]);

test("groups are told apart, that is undone, survives another check, and is saved as the command line saves it", async () => {
  const page = await open(site.context, site.address);
  page.on("dialog", (it) => void it.accept());
  await check(page, roster);
  await page.click("#lists-tab-groups");
  await page.locator("[data-group=g2] [data-act=tell-apart]").focus();
  await page.keyboard.press("Enter");
  await pairs(page, 1);
  assert.equal(await groups(page), "1");
  await focused(page, "g4-title", "the focus is at the group that has come in its place");
  await page.keyboard.press("Control+z");
  await pairs(page, 0);
  assert.equal(await groups(page), "2");

  await page.click("[data-group=g2] [data-act=tell-apart]");
  await pairs(page, 1);
  await page.click(".group details:has([data-act=tell-apart]) summary");
  await page.click("[data-act=tell-apart] >> nth=2");
  await pairs(page, 3);
  assert.match(await page.innerText("#decisions"), /3 对。系统仍会判为重复的组还在/);
  // The group is still there; saying it once more is no step to undo.
  await page.locator("[data-act=tell-apart]").nth(2).evaluate((it) => it.click());
  await page.waitForTimeout(500);
  await page.click(".options summary");
  await again(page, () => page.selectOption(".options select >> nth=0", "after-import"));
  await pairs(page, 3);
  assert.equal(await groups(page), "1");
  await page.waitForFunction(() => document.querySelector(".group")?.textContent?.includes("已有人确认是不同学生"));
  const { name, bytes } = await download(page, "decisions");
  assert.equal(name, "不是重复.json");
  run("tell-apart", "--group", "g2", "--group", "g4/3", "-o", join(folder, "decisions.json"));
  assert.ok(bytes.equals(readFileSync(join(folder, "decisions.json"))), "it differs from the command line's file");

  await page.click("[data-act=undo-decision]");
  await pairs(page, 1);
  await again(page, () => page.click("[data-act=drop-decisions]"));
  await pairs(page, 0);
  assert.equal(await groups(page), "2");
  await page.close();
});

test("whoever decides about a group stays at its place in the list", async () => {
  const many = join(rosters("decisions-many", "--rows", "100", "--duplicates", "0.1", "--format", "csv"), "roster.csv");
  const page = await open(site.context, site.address);
  await check(page, many);
  await page.click("#lists-tab-groups");
  await page.waitForSelector(".group:nth-of-type(5)");
  const top = (at) => page.evaluate((it) => Math.round(document.querySelectorAll(".group")[it].getBoundingClientRect().top), at);
  const button = page.locator(".group >> nth=3").locator("[data-act=tell-apart]").last();
  await button.scrollIntoViewIfNeeded();
  const before = await top(3);
  assert.ok((await page.evaluate(() => scrollY)) > 500);
  await button.click();
  await pairs(page, 1);
  await page.waitForFunction(() => document.activeElement?.matches(".group h3"));
  assert.ok(Math.abs((await top(3)) - before) <= 2, `${await top(3)} instead of ${before}`);
  assert.equal(await page.evaluate(() => document.activeElement.closest(".group") === document.querySelectorAll(".group")[3]), true);
  const { y } = await page.locator("#decisions").boundingBox();
  assert.ok(y >= 0 && y < 100, "what was decided is told in view");
  await page.keyboard.press("Control+z");
  await pairs(page, 0);
  await page.waitForSelector(".group:nth-of-type(5)");
  assert.ok((await page.evaluate(() => scrollY)) > 500);
  await page.close();
});

test("a file of decisions is taken with the rosters, and a wrong one is told", async () => {
  const decisions = join(folder, "given.json");
  run("tell-apart", "--group", "g2", "-o", decisions);
  const page = await open(site.context, site.address);
  await page.setInputFiles("input[type=file]", decisions);
  await pairs(page, 1);
  await check(page, roster);
  const report = run("check", "--decisions", decisions, "--format", "json").stdout;
  assert.ok((await download(page, "json")).bytes.equals(report), "the page's report differs from the command line's");
  await page.click(".sources summary");
  await again(page, () => page.setInputFiles("input[type=file]", { name: "别的.csv", mimeType: "text/csv", buffer: Buffer.from("姓名,性别\n王小明,男\n") }));
  await again(page, () => page.locator(".sources-name button").first().click());
  assert.match(await page.innerText("#decisions"), /1 对。其中 1 对这次没有起作用/);
  writeFileSync(join(folder, "wrong.json"), readFileSync(join(given, "wrong.json")));
  await page.setInputFiles("input[type=file]", join(folder, "wrong.json"));
  await page.waitForFunction(() => document.querySelector(".decisions-wrong")?.textContent?.includes("第3行第22个字"));
  await page.close();
});

test("to cancel what was added leads back to the result, with what was told apart; to cancel more than that asks", async () => {
  const big = join(rosters("decisions-big", "--rows", "100000", "--format", "csv"), "roster.csv");
  const page = await open(site.context, site.address);
  const asked = [];
  page.on("dialog", (it) => {
    asked.push(it.message());
    void it.dismiss();
  });
  await check(page, roster);
  const before = await page.getAttribute("main", "data-rows");
  await page.click("#lists-tab-groups");
  await page.click("[data-group=g2] [data-act=tell-apart]");
  await pairs(page, 1);
  await page.setInputFiles("input[type=file]", [big]);
  await page.click(".running .button");
  await page.waitForSelector(`main[data-phase=done][data-rows="${before}"]`);
  assert.match(await page.innerText("[data-notice=cancelled]"), /回到原来的文件/);
  await pairs(page, 1);
  assert.equal(await groups(page), "1");
  assert.deepEqual(asked, []);

  await page.setInputFiles("input[type=file]", [big]);
  await finished(page);
  await page.click(".options summary");
  await page.selectOption(".options select >> nth=0", "after-import");
  await page.click(".running .button");
  await soon(async () => asked.length, 1);
  assert.match(asked[0], /还没有保存/);
  await finished(page);
  await pairs(page, 1);
  await page.close();
});

test("Control and Z take a decision back when the change beside it is taken back already", async () => {
  const faulty = join(rosters("decisions-faulty", "--rows", "60", "--faults", "0.5", "--duplicates", "0.1", "--format", "csv"), "roster.csv");
  const page = await open(site.context, site.address);
  await check(page, faulty);
  await page.click("[data-act=fix]");
  await page.waitForSelector('.fixes-done[data-steps="1"]', { state: "attached" });
  await page.click("#lists-tab-groups");
  await page.click(".group [data-act=tell-apart]");
  await pairs(page, 1);
  await page.click("[data-act=undo]");
  await page.waitForSelector('.fixes-done[data-steps="0"]', { state: "attached" });
  await pairs(page, 1);
  await page.keyboard.press("Control+z");
  await pairs(page, 0);
  await page.close();
});

test("a group that the system flags all the same stays, and cannot be told apart twice", async () => {
  const flagged = join(folder, "flagged.csv");
  writeFileSync(flagged, "姓名,性别,出生日期,身份证件号\n王小伟,男,20150901,110101201509010016\n李芳,女,20150902,110101201509010016\n");
  const page = await open(site.context, site.address);
  await check(page, flagged);
  await page.click("#lists-tab-groups");
  await page.click("[data-group=g2] [data-act=tell-apart]");
  await pairs(page, 1);
  await page.waitForFunction(() => document.querySelector("[data-group=g2] .group-apart")?.textContent?.includes("已记作"));
  assert.equal(await page.locator("[data-group=g2] [data-act=tell-apart]").count(), 0);
  await page.close();
});
