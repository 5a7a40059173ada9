// What the active cell is and what was found in it, in words, for eyes and screen readers alike.

import { clip } from "../../lib/format.ts";
import { words } from "../../state/all_words.ts";
import { ruleByCode } from "../../state/engine.ts";
import { say } from "../../state/language.ts";
import { activeCell, grid, rosterRows } from "../../state/roster.ts";
import { pointToRule } from "../../state/tabs.ts";
import { Level } from "../../ui/level/index.tsx";

export function CellLine() {
  const it = words.value;
  const { row, column } = activeCell.value;
  const pages = rosterRows.value;
  void pages.arrivals.value;
  const now = pages.at(row);
  const { headers, letters } = grid.value;
  const marks = now?.marks.get(column) ?? [];
  const edited = now?.edited.get(column);
  return (
    <div class="cell-line">
      <p role="status">
        <strong>{`${letters[column] ?? ""}${now?.number ?? ""}`}</strong>
        <span class="cell-line-header">{headers[column]}</span>
        <span>{now?.cells[column] || it.emptyText}</span>
        {edited && <span class="cell-line-before">{it.editedFrom(clip(edited.from) || it.emptyText)}</span>}
        {marks.length === 0 && <span class="cell-line-fine">{it.cellFine}</span>}
      </p>
      {marks.length > 0 && (
        <ul>
          {marks.map((one) => {
            const info = ruleByCode.value.get(one.rule);
            return (
              <li key={one.rule}>
                <Level level={one.level} name={it.level[one.level]} />
                <span>{info ? say(info.title) : one.rule}</span>
                <button type="button" class="plain" onClick={() => pointToRule(one.rule)}>{it.showRule}</button>
              </li>
            );
          })}
        </ul>
      )}
      <p class="cell-line-hint">{it.rosterHint}</p>
    </div>
  );
}
