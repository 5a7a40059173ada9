// How to check. A change starts the check again.

import type { ComponentChildren, TargetedEvent } from "preact";
import { book } from "../../state/engine.ts";
import { say, words } from "../../state/language.ts";
import { day, DAY_MAX, DAY_MIN, isOpen, profile, setDay, setOpen, setProfile, setStage, stage, type Stage } from "../../state/options.ts";
import { ownProfile } from "../../state/profiles.ts";
import { checkAgain, files, version } from "../../state/session.ts";
import "./index.css";

export function Options({ children }: { children: ComponentChildren }) {
  const it = words.value;
  const own = ownProfile.value;
  // What was chosen may not hold.
  void version.value;
  return (
    <details class="options" open={isOpen.value} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{it.optionsTitle}</summary>
      <div class="options-fields">
        <label>
          <span>{it.stage}</span>
          <select id="option-stage" value={stage.value} onChange={(event) => change(event, (value) => setStage(value as Stage))}>
            <option value="before-import">{it.stageBefore}</option>
            <option value="after-import">{it.stageAfter}</option>
          </select>
        </label>
        <label>
          <span>{it.profile}</span>
          <select id="option-profile" value={profile.value} onChange={(event) => change(event, setProfile)}>
            <option value="">{own ? say(own.info.title) : it.profileAuto}</option>
            {book.value.profiles.map((one) => <option key={one.profile} value={one.profile}>{say(one.title)}</option>)}
          </select>
        </label>
        <label>
          <span>{it.today}</span>
          <input id="option-today" type="date" required min={DAY_MIN} max={DAY_MAX} value={day.value} onChange={(event) => event.currentTarget.validity.valid && change(event, setDay)} onBlur={putBack} />
        </label>
        {children}
        <p>{files.value.length > 0 ? it.optionsNote : it.optionsKept}</p>
      </div>
    </details>
  );
}

/** A date that is typed is none until it is whole; one that is left so was not meant. */
function putBack(event: TargetedEvent<HTMLInputElement>): void {
  const control = event.currentTarget;
  if (!control.validity.valid) control.value = day.value;
}

function change(event: TargetedEvent<HTMLSelectElement | HTMLInputElement>, set: (value: string) => void): void {
  const { value, id } = event.currentTarget;
  void checkAgain(() => set(value), id);
}
