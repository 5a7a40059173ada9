// The answer first: ready or not, and why; then the files that could not be read.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { count } from "../../lib/format.ts";
import type { Finding, Overview } from "../../wire/index.ts";
import { words } from "../../state/all_words.ts";
import { language, say } from "../../state/language.ts";
import { stage } from "../../state/options.ts";
import { overview, returnTo, run } from "../../state/session.ts";
import "./index.css";

export function Verdict({ unlock }: { unlock: (at: number) => ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader goes on where the answer is, or where the user was when the check began again.
  useLayoutEffect(() => {
    const control = returnTo.value === "" ? null : document.getElementById(returnTo.value);
    if (control) control.focus();
    else heading.current?.focus({ preventScroll: true });
  }, [run.value]);
  const result = overview.value;
  if (!result) return null;
  const it = words.value;
  const unread = result.files.flatMap((file, at) => (file.error === null ? [] : [{ file, at }]));
  const isAfter = stage.value === "after-import";
  const headline = (isAfter && it.headlinesAfter[result.outcome]) || it.headlines[result.outcome];
  const look = ["look", "listed"].includes(result.outcome) ? "look" : headline ? "ready" : "not";
  return (
    <section class={`verdict verdict-${look}`} aria-labelledby="result">
      <h1 id="result" tabIndex={-1} ref={heading}>
        <span class="verdict-mark" aria-hidden="true">{look === "ready" ? "✓" : "!"}</span>
        {headline ?? (isNobody(result) ? it.nobody : isAfter ? it.notReadyAfter : it.notReady)}
      </h1>
      <p class="verdict-why" data-stage={stage.value}>{told(why(result, unread.length), isAfter ? it.stageSaid(it.stageAfter) : "")}</p>
      <Numbers result={result} />
      {unread.map(({ file, at }) => (
        <div key={file.file} class="verdict-unread">
          <strong>{it.fileFailed(file.file)}</strong>
          {file.error ? say(file.error) : ""}
          {unlock(at)}
        </div>
      ))}
    </section>
  );
}

/** Not one pupil was read: a blank template, a header alone, no list at all. */
function isNobody({ outcome, summary }: Overview): boolean {
  return summary.rows === 0 && ["unread", "not-ready", "nobody"].includes(outcome);
}

function why(result: Overview, unread: number): string {
  const it = words.value;
  const { outcome, sheets, summary: { errors, warnings, infos } } = result;
  const files = unread > 0 ? it.filesUnread(unread) : "";
  if (isNobody(result)) return told(outcome === "nobody" ? it.why[outcome] : it.nobodyWhy, files);
  // Nothing but what a list of any kind has was looked at.
  const caution = sheets.some((one) => one.profile === "any") ? it.why["no-template"] : "";
  if (outcome === "look") return told(it.lookWhy(warnings), caution);
  if (outcome === "ready" && infos > 0) return told(it.why[outcome], it.readyBut);
  // That a file could not be read is an error, and told by itself.
  return it.why[outcome] ?? it.notReadyWhy(errors, Math.min(errors, unread), stage.value === "after-import");
}

/** One sentence after the other. */
function told(...sentences: (string | undefined)[]): string {
  return sentences.filter((one) => one).join(language.value === "zh" ? "" : " ");
}

function Numbers({ result }: { result: Overview }) {
  const it = words.value;
  const { rows, errors, warnings, infos } = result.summary;
  const numbers: [string, number, Finding["level"] | ""][] = [
    [it.rows, rows, ""],
    [it.errors, errors, "error"],
    [it.warnings, warnings, "warning"],
    [it.infos, infos, "info"],
    [it.groupsCount, result.groups, ""],
  ];
  return (
    <dl class="verdict-numbers">
      {numbers.map(([name, value, level]) => (
        <div key={name} class={value > 0 && level ? `verdict-${level}` : ""} title={level ? it.levelMeans[level] : undefined}>
          <dt>{name}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
