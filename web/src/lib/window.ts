// Which of many equally high items are visible, and where they stand.
//
// Browsers cannot make an element arbitrarily high. Beyond the limit the scroll bar stands for a
// share of the whole, and items are drawn relative to it; below it, one pixel is one pixel.

const HEIGHT_MAX = 8_000_000;

export interface Window {
  /** First item to draw, and the one after the last. */
  first: number;
  end: number;
  /** Height of the whole, in pixels. */
  height: number;
  /** What to add to `index * size` to get an item's top. */
  shift: number;
}

/** The visible part of `count` items of `size` pixels, with `extra` items on both sides. */
export function windowOf(scroll: number, view: number, size: number, count: number, extra = 6): Window {
  const height = Math.min(size * count, HEIGHT_MAX);
  const real = scroll * ratio(view, size, count);
  const first = Math.max(0, Math.min(Math.floor(real / size), count) - extra);
  const end = Math.min(count, Math.ceil((real + view) / size) + extra);
  return { first, end: Math.max(first, end), height, shift: scroll - real };
}

/** Where to scroll so that an item is inside the view; the present place if it is already. */
export function scrollFor(index: number, scroll: number, view: number, size: number, count: number): number {
  const share = ratio(view, size, count);
  const real = scroll * share;
  const top = index * size;
  if (top < real) return top / share;
  if (top + size > real + view) return (top + size - view) / share;
  return scroll;
}

function ratio(view: number, size: number, count: number): number {
  const whole = size * count;
  if (whole <= HEIGHT_MAX || HEIGHT_MAX <= view) return 1;
  return (whole - view) / (HEIGHT_MAX - view);
}

/** The columns that cross the view; `edges` holds the left edge of each and the right edge of the last. */
export function columnsIn(left: number, width: number, edges: readonly number[]): { first: number; end: number } {
  const count = edges.length - 1;
  let first = 0;
  while (first < count && (edges[first + 1] ?? 0) <= left) first += 1;
  let end = first;
  while (end < count && (edges[end] ?? 0) < left + width) end += 1;
  return { first: Math.max(0, first - 1), end: Math.min(count, end + 1) };
}
