// The answer first: ready or not, and why; then the files that could not be read.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { count } from "../../lib/format.ts";
import type { Finding, Overview } from "../../wire/index.ts";
import { words } from "../../state/all_words.ts";
import { say } from "../../state/language.ts";
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
  const headline = it.headlines[result.outcome];
  const look = ["look", "listed"].includes(result.outcome) ? "look" : headline ? "ready" : "not";
  return (
    <section class={`verdict verdict-${look}`} aria-labelledby="result">
      <h1 id="result" tabIndex={-1} ref={heading}>
        <span class="verdict-mark" aria-hidden="true">{look === "ready" ? "✓" : "!"}</span>
        {headline ?? it.notReady}
      </h1>
      <p class="verdict-why">{why(result, unread.length)}</p>
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

function why({ outcome, summary: { errors, warnings } }: Overview, unread: number): string {
  const it = words.value;
  // That a file could not be read is an error, and told by itself.
  return it.why[outcome] ?? (outcome === "look" ? it.lookWhy(warnings) : it.notReadyWhy(Math.max(0, errors - unread), unread));
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
