// Which folder of scans it is, and how it stands: before a result as well.

import { say, words } from "../../state/language.ts";
import { dropScans, listing, readingScans, scansFound, scansTrouble } from "../../state/scans.ts";
import { ruleByCode } from "../../state/engine.ts";
import { phase } from "../../state/session.ts";
import { pointToRule } from "../../state/tabs.ts";

const RULE = "R7014";

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
