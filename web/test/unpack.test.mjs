import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpack, unpackText } from "../node_modules/.cache/tests/library.js";

const built = (path) => readFileSync(new URL(`../src/engine/${path}`, import.meta.url));

for (const module of ["pkg/roster_wasm", "pkg-office/roster_office_wasm"]) {
  test(`${module} comes out byte for byte`, async () => {
    const unpacked = await unpack(new Blob([built(`${module}.dat`)]));
    assert.ok(built(`${module}_bg.wasm`).equals(new Uint8Array(unpacked)));
  });
}

test("the pages of the rules come out, one of each language for each rule", async () => {
  const pages = (await unpackText(new Blob([built("pages/rule_pages.dat")]))).split("\u001e");
  const of = (language) => pages.filter((it) => it.startsWith(`${language}/`)).map((it) => it.slice(3, 8));
  assert.deepEqual(of("zh"), of("en"));
  assert.ok(of("zh").includes("R1003"));
  assert.equal(of("zh").length * 2, pages.length);
});
