// Findings by rule. Counts are exact; of each list only the visible part is asked for and drawn.

import { useEffect, useRef } from "preact/hooks";
import { words } from "../../state/all_words.ts";
import { openRules, pageOf, ruleLines, toggleRule, wantPage, type RuleLine } from "../../state/findings.ts";
import { language, say } from "../../state/language.ts";
import { pointedRule } from "../../state/tabs.ts";
import { findingsOf } from "../../state/told.ts";
import { Level } from "../../ui/level/index.tsx";
import { Markdown } from "../../ui/markdown/index.tsx";
import { Occurrences } from "./occurrences.tsx";
import "./index.css";

export function Findings() {
  const it = words.value;
  if (ruleLines.value.length === 0) return <p class="findings-none">{it.findingsNone}</p>;
  return (
    <div class="findings">
      <p class="findings-hint">{it.findingsHint}</p>
      <ul class="findings-rules">
        {ruleLines.value.map((line) => <Rule key={line.rule} line={line} />)}
      </ul>
    </div>
  );
}

function Rule({ line }: { line: RuleLine }) {
  const it = words.value;
  const element = useRef<HTMLLIElement>(null);
  const isOpen = openRules.value.has(line.rule);
  const title = line.info ? say(line.info.title) : line.rule;
  const pointed = pointedRule.value;
  useEffect(() => {
    if (pointed.rule !== line.rule) return;
    element.current?.scrollIntoView({ block: "start" });
    if (pointed.place < 0) element.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [pointed.times]);
  return (
    <li ref={element} class="findings-rule" data-rule={line.rule}>
      <h3>
        <button type="button" aria-expanded={isOpen} onClick={() => toggleRule(line.rule)}>
          <Level level={line.level} name={it.level[line.level]} />
          <span class="findings-title">{title}</span>
          <span class="findings-code">{line.rule}</span>
          <span class="findings-count" data-count={line.count}>{it.times(line.count)}</span>
        </button>
      </h3>
      {isOpen && <Opened line={line} title={title} />}
    </li>
  );
}

function Opened({ line, title }: { line: RuleLine; title: string }) {
  const it = words.value;
  const page = pageOf(line.rule);
  useEffect(() => void wantPage(line.rule), [line.rule, language.value]);
  return (
    <div class="findings-opened">
      <Occurrences rule={line.rule} pages={findingsOf(line.rule)} count={line.count} label={it.listLabel(title)} />
      <details class="findings-page">
        <summary>{it.explainTitle}</summary>
        {page === "" && <p>{it.explainMissing}</p>}
        <Markdown text={page ?? ""} names={{ speaks: it.exampleSpeaks, quiet: it.exampleQuiet }} />
      </details>
    </div>
  );
}

