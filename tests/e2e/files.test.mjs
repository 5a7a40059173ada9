// Files that are none, files that are too much, and the way out.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { again, check, counts, countsOf, finished, open, report, root, rosters, soon, useSite } from "./support/index.mjs";
import { compound } from "./support/compound.mjs";

const folder = join(root, "target/e2e/files");
mkdirSync(folder, { recursive: true });
const good = join(rosters("files-good", "--rows", "40", "--format", "xlsx"), "roster.xlsx");
const big = join(rosters("files-big", "--rows", "100000", "--faults", "0.05", "--duplicates", "0.01", "--format", "csv"), "roster.csv");
const bad = {
  "图片.xlsx": Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001080600000", "hex"),
  "加密.xlsx": encryptedWorkbook(),
  "空.csv": Buffer.alloc(0),
};
for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(folder, name), bytes);

const site = useSite();

/** The shortest compound file with the stream that encrypted workbooks have. */
function encryptedWorkbook() {
  const bytes = compound(3).fill(0, 1024);
  bytes.writeUInt32LE(0xfffffffe, 516);
  for (const [at, name, kind] of [[0, "Root Entry", 5], [1, "EncryptedPackage", 2], [2, "EncryptionInfo", 2]]) {
    const start = 1024 + at * 128;
    bytes.write(name, start, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, start + 64);
    bytes[start + 66] = kind;
    bytes[start + 67] = 1;
    bytes.writeInt32LE(-1, start + 68);
    bytes.writeInt32LE(at === 1 ? 2 : -1, start + 72);
    bytes.writeInt32LE(at === 0 ? 1 : -1, start + 76);
    bytes.writeUInt32LE(0xfffffffe, start + 116);
  }
  return bytes;
}

test("files are chosen in the dialog of the system, which may be closed without one", async () => {
  const page = await open(site.context, site.address);
  const dialog = async () => (await Promise.all([page.waitForEvent("filechooser"), page.click(".picker label")]))[0];
  await dialog();
  assert.equal(await page.getAttribute("main", "data-phase"), "empty");
  await (await dialog()).setFiles([good]);
  await finished(page);
  assert.deepEqual(await counts(page), countsOf(report(good)));
  await page.close();
});

for (const name of Object.keys(bad)) {
  test(`${name} alone is told in a sentence`, async () => {
    const page = await open(site.context, site.address);
    await check(page, join(folder, name));
    const text = await page.innerText("main");
    const { files, summary } = JSON.parse(report(join(folder, name)));
    const sentence = files[0].error?.zh;
    if (sentence) {
      assert.equal(await page.getAttribute("main", "data-phase"), "failed");
      assert.ok(text.includes(sentence), text);
    } else {
      assert.equal((await counts(page)).errors, summary.errors);
    }
    await check(page, good);
    assert.ok((await counts(page)).rows >= 40);
    await page.close();
  });
}

test("an unreadable file does not stop the others", async () => {
  const page = await open(site.context, site.address);
  const files = [join(folder, "图片.xlsx"), good];
  await check(page, ...files);
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  assert.deepEqual(await counts(page), countsOf(report(...files)));
  assert.match(await page.innerText(".verdict"), /图片\.xlsx/);
  assert.match(await page.innerText("h1"), /还不能提交/);
  await page.close();
});

test("a large file can be cancelled, and the next one works", async () => {
  const page = await open(site.context, site.address);
  await page.setInputFiles("input[type=file]", [big]);
  await page.click(".running .button");
  assert.equal(await page.getAttribute("main", "data-phase"), "empty");
  await check(page, good);
  assert.deepEqual(await counts(page), countsOf(report(good)));
  await page.close();
});

test("a large file is checked and its table scrolls to the end", async () => {
  const page = await open(site.context, site.address);
  await check(page, big);
  assert.deepEqual(await counts(page), countsOf(report(big)));
  await page.focus("[role=grid]");
  await page.keyboard.press("Control+End");
  await page.waitForFunction(() => document.querySelector('[role=gridcell][aria-selected="true"]')?.textContent !== "");
  const last = JSON.parse(report(big)).sheets[0].last_row;
  await page.waitForFunction((row) => document.querySelector(".cell-line strong")?.textContent?.endsWith(String(row)), last);
  assert.ok((await page.locator("[role=row]").count()) < 120);
  await page.close();
});

test("files dropped on the page are checked", async () => {
  const page = await open(site.context, site.address);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["姓名,性别\n王小明,男\n"], "拖放.csv"));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  });
  await finished(page);
  assert.equal((await counts(page)).rows, 1);
  await page.close();
});

test("a lost worker is replaced, and the next files are checked", async () => {
  const page = await site.context.newPage();
  // Garbles the first request to check, which the module cannot survive.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    let isDone = false;
    Worker.prototype.postMessage = function (message, ...rest) {
      const isFirst = message.verb === "check" && !isDone;
      isDone ||= isFirst;
      return post.call(this, isFirst ? { ...message, given: null } : message, ...rest);
    };
  });
  await page.goto(site.address);
  await page.waitForSelector("html[data-ready]");
  await check(page, good);
  assert.equal(await page.getAttribute("main", "data-phase"), "failed");
  assert.match(await page.innerText("main"), /意外停止，已经重新启动/);
  await check(page, good);
  assert.ok((await counts(page)).rows >= 40);
  await page.close();
});

for (const [what, path] of [["module", "**/*.dat"], ["script for results", "**/result-*.js"]]) {
  test(`a page whose ${what} did not come says so`, async () => {
    const page = await site.context.newPage();
    await page.route(path, (route) => route.abort());
    await page.goto(site.address);
    await page.waitForFunction(() => document.querySelector(".start-condition")?.textContent);
    assert.match(await page.innerText("main"), /检查程序没有载入/);
    await check(page, good);
    assert.equal(await page.getAttribute("main", "data-phase"), "failed");
    assert.match(await page.innerText("main"), /检查程序没有载入/);
    await page.close();
  });
}

test("a page whose sample did not come says so, and checks files", async () => {
  const page = await site.context.newPage();
  await page.route("**/*.csv", (route) => route.abort());
  await page.goto(site.address);
  await page.waitForSelector("html[data-ready]");
  await page.click(".start-sample button");
  await page.waitForSelector('main[data-phase="failed"]');
  assert.match(await page.innerText("main"), /没有载入。请刷新页面/);
  await check(page, good);
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  await page.close();
});

test("files that are too large together are refused with the name of the command line", async () => {
  const page = await open(site.context, site.address);
  // A file whose size is said to be large; nothing of it is read.
  await page.evaluate(() => {
    const large = new File(["x"], "很大.csv");
    Object.defineProperty(large, "size", { value: 900_000_000 });
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: [large] } });
    document.body.dispatchEvent(event);
  });
  await page.waitForSelector("[data-notice=too-large]");
  assert.match(await page.innerText(".notices"), /很大\.csv.*500 MB.*rostercheck/);
  assert.equal(await page.getAttribute("main", "data-phase"), "empty");
  await page.close();
});

test("a file changed after it was chosen is told, and the others are checked", async () => {
  const page = await open(site.context, site.address);
  const changing = join(folder, "改动.csv");
  writeFileSync(changing, "姓名,性别\n王小明,男\n");
  await check(page, changing);
  assert.equal((await counts(page)).rows, 1);
  writeFileSync(changing, "姓名,性别\n王小明,男\n李小红,女\n");
  utimesSync(changing, new Date(), new Date(Date.now() + 60_000));
  await page.setInputFiles("input[type=file]", [good]);
  await page.waitForSelector("[data-notice=lost]");
  await finished(page);
  assert.match(await page.innerText(".notices"), /改动\.csv/);
  assert.deepEqual(await counts(page), countsOf(report(good)));
  await page.close();
});

/** Writes a file, a minute younger each time, so that a browser that had the former one cannot read that. */
let minutes = 0;
function written(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  minutes += 1;
  utimesSync(path, new Date(), new Date(Date.now() + minutes * 60_000));
  return path;
}

test("a file that was mended and is chosen again comes in the place of the former one", async () => {
  const page = await open(site.context, site.address);
  const other = written("二班.csv", "姓名,性别\n赵小云,女\n");
  const mended = written("一班.csv", "姓名,性别\n王小明,男\n");
  await check(page, mended, other);
  await page.click(".sources summary");
  await again(page, () => page.selectOption("#encoding-0", "UTF-8"));
  written("一班.csv", "姓名,性别\n王小明,男\n李小红,女\n");
  await again(page, () => page.setInputFiles("input[type=file]", mended));
  assert.match(await page.innerText(".notices"), /^“一班\.csv”已换成新选的这一份[^“]*$/);
  assert.equal(await page.locator(".notices button").count(), 0);
  assert.deepEqual(await page.$$eval("[data-file]", (all) => all.map((it) => it.dataset.file)), ["一班.csv", "二班.csv"]);
  assert.deepEqual(await counts(page), countsOf(report(mended, other)));
  assert.equal(await page.inputValue("#encoding-0"), "UTF-8");
  await page.close();
});

test("a result stays when it could not be had again, and says so", async () => {
  const page = await open(site.context, site.address);
  const changing = written("自动保存.csv", "姓名,性别\n王小明,男\n");
  await check(page, changing);
  const before = await counts(page);
  written("自动保存.csv", "姓名,性别\n王小明,男\n李小红,女\n");
  await page.click(".options summary");
  await page.selectOption("#option-stage", "after-import");
  await page.waitForSelector("[data-notice=stale]");
  assert.match(await page.innerText(".notices"), /“自动保存\.csv”读不到了.*下面还是原来的结果/);
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  assert.deepEqual(await counts(page), before);
  assert.equal(await page.inputValue("#option-stage"), "before-import");
  await page.click(".sources summary");
  await page.selectOption("#encoding-0", "Big5");
  await soon(() => page.inputValue("#encoding-0"), "", "the encoding is the one that holds");
  await again(page, () => page.setInputFiles("input[type=file]", changing));
  await again(page, () => page.selectOption("#option-stage", "after-import"));
  assert.equal((await counts(page)).rows, 2);
  await page.close();
});

test("of two files of one name the older one is taken out, or none", async () => {
  const page = await open(site.context, site.address);
  const former = written("同名.csv", "姓名,性别\n王小明,男\n");
  await check(page, former);
  const text = { name: "同名.csv", mimeType: "text/csv", buffer: Buffer.from("姓名,性别\n王小明,男\n李小红,女\n") };
  await again(page, () => page.setInputFiles("input[type=file]", [text]));
  assert.equal(await page.locator("[data-notice=added-again] button").count(), 1);
  written("同名.csv", "姓名,性别\n");
  await again(page, () => page.setInputFiles("input[type=file]", [good]));
  assert.match(await page.innerText(".notices"), /“同名\.csv”读不到了/);
  assert.equal(await page.locator("[data-notice=added-again]").count(), 0);
  await page.close();
});

/** Drops a folder of these files; those without a text are a workbook. */
async function dropped(page, name, files) {
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text ?? readFileSync(good));
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  await finished(page);
}
const read = (page) => page.$$eval("[data-file]", (all) => all.map((it) => it.dataset.file).sort());

test("of a dropped folder whatever may be a roster is checked, and the others are named", async () => {
  const page = await open(site.context, site.address);
  await dropped(page, "三个班", { "一班.xlsx": null, "二班.et": null, "六班": null, "说明": "x", "三班.zip": "PK", "四班.docx": "PK", "合影.jpg": "x", "~$一班.xlsx": "x", ".DS_Store": "x" });
  await page.click(".sources summary");
  assert.deepEqual(await read(page), ["一班.xlsx", "二班.et", "六班"]);
  assert.match(await page.innerText("[data-notice=open]"), /^“一班\.xlsx”正在 Excel 或 WPS 中打开/);
  assert.match(await page.innerText("[data-notice=left-out]"), /4 个文件没有检查：(三班\.zip|四班\.docx|说明|、){5}、合影\.jpg。/);
  assert.equal(await page.locator(".verdict-unread").count(), 0);
  await page.click("#lists-tab-groups");
  assert.equal(await page.innerText(".scans-state"), "", "one picture makes no folder of scans");
  await page.click("#lists-tab-findings");
  await page.click("[data-rule=R7016] h3 button");
  assert.match(await page.innerText("[data-rule=R7016] .occurrences-place"), /同时涉及 .*二班\.et/);
  await page.close();
});

test("of rosters among scans the rosters are checked, and the scans are scans", async () => {
  const page = await open(site.context, site.address);
  await dropped(page, "材料", { "一班.xlsx": null, "二班.xlsx": null, "a.jpg": "x", "b.pdf": "x", "c.png": "x" });
  await page.click(".sources summary");
  assert.deepEqual(await read(page), ["一班.xlsx", "二班.xlsx"]);
  await page.click("#lists-tab-groups");
  assert.match(await page.innerText(".scans-state"), /“材料”，3 个文件/);
  assert.equal(await page.locator("[data-notice=left-out]").count(), 0);
  await page.close();
});

test("the lock of an open workbook is left out, but for where it is all there is", async () => {
  const page = await open(site.context, site.address);
  const lock = written("~$一班.xlsx", Buffer.alloc(166, 1));
  await check(page, good, lock);
  await page.click(".sources summary");
  assert.deepEqual(await read(page), ["roster.xlsx"]);
  assert.match(await page.innerText("[data-notice=open]"), /请先保存并关闭/);
  await page.click(".tools > .button");
  await check(page, lock);
  assert.equal(await page.getAttribute("main", "data-phase"), "failed");
  await page.close();
});

test("files that could not be read are not told as the same, and a report is told as one", async () => {
  const page = await open(site.context, site.address);
  await check(page, written("空一.xlsx", ""), written("空二.xlsx", ""));
  assert.equal(await page.locator("[data-notice=same]").count(), 0);
  const own = written("报告.json", report(good));
  await page.setInputFiles("input[type=file]", [own]);
  await page.waitForSelector("[data-notice=report]");
  await page.setInputFiles("input[type=file]", [written("别的.json", "{")]);
  await page.waitForSelector(".own-profile-wrong");
  await page.click(".failed .plain >> nth=-1");
  await page.waitForSelector("main[data-phase=empty]");
  assert.equal(await page.locator(".own-profile-wrong").count(), 0, "what was wrong is forgotten with the rest");
  await page.close();
});

test("one number written in two ways is not told as different, nor is what neither row has", async () => {
  const page = await open(site.context, site.address);
  const rows = "王小明,男,2015-09-01,居民身份证,１１０１０１２０１５０９０１００１７,\n王小明,男,2015-09-01,居民身份证,110101201509010017,\n";
  await check(page, written("两种写法.csv", `姓名,性别,出生日期,身份证件类型,身份证件号,联系电话\n${rows}`));
  await page.click("#lists-tab-groups");
  await page.locator(".group").first().waitFor();
  assert.equal(await page.locator(".group-differs").count(), 0);
  await page.close();
});

test("a list without a template is not ready to be submitted, and says so", async () => {
  const page = await open(site.context, site.address);
  await check(page, written("名单.csv", "姓名,性别\n王小明,男\n"));
  assert.match(await page.innerText(".verdict"), /没有发现错误\n+名单没有按导入模板检查/);
  await page.close();
});

test("a second file of one name is checked too, and the older can be taken out", async () => {
  const page = await open(site.context, site.address);
  const text = (rows) => ({ name: "名册.csv", mimeType: "text/csv", buffer: Buffer.from(`姓名,性别\n${rows}`) });
  await page.setInputFiles("input[type=file]", [text("王小明,男\n")]);
  await page.waitForSelector('main[data-phase="done"][data-rows="1"]');
  await page.setInputFiles("input[type=file]", [text("王小明,男\n李小红,女\n")]);
  await page.waitForSelector('main[data-phase="done"][data-rows="3"]');
  // The ending is still that of the file.
  assert.equal(await page.locator('[data-file="名册 (2).csv"]').count(), 1);
  assert.equal(await page.locator("[data-rule=R0002]").count(), 0);
  await page.click("[data-notice=added-again] button");
  await page.waitForSelector('main[data-phase="done"][data-rows="2"]');
  await page.click(".sources summary");
  await page.click(".sources-name button");
  await page.waitForSelector('main[data-phase="empty"]');
  await page.close();
});
