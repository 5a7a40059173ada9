// The roster as it stands in the file, with the marked cells. Only what is visible is drawn.

import { useEffect, useRef } from "preact/hooks";
import { words } from "../../state/all_words.ts";
import { chooseSheet, jumps, sheet, sheetIndex, sheets } from "../../state/roster.ts";
import { Tabs } from "../../ui/tabs/index.tsx";
import { CellLine } from "./cell_line.tsx";
import { Search } from "./search.tsx";
import { Table } from "./table.tsx";
import "./index.css";

export function Roster() {
  const it = words.value;
  const element = useRef<HTMLElement>(null);
  const jump = jumps.value;
  useEffect(() => {
    if (jump > 0) element.current?.scrollIntoView({ block: "nearest" });
  }, [jump]);
  const now = sheet.value;
  // What is the same for all of them tells nothing.
  const isOneFile = sheets.value.every((one) => one.sheet && one.file === now?.file);
  return (
    <section class="roster" id="roster" ref={element} aria-label={it.rosterTitle}>
      {sheets.value.length > 1 ? (
        <Tabs
          label={it.rosterTabs}
          panel="roster-sheet"
          tabs={sheets.value.map((one, at) => ({ key: String(at), name: isOneFile ? one.sheet : [one.file, one.sheet].filter((part) => part).join(" · ") }))}
          chosen={String(sheetIndex.value)}
          choose={(key) => chooseSheet(Number(key))}
        />
      ) : (
        <h2 class="roster-name">{now ? [now.file, now.sheet].filter((part) => part).join(" · ") : it.rosterTitle}</h2>
      )}
      <div id="roster-sheet" class="roster-sheet" {...(sheets.value.length > 1 ? { role: "tabpanel", "aria-labelledby": `roster-sheet-tab-${sheetIndex.value}` } : {})}>
        {now && now.rows > 0 ? (
          <>
            <Search />
            <Table key={sheetIndex.value} sheet={now} />
            <CellLine />
          </>
        ) : (
          <p class="roster-none">{it.rosterNone}</p>
        )}
      </div>
    </section>
  );
}
