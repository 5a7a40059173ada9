import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpack } from "../node_modules/.cache/tests/library.js";

const built = (path) => readFileSync(new URL(`../src/engine/${path}`, import.meta.url));

for (const module of ["pkg/roster_wasm", "pkg-office/roster_office_wasm"]) {
  test(`${module} comes out byte for byte`, async () => {
    const unpacked = await unpack(new Blob([built(`${module}.dat`)]));
    assert.ok(built(`${module}_bg.wasm`).equals(new Uint8Array(unpacked)));
  });
}
