// Everyone can use the page: by keyboard, by screen reader, in two languages.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { axeSource, browse, check, focused, open, rosters, useSite } from "./support/index.mjs";

const folder = rosters("access", "--rows", "80", "--faults", "0.3", "--duplicates", "0.05");
const file = join(folder, "roster.xlsx");
const many = join(rosters("access-many", "--rows", "120", "--duplicates", "0.3", "--format", "csv"), "roster.csv");
const site = useSite();
// The inspector is a script of its own, which the page's policy would refuse.
const inspected = useSite({ bypassCSP: true });

async function inspect(page, screen) {
  await page.addScriptTag({ content: axeSource });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map((it) => `${screen}: ${it.id} ${it.nodes.map((node) => node.target).join(" ")}`), []);
}

// Contrast depends on the scheme and names on the language, so two of the four pairs show all.
for (const [language, colorScheme] of [["zh", "light"], ["en", "dark"]]) {
  test(`every screen is accessible (${language}, ${colorScheme})`, async () => {
    const page = await open(inspected.context, `${site.address}?lang=${language}`);
    await page.emulateMedia({ colorScheme });
    await inspect(page, "empty");
    await page.setInputFiles("input[type=file]", [{ name: "x.xlsx", mimeType: "", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }]);
    await page.waitForSelector('main[data-phase="failed"]');
    await inspect(page, "failed");
    await check(page, file, join(folder, "roster.csv"));
    await inspect(page, "done");
    await page.locator(".findings-rule h3 button").first().click();
    await page.locator(".findings-page summary").first().click();
    await page.locator(".occurrences-one").first().click();
    await page.locator(".options summary").click();
    await page.locator(".sources summary").click();
    await page.waitForTimeout(200);
    await inspect(page, "findings");
    await page.click("#lists-tab-groups");
    await page.locator(".group summary").first().click();
    await inspect(page, "groups");
    await page.close();
  });
}

test("the tab key reaches the input, which has a name", async () => {
  const page = await open(site.context, site.address);
  const names = [];
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => {
      const it = document.activeElement;
      return it?.matches("input[type=file]") ? (it.labels?.[0]?.textContent ?? "") : "";
    }));
  }
  assert.ok(names.includes("选择名册文件"), names.join("|"));
  assert.equal(await page.locator("input[type=file]").count(), 1);
  await page.close();
});

test("arrows, Home, End and page keys move in the table", async () => {
  const page = await open(site.context, site.address);
  await check(page, file);
  await page.focus("[role=grid]");
  const at = () => page.innerText(".cell-line strong");
  const press = async (key, expected) => {
    await page.keyboard.press(key);
    await page.waitForFunction((it) => document.querySelector(".cell-line strong")?.textContent === it, expected);
    // A cell far away is drawn first and named then.
    await page.waitForFunction(() => {
      const id = document.querySelector("[role=grid]")?.getAttribute("aria-activedescendant");
      return id && document.getElementById(id)?.getAttribute("aria-selected") === "true";
    });
  };
  assert.equal(await at(), "A2");
  await press("ArrowRight", "B2");
  await press("ArrowDown", "B3");
  await press("Home", "A3");
  await press("End", "Y3");
  await press("ArrowUp", "Y2");
  await press("ArrowLeft", "X2");
  await press("Control+End", "Y81");
  await press("Control+Home", "A2");
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => Number(document.querySelector(".cell-line strong")?.textContent?.slice(1)) > 8);
  await page.close();
});

test("the chosen tab is marked in forced colours, and no other", async () => {
  const page = await open(site.context, site.address);
  await page.emulateMedia({ forcedColors: "active" });
  await check(page, file);
  const marks = await page.$$eval("#lists-tab-findings, #lists-tab-groups", (all) => all.map((it) => getComputedStyle(it).borderBottomColor));
  const system = await page.evaluate(() => ["Highlight", "Canvas"].map((color) => {
    const it = document.body.appendChild(document.createElement("p"));
    it.style.color = color;
    return getComputedStyle(it).color;
  }));
  assert.deepEqual(marks, system);
  assert.notEqual(marks[0], marks[1]);
  await page.close();
});

test("a result is where the focus goes", async () => {
  const page = await open(site.context, site.address);
  await check(page, file);
  await focused(page, "result");
  await page.close();
});

test("a button that has done its work keeps the focus", async () => {
  const page = await open(site.context, site.address);
  await check(page, many);
  const isKept = async (selector, isOver) => {
    await page.focus(selector);
    await Promise.all([isOver(), page.keyboard.press("Enter")]);
    assert.ok(await page.$eval(selector, (it) => it === document.activeElement), selector);
  };
  for (const format of ["xlsx", "csv", "json"]) await isKept(`[data-format=${format}]`, () => page.waitForEvent("download"));
  await page.click("#lists-tab-groups");
  await isKept("[data-format=settlement-page]", () => page.waitForEvent("download"));
  const next = ".turner .button >> nth=1";
  await page.locator(next).waitFor();
  while ((await page.getAttribute(next, "aria-disabled")) === "false") {
    const before = await page.innerText(".turner span");
    await isKept(next, () => page.waitForFunction((it) => document.querySelector(".turner span")?.textContent !== it, before));
  }
  const last = await page.innerText(".turner span");
  await page.keyboard.press("Enter");
  assert.equal(await page.innerText(".turner span"), last, "there is no page behind the last");
  await page.close();
});

test("the language follows the address, then the browser, then is Chinese", async () => {
  const heading = async (where, path) => {
    const page = await open(where, site.address + path);
    const said = [await page.getAttribute("html", "lang"), await page.innerText("h1")];
    await page.close();
    return said;
  };
  const zh = ["zh-CN", "学生名册提交以前，先在这里查一遍"];
  const en = ["en", "Check a pupil roster before you submit it"];
  assert.deepEqual(await heading(site.context, ""), zh);
  assert.deepEqual(await heading(site.context, "?lang=en"), en);
  const [english, french] = await Promise.all([browse({ locale: "en-US" }), browse({ locale: "fr-FR" })]);
  assert.deepEqual(await heading(english, ""), en);
  assert.deepEqual(await heading(english, "?lang=zh"), zh);
  assert.deepEqual(await heading(french, ""), zh);
  await Promise.all([english.close(), french.close()]);
});

test("the language can be switched on a result", async () => {
  const page = await open(site.context, site.address);
  await check(page, file);
  await page.click(".header .plain");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.match(await page.innerText("h1"), /Not ready to submit/);
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  await page.close();
});

test("where the English sentences do not come the page works in Chinese", async () => {
  const english = await browse({ locale: "en-US" });
  await english.route(/\/en-[^/]*\.js$/, (it) => it.abort());
  const page = await open(english, site.address);
  assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
  await page.click(".header .plain");
  await check(page, file);
  assert.match(await page.innerText("h1"), /还不能提交|个错误/);
  await english.close();
});

test("the page fits a narrow window", async () => {
  const page = await open(site.context, site.address);
  await page.setViewportSize({ width: 360, height: 700 });
  await check(page, file);
  await page.locator(".findings-rule h3 button").first().click();
  for (const folded of [".sources", ".options", ".template"]) await page.click(`${folded} summary`);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} pixels too wide at ${width}`);
  }
  await page.setViewportSize({ width: 360, height: 700 });
  const label = await page.$eval(".sources-choice span", (it) => it.getBoundingClientRect());
  assert.ok(label.width > label.height, "the name of a choice stands in one line");
  await page.close();
});

for (const language of ["zh", "en"]) {
  test(`the screen of a running check is accessible, and can be left (${language})`, async () => {
    const page = await inspected.context.newPage();
    // A worker that never hears of the files stays at its first step.
    await page.addInitScript(() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message.verb !== "check") post.call(this, message, ...rest);
      };
    });
    await page.goto(`${site.address}?lang=${language}`);
    await page.waitForSelector("html[data-ready]");
    await page.setInputFiles("input[type=file]", [file]);
    await page.waitForSelector('main[data-phase="reading"]');
    await inspect(page, "reading");
    await page.focus(".running .button");
    await page.keyboard.press("Enter");
    await page.waitForSelector('main[data-phase="empty"]');
    await page.waitForSelector("[data-notice=cancelled]");
    await page.close();
  });
}

test("the table and every list have a name", async () => {
  const page = await open(site.context, site.address);
  await check(page, file);
  await page.locator(".findings-rule h3 button").first().click();
  const names = await page.$$eval("[role=grid], [role=tablist], [role=tabpanel], .occurrences", (all) =>
    all.map((it) => it.getAttribute("aria-label") ?? document.getElementById(it.getAttribute("aria-labelledby"))?.textContent ?? ""));
  assert.ok(names.length >= 4 && names.every((it) => it.length > 1), names.join("|"));
  await page.close();
});
