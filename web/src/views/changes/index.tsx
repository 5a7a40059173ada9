// Everything that was changed, a page at a time, as a table that also reads well on paper.

import { useEffect } from "preact/hooks";
import { clipMarked } from "../../lib/format.ts";
import { words } from "../../state/all_words.ts";
import { CHANGES_A_PAGE, changeList, changePage, changePageCount, turnChangesTo } from "../../state/change_list.ts";
import { changeCount } from "../../state/changes.ts";
import { ruleByCode } from "../../state/engine.ts";
import { say } from "../../state/language.ts";
import { columnName, jumpTo } from "../../state/roster.ts";
import { overview } from "../../state/session.ts";
import { Turner } from "../../ui/turner/index.tsx";
import type { Change } from "../../wire/index.ts";
import "./index.css";

export function ChangeLog() {
  const it = words.value;
  const pages = changeList.value;
  const first = changePage.value * CHANGES_A_PAGE;
  const end = Math.min(first + CHANGES_A_PAGE, changeCount.value);
  void pages.arrivals.value;
  useEffect(() => pages.want(first, end), [pages, first, end]);
  if (changeCount.value === 0) return <p class="changes-none">{it.changesNone}</p>;
  const indexes = Array.from({ length: end - first }, (_, at) => first + at);
  const several = (overview.value?.sheets.length ?? 0) > 1;
  return (
    <div class="changes">
      <p class="changes-hint">{it.changesHint}</p>
      <div class="changes-table" tabIndex={0} role="group" aria-label={it.tabChanges}>
        <table>
          <thead>
            <tr>
              <th scope="col">{it.placeRow}</th>
              <th scope="col">{it.changeFrom}</th>
              <th scope="col">{it.changeTo}</th>
              <th scope="col">{it.changeWhy}</th>
            </tr>
          </thead>
          <tbody>
            {indexes.map((at) => <Line key={at} change={pages.at(at)} several={several} />)}
          </tbody>
        </table>
      </div>
      {changePageCount.value > 1 && (
        <Turner words={it} label={it.changesPages} page={changePage.value} pages={changePageCount.value} turn={turnChangesTo}>{it.changesFromTo(first + 1, end, changeCount.value)}</Turner>
      )}
    </div>
  );
}

function Line({ change, several }: { change: Change | undefined; several: boolean }) {
  const it = words.value;
  if (!change) return <tr><td colSpan={4}>{it.waiting}</td></tr>;
  const info = ruleByCode.value.get(change.rule);
  const sheet = several ? [change.file, change.sheet].filter((one) => one).join(" · ") : "";
  const column = change.column === null ? "" : columnName(change.column);
  return (
    <tr>
      <th scope="row">
        <button type="button" class="plain" aria-label={it.goTo(change.cell)} onClick={() => void jumpTo({ file: change.file, sheet: change.sheet, cell: change.cell })}>{change.cell}</button>
        {` ${[column, sheet].filter((one) => one).join(" · ")}`}
      </th>
      <td><del>{clipMarked(change.from) || it.emptyText}</del></td>
      <td><ins>{clipMarked(change.to) || it.emptyText}</ins></td>
      <td>
        {change.rule ? <>{info ? say(info.title) : change.rule}<span class="changes-by">{it.decidedBy[change.decided_by] ?? change.decided_by}</span></> : it.typedByHand}
      </td>
    </tr>
  );
}
