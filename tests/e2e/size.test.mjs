// The page stays small enough for an office's line.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { dist, root } from "./support/index.mjs";

const budget = JSON.parse(readFileSync(join(root, "web/budget.json"), "utf8"));
const assets = readdirSync(join(dist, "assets"));

for (const kind of ["js", "css", "wasm"]) {
  test(`${kind} keeps to its budget`, () => {
    const files = assets.filter((it) => it.endsWith(`.${kind}`));
    // One of each: nothing is loaded later.
    assert.equal(files.length, 1);
    const bytes = gzipSync(readFileSync(join(dist, "assets", files[0]))).length;
    assert.ok(bytes <= budget[kind], `${files[0]}: ${bytes} bytes, ${budget[kind]} are allowed`);
  });
}
