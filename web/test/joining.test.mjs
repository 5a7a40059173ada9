import assert from "node:assert/strict";
import { test } from "node:test";
import { BYTES_MAX, joined, notAmong } from "../node_modules/.cache/tests/library.js";

const file = (name, text, lastModified = 1) => new File([text], name, { lastModified });

test("a file is there already when it holds the same, not when it only looks so", async () => {
  const one = file("名册.xls", "一班");
  const other = file("名册.xls", "二班");
  assert.deepEqual(await notAmong([one], [other]), [other]);
  assert.deepEqual(await notAmong([one, other], [file("名册.xls", "二班")]), []);
  assert.deepEqual(await notAmong([], [one, other]), [one, other]);
  // A time of its own says that somebody saved it.
  assert.equal((await notAmong([one], [file("名册.xls", "一班", 2)])).length, 1);
  const large = "名".repeat(1_000_000);
  assert.deepEqual(await notAmong([file("a", `${large}一`)], [file("a", `${large}一`)]), []);
  assert.equal((await notAmong([file("a", `${large}一`)], [file("a", `${large}二`)])).length, 1);
});

test("a mended file comes in the place of the one that is lost, others behind", () => {
  const [one, two, mended, three] = [file("一.csv", "a"), file("二.csv", "b"), file("一.csv", "c", 2), file("三.csv", "d")];
  const next = joined([one, two], [three, mended], [one]);
  assert.deepEqual(next.files, [mended, two, three]);
  assert.deepEqual(next.said, [{ kind: "replaced", file: "一.csv" }]);
  assert.deepEqual([...next.replaced], [[one, mended]]);
  assert.deepEqual(joined([one], [mended], []).said, [{ kind: "added-again", file: "一.csv" }]);
});

test("what would be too much together is told and left out", () => {
  const large = { name: "大.csv", size: BYTES_MAX };
  const one = file("一.csv", "a");
  assert.deepEqual(joined([one], [large], []), { files: [one], said: [{ kind: "too-large", file: "大.csv" }], replaced: new Map() });
  assert.deepEqual(joined([one], [{ name: "一.csv", size: BYTES_MAX }], [one]).said, [{ kind: "replaced", file: "一.csv" }]);
});
