// Files that the page's second module reads and writes: it comes with the page, is started when it is
// needed, and its absence or loss costs only the files that need it.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browse, check, counts, countsOf, download, open, report, root, serve, singleFile } from "./support/index.mjs";

const folder = join(root, "target/e2e/office");
mkdirSync(folder, { recursive: true });
const fixture = (name) => join(root, "tests/fixtures", name);
const good = fixture("wrong.csv");
const xls = fixture("equivalents/excel97.xls");

let server;
let context;
before(async () => {
  server = await serve();
  context = await browse();
});
after(async () => {
  await context.close();
  server.stop();
});

/** Writes a changed copy of a fixture and gives its path. */
function changed(name, change) {
  const bytes = readFileSync(xls);
  change(bytes);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Every chain of sectors leads back to its own beginning. */
const loop = changed("循环.xls", (bytes) => {
  const table = (bytes.readUInt32LE(76) + 1) * 512;
  for (let at = table; at < table + 512; at += 4) {
    if (bytes.readUInt32LE(at) < 0xfffffffa || bytes.readUInt32LE(at) === 0xfffffffe) bytes.writeUInt32LE((at - table) / 4, at);
  }
});

/** The last shared text stands in the last cell a sheet can have. */
const far = changed("远.xls", (bytes) => {
  const at = bytes.lastIndexOf(Buffer.from([0xfd, 0, 10, 0]));
  bytes.writeUInt16LE(65_535, at + 4);
  bytes.writeUInt16LE(255, at + 6);
});

for (const name of ["excel95.xls", "excel97.xls", "sheetjs.xlsb", "calc.ods"]) {
  test(`${name} gives the report of the command line`, async () => {
    const page = await open(context, server.address);
    const file = fixture(`equivalents/${name}`);
    await check(page, file);
    const expected = report(file);
    assert.deepEqual(await counts(page), countsOf(expected));
    assert.ok((await download(page, "json")).bytes.equals(expected));
    const workbook = await download(page, "xlsx");
    assert.equal(workbook.bytes.toString("latin1", 0, 2), "PK");
    await page.close();
  });
}

test("a file of loops is told and a lone far cell is read, and the page goes on", async () => {
  const page = await open(context, server.address);
  await check(page, loop);
  assert.equal(await page.getAttribute("main", "data-phase"), "failed");
  const { files } = JSON.parse(report(loop));
  assert.ok((await page.innerText("main")).includes(files[0].error.zh));
  await check(page, far, xls, good);
  assert.deepEqual(await counts(page), countsOf(report(far, xls, good)));
  await page.close();
});

test("without the second module other files are still checked", async () => {
  const page = await context.newPage();
  await page.route("**/roster_office*.dat", (route) => route.abort());
  await page.goto(server.address);
  await page.waitForSelector("html[data-ready]");
  await check(page, xls, good);
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  assert.match(await page.innerText("main"), /没有载入/);
  assert.equal((await counts(page)).rows, countsOf(report(good)).rows);
  await page.close();
});

test("the page is ready before the second module has come, and waits for it where it must", async () => {
  const page = await context.newPage();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/roster_office*.dat", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.address);
  await page.waitForSelector("html[data-ready]");
  await check(page, good);
  await page.setInputFiles("input[type=file]", [xls]);
  await page.waitForSelector('main[data-phase="reading"]');
  release();
  await page.waitForSelector('main[data-phase="done"]');
  assert.equal((await counts(page)).rows, countsOf(report(good, xls)).rows);
  await page.close();
});

test("the one file holds both modules", async () => {
  const page = await open(context, singleFile);
  await check(page, xls);
  assert.deepEqual(await counts(page), countsOf(report(xls)));
  await page.close();
});
