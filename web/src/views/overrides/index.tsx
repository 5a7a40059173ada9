// What this run was checked under otherwise than the built-in profile has it.

import { words } from "../../state/all_words.ts";
import { overridden } from "../../state/overrides.ts";
import "./index.css";

export function Overrides() {
  const it = words.value;
  const list = overridden.value;
  if (list.length === 0) return null;
  return (
    <details class="overrides" open>
      <summary>{it.overridesTitle(list.length)}</summary>
      <ul>
        {list.map((one) => <li key={one.about}>{it.overrideLine(one.about, one.value || it.emptyText, one.default || it.emptyText)}</li>)}
      </ul>
    </details>
  );
}
