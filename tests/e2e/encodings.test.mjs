// The characters of double bytes come from the browser, and are those of the command line in all of them.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { check, counts, countsOf, download, open, report, root, useSite } from "./support/index.mjs";

const folder = join(root, "target/e2e/encodings");
mkdirSync(folder, { recursive: true });
const site = useSite();

/** A list in an encoding: every pair of bytes there is, one a pupil, as the name. */
function every(encoding, seconds) {
  const header = new Map([["gb18030", [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0]], ["big5", [0xa9, 0x6d, 0xa6, 0x57, 0x2c, 0xa9, 0xca, 0xa7, 0x4f]]]);
  const rows = [...header.get(encoding), 0x0a];
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (const second of seconds) rows.push(first, second, 0x2c, 0x31, 0x0a);
  }
  const path = join(folder, `${encoding}.csv`);
  writeFileSync(path, Buffer.from(rows));
  return path;
}

const trails = (from) => Array.from({ length: 0xff - 0x40 }, (_, at) => at + 0x40).filter((it) => it < 0x7f || it >= from);
const files = [["gb18030", every("gb18030", trails(0x80))], ["big5", every("big5", trails(0xa1))]];

const workbook = join(root, "tests/fixtures/equivalents/calc.xlsx");

async function same(page, encoding, path) {
  await check(page, path);
  await page.click(".sources > summary");
  await page.$eval("main", (main) => main.removeAttribute("data-rows"));
  // Said by a person, so that nothing is guessed.
  await page.selectOption("#encoding-0", { label: encoding === "big5" ? "Big5（繁体）" : "GB18030（GBK）" });
  await page.waitForSelector('main[data-phase="done"][data-rows]');
  await page.click(".downloads-shown input");
  const { bytes } = await download(page, "json");
  assert.ok(bytes.equals(report("--show-values", "--encoding", encoding, path)), encoding);
}

for (const [encoding, path] of files) {
  test(`every pair of bytes of ${encoding} is the character of the command line`, async () => {
    const page = await open(site.context, site.address);
    await same(page, encoding, path);
    await page.close();
  });
}

for (const [encoding, path] of files) {
  test(`a browser that has other characters of ${encoding} reads those of the command line all the same`, async () => {
    const page = await open(site.context, site.address, olderDecoder);
    await same(page, encoding, path);
    await page.close();
  });
}

test("a browser that has other characters does not wait for those of the second module with a workbook", async () => {
  const page = await site.context.newPage();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/roster_office*.dat", async (route) => {
    await held;
    await route.continue();
  });
  await page.addInitScript(olderDecoder);
  await page.goto(site.address);
  await page.waitForSelector("html[data-ready]");
  await check(page, workbook);
  assert.deepEqual(await counts(page), countsOf(report(workbook)));
  release();
  await page.close();
});

/** In the page before its own script: workers have a decoder with the private characters from before 2022. */
function olderDecoder() {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (!blob.type.includes("javascript")) return make.call(URL, blob);
    const old = `{
      const now = TextDecoder;
      TextDecoder = class {
        constructor(...given) {
          this.isOld = given[0] === "gb18030" || given[0] === "big5";
          this.it = new now(...given);
        }
        decode(...given) {
          const text = this.it.decode(...given);
          return this.isOld ? text.replaceAll("\\uFE10", "\\uE78D").replaceAll("\\u4E00", "\\u4E01") : text;
        }
      };
    }\n`;
    return make.call(URL, new Blob([old, blob], { type: blob.type }));
  };
}

/** The text in GBK. */
function gbk(text) {
  const pairs = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (const second of trails(0x80)) pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  }
  return Buffer.from([...text].flatMap((it) => pairs.get(it) ?? [it.charCodeAt(0)]));
}

test("a web page and an XML spreadsheet are read by the second module as the command line reads them", async () => {
  const rows = [["姓名", "性别", "出生日期"], ["王小明", "男 ", "20150901"], ["李小红", "女", "2015-9-2"]];
  const cells = (tag) => rows.map((row) => `<tr>${row.map((it) => `<${tag}>${it}</${tag}>`).join("")}</tr>`).join("");
  const web = join(folder, "导出.xls");
  // Nothing says that it is GBK.
  writeFileSync(web, gbk(`<html><body><table>${cells("td")}</table></body></html>`));
  const xml = join(folder, "另存.xls");
  const data = rows.map((row) => `<Row>${row.map((it) => `<Cell><Data ss:Type="String">${it}</Data></Cell>`).join("")}</Row>`).join("");
  writeFileSync(xml, `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一班"><Table>${data}</Table></Worksheet></Workbook>`);
  const page = await open(site.context, site.address);
  await check(page, web, xml);
  await page.click(".downloads-shown input");
  assert.ok((await download(page, "json")).bytes.equals(report("--show-values", web, xml)));
  await page.$eval(".sources", (it) => { it.open = true; });
  await page.$eval("main", (main) => main.removeAttribute("data-rows"));
  await page.selectOption("#encoding-0", { label: "Big5（繁体）" });
  await page.waitForSelector('main[data-phase="done"][data-rows], main[data-phase="failed"]');
  const { bytes } = await download(page, "json");
  assert.equal(JSON.parse(bytes).files[0].encoding, "Big5", "what somebody decides holds for a web page too");
  await page.close();
});
