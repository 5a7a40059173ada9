// The characters of double bytes come from the browser, and are those of the command line in all of them.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { check, download, open, report, root, useSite } from "./support/index.mjs";

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
    const page = await open(site.context, site.address, () => {
      // As before the edition of 2022: workers have a decoder with the private characters of old.
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
    });
    await same(page, encoding, path);
    await page.close();
  });
}
