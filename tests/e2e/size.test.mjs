// The page stays small enough for an office's line.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { dist, root } from "./support/index.mjs";

const budget = JSON.parse(readFileSync(join(root, "web/budget.json"), "utf8"));
const assets = readdirSync(join(dist, "assets"));

const isOffice = (it) => it.startsWith("roster_office");
const isPages = (it) => it.startsWith("rule_pages");
const isEnglish = (it) => it.startsWith("en-");
const isResult = (it) => it.startsWith("result-");
const kinds = {
  js: (it) => it.endsWith(".js") && !isEnglish(it) && !isResult(it),
  css: (it) => it.endsWith(".css") && !isResult(it),
  result: (it) => it.endsWith(".js") && isResult(it),
  resultStyles: (it) => it.endsWith(".css") && isResult(it),
  english: isEnglish,
  core: (it) => it.endsWith(".dat") && !isOffice(it) && !isPages(it),
  office: (it) => it.endsWith(".dat") && isOffice(it),
  pages: isPages,
  sample: (it) => it.endsWith(".csv"),
};
/** What comes while somebody already looks at the page. */
const isBehind = (it) => kinds.office(it) || isPages(it) || kinds.sample(it) || isResult(it) || isEnglish(it);

for (const [kind, isOfKind] of Object.entries(kinds)) {
  test(`${kind} keeps to its budget`, () => {
    const files = assets.filter(isOfKind);
    // One of each kind.
    assert.equal(files.length, 1);
    const bytes = gzipSync(readFileSync(join(dist, "assets", files[0]))).length;
    assert.ok(bytes <= budget[kind], `${files[0]}: ${bytes} bytes, ${budget[kind]} are allowed`);
  });
}

test("what the page needs before it is ready keeps to its budget", () => {
  const files = assets.filter((it) => !isBehind(it));
  const bytes = files.reduce((sum, it) => sum + gzipSync(readFileSync(join(dist, "assets", it))).length, 0);
  assert.ok(bytes <= budget.first, `${bytes} bytes, ${budget.first} are allowed`);
});
