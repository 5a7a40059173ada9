// The answer first: ready or not, and why. Then what was read.

import { useLayoutEffect, useRef } from "preact/hooks";
import { count, size } from "../../lib/format.ts";
import type { Overview, Sheet } from "../../wire/index.ts";
import { book } from "../../state/engine.ts";
import { say, words } from "../../state/language.ts";
import { overview, removeFile, run } from "../../state/session.ts";
import "./index.css";

export function Verdict() {
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader goes on where the answer is.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [run.value]);
  const result = overview.value;
  if (!result) return null;
  const it = words.value;
  const unread = result.files.filter((file) => file.error !== null);
  const isReady = result.summary.errors === 0 && unread.length === 0 && result.summary.rows > 0;
  return (
    <section class={`verdict ${isReady ? "verdict-ready" : "verdict-not"}`} aria-labelledby="result">
      <h1 id="result" tabIndex={-1} ref={heading}>
        <span class="verdict-mark" aria-hidden="true">{isReady ? "✓" : "!"}</span>
        {isReady ? it.ready : it.notReady}
      </h1>
      <p class="verdict-why">{why(result, unread.length)}</p>
      <Numbers result={result} />
      {unread.map((file) => (
        <p key={file.file} class="verdict-unread">
          <strong>{it.fileFailed(file.file)}</strong>
          {file.error ? say(file.error) : ""}
        </p>
      ))}
      <Sources result={result} />
    </section>
  );
}

function why(result: Overview, unread: number): string {
  const it = words.value;
  const { errors, warnings, rows } = result.summary;
  if (errors > 0 || unread > 0) return it.notReadyWhy(errors, unread);
  return rows === 0 ? it.noRows : it.readyWhy(warnings);
}

function Numbers({ result }: { result: Overview }) {
  const it = words.value;
  const { rows, errors, warnings, infos } = result.summary;
  const numbers: [string, number, string][] = [
    [it.rows, rows, ""],
    [it.errors, errors, "error"],
    [it.warnings, warnings, "warning"],
    [it.infos, infos, "info"],
    [it.groupsCount, result.groups, ""],
  ];
  return (
    <dl class="verdict-numbers">
      {numbers.map(([name, value, level]) => (
        <div key={name} class={value > 0 && level ? `verdict-${level}` : ""} title={it.levelMeans[level]}>
          <dt>{name}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sources({ result }: { result: Overview }) {
  const it = words.value;
  return (
    <details class="verdict-sources">
      <summary>{`${it.files} ${count(result.files.length)} · ${it.sheets} ${count(result.sheets.length)}`}</summary>
      <ul>
        {result.files.map((file, at) => (
          <li key={file.file}>
            <p class="verdict-file">
              <strong>{file.file}</strong>
              <span>{it.fileRead(file.format, file.encoding, size(file.bytes))}</span>
              <button type="button" class="plain" aria-label={it.removeFile(file.file)} onClick={() => void removeFile(at)}>{it.remove}</button>
            </p>
            {result.sheets.filter((sheet) => sheet.file === file.file).map((sheet) => <SheetLine key={sheet.sheet} sheet={sheet} />)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function SheetLine({ sheet }: { sheet: Sheet }) {
  const it = words.value;
  const profile = book.value.profiles.find((one) => one.profile === sheet.profile);
  const header = sheet.header_rows.length > 0 ? it.headerAt(sheet.header_rows.join("–")) : it.headerNone;
  return (
    <p class="verdict-sheet">
      {sheet.sheet && <span>{`“${sheet.sheet}” `}</span>}
      {it.sheetLine(sheet.rows, header, profile ? say(profile.title) : it.profileNone)}
      {sheet.unmatched.length > 0 && (
        <span>{` · ${it.unmatched(sheet.unmatched.map((one) => [one.header, one.letter]))}`}</span>
      )}
    </p>
  );
}
