// The one input for files. It stays on the page whatever happens, so that the next files can
// always be chosen.

import type { TargetedEvent } from "preact";
import { addFiles, phase } from "../../state/session.ts";
import { words } from "../../state/language.ts";
import "./index.css";

/** What the dialog of the system shows first; files of other names can be dropped, or shown by it. */
const ENDINGS = ".xlsx,.xlsm,.xlsb,.xls,.et,.ods,.csv,.tsv,.txt,.htm,.html,.xml,.toml,.json";

export function Picker() {
  const it = words.value;
  const isFirst = phase.value === "empty" || phase.value === "failed";
  return (
    <div class={isFirst ? "picker picker-large" : "picker"}>
      <label class={isFirst ? "button button-main" : "button"}>
        {isFirst ? it.pick : it.pickMore}
        <input type="file" multiple accept={ENDINGS} class="unseen" aria-describedby="picker-hint" onChange={take} />
      </label>
      <p id="picker-hint" class={isFirst ? "picker-hint" : "unseen"}>
        {it.pickHint}
        <span class="picker-formats">{it.pickFormats}</span>
      </p>
    </div>
  );
}

function take(event: TargetedEvent<HTMLInputElement>): void {
  const input = event.currentTarget;
  const chosen = [...(input.files ?? [])];
  // So that the same file can be chosen again after it was corrected.
  input.value = "";
  if (chosen.length > 0) void addFiles(chosen);
}
