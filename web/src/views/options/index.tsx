// How to check. A change starts the check again.

import { book } from "../../state/engine.ts";
import { say, words } from "../../state/language.ts";
import { day, isOpen, profile, setDay, setOpen, setProfile, setStage, stage, type Stage } from "../../state/options.ts";
import { checkAgain } from "../../state/session.ts";
import "./index.css";

export function Options() {
  const it = words.value;
  return (
    <details class="options" open={isOpen.value} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{it.optionsTitle}</summary>
      <div class="options-fields">
        <label>
          <span>{it.stage}</span>
          <select id="option-stage" value={stage.value} onChange={(event) => change(event, stage.value, (value) => setStage(value as Stage))}>
            <option value="before-import">{it.stageBefore}</option>
            <option value="after-import">{it.stageAfter}</option>
          </select>
        </label>
        <label>
          <span>{it.profile}</span>
          <select id="option-profile" value={profile.value} onChange={(event) => change(event, profile.value, setProfile)}>
            <option value="">{it.profileAuto}</option>
            {book.value.profiles.map((one) => <option key={one.profile} value={one.profile}>{say(one.title)}</option>)}
          </select>
        </label>
        <label>
          <span>{it.today}</span>
          <input id="option-today" type="date" required value={day.value} onChange={(event) => change(event, day.value, setDay)} />
        </label>
        <p>{it.optionsNote}</p>
      </div>
    </details>
  );
}

/** Puts the old value back where the change was not wanted after all. */
function change(event: Event, before: string, set: (value: string) => void): void {
  const control = event.currentTarget as HTMLSelectElement | HTMLInputElement;
  if (!checkAgain(() => set(control.value), control.id)) control.value = before;
}
