import assert from "node:assert/strict";
import { test } from "node:test";
import { clip, count, en, keyInWords, readAddress, size, today, uniqueNames, zh, zhOfResult } from "../node_modules/.cache/tests/library.js";

/** What is put into sentences that take neither numbers nor words. */
const GIVEN = { list: [["a", "b"]], sentences: [["a", "b"]], unmatched: [[["a", "B"]]], leftOutFiles: [["a", "b"]] };

/** What the page says in Chinese, of a result and else. */
const all = { ...zh, ...zhOfResult };

/** Every sentence, with numbers and words put in. */
function sentences(words) {
  return Object.entries(words).flatMap(([key, it]) => {
    if (typeof it === "function") return [[key, it(...(GIVEN[key] ?? [2, 2, "x"]))]];
    return typeof it === "object" ? Object.entries(it).map(([inner, text]) => [`${key}.${inner}`, text]) : [[key, it]];
  });
}

test("both languages have the same keys, inside as well", () => {
  assert.deepEqual(sentences(all).map(([key]) => key).sort(), sentences(en).map(([key]) => key).sort());
});

test("no sentence is empty, and English ones hold no Chinese", () => {
  for (const [key, text] of [...sentences(all), ...sentences(en)]) assert.ok(String(text).length > 0, key);
  const inEnglish = sentences(en).filter(([key]) => !key.startsWith("otherLanguage"));
  for (const [key, text] of inEnglish) assert.doesNotMatch(String(text), /[\u3400-\u9fff]/, key);
});

test("one thing is told as one in English", () => {
  assert.equal(en.notReadyWhy(1, 1, false), "1 file could not be read.");
  assert.equal(en.notReadyWhy(2, 1, false), "2 errors: 1 file could not be read; the other 1: the system would refuse it or list the pupil as a problem registration.");
  assert.equal(en.notReadyWhy(2, 0, false), "2 errors: the system would refuse them or list the pupils as problem registrations.");
});

test("numbers, sizes, dates and keys", () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(count), ["0", "999", "1,000", "1,234,567"]);
  assert.deepEqual([0, 999, 1500, 25_000, 1_500_000, 300_000_000].map(size), ["0 B", "999 B", "1.5 KB", "25 KB", "1.5 MB", "300 MB"]);
  assert.equal(today(new Date(2026, 0, 5)), "2026-01-05");
  assert.equal(keyInWords("birth_date"), "Birth date");
  assert.deepEqual(readAddress("AB12"), { letters: "AB", row: 12 });
  assert.equal(readAddress("12"), undefined);
});

test("names of one run and of one folder are told apart", () => {
  assert.deepEqual(uniqueNames(["a.xlsx", "a.xlsx", "b.csv", "a.xlsx"]), ["a.xlsx", "a (2).xlsx", "b.csv", "a (3).xlsx"]);
  assert.deepEqual(uniqueNames(["a.xlsx", "A.xlsx", "a", "a", ".x"]), ["a.xlsx", "A (2).xlsx", "a", "a (2)", ".x"]);
});

test("of a very long text the beginning is drawn", () => {
  assert.equal(clip("男"), "男");
  assert.equal(clip("a".repeat(1000)).length, 1000);
  assert.equal(clip("a".repeat(60_000)), `${"a".repeat(1000)}…`);
});
