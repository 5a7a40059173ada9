// The table itself: a grid of which the visible rows and columns exist.

import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import { columnsIn, scrollFor, windowOf } from "../../lib/window.ts";
import { words } from "../../state/all_words.ts";
import { activeCell, grid, jumps, moveTo, pupilColumns, rosterRows, sheetIndex, type Mark, type RosterRow } from "../../state/roster.ts";
import { startTyping } from "../../state/typing.ts";
import type { Sheet } from "../../wire/index.ts";
import { useScroller, type View } from "../../ui/scroller/index.ts";
import { columnEdges } from "./widths.ts";

const TABLE = "roster-table";
const LINE = 30;
const HEAD = 50;
const NUMBERS = 60;
/** The names stay where they are beside the row numbers, unless half of the view would be gone. */
const FROZEN_FROM = 480;
/** At most this many columns are drawn whether they are visible or not. */
const COLUMNS_DRAWN_MAX = 40;

export function Table({ sheet }: { sheet: Sheet }) {
  const it = words.value;
  const { element, view } = useScroller();
  const { headers, letters } = grid.value;
  const edges = useMemo(() => columnEdges(headers, sheet), [headers, sheet]);
  const width = edges[edges.length - 1] ?? 0;
  const body = Math.max(0, view.height - HEAD);
  const part = windowOf(view.top, body, LINE, sheet.rows);
  const columns = headers.length > COLUMNS_DRAWN_MAX ? columnsIn(view.left, view.width - NUMBERS, edges) : { first: 0, end: headers.length };
  const name = view.width < FROZEN_FROM ? -1 : pupilColumns(sheetIndex.value).name;
  const active = activeCell.value;
  const pages = rosterRows.value;
  void pages.arrivals.value;
  useEffect(() => pages.want(part.first, part.end), [pages, part.first, part.end]);

  // The active cell stays in view, whatever moved it.
  const jump = jumps.value;
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    box.scrollTop = scrollFor(active.row, box.scrollTop, Math.max(LINE, box.clientHeight - HEAD), LINE, sheet.rows);
    // What would be under the names is out of view.
    const covered = name >= 0 && active.column > name ? (edges[name + 1] ?? 0) - (edges[name] ?? 0) : 0;
    const [left, right] = [(edges[active.column] ?? 0) - covered, edges[active.column + 1] ?? 0];
    const room = box.clientWidth - NUMBERS;
    if (active.column === name) return;
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (right > box.scrollLeft + room) box.scrollLeft = Math.min(left, right - room);
  }, [active.row, active.column, jump]);

  const isDrawn = active.row >= part.first && active.row < part.end && (active.column === name || (active.column >= columns.first && active.column < columns.end));
  const indexes = Array.from({ length: part.end - part.first }, (_, at) => part.first + at);
  const others = Array.from({ length: columns.end - columns.first }, (_, at) => columns.first + at).filter((at) => at !== name);
  const drawn = name >= 0 ? [name, ...others] : others;
  return (
    <div
      class="table"
      id={TABLE}
      ref={element}
      role="grid"
      tabIndex={0}
      aria-label={it.rosterLabel([sheet.file, sheet.sheet].filter((one) => one).join(" · "))}
      aria-rowcount={sheet.rows + 1}
      aria-colcount={headers.length + 1}
      aria-activedescendant={isDrawn ? cellId(active.row, active.column) : undefined}
      onKeyDown={(event) => move(event, sheet.rows, headers.length, view)}
    >
      <div role="rowgroup" class="table-head" style={{ width: `${width + NUMBERS}px` }}>
        <div role="row" aria-rowindex={1}>
          <span role="columnheader" aria-colindex={1} class="table-corner"><span class="unseen">{it.rowNumber}</span></span>
          {drawn.map((at) => (
            <span key={at} role="columnheader" aria-colindex={at + 2} class={classes(at === name && "table-name", at === active.column && "table-here")} style={place(edges, at, name)} title={headers[at]}>
              <span class="table-letters">{letters[at]}</span>
              {headers[at]}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" class="table-body" style={{ width: `${width + NUMBERS}px`, height: `${part.height}px` }}>
        {indexes.map((index) => (
          <div key={index} role="row" aria-rowindex={index + 2} class="table-row" style={{ top: `${index * LINE + part.shift}px` }}>
            <Row row={pages.at(index)} index={index} drawn={drawn} name={name} edges={edges} active={active.row === index ? active.column : -1} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: RosterRow | undefined;
  index: number;
  drawn: number[];
  /** The column that stays in view; -1 where none does. */
  name: number;
  edges: number[];
  active: number;
}

function Row({ row, index, drawn, name, edges, active }: RowProps) {
  return (
    <>
      <span role="rowheader" aria-colindex={1} class={active >= 0 ? "table-number table-here" : "table-number"}>{row?.number ?? ""}</span>
      {drawn.map((at) => {
        const marks = row?.marks.get(at);
        const mark = marks?.[0];
        const isEdited = row?.edited.has(at) ?? false;
        const kind = classes(at === name && "table-name", mark && `table-${mark.level}`, isEdited && "table-edited", at === active && "table-active");
        return (
          <span
            key={at}
            id={cellId(index, at)}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={at === active}
            class={kind}
            style={place(edges, at, name)}
            title={mark ? titleOf(marks ?? []) : undefined}
            onClick={() => moveTo({ row: index, column: at })}
            onDblClick={() => void startTyping()}
          >
            {row?.cells[at]}
            {mark && <span class="unseen">{words.value.inBrackets(words.value.level[mark.level])}</span>}
            {isEdited && <span class="unseen">{words.value.inBrackets(words.value.edited)}</span>}
          </span>
        );
      })}
    </>
  );
}

function titleOf(marks: readonly Mark[]): string {
  return marks.map((one) => `${words.value.level[one.level]} ${one.rule}`).join("\n");
}

function classes(...all: (string | false | undefined)[]): string {
  return all.filter((one) => one).join(" ");
}

/** A column stands at its edge; the one of the names stands there too, and stops beside the row numbers. */
function place(edges: number[], at: number, name: number): Record<string, string> {
  const left = edges[at] ?? 0;
  const width = `${(edges[at + 1] ?? left) - left}px`;
  return at === name ? { marginLeft: `${left}px`, left: `${NUMBERS}px`, width } : { left: `${left + NUMBERS}px`, width };
}

function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** Puts the keys back to the cells. */
export function focusTable(): void {
  document.getElementById(TABLE)?.focus({ preventScroll: true });
}

function move(event: KeyboardEvent, rows: number, columns: number, view: View): void {
  const { row, column } = activeCell.value;
  const page = Math.max(1, Math.floor((view.height - HEAD) / LINE) - 1);
  const whole = event.ctrlKey || event.metaKey;
  const steps: Record<string, [number, number]> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - page, column],
    PageDown: [row + page, column],
    Home: [whole ? 0 : row, 0],
    End: [whole ? rows - 1 : row, columns - 1],
  };
  const next = steps[event.key];
  const isOpening = event.key === "Enter" || event.key === "F2";
  if (next || isOpening) event.preventDefault();
  if (isOpening) void startTyping();
  if (!next) return;
  const inside = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
  moveTo({ row: inside(next[0], rows), column: inside(next[1], columns) });
}
