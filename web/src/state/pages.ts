// A long list of which only the visible part is asked for.

import { signal, type ReadonlySignal } from "@preact/signals";

const KEPT_MAX = 60;

export interface Pages<T> {
  /** Changes whenever something arrived. */
  arrivals: ReadonlySignal<number>;
  /** The item, if it is here. */
  at(index: number): T | undefined;
  /** Asks for what is missing between two places. */
  want(first: number, end: number): void;
}

/** Pages of `size` items each; `load` gives those from a place on. */
export function pagesOf<T>(size: number, load: (from: number, count: number) => Promise<readonly T[]>): Pages<T> {
  const arrivals = signal(0);
  const pages = new Map<number, readonly T[]>();
  const asked = new Set<number>();

  const fetchPage = async (page: number): Promise<void> => {
    if (pages.has(page) || asked.has(page)) return;
    asked.add(page);
    try {
      pages.set(page, await load(page * size, size));
      // The oldest go first; they can be asked for again.
      for (const old of [...pages.keys()].slice(0, Math.max(0, pages.size - KEPT_MAX))) pages.delete(old);
      arrivals.value += 1;
    } catch {
      // The run this list belongs to is gone; the code that ended it says so.
    } finally {
      asked.delete(page);
    }
  };

  return {
    arrivals,
    at: (index) => pages.get(Math.floor(index / size))?.[index % size],
    want: (first, end) => {
      for (let page = Math.floor(first / size); page * size < end; page += 1) void fetchPage(page);
    },
  };
}
