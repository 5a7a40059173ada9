import assert from "node:assert/strict";
import { test } from "node:test";
import { endsAsRoster, endsAsScan, folderOf } from "../node_modules/.cache/tests/library.js";

/** A folder as a browser hands it over when it is dropped: some of its content at a time. */
function entry(name, content) {
  if (content === undefined) return { name, isFile: true, isDirectory: false, file: (resolve) => resolve({ name }) };
  if (content instanceof Error) return { name, isFile: true, isDirectory: false, file: (_, reject) => reject(content) };
  const all = Object.entries(content).map(([key, value]) => entry(key, value));
  const readEntries = (resolve) => resolve(all.splice(0, 2));
  return { name, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
}

test("everything in a dropped folder is found, by its path below it", async () => {
  const folder = await folderOf(entry("扫描件", { "a.jpg": undefined, "一班": { "王小明": { "户口簿.jpg": undefined }, "b.pdf": undefined }, "c.png": undefined }));
  assert.equal(folder.name, "扫描件");
  assert.deepEqual(folder.files.map((it) => it.path), ["a.jpg", "一班/王小明/户口簿.jpg", "一班/b.pdf", "c.png"]);
  assert.equal(folder.isUnreadable, false);
});

test("a folder that the browser does not hand over is known as such", async () => {
  const folder = await folderOf(entry("x", { "a.jpg": new Error("no") }));
  assert.deepEqual([folder.files, folder.isUnreadable], [[], true]);
});

test("a folder of rosters is told from one of scans by the names in it", () => {
  for (const it of ["一班.xlsx", "A.CSV", "b.ods"]) assert.ok(endsAsRoster(it) && !endsAsScan(it), it);
  for (const it of ["户口簿.JPG", "证明.pdf", "x.jpeg"]) assert.ok(endsAsScan(it) && !endsAsRoster(it), it);
});
