// Parameters, profile files and templates just downloaded, with the result of the command line.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { again, axeSource, check, commandLine, download, focused, open, report, root, rosters, soon, useSite } from "./support/index.mjs";

const folder = join(root, "target/e2e/profiles");
mkdirSync(folder, { recursive: true });
const roster = join(rosters("profiles-roster", "--rows", "40", "--faults", "0.3"), "roster.csv");
const district = join(root, "tests/fixtures/profiles/nanshan.toml");
const blank = join(root, "tests/fixtures/blank-template.csv");

const site = useSite();
const inspected = useSite({ bypassCSP: true });

async function jsonOf(page) {
  return (await download(page, "json")).bytes;
}

async function openSettings(page) {
  if (!(await page.locator(".options").getAttribute("open").then((it) => it !== null))) await page.click(".options > summary");
  await page.click("#option-settings");
  await page.waitForSelector("dialog .settings");
}

function apply(page) {
  return page.click("[data-act=apply-settings]");
}

async function inspect(page, screen) {
  await page.addScriptTag({ content: axeSource });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map((it) => `${screen}: ${it.id} ${it.nodes.map((node) => node.target).join(" ")}`), []);
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 700 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wider <= 0, `${screen}: ${wider} pixels too wide`);
  await page.setViewportSize({ width, height });
}

test("a parameter is set before any file and told with the result", async () => {
  const page = await open(site.context, site.address);
  await openSettings(page);
  const field = page.getByLabel("班额上限（人，0 为不检查）", { exact: true });
  assert.equal(await field.inputValue(), "55");
  await field.fill("4");
  await apply(page);
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await page.innerText("#option-settings"), /已改 1 项/);
  await check(page, roster);
  const expected = report("--set", "class_size_max=4", roster);
  assert.ok((await jsonOf(page)).equals(expected));
  assert.ok(!expected.equals(report(roster)));
  assert.match(await page.innerText(".overrides"), /班额上限（人，0 为不检查）：4，内置模板是 55/);
  await page.close();
});

test("a wrong value is told at its field, by keyboard, and a default comes back", async () => {
  const page = await open(site.context, site.address);
  await check(page, roster);
  await page.focus(".options > summary");
  await page.keyboard.press("Enter");
  await page.focus("#option-settings");
  await page.keyboard.press("Enter");
  await page.focus("#set-entry_age_min");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("many");
  await page.keyboard.press("Tab");
  await page.waitForSelector("#set-entry_age_min[aria-invalid=true]");
  assert.equal(await page.innerText("#set-entry_age_min-wrong"), "这里要写0到12之间的整数，不能是“many”。");
  await page.fill("#set-transfer_windows", "一月");
  await page.focus("#set-rows_max");
  await page.keyboard.press("Enter");
  await focused(page, "set-entry_age_min");
  assert.match(await page.innerText(".settings-acts [role=status]"), /有 2 项/);
  // By keyboard the default of one comes back, then those of all.
  await page.focus("[data-parameter=entry_age_min] button");
  await page.keyboard.press("Enter");
  await soon(() => page.inputValue("#set-entry_age_min"), "0");
  await focused(page, "set-entry_age_min");
  await page.selectOption("#set-school_year_stage", "term");
  await page.click("[data-act=reset-settings]");
  await soon(() => page.locator(".setting-set").count(), 0);
  await soon(() => page.locator("[aria-invalid=true]").count(), 0);
  await page.selectOption("#set-school_year_stage", "term");
  await again(page, () => apply(page));
  await focused(page, "option-settings", "the focus is where it was");
  assert.ok((await jsonOf(page)).equals(report("--set", "school_year_stage=term", roster)));
  await page.close();
});

test("every parameter is in the form with a name, a default and a way to set it", async () => {
  const page = await open(site.context, `${site.address}?lang=en`);
  await openSettings(page);
  const known = JSON.parse(execFileSync(commandLine, ["profiles", "--format", "json"]))[0].parameters;
  const shown = await page.$$eval("[data-parameter]", (all) => all.map((it) => it.dataset.parameter));
  assert.deepEqual([...shown].sort(), known.map((it) => it.name).sort());
  for (const it of known) {
    const line = page.locator(`[data-parameter=${it.name}]`);
    assert.ok((await line.innerText()).includes(it.about.en), it.name);
    assert.match(await line.locator(".setting-how").innerText(), /^Default: /);
    if (it.allowed.length > 0) assert.equal(await line.locator("option").count(), it.allowed.length);
  }
  await page.getByLabel("曾用名").check();
  await page.locator("[data-parameter=key_fields] button").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.ok(!(await page.innerText("#option-settings")).includes("changed"), "what was not applied is not kept");
  await page.close();
});

test("what was set is saved as a profile file and dropped in again", async () => {
  const page = await open(site.context, site.address);
  await check(page, roster);
  await openSettings(page);
  await page.fill("#set-class_size_max", "4");
  const saved = await download(page, "settings");
  assert.match(saved.name, /-own\.toml$/);
  const path = join(folder, saved.name);
  writeFileSync(path, saved.bytes);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  await again(page, () => page.setInputFiles("input[type=file]", [path]));
  assert.ok((await jsonOf(page)).equals(report("--profile", path, roster)));
  assert.match(await page.innerText(".overrides"), /4/);
  // On top of a file its own other values stay.
  await again(page, () => page.setInputFiles("input[type=file]", [district]));
  await openSettings(page);
  await page.fill("#set-class_size_max", "3");
  const changed = await download(page, "settings");
  const second = join(folder, "changed.toml");
  writeFileSync(second, changed.bytes);
  const { sheets } = JSON.parse(report("--profile", second, roster));
  assert.equal(sheets[0].parameters.class_size_max, 3);
  assert.equal(sheets[0].parameters.transfer_windows, "01-10..02-28");
  await page.close();
});

test("a profile file dropped with a roster is named, used, and taken out again", async () => {
  const page = await open(site.context, site.address);
  const files = [district, roster].map((path) => ({ name: path.split("/").pop(), text: readFileSync(path, "utf8") }));
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const it of given) data.items.add(new File([it.text], it.name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
  }, files);
  await page.waitForSelector('main[data-phase="done"]');
  assert.ok((await jsonOf(page)).equals(report("--profile", district, roster)));
  const card = page.locator("[data-own-profile=nanshan-2026]");
  assert.match(await card.innerText(), /nanshan\.toml.*南山区 2026 年秋季/);
  await card.locator("summary").click();
  for (const text of ["班额上限（人，0 为不检查）：50", "R5008", "校车线路", "电子信箱"]) assert.ok((await card.innerText()).includes(text), text);
  assert.match(await page.innerText(".overrides"), /班额上限（人，0 为不检查）：50，内置模板是 55/);
  await page.click(".sources > summary");
  assert.match(await page.locator(".sources-sheet select option").first().innerText(), /南山区/);
  await again(page, () => card.locator("button").click());
  assert.ok((await jsonOf(page)).equals(report(roster)));
  await soon(() => page.locator("[data-own-profile=nanshan-2026]").count(), 0);
  await page.close();
});

test("a profile file alone waits for rosters, and has a template", async () => {
  const page = await open(site.context, site.address);
  await page.setInputFiles("input[type=file]", [district]);
  await page.waitForSelector("[data-own-profile=nanshan-2026]");
  assert.equal(await page.getAttribute("main", "data-phase"), "empty");
  await page.click(".template summary");
  const made = await download(page, "template");
  const path = join(folder, "template.xlsx");
  execFileSync(commandLine, ["template", "--profile", district, "-o", path]);
  assert.ok(made.bytes.equals(readFileSync(path)));
  await check(page, roster);
  assert.ok((await jsonOf(page)).equals(report("--profile", district, roster)));
  // A built-in profile chosen for all sheets goes before that of the file.
  await page.click(".options > summary");
  await again(page, () => page.selectOption("#option-profile", "any"));
  assert.ok((await jsonOf(page)).equals(report("--profile", "any", roster)));
  await page.close();
});

test("a wrong profile file is told with line and column and not used", async () => {
  const page = await open(site.context, site.address);
  const wrong = join(folder, "本区.toml");
  writeFileSync(wrong, "id = \"q\"\n[parameters]\nclass_size = 40\n");
  await check(page, roster, wrong);
  const card = page.locator(".own-profile-wrong");
  assert.match(await card.innerText(), /“本区\.toml”第3行第1个字：.*class_size_max/);
  assert.ok((await jsonOf(page)).equals(report(roster)));
  const gbk = { name: "gbk.json", mimeType: "", buffer: Buffer.from([0x7b, 0xb0, 0xe0, 0x7d]) };
  await again(page, () => page.setInputFiles("input[type=file]", [gbk]));
  assert.match(await card.innerText(), /gbk\.json.*UTF-8/);
  await again(page, () => page.setInputFiles("input[type=file]", [district]));
  await soon(() => card.count(), 0);
  assert.ok((await jsonOf(page)).equals(report("--profile", district, roster)));
  await page.close();
});

test("a Table Schema is a profile file, too", async () => {
  const page = await open(site.context, site.address);
  const path = join(folder, "schema.json");
  writeFileSync(path, execFileSync(commandLine, ["profiles", "--export", district]));
  await check(page, roster, path);
  assert.ok((await jsonOf(page)).equals(report("--profile", path, roster)));
  await page.close();
});

test("a template just downloaded is held against the profile", async () => {
  const page = await open(site.context, site.address);
  const own = join(folder, "own.xlsx");
  execFileSync(commandLine, ["template", "--profile", "xj-2021", "-o", own]);
  await check(page, own);
  await page.waitForSelector("[data-same=true]");
  assert.match(await page.innerText(".compare"), /一字不差/);
  await page.click(".tools .button:not(label):not(#option-settings)");
  await check(page, blank);
  const lines = page.locator(".compare tbody tr");
  await lines.first().waitFor();
  await page.selectOption(".compare select", "preschool-2016");
  await page.waitForFunction(() => document.querySelectorAll(".compare tbody tr").length === 6);
  const told = await page.$$eval(".compare tbody tr", (all) => all.map((it) => `${it.dataset.state} ${it.dataset.moved}`));
  const compared = JSON.parse(execFileSync(commandLine, ["profiles", "--compare", blank, "--profile", "preschool-2016", "--format", "json"]));
  assert.deepEqual(told, compared[0].lines.map((it) => `${it.state} ${it.moved}`));
  assert.match(await page.innerText(".compare [role=status]"), /相同 3 列，写法不同 2 列，缺 0 列，多 1 列；位置不同 1 列/);
  await page.close();
});

// Contrast depends on the scheme and names on the language, so two of the four pairs show all.
for (const [language, colorScheme] of [["zh", "light"], ["en", "dark"]]) {
  test(`form, profile file and comparison are accessible (${language}, ${colorScheme})`, async () => {
    const page = await open(inspected.context, `${site.address}?lang=${language}`);
    await page.emulateMedia({ colorScheme });
    await page.setInputFiles("input[type=file]", [district]);
    await page.waitForSelector("[data-own-profile=nanshan-2026]");
    await page.click(".own-profile summary");
    await inspect(page, "profile file");
    await openSettings(page);
    await page.fill("#set-entry_age_min", "x");
    await page.focus("#set-class_size_max");
    await page.waitForSelector("[aria-invalid=true]");
    await inspect(page, "form");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog", { state: "detached" });
    await check(page, roster, blank);
    await page.waitForSelector(".compare tbody tr");
    await inspect(page, "comparison");
    await page.close();
  });
}
