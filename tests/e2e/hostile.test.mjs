// Files made to break a reader: each ends in a result or a sentence, and the page goes on.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { check, counts, countsOf, open, report, root, useSite } from "./support/index.mjs";
import { compound } from "./support/compound.mjs";
import { row, workbook, zip } from "./support/zip.mjs";

const folder = join(root, "target/e2e/hostile");
mkdirSync(folder, { recursive: true });
const site = useSite();

const head = row(1, "姓名", "性别");
const pupil = row(2, "王小明", "男");
const good = join(folder, "好.xlsx");
writeFileSync(good, workbook(head + pupil));

/** A compound file whose list of sectors leads back to itself. */
function endlessCompound() {
  const bytes = compound(3);
  // The directory begins in sector 1 and goes on in sector 2, which goes on in sector 1.
  bytes.writeUInt32LE(2, 516);
  bytes.writeUInt32LE(1, 520);
  return bytes;
}

/** A cell in the last row and column there can be, far from everything else. */
const farCell = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>';

const hostile = {
  "膨胀.xlsx": () => workbook(head + pupil + " ".repeat(400_000_000)),
  "部件很多.xlsx": () => zip(Array.from({ length: 60_000 }, (_, at) => [`xl/${at}.xml`, ""])),
  "远处的格.xlsx": () => workbook(head + pupil + farCell),
  "很深.xlsx": () => workbook(head + "<a>".repeat(2_000_000)),
  "实体.xlsx": () => workbook(`<!DOCTYPE a [<!ENTITY b "${"c".repeat(1000)}">]>${head}<row r="2"><c r="A2" t="inlineStr"><is><t>${"&b;".repeat(10_000)}</t></is></c></row>`),
  "截断.xlsx": () => workbook(head + pupil).subarray(0, 700),
  "循环.xls": endlessCompound,
  "图片.xlsx": () => Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001080600000000", "hex"),
  "一行.csv": () => Buffer.concat([Buffer.from("姓名,性别\n"), Buffer.alloc(8_000_000, "a")]),
  "引号.csv": () => Buffer.concat([Buffer.from('姓名,性别\n"'), Buffer.alloc(4_000_000, "男,女\n")]),
  "空字节.csv": () => Buffer.concat([Buffer.from("姓名,性别\n王小明,男\n"), Buffer.alloc(5_000_000)]),
};

for (const [name, make] of Object.entries(hostile)) {
  test(`${name} ends in a result or a sentence, and the next file is checked`, async () => {
    const path = join(folder, name);
    writeFileSync(path, make());
    const page = await open(site.context, site.address);
    await check(page, path);
    const expected = JSON.parse(report(path));
    const phase = await page.getAttribute("main", "data-phase");
    if (expected.files[0].error) {
      assert.equal(phase, "failed");
      assert.ok((await page.innerText("main")).includes(expected.files[0].error.zh), await page.innerText("main"));
    } else {
      assert.equal(phase, "done");
      assert.deepEqual(await counts(page), countsOf(report(path)));
    }
    await page.click(phase === "done" ? ".tools > .button" : ".failed .plain");
    await check(page, good);
    assert.deepEqual(await counts(page), countsOf(report(good)));
    await page.close();
  });
}
