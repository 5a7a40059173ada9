// Files to save, and the one switch for personal values.

import { download, downloadFailure, writing, type Format } from "../../state/downloads.ts";
import { words } from "../../state/language.ts";
import { setShown, shown } from "../../state/options.ts";
import "./index.css";

export function Downloads() {
  const it = words.value;
  const names: [Format, string][] = [["xlsx", it.downloadXlsx], ["csv", it.downloadCsv], ["json", it.downloadJson]];
  return (
    <section class="downloads" aria-label={it.downloadsTitle}>
      <h2 class="downloads-title">{it.downloadsTitle}</h2>
      <p class="downloads-buttons">
        {names.map(([format, name]) => (
          <button
            key={format}
            type="button"
            class={format === "xlsx" ? "button button-main" : "button"}
            data-format={format}
            disabled={writing.value !== undefined}
            onClick={() => void download(format)}
          >
            {writing.value === format ? it.downloading : name}
          </button>
        ))}
      </p>
      <label class="downloads-shown">
        <input type="checkbox" checked={shown.value} aria-describedby="shown-why" onChange={(event) => setShown(event.currentTarget.checked)} />
        {it.shown}
      </label>
      <p id="shown-why" class="downloads-why">{it.shownWhy}</p>
      <p role="status" class="downloads-failure">{downloadFailure.value && it.downloadFailed(downloadFailure.value)}</p>
    </section>
  );
}
