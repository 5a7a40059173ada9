// What each column of a sheet is, to be said where its header is not known or is taken for another.

import { words } from "../../state/all_words.ts";
import { profileById } from "../../state/profiles.ts";
import type { Grid, Sheet } from "../../wire/index.ts";
import { Choice } from "./choice.tsx";

interface Props {
  sheet: Sheet;
  grid: Grid;
  name: string;
  /** Begins the names of the controls. */
  id: string;
  /** By the letters of a column, the key of what it is said to be. */
  chosen: Readonly<Record<string, string>>;
  choose(letter: string, column: string, from: string): void;
}

export function Columns({ sheet, grid, name, id, chosen, choose }: Props) {
  const it = words.value;
  const offered = profileById("any")?.columns ?? [];
  const titles = new Map([...offered, ...(profileById(sheet.profile)?.columns ?? [])].map((one) => [one.column, one.header]));
  const known = new Map(sheet.columns.map((one) => [one.letter, one.column]));
  return (
    <div class="columns" role="group" aria-label={it.columnsOf(name)}>
      <p>{it.columnsHow}</p>
      <ul>
        {grid.letters.map((letter, at) => {
          const header = `${letter} ${grid.headers[at] || it.columnUnnamed}`;
          const now = chosen[letter] ?? "";
          const column = known.get(letter);
          const guess = now ? "" : (titles.get(column ?? "") ?? it.columnUnknown);
          const control = `${id}-${letter}`;
          return (
            <li key={letter} class={column || now ? "" : "columns-unknown"}>
              <Choice id={control} title={header} name={it.columnOf(header)} now={now} guess={guess} choose={(key) => choose(letter, key, control)}>
                <option value="none">{it.columnNone}</option>
                {offered.map((one) => <option key={one.column} value={one.column}>{one.header}</option>)}
              </Choice>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
