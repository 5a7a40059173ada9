// What the page finds is what the command line finds.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { again, check, commandLine, counts, countsOf, download, finished, open, report, root, rosters, soon, today, useSite } from "./support/index.mjs";

const folder = rosters("results", "--rows", "300", "--seed", "11", "--faults", "0.2", "--duplicates", "0.03");
const file = (name) => join(folder, name);
const site = useSite();

for (const names of [["roster.xlsx"], ["roster.gbk.csv"], ["roster.xlsx", "roster.gbk.csv"]]) {
  test(`counts and report of ${names.join(" and ")}`, async () => {
    const page = await open(site.context, site.address);
    const files = names.map(file);
    await check(page, ...files);
    const expected = report(...files);
    assert.equal(await page.getAttribute("main", "data-phase"), "done");
    assert.deepEqual(await counts(page), countsOf(expected));
    const { name, bytes } = await download(page, "json");
    assert.equal(name, "学籍自查-报告-20261121.json");
    assert.ok(bytes.equals(expected), "the page's report differs from the command line's");
    await page.close();
  });
}

for (const [first, when] of [[undefined, "read by the second worker"], [loseSecondWorker, "when the second worker is lost"], [loseItLater, "when it is lost on the way"]]) {
  test(`the reports of large files, ${when}`, async () => {
    const folder = rosters("results-large", "--rows", "8000", "--seed", "12");
    const text = join(folder, "roster.csv");
    const damaged = join(folder, "damaged.csv");
    // Its last bytes tell that it is no UTF-8.
    writeFileSync(damaged, Buffer.concat([readFileSync(text), Buffer.from([0xd5, 0xc5, 0xc8])]));
    const workbook = join(rosters("results-larger", "--rows", "9000", "--seed", "13"), "roster.xlsx");
    for (const large of [[text], [damaged], [join(folder, "roster.gbk.csv")], [workbook], [text, workbook]]) {
      const page = await open(site.context, site.address, first);
      await check(page, ...large);
      const { bytes } = await download(page, "json");
      assert.ok(JSON.parse(bytes).files[0].bytes > 1 << 20);
      assert.ok(bytes.equals(report(...large)), large.join());
      await page.close();
    }
  });
}

test("the second worker has rehearsed when somebody has looked for a file", async () => {
  const page = await open(site.context, site.address, hearRehearsal);
  await page.waitForFunction(() => globalThis.rehearsed === "back");
  await page.close();
});

/** Runs in the page before its own script: keeps how the second worker answers that it has rehearsed. */
function hearRehearsal() {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const hear = ({ data }) => (globalThis.rehearsed = data.id === message.id ? data.kind : globalThis.rehearsed);
    if (message.verb === "rehearse") this.addEventListener("message", hear);
    return post.call(this, message, ...rest);
  };
}

/** Runs in the page before its own script: the second worker dies when it is asked to serve. */
function loseSecondWorker() {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.verb !== "serve") return post.call(this, message, ...rest);
    this.dispatchEvent(new ErrorEvent("error", { message: "lost", cancelable: true }));
  };
}

/** The same, but it dies a moment after a check has begun. */
function loseItLater() {
  const NewWorker = globalThis.Worker;
  globalThis.Worker = function (address, options) {
    const worker = new NewWorker(address, options);
    const post = worker.postMessage;
    worker.postMessage = (message, ...rest) => {
      post.call(worker, message, ...rest);
      if (message.verb === "serve") globalThis.second = worker;
      if (message.verb === "check") setTimeout(() => globalThis.second.dispatchEvent(new ErrorEvent("error", { message: "lost", cancelable: true })), 15);
    };
    return worker;
  };
}

test("every fault laid on purpose is listed", async () => {
  const page = await open(site.context, site.address);
  await check(page, file("roster.csv"));
  const { bytes } = await download(page, "json");
  const { findings } = JSON.parse(bytes);
  const { faults } = JSON.parse(readFileSync(file("truth.json")));
  assert.ok(faults.length > 20);
  const missing = faults.filter((fault) => fault.level === "error" && !findings.some((it) => touches(it, fault)));
  assert.deepEqual(missing.map((it) => `${it.rule} row ${it.row} ${it.written}`), []);
  await page.close();
});

function touches(finding, fault) {
  const rules = [fault.rule, ...fault.implied];
  return rules.includes(finding.rule) && ([finding.place, ...finding.related].some((it) => it.row === fault.row) || isInRange(finding, fault.row));
}

/** Whether a finding about a range of rows has this one in it. */
function isInRange(finding, row) {
  const [, first, last] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(finding.facts.range ?? "") ?? [];
  return first !== undefined && row >= Number(first) && row <= Number(last);
}

test("files added later join the run", async () => {
  const page = await open(site.context, site.address);
  await check(page, file("roster.xlsx"));
  await page.setInputFiles("input[type=file]", [file("roster.gbk.csv")]);
  await page.waitForSelector(".sources-file:nth-of-type(1)", { state: "attached" });
  await page.waitForFunction(() => document.querySelectorAll(".sources-file").length === 2);
  await finished(page);
  assert.deepEqual(await counts(page), countsOf(report(file("roster.xlsx"), file("roster.gbk.csv"))));
  await page.close();
});

test("an occurrence leads to its cell", async () => {
  const page = await open(site.context, site.address);
  await check(page, file("roster.xlsx"));
  const rule = page.locator(".findings-rule").first();
  await rule.locator("h3 button").click();
  const one = rule.locator(".occurrences-one").first();
  const place = (await one.locator("strong").innerText()).split(" ")[0];
  await one.click();
  await page.waitForFunction((it) => document.querySelector(".cell-line strong")?.textContent === it, place);
  assert.equal(await page.locator('[role=gridcell][aria-selected="true"]').count(), 1);
  await rule.locator("summary").click();
  await rule.locator(".markdown h4").first().waitFor();
  await page.close();
});

test("counts of the list are those of the rule, however long", async () => {
  const page = await open(site.context, site.address);
  await check(page, file("roster.csv"));
  const byRule = JSON.parse(report(file("roster.csv"))).summary.by_rule;
  const shown = await page.$$eval(".findings-rule", (all) =>
    all.map((it) => [it.dataset.rule, Number(it.querySelector("[data-count]").dataset.count)]));
  assert.deepEqual(new Map(shown.sort()), new Map(byRule.map((it) => [it.rule, it.count]).sort()));
  await page.close();
});

test("every candidate of a correction can be read in the list", async () => {
  const page = await open(site.context, site.address);
  const lines = Array.from({ length: 40 }, (_, at) => `王小明,男,201509${10 + (at % 20)},110101201509${10 + (at % 20)}00${10 + at}`);
  const buffer = Buffer.from(`姓名,性别,出生日期,身份证件号\n${lines.join("\n")}\n`);
  await page.setInputFiles("input[type=file]", [{ name: "候选.csv", mimeType: "text/csv", buffer }]);
  await finished(page);
  await page.click("[data-rule=R1003] h3 button");
  await page.waitForSelector("[data-rule=R1003] .occurrences-fix");
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = () => page.$$eval("[data-rule=R1003] :is(.occurrences-fix, .occurrences-one)", (all) => all.filter((it) => it.scrollHeight > it.clientHeight || it.scrollWidth > it.clientWidth).length);
    await soon(cut, 0, `cut at ${width}`);
  }
  const [most] = (await page.locator("[data-rule=R1003] .occurrences-fix").allInnerTexts()).sort((a, b) => b.length - a.length);
  assert.ok(most.split("；").length > 3, most);
  assert.equal(most.split("→").length, 2, "what is corrected is told once");
  await page.close();
});

test("on paper a long list says that it goes on, and nothing is there to be clicked", async () => {
  const faulty = rosters("results-faulty", "--rows", "300", "--seed", "12", "--faults", "3", "--duplicates", "0.1", "--format", "csv");
  const page = await open(site.context, site.address);
  await check(page, join(faulty, "roster.csv"));
  await page.emulateMedia({ media: "print" });
  const rules = await page.$$eval("[data-count]", (all) => all.map((it) => [it.closest("[data-rule]").dataset.rule, Number(it.dataset.count)]).sort((a, b) => b[1] - a[1]));
  const [[long, count], [short]] = [rules[0], rules[rules.length - 1]];
  assert.ok(count > 5);
  for (const rule of [long, short]) await page.click(`[data-rule=${rule}] h3 button`);
  await page.waitForSelector(`[data-rule=${long}] .occurrences-fix, [data-rule=${long}] .occurrences-one`);
  const line = page.locator(`[data-rule=${long}] .occurrences-more`);
  await soon(async () => /^另有 [\d,]+ 项，见下载的清单。$/.test(await line.innerText()), true);
  const [list, told] = [await page.locator(`[data-rule=${long}] .occurrences`).boundingBox(), await line.boundingBox()];
  assert.ok(told.y > list.y && told.y + told.height <= list.y + list.height + 1, "it stands in the list, where that ends");
  assert.equal(await page.locator(`[data-rule=${short}] .occurrences-more`).count(), 0);
  assert.equal(await page.$eval(`[data-rule=${short}] .occurrences`, (it) => getComputedStyle(it).paddingBottom), "0px", "there is no room for a line that is not there");
  await page.emulateMedia({ media: "screen" });
  assert.equal(await line.isVisible(), false);
  await page.click("#lists-tab-groups");
  const button = page.locator("[data-act=tell-apart]").first();
  await button.waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("[data-act=tell-apart] >> visible=true").count(), 0);
  assert.ok((await page.locator(".turner .button").count()) > 0);
  assert.equal(await page.locator(".turner .button >> visible=true").count(), 0);
  await page.close();
});

test("groups stand side by side", async () => {
  const page = await open(site.context, site.address);
  await check(page, file("roster.csv"));
  await page.click("#lists-tab-groups");
  await page.locator(".group").first().waitFor();
  const members = await page.locator(".group").first().locator("thead th[scope=col]").count();
  assert.ok(members >= 3);
  assert.ok((await page.locator(".group .handling").count()) >= 2);
  await page.close();
});

test("workbook and list can be downloaded, masked until asked for", async () => {
  const page = await open(site.context, site.address);
  await check(page, file("roster.csv"));
  const workbook = await download(page, "xlsx");
  assert.equal(workbook.name, "学籍自查-标注-20261121.xlsx");
  assert.equal(workbook.bytes.subarray(0, 4).toString("latin1"), "PK\x03\x04");
  const path = join(mkdtempSync(join(tmpdir(), "rostercheck-")), "again.xlsx");
  writeFileSync(path, workbook.bytes);
  assert.equal(JSON.parse(report(path)).files[0].error, null);
  const numbers = readFileSync(file("roster.csv"), "utf8").match(/\b\d{17}[\dX]\b/g);
  const holds = (bytes) => numbers.some((it) => bytes.includes(it));
  assert.ok(!holds((await download(page, "csv")).bytes));
  await page.click(".downloads-shown input");
  assert.ok(holds((await download(page, "json")).bytes));
  await page.close();
});

test("the sample makes room for the first real file", async () => {
  const page = await open(site.context, site.address);
  await page.click(".start-sample button");
  await page.waitForSelector('main[data-phase="done"]');
  assert.ok((await counts(page)).errors > 0);
  await page.setInputFiles("input[type=file]", [file("roster.xlsx")]);
  await page.waitForFunction(() => document.querySelector(".sources-name strong")?.textContent === "roster.xlsx");
  assert.deepEqual(await counts(page), countsOf(report(file("roster.xlsx"))));
  await page.close();
});

test("options change the run as they do on the command line", async () => {
  const page = await open(site.context, site.address);
  await check(page, file("roster.csv"));
  await page.click(".options summary");
  const change = async (act) => {
    await page.$eval("main", (main) => main.removeAttribute("data-rows"));
    await act();
    await page.waitForSelector('main[data-phase="done"][data-rows]');
    return (await download(page, "json")).bytes;
  };
  const stage = await change(() => page.selectOption(".options select >> nth=0", "after-import"));
  assert.ok(stage.equals(report("--stage", "after-import", file("roster.csv"))));
  const profile = await change(() => page.selectOption(".options select >> nth=1", "any"));
  assert.ok(profile.equals(report("--stage", "after-import", "--profile", "any", file("roster.csv"))));
  const day = await change(() => page.fill(".options input[type=date]", "2027-03-01"));
  assert.equal(JSON.parse(day).today, "2027-03-01");
  await page.close();
});

test("a wide sheet draws the columns in view, and sheets can be switched", async () => {
  const wide = join(rosters("results-wide", "--rows", "30", "--columns", "full", "--format", "xlsx"), "roster.xlsx");
  const page = await open(site.context, site.address);
  await check(page, wide, file("roster.csv"));
  assert.equal(await page.getAttribute("[role=grid]", "aria-colcount"), "72");
  assert.ok((await page.locator("[role=columnheader]").count()) < 30);
  await page.focus("[role=grid]");
  await page.keyboard.press("End");
  await page.waitForSelector('[role=columnheader][aria-colindex="72"]');
  await page.waitForFunction(() => document.querySelector(".cell-line strong")?.textContent === "BS2");
  await page.click(".roster [role=tab] >> nth=1");
  await page.waitForSelector('[role=grid][aria-colcount="26"]');
  assert.equal(await page.innerText(".cell-line strong"), "A2");
  await page.close();
});

test("what is to be settled is saved, printed, and held against a folder of scans", async () => {
  const given = ["first.csv", "second.csv"].map((it) => join(root, "tests/cmd/settle.in", it));
  const scans = join(root, "tests/cmd/settle.in/scans");
  const settled = (name, ...options) => {
    const path = join(folder, name);
    spawnSync(commandLine, ["settle", "--quiet", "--today", today, ...options, ...given, "-o", path]);
    return readFileSync(path);
  };
  const page = await open(site.context, site.address, () => {
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow");
    const printed = (view) => () => {
      globalThis.printed = [view.document.body.innerText, view.getComputedStyle(view.document.querySelector(".letter h2")).textAlign];
    };
    const seen = function () {
      const view = get.call(this);
      view.print = printed(view);
      return view;
    };
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get: seen });
  });
  await check(page, ...given);
  await page.click("#lists-tab-groups");
  await page.locator(".group-path").first().waitFor();
  assert.match(await page.innerText(".group"), /删去这一行/);
  await page.click(".options summary");
  await again(page, () => page.selectOption(".options select >> nth=0", "after-import"));
  await page.waitForFunction(() => document.querySelector(".group-path")?.textContent?.includes("问题学籍处理列表"));
  assert.match(await page.innerText(".groups-school"), /1011010001/);
  assert.ok((await page.locator(".group mark").count()) > 0, "differing characters are marked");
  const { name, bytes } = await download(page, "settlement");
  assert.equal(name, "问题学籍处理清单-20261121.xlsx");
  assert.ok(bytes.equals(settled("list.xlsx")), "it differs from the command line's workbook");
  assert.ok((await download(page, "settlement-page")).bytes.equals(settled("list.html")), "it differs from the command line's page");
  await page.click("[data-format=settlement-print]");
  const [text, align] = await (await page.waitForFunction(() => globalThis.printed)).jsonValue();
  assert.match(text, /问题学籍处理清单[^]*关于核实学生学籍的函/);
  assert.equal(align, "center");
  await page.click("[data-act=letters]");
  await page.locator(".group-letters textarea").first().waitFor();
  assert.match(await page.inputValue(".group-letters textarea >> nth=0"), /关于核实学生学籍的函/);

  await page.locator("[data-act=copy-letter]").first().click();
  await page.waitForFunction(() => document.querySelector(".group-letters [role=status]")?.textContent?.includes("已复制"));

  await page.focus("[data-act=scans]");
  const chosen = page.waitForEvent("filechooser");
  // Until the browser has heard that the dialog is waited for.
  await page.evaluate(() => 0);
  await page.keyboard.press("Enter");
  await (await chosen).setFiles(scans);
  await page.locator(".group-lacks").first().waitFor();
  assert.match(await page.innerText(".scans-state"), /“scans”，5 个文件。\d+ 名学生缺材料，\d+ 个文件没有对上学生/);
  assert.ok((await page.locator(".scans-unclaimed li").count()) > 0);
  assert.ok((await download(page, "settlement")).bytes.equals(settled("scans.xlsx", "--evidence", scans)), "it differs with scans");
  await page.click("#lists-tab-findings");
  await soon(() => page.locator("[data-rule=R7014]").count(), 1);
  await page.click("#lists-tab-groups");
  await page.focus("[data-act=drop-scans]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".group-lacks").length === 0);
  const session = await site.context.newCDPSession(page);
  const data = { items: [], files: [scans], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  await page.locator(".group-lacks").first().waitFor();
  await page.close();
});
