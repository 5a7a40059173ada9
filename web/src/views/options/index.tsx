// How to check. A change starts the check again.

import { book } from "../../state/engine.ts";
import { say, words } from "../../state/language.ts";
import { day, isOpen, profile, setDay, setOpen, setProfile, setStage, stage, type Stage } from "../../state/options.ts";
import { check, files } from "../../state/session.ts";
import "./index.css";

export function Options() {
  const it = words.value;
  return (
    <details class="options" open={isOpen.value} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{it.optionsTitle}</summary>
      <div class="options-fields">
        <label>
          <span>{it.stage}</span>
          <select value={stage.value} onChange={(event) => change(() => setStage(event.currentTarget.value as Stage))}>
            <option value="before-import">{it.stageBefore}</option>
            <option value="after-import">{it.stageAfter}</option>
          </select>
        </label>
        <label>
          <span>{it.profile}</span>
          <select value={profile.value} onChange={(event) => change(() => setProfile(event.currentTarget.value))}>
            <option value="">{it.profileAuto}</option>
            {book.value.profiles.map((one) => <option key={one.profile} value={one.profile}>{say(one.title)}</option>)}
          </select>
        </label>
        <label>
          <span>{it.today}</span>
          <input type="date" required value={day.value} onChange={(event) => change(() => setDay(event.currentTarget.value))} />
        </label>
        <p>{it.optionsNote}</p>
      </div>
    </details>
  );
}

function change(set: () => void): void {
  set();
  if (files.value.length > 0) void check();
}
