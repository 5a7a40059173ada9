// What was told apart: how much, undone, saved for later, or dropped.

import { canUndoDecision, decisionFailure, downloadDecisions, dropDecisions, toldApart, undoDecision } from "../../state/decisions.ts";
import { writing } from "../../state/downloads.ts";
import { words } from "../../state/language.ts";
import { phase } from "../../state/session.ts";
import { wrongDecisions } from "../../state/told_apart.ts";
import "./index.css";

export function Decisions() {
  const it = words.value;
  const { pairs, taken } = toldApart.value;
  const wrong = wrongDecisions.value || decisionFailure.value;
  const isDone = phase.value === "done";
  return (
    <div id="decisions" class="decisions" tabIndex={-1} role="status" data-pairs={pairs}>
      {wrong && <p class="decisions-wrong"><strong>{wrong}</strong></p>}
      {pairs > 0 && (
        <p>
          {isDone ? it.decisionsTaken(pairs, taken) : it.decisionsRead(pairs)}
          {isDone && canUndoDecision.value && <button type="button" class="button" data-act="undo-decision" onClick={() => void undoDecision()}>{it.undo}</button>}
          {isDone && <button type="button" class="button" data-format="decisions" aria-disabled={writing.value !== undefined} onClick={() => void downloadDecisions()}>{it.decisionsSave}</button>}
          <button type="button" class="plain" data-act="drop-decisions" onClick={dropDecisions}>{it.decisionsDrop}</button>
        </p>
      )}
    </div>
  );
}
