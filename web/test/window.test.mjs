import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsIn, scrollFor, windowOf } from "../node_modules/.cache/tests/library.js";

const VIEW = 600;

for (const [count, size] of [[0, 30], [1, 30], [50, 30], [10_000, 30], [1_048_576, 30], [5_000_000, 84]]) {
  test(`${count} items of ${size} pixels: every one can be brought into view`, () => {
    const steps = [0, 0.1, 0.25, 0.5, 0.77, 0.999, 1].map((it) => Math.floor(it * (count - 1)));
    for (const index of count === 0 ? [] : steps) {
      for (const from of [0, 4_000_000]) {
        const height = windowOf(0, VIEW, size, count).height;
        const start = Math.max(0, Math.min(from, height - VIEW));
        const scroll = scrollFor(index, start, VIEW, size, count);
        const part = windowOf(scroll, VIEW, size, count);
        assert.ok(part.first <= index && index < part.end, `${index} is drawn`);
        const top = index * size + part.shift - scroll;
        assert.ok(top > -1 && top + size < VIEW + 1, `${index} stands at ${top}`);
        assert.ok(part.end - part.first <= VIEW / size + 15);
      }
    }
  });
}

test("the last item is at the end of the scroll bar", () => {
  for (const count of [100, 2_000_000]) {
    const { height } = windowOf(0, VIEW, 30, count);
    const part = windowOf(height - VIEW, VIEW, 30, count);
    assert.equal(part.end, count);
    assert.ok(Math.abs(count * 30 + part.shift - height) < 1);
  }
});

test("an item in view is not scrolled", () => {
  assert.equal(scrollFor(5, 60, VIEW, 30, 100), 60);
});

test("columns that cross the view are drawn, with one more on both sides", () => {
  const edges = [0, 100, 200, 300, 400, 500, 600];
  assert.deepEqual(columnsIn(0, 150, edges), { first: 0, end: 3 });
  assert.deepEqual(columnsIn(250, 100, edges), { first: 1, end: 5 });
  assert.deepEqual(columnsIn(500, 100, edges), { first: 4, end: 6 });
  assert.deepEqual(columnsIn(0, 100, [0]), { first: 0, end: 0 });
});
