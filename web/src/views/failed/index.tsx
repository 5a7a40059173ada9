// Why there is no result, and that the next files can be chosen at once.

import type { ComponentChildren } from "preact";
import { download, writing } from "../../state/downloads.ts";
import { say, words } from "../../state/language.ts";
import { failure, overview, startOver } from "../../state/session.ts";
import { useFocus } from "../../ui/focus/index.ts";
import "./index.css";

export function Failed({ children, unlock }: { children: ComponentChildren; unlock: (at: number) => ComponentChildren }) {
  const it = words.value;
  const heading = useFocus<HTMLHeadingElement>(failure.value);
  return (
    <section class="failed">
      <h1 id="result" tabIndex={-1} ref={heading}>{it.failedTitle}</h1>
      <p>{reason()}</p>
      <ul>
        {overview.value?.files.map((file, at) => (
          <li key={file.file}>
            <strong>{it.fileFailed(file.file)}</strong>
            {file.error ? say(file.error) : ""}
            {unlock(at)}
          </li>
        ))}
      </ul>
      {children}
      <p>
        {overview.value && (
          <button type="button" class="plain" data-format="json" aria-disabled={writing.value !== undefined} onClick={() => void download("json")}>{it.downloadJson}</button>
        )}{" "}
        <button type="button" class="plain" onClick={startOver}>{it.startOver}</button>
      </p>
    </section>
  );
}

function reason(): string {
  const it = words.value;
  const now = failure.value;
  switch (now?.kind) {
    case "lost":
      return it.failedLost;
    case "refused":
      return it.refusedOptions + now.sentence;
    case "load":
      return it.loadFailed;
    case "all-files":
      return overview.value?.files.length ? it.failedAll : "";
    case undefined:
      return "";
  }
}
