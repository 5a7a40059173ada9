import assert from "node:assert/strict";
import { test } from "node:test";
import { endsAsRoster, endsAsScan, folderOf, hasEnding, isLeftBeside } from "../node_modules/.cache/tests/library.js";

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
  for (const it of ["一班.xlsx", "A.CSV", "b.ods", "二班.et", "模板.xltx", "网页.html"]) assert.ok(endsAsRoster(it) && !endsAsScan(it), it);
  for (const it of ["户口簿.JPG", "证明.pdf", "x.jpeg"]) assert.ok(endsAsScan(it) && !endsAsRoster(it), it);
});

test("what programs leave beside files is known by its name, and whether a name tells anything", () => {
  for (const it of ["~$一班.xlsx", "一年级/.DS_Store", "Thumbs.db", ".git/config"]) assert.ok(isLeftBeside(it), it);
  for (const it of ["一班.xlsx", "~一班.xlsx", "一年级/二班.et", "a.db"]) assert.ok(!isLeftBeside(it), it);
  assert.deepEqual(["六班", "一.年级/六班", "六班.xlsx"].map(hasEnding), [false, false, true]);
});
