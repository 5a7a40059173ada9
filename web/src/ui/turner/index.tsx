// Back and forth among the pages of a list. At an end the button is still there for the focus.

import type { ComponentChildren } from "preact";
import type { ResultWords } from "../../text/zh_result.ts";
import "./index.css";

interface Props {
  words: Pick<ResultWords, "previous" | "next">;
  label: string;
  /** The present page, from 0. */
  page: number;
  pages: number;
  /** Pages that are not there are the nearest that are. */
  turn(page: number): void;
  /** The name of a field for the number of the page; none without. */
  goTo?: string;
  /** Which page it is, in words. */
  children: ComponentChildren;
}

export function Turner({ words, label, page, pages, turn, goTo, children }: Props) {
  return (
    <nav class="turner" aria-label={label}>
      <button type="button" class="button" aria-disabled={page === 0} onClick={() => turn(page - 1)}>{words.previous}</button>
      <span role="status">{children}</span>
      {goTo && (
        <label>
          <span>{goTo}</span>
          <input type="number" required min={1} max={pages} value={page + 1} onChange={(event) => event.currentTarget.validity.valid && turn(Number(event.currentTarget.value) - 1)} />
        </label>
      )}
      <button type="button" class="button" aria-disabled={page + 1 >= pages} onClick={() => turn(page + 1)}>{words.next}</button>
    </nav>
  );
}
