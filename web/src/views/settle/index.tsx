// The list of what is to be settled: saved or printed, and the folder of scans it is held against.

import type { ComponentChildren } from "preact";
import { words } from "../../state/all_words.ts";
import { downloadFailure, writing, type Download } from "../../state/downloads.ts";
import { shown, stage } from "../../state/options.ts";
import { downloadSettlement, hasToSettle, printSettlement } from "../../state/settle.ts";
import "./index.css";

export function Settle({ children }: { children: ComponentChildren }) {
  const it = words.value;
  if (!hasToSettle.value) return null;
  const acts: [Download, string, () => Promise<void>][] = [
    ["settlement", it.settleXlsx, () => downloadSettlement("xlsx")],
    ["settlement-page", it.settleHtml, () => downloadSettlement("html")],
    ["settlement-print", it.settlePrint, printSettlement],
  ];
  const failure = downloadFailure.value;
  return (
    <section class="settle" aria-labelledby="settle-title">
      <h2 id="settle-title">{it.settleTitle}</h2>
      <p id="settle-what" class="settle-what">{it.settleWhat(stage.value === "after-import" ? it.stageAfter : it.stageBefore)}{shown.value ? it.settleShown : it.settleMasked}</p>
      <p class="settle-acts">
        {acts.map(([what, name, act]) => (
          <button key={what} type="button" class="button" data-format={what} aria-disabled={writing.value !== undefined} aria-describedby="settle-what" onClick={() => void act()}>
            {writing.value === what ? it.downloading : name}
          </button>
        ))}
      </p>
      <p role="status" class="settle-failure">{failure?.of.startsWith("settlement") ? it.downloadFailed(failure.why) : ""}</p>
      {children}
    </section>
  );
}
