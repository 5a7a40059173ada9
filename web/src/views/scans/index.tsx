// The folder of scans: which papers are there, which are missing, and which files belong to nobody.

import { size } from "../../lib/format.ts";
import { canChooseFolder, chooseFolder } from "../../lib/folder.ts";
import { say, words } from "../../state/language.ts";
import { setStage, shown, stage } from "../../state/options.ts";
import { dropScans, listing, readingScans, scansFound, scansTrouble, takeFolder } from "../../state/scans.ts";
import { checkAgain, phase } from "../../state/session.ts";
import { ruleByCode } from "../../state/engine.ts";
import { pointToRule } from "../../state/tabs.ts";
import "./index.css";

/** More names than this nobody reads here; the list that is saved has all of them. */
const NAMES_MAX = 200;
const RULE = "R7014";

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
          <button type="button" class="plain" onClick={() => checkAgain(() => setStage("after-import"), "scans-choose")}>{it.scansSwitch}</button>
        </p>
      )}
      <Unclaimed />
    </div>
  );
}

/** Which folder it is and how it stands; also where there is no result yet. */
export function ScansState() {
  const it = words.value;
  const reading = readingScans.value;
  const known = listing.value;
  return (
    <>
      <p role="status" class="scans-state">{state()}</p>
      {known && !reading && (scansFound.value?.lacking.length ?? 0) > 0 && (
        <button type="button" class="plain" onClick={() => pointToRule(RULE)}>{it.scansSee(ruleTitle())}</button>
      )}
      {(known || reading) && <button type="button" class="plain" data-act="drop-scans" onClick={dropScans}>{reading ? it.cancel : it.scansDrop}</button>}
    </>
  );
}

function state(): string {
  const it = words.value;
  const reading = readingScans.value;
  const known = listing.value;
  if (reading) return it.scansReading(reading.done, reading.total);
  if (scansTrouble.value) return scansTrouble.value === "empty" ? it.scansEmpty : it.scansUnreadable;
  if (!known) return "";
  const found = scansFound.value;
  const name = it.scansNamed(known.folder, known.scans.length);
  if (found === undefined && phase.value === "done") return name + it.scansWaiting;
  return found ? name + it.scansOutcome(found.lacking.length, found.unclaimed.length) : name;
}

function ruleTitle(): string {
  const rule = ruleByCode.value.get(RULE);
  return rule ? say(rule.title) : RULE;
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
        {unclaimed.slice(0, NAMES_MAX).map((one, at) => <li key={at}>{one.path} <span class="quiet">{size(one.bytes)}</span></li>)}
      </ul>
      {more > 0 && <p class="scans-how">{it.more(more)}</p>}
    </details>
  );
}
