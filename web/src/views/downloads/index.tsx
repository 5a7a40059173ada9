// Files to save, and the one switch for personal values.

import type { ComponentChildren } from "preact";
import { words } from "../../state/all_words.ts";
import { changes } from "../../state/changes.ts";
import { download, downloadFailure, told, writing, type Download, type Format } from "../../state/downloads.ts";
import { say } from "../../state/language.ts";
import { setShown, shown } from "../../state/options.ts";
import "./index.css";

/** Whether it is told here why a file could not be made, or where its own button is. */
const IS_TOLD: Record<Download, boolean> = {
  xlsx: true,
  csv: true,
  json: true,
  corrected: true,
  decisions: true,
  template: false,
  settings: false,
  divided: false,
  merged: false,
  settlement: false,
  "settlement-page": false,
  "settlement-print": false,
  "findings-print": true,
};

export function Downloads({ print, children }: { print: ComponentChildren; children: ComponentChildren }) {
  const it = words.value;
  const names: [Format, string][] = [["xlsx", it.downloadXlsx], ["csv", it.downloadCsv], ["json", it.downloadJson]];
  const failure = downloadFailure.value;
  const isMain = changes.value.steps === 0;
  return (
    <section class="downloads" aria-label={it.downloadsTitle}>
      <h2 class="downloads-title">{it.downloadsTitle}</h2>
      <p class="downloads-buttons">
        {names.map(([format, name]) => (
          <button
            key={format}
            type="button"
            class={format === "xlsx" && isMain ? "button button-main" : "button"}
            data-format={format}
            aria-disabled={writing.value !== undefined}
            aria-describedby={format === "xlsx" ? "downloads-xlsx" : undefined}
            onClick={() => void download(format)}
          >
            {writing.value === format ? it.downloading : name}
          </button>
        ))}
        {print}
      </p>
      <p id="downloads-xlsx" class="downloads-why">{shown.value ? it.annotatedShown : it.annotatedMasked}</p>
      {told.value?.of === "xlsx" && told.value.notes.length > 0 && (
        <ul class="downloads-why">{told.value.notes.map((one) => <li key={one.zh}>{say(one)}</li>)}</ul>
      )}
      <label class="downloads-shown">
        <input type="checkbox" checked={shown.value} aria-describedby="shown-why" onChange={(event) => setShown(event.currentTarget.checked)} />
        {it.shown}
      </label>
      <p id="shown-why" class="downloads-why">{it.shownWhy}</p>
      <div class="downloads-more">{children}</div>
      <p role="status" class="downloads-failure">{failure && IS_TOLD[failure.of] && it.downloadFailed(failure.why)}</p>
    </section>
  );
}
