// One press for every change that needs no decision, and the way back.

import { useEffect, useRef } from "preact/hooks";
import { words } from "../../state/all_words.ts";
import { applySafe, canRedo, changeFailure, changeProgress, changes, isChanging, isUnsaved, redo, safeCount, safeFixes, undo } from "../../state/changes.ts";
import { told, writing } from "../../state/downloads.ts";
import { ruleByCode } from "../../state/engine.ts";
import { say } from "../../state/language.ts";
import { downloadCorrected, isNewWorkbook } from "../../state/remade.ts";
import { overview, version } from "../../state/session.ts";
import { chooseTab } from "../../state/tabs.ts";
import "./index.css";

export function Fixes() {
  const it = words.value;
  const line = useRef<HTMLParagraphElement>(null);
  const before = useRef(version.value);
  const { steps, cells } = changes.value;
  // The button that was pressed may be gone; a screen reader goes on where the outcome is told.
  useEffect(() => {
    const outcome = steps > 0 ? line.current : document.getElementById("lists");
    if (before.current !== version.value && document.activeElement === document.body) outcome?.focus({ preventScroll: true });
    before.current = version.value;
  }, [version.value]);
  const progress = changeProgress.value;
  const share = progress && progress.total > 0 ? ` ${Math.floor((100 * progress.done) / progress.total)}%` : "";
  return (
    <section class="fixes" aria-label={it.fixesTitle}>
      {safeCount.value > 0 && (
        <div class="fixes-offer">
          <button type="button" class="button button-main" data-act="fix" aria-disabled={isChanging.value} aria-describedby="fixes-why" onClick={() => void applySafe()}>
            {isChanging.value ? it.fixing + share : it.fixSafe(safeCount.value)}
          </button>
          <p id="fixes-why">{it.fixSafeWhy}</p>
          <details>
            <summary>{it.fixSafeWhat}</summary>
            <ul>
              {safeFixes.value.map((one) => {
                const info = ruleByCode.value.get(one.rule);
                return <li key={one.rule}>{it.fixSafeRule(info ? say(info.title) : one.rule, one.count)}</li>;
              })}
            </ul>
          </details>
        </div>
      )}
      <p ref={line} class="fixes-done" role="status" tabIndex={-1} data-changes={cells} data-steps={steps}>
        {steps > 0 && <strong>{it.fixed(cells)}</strong>}
      </p>
      {steps === 0 && canRedo.value && <p class="fixes-acts"><Redo /></p>}
      {steps > 0 && (
        <>
          <p class="fixes-acts">
            <button type="button" class={isUnsaved.value ? "button button-main" : "button"} data-format="corrected" aria-disabled={writing.value !== undefined} aria-describedby="fixes-kind" onClick={() => void downloadCorrected()}>
              {writing.value === "corrected" ? it.downloading : it.downloadCorrected}
            </button>
            <button type="button" class="button" data-act="undo" aria-disabled={isChanging.value} aria-keyshortcuts="Control+Z" title={it.undoKeys} onClick={() => void undo()}>{it.undo}</button>
            {canRedo.value && <Redo />}
            <button type="button" class="plain" onClick={() => chooseTab("changes")}>{it.seeChanges}</button>
          </p>
          {safeCount.value === 0 && (overview.value?.summary.errors ?? 0) > 0 && <p class="fixes-rest">{it.restByHand}</p>}
          <p id="fixes-kind" class="fixes-kind">{isNewWorkbook.value ? it.correctedNew : it.correctedSame}</p>
          {told.value?.of === "corrected" && told.value.notes.length > 0 && (
            <ul class="fixes-notes">{told.value.notes.map((one) => <li key={one.zh}>{say(one)}</li>)}</ul>
          )}
        </>
      )}
      <p role="status" class="fixes-failure">{changeFailure.value}</p>
    </section>
  );
}

function Redo() {
  const it = words.value;
  return <button type="button" class="button" data-act="redo" aria-disabled={isChanging.value} aria-keyshortcuts="Control+Y Control+Shift+Z" title={it.redoKeys} onClick={() => void redo()}>{it.redo}</button>;
}
