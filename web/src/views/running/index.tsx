// How far the check is, and the way out.

import { size } from "../../lib/format.ts";
import { words } from "../../state/language.ts";
import { cancel, files, progress } from "../../state/session.ts";
import { useFocus } from "../../ui/focus/index.ts";
import "./index.css";

const STEPS = ["reading", "mapping", "matching", "checking"] as const;

export function Running() {
  const it = words.value;
  const now = progress.value;
  const at = now ? STEPS.indexOf(now.phase) : -1;
  const heading = useFocus<HTMLHeadingElement>();
  const names = [it.stepReading, it.stepMapping, it.stepMatching, it.stepChecking];
  const share = now && now.total > 0 ? now.done / now.total : undefined;
  return (
    <section class="running" aria-labelledby="running">
      <h1 id="running" tabIndex={-1} ref={heading}>{it.running}</h1>
      <ol class="running-steps">
        {names.map((name, step) => (
          <li key={name} class={step < at ? "running-past" : step === at ? "running-now" : ""} aria-current={step === at ? "step" : undefined}>
            {name}
          </li>
        ))}
      </ol>
      <progress class="running-bar" aria-label={names[Math.max(0, at)]} max={1} {...(share === undefined ? {} : { value: share })} />
      <p class="running-what">{sentence()}</p>
      <p class="running-files">{it.list(files.value.map((file) => file.name))}</p>
      <button type="button" class="button" onClick={cancel}>{it.cancel}</button>
    </section>
  );
}

function sentence(): string {
  const it = words.value;
  const now = progress.value;
  switch (now?.phase) {
    case undefined:
      return it.nowWaiting;
    case "reading":
      return it.nowReading(now.file, size(now.done), size(now.total));
    case "mapping":
      return it.nowMapping;
    case "matching":
      return it.nowMatching(now.total);
    case "checking":
      return it.nowChecking(Math.min(now.done + 1, now.total), now.total);
  }
}
