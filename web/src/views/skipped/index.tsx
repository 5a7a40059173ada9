// Rules that could not run, so that silence is not taken for approval.

import { words } from "../../state/all_words.ts";
import { ruleByCode } from "../../state/engine.ts";
import { say } from "../../state/language.ts";
import { overview } from "../../state/session.ts";
import "./index.css";

export function Skipped() {
  const it = words.value;
  const rules = overview.value?.summary.not_run ?? [];
  if (rules.length === 0) return null;
  return (
    <details class="skipped">
      <summary>{it.skippedTitle(rules.length)}</summary>
      <p>{it.skippedWhy}</p>
      <ul>
        {rules.map((one) => {
          const info = ruleByCode.value.get(one.rule);
          return (
            <li key={one.rule}>
              <code>{one.rule}</code> {info ? say(info.title) : ""}
              {it.skippedReasons[one.why] ?? ""}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
