// One workbook for each class or grade, for each chunk of rows, or one for all.

import { useState } from "preact/hooks";
import { words } from "../../state/all_words.ts";
import { downloadFailure, forgetTold, told, writing } from "../../state/downloads.ts";
import { say } from "../../state/language.ts";
import { downloadDivided, downloadMerged } from "../../state/remade.ts";
import { Dialog } from "../../ui/dialog/index.tsx";
import "./index.css";

type By = "class" | "grade" | "rows" | "all";

const BY: readonly By[] = ["class", "grade", "rows", "all"];
const ROWS = 500;

export function Divide() {
  const it = words.value;
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    forgetTold();
    setOpen(true);
  };
  return (
    <>
      <button type="button" class="plain" data-act="divide" onClick={open}>{it.divideTitle}</button>
      {isOpen && <Dialog id="divide" title={it.divideTitle} closed={() => setOpen(false)}><Form close={() => setOpen(false)} /></Dialog>}
    </>
  );
}

function Form({ close }: { close: () => void }) {
  const it = words.value;
  const [by, setBy] = useState<By>("class");
  const [rows, setRows] = useState(ROWS);
  const [name, setName] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    if (by === "all") void downloadMerged();
    else void downloadDivided({ by: by === "rows" ? `rows=${rows}` : by, name: name.trim() || null });
  };
  const isWriting = writing.value === "divided" || writing.value === "merged";
  const failure = downloadFailure.value;
  const left = told.value?.leftOut;
  const notes = left && !failure ? [...left.not_written, ...(told.value?.notes ?? [])] : [];
  return (
    <form class="divide" onSubmit={submit}>
      <fieldset>
        <legend>{it.divideHow}</legend>
        {BY.map((one) => (
          <label key={one}>
            <input type="radio" name="divide-by" value={one} checked={by === one} onChange={() => setBy(one)} />
            {it.divideBy[one]}
          </label>
        ))}
      </fieldset>
      {by === "rows" && (
        <label class="divide-field">
          <span>{it.divideRows}</span>
          <input type="number" min={1} max={1000000} step={1} required value={rows} onInput={(event) => setRows(event.currentTarget.valueAsNumber)} />
        </label>
      )}
      {by !== "all" && (
        <label class="divide-field">
          <span>{it.divideName}</span>
          <input type="text" value={name} placeholder={it.divideNames[by]} aria-describedby="divide-name" onInput={(event) => setName(event.currentTarget.value)} />
          <span id="divide-name">{it.divideNameHow}</span>
        </label>
      )}
      <p>{it.divideWhat}</p>
      <p class="divide-acts">
        <button type="submit" class="button button-main" data-format="divided" aria-disabled={isWriting}>{isWriting ? it.downloading : it.divideDo}</button>
        <button type="button" class="button" onClick={close}>{it.close}</button>
      </p>
      <p role="status" class={failure ? "divide-failure" : ""}>
        {failure && it.downloadFailed(failure.why)}
        {!failure && left && it.leftOut(left.rows, left.set_aside, left.hidden)}
      </p>
      {notes.length > 0 && <ul class="divide-notes">{notes.map((one) => <li key={one.zh}>{say(one)}</li>)}</ul>}
    </form>
  );
}
