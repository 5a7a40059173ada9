// What a first visitor sees around the picker: what this is, in two lines, a sample, a blank template
// and how to check.

import type { ComponentChildren } from "preact";
import { engineCondition } from "../../state/engine.ts";
import { checkSample } from "../../state/sample.ts";
import { words } from "../../state/language.ts";
import { run } from "../../state/session.ts";
import { useFocus } from "../../ui/focus/index.ts";
import "./index.css";

export function Start({ children, more }: { children: ComponentChildren; more: ComponentChildren }) {
  const it = words.value;
  // After beginning anew the focus is where the page begins; on a first visit nothing takes it.
  const heading = useFocus<HTMLHeadingElement>(undefined, run.value > 0);
  return (
    <div class="start">
      <h1 tabIndex={-1} ref={heading}>{it.lead}</h1>
      <p class="start-about">{it.about}</p>
      {children}
      <p class="start-sample">
        <button type="button" class="plain" onClick={() => void checkSample()}>{it.sample}</button>
        <span>{it.sampleNote}</span>
      </p>
      <div class="start-more">{more}</div>
      <p class="start-condition" role="status">
        {engineCondition.value === "failed" ? it.loadFailed : ""}
      </p>
    </div>
  );
}
