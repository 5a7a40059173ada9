// The folder of scans: which papers are there, which are missing, and which files belong to nobody.

import { size } from "../../lib/format.ts";
import { canChooseFolder, chooseFolder } from "../../lib/folder.ts";
import { words } from "../../state/all_words.ts";
import { setStage, shown, stage } from "../../state/options.ts";
import { listing, scansFound, takeFolder } from "../../state/scans.ts";
import { checkAgain } from "../../state/session.ts";
import { ScansState } from "./state.tsx";
import "./index.css";

/** More names than this nobody reads here; the list that is saved has all of them. */
const NAMES_MAX = 200;

export function Scans() {
  const it = words.value;
  return (
    <div class="scans">
      <h3>{it.scansTitle}</h3>
      <p id="scans-how" class="scans-how">{it.scansHow}{canChooseFolder() ? "" : it.scansNoDialog}</p>
      <div class="scans-acts">
        {canChooseFolder() && (
          <button type="button" id="scans-choose" class="button" data-act="scans" aria-describedby="scans-how" onClick={() => chooseFolder((folder) => void takeFolder(folder))}>
            {listing.value ? it.scansOther : it.scansChoose}
          </button>
        )}
        <ScansState />
      </div>
      {listing.value && stage.value === "before-import" && (
        <p>
          {it.scansBefore}{" "}
          <button type="button" class="plain" onClick={() => void checkAgain(() => setStage("after-import"), "scans-choose")}>{it.scansSwitch}</button>
        </p>
      )}
      <Unclaimed />
    </div>
  );
}

function Unclaimed() {
  const it = words.value;
  const unclaimed = scansFound.value?.unclaimed ?? [];
  if (unclaimed.length === 0) return null;
  const more = unclaimed.length - NAMES_MAX;
  return (
    <details class="scans-unclaimed">
      <summary>{it.scansUnclaimed(unclaimed.length)}</summary>
      <p class="scans-how">{it.scansUnclaimedWhy}{shown.value ? "" : it.scansUnclaimedMasked}</p>
      <ul tabIndex={0} aria-label={it.scansUnclaimed(unclaimed.length)}>
        {unclaimed.slice(0, NAMES_MAX).map((one, at) => <li key={at}>{one.path} <span class="quiet">{size(one.bytes)}</span>{one.is_unsure && ` ${it.scansUnsure}`}</li>)}
      </ul>
      {more > 0 && <p class="scans-how">{it.more(more)}</p>}
    </details>
  );
}
