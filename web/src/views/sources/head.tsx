// The first rows of a sheet, to point at the one that is the header.

import { useRef } from "preact/hooks";
import { clip } from "../../lib/format.ts";
import { words } from "../../state/all_words.ts";
import type { FoundSheet } from "../../wire/index.ts";

interface Props {
  found: FoundSheet;
  name: string;
  /** Whether the present header was decided by the user. */
  isChosen: boolean;
  choose(row: number | undefined): void;
}

/** More columns than these say nothing more about which row is the header. */
const COLUMNS_MAX = 30;

export function Head({ found, name, isChosen, choose }: Props) {
  const it = words.value;
  const field = useRef<HTMLInputElement>(null);
  const letters = lettersOf(found);
  const submit = (event: Event): void => {
    event.preventDefault();
    const row = field.current?.valueAsNumber ?? NaN;
    if (Number.isInteger(row) && row >= 1) choose(row);
  };
  return (
    <div class="head">
      {letters.length > 0 && (
        <>
          <p>{it.headerHow}</p>
          <div class="head-rows" tabIndex={0} role="group" aria-label={it.headRows(name)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{it.rowNumber}</th>
                  {letters.map((letter) => <th key={letter} scope="col">{letter}</th>)}
                </tr>
              </thead>
              <tbody>
                {found.head.map(({ row, cells }) => {
                  const isNow = row === found.header_row;
                  return (
                    <tr key={row} class={isNow ? "head-now" : ""} onClick={() => choose(row)}>
                      <th scope="row">
                        <button type="button" class="plain" data-row={row} aria-pressed={isNow} aria-label={it.useAsHeader(row)}>{row}</button>
                      </th>
                      {letters.map((letter) => <td key={letter}>{clip(cells.find((one) => one.letter === letter)?.text ?? "")}</td>)}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
      <form class="head-other" onSubmit={submit}>
        <label>
          {it.headerOther}
          <input ref={field} type="number" min={1} max={1048576} step={1} required />
        </label>
        <button type="submit" class="button">{it.headerUse}</button>
        {isChosen && <button type="button" class="plain" onClick={() => choose(undefined)}>{it.headerGuess}</button>}
      </form>
    </div>
  );
}

/** The columns that hold anything in these rows, left to right. */
function lettersOf(found: FoundSheet): string[] {
  const all = new Set(found.head.flatMap((it) => it.cells.map((one) => one.letter)));
  return [...all].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, COLUMNS_MAX);
}
