// Things to know about the files that are no findings.

import { size } from "../../lib/format.ts";
import { BYTES_MAX } from "../../state/joining.ts";
import { words } from "../../state/language.ts";
import { files, notices, removeOlder, type Notice } from "../../state/session.ts";
import "./index.css";

export function Notices() {
  const it = words.value;
  return (
    <div class="notices" role="status">
      {notices.value.map((one, at) => (
        <p key={at} data-notice={one.kind}>
          {sentence(one)}
          {one.kind === "added-again" && (
            <button type="button" class="plain" onClick={() => void removeOlder(one.file)}>{it.dropOlder}</button>
          )}
        </p>
      ))}
    </div>
  );
}

function sentence(notice: Notice): string {
  const it = words.value;
  switch (notice.kind) {
    case "too-large":
      return it.tooLarge(notice.file, size(BYTES_MAX));
    case "report":
      return it.isReport(notice.file);
    case "left-out":
      return it.leftOutFiles(notice.files);
    case "open":
      return it.openFile(notice.file);
    case "lost":
      return it.lostFile(notice.file);
    case "stale":
      return it.lostFile(notice.file) + it.resultStays;
    case "replaced":
      return it.replacedFile(notice.file);
    case "added-again":
      return it.addedAgain(notice.file);
    case "same":
      return it.sameFile(notice.file, notice.other);
    case "cancelled":
      return files.value.length > 0 ? it.cancelledBack : it.cancelled;
  }
}
