// What the active cell is and what was found in it, in words, for eyes and screen readers alike.

import { clip } from "../../lib/format.ts";
import { words } from "../../state/all_words.ts";
import { isChanging } from "../../state/changes.ts";
import { ruleByCode } from "../../state/engine.ts";
import { proposals, takingOver } from "../../state/in_words.ts";
import { say } from "../../state/language.ts";
import { activeCell, grid, pupilColumns, pupilTold, rosterRows, sheet, sheetIndex, sheets } from "../../state/roster.ts";
import { pointToRule } from "../../state/tabs.ts";
import { around, backToList, correctVisited, visited, visitedFinding, visitPlace } from "../../state/visited.ts";
import { Level } from "../../ui/level/index.tsx";
import { Typing } from "./typing.tsx";

export function CellLine() {
  const it = words.value;
  const { row, column } = activeCell.value;
  const pages = rosterRows.value;
  void pages.arrivals.value;
  const now = pages.at(row);
  const { headers, letters } = grid.value;
  const marks = now?.marks.get(column) ?? [];
  const edited = now?.edited.get(column);
  const pupil = now ? pupilTold(pupilColumns(sheetIndex.value).all.filter((at) => at !== column).map((at) => now.cells[at] ?? "")) : "";
  const visit = visited.value;
  return (
    <div class="cell-line">
      <p role="status">
        {sheets.value.length > 1 && <span class="cell-line-sheet">{sheet.value?.sheet || sheet.value?.file}</span>}
        <strong>{`${letters[column] ?? ""}${now?.number ?? ""}`}</strong>
        <span class="cell-line-header">{headers[column]}</span>
        <span>{now?.cells[column] || it.emptyText}</span>
        {pupil && <span class="cell-line-pupil">{pupil}</span>}
        {edited && <span class="cell-line-before">{it.editedFrom(clip(edited.from) || it.emptyText)}</span>}
        {marks.length === 0 && <span class="cell-line-fine">{it.cellFine}</span>}
      </p>
      {now && <Typing address={`${letters[column] ?? ""}${now.number}`} />}
      {marks.length > 0 && (
        <ul>
          {marks.map((one) => {
            const info = ruleByCode.value.get(one.rule);
            const said = visitedFinding.value?.rule === one.rule ? visitedFinding.value.message : info?.title;
            return (
              <li key={one.rule}>
                <Level level={one.level} name={it.level[one.level]} />
                <span>{said ? clip(say(said)) : one.rule}</span>
                <button type="button" class="plain" onClick={() => pointToRule(one.rule)}>{it.showRule}</button>
              </li>
            );
          })}
        </ul>
      )}
      {visit && <Visit rule={visit.rule} index={visit.index} isCorrected={visit.isCorrected} />}
      <p class="cell-line-hint">{it.rosterHint}</p>
    </div>
  );
}

/** Of a place that was gone to from the list: what is proposed, the places before and behind, and the way back. */
function Visit({ rule, index, isCorrected }: { rule: string; index: number; isCorrected: boolean }) {
  const it = words.value;
  const finding = visitedFinding.value;
  const fixes = finding ? proposals(finding) : "";
  const taking = takingOver(finding);
  const { all, previous, next } = around.value;
  const step = (to: number, name: string) => (
    <button type="button" class="button" aria-disabled={to < 0} onClick={() => to >= 0 && void visitPlace(rule, to)}>{name}</button>
  );
  // The button goes with its proposal.
  const correct = (): void => void correctVisited().then(() => document.getElementById("visit")?.focus({ preventScroll: true }));
  return (
    <div class="visit" id="visit" tabIndex={-1} role="group" aria-label={it.visitLabel}>
      {(fixes || isCorrected) && (
        <p>
          <span class="visit-fix">{isCorrected ? it.edited : fixes}</span>
          {taking && <button type="button" class="plain" data-act="take" aria-disabled={isChanging.value} aria-label={taking.label} onClick={correct}>{taking.name}</button>}
        </p>
      )}
      <p class="visit-acts">
        {step(previous, it.visitPrevious)}
        <span role="status">{isCorrected ? it.visitLeft(all) : it.visitAt(index + 1, all)}</span>
        {step(next, it.visitNext)}
        <button type="button" class="plain" data-act="back" onClick={backToList}>{it.visitBack}</button>
      </p>
    </div>
  );
}
