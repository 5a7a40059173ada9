// The files and sheets that were read, and how: the encoding, which sheets, which row is the header,
// which profile. What was guessed wrongly is put right here.

import { count, size } from "../../lib/format.ts";
import type { FoundSheet, Sheet, File as SourceFile } from "../../wire/index.ts";
import { words } from "../../state/all_words.ts";
import { say } from "../../state/language.ts";
import { profile } from "../../state/options.ts";
import { ownProfile, profileById, profiles } from "../../state/profiles.ts";
import { overview, removeFile } from "../../state/session.ts";
import { chooseColumn, chooseEncoding, chooseForSheet, chosenEncoding, foundIn, isSourcesOpen, openColumns, openHead, setSourcesOpen, sheetChoice, toggleColumns, toggleHead } from "../../state/sources.ts";
import { Choice } from "./choice.tsx";
import { Columns } from "./columns.tsx";
import { Head } from "./head.tsx";
import "./index.css";

const ROLES = ["roster", "archive", "problem-list", "last-year", "part-list"];
const ENCODINGS = ["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

export function Sources() {
  const it = words.value;
  const result = overview.value;
  if (!result) return null;
  return (
    <details class="sources" open={isSourcesOpen.value} onToggle={(event) => setSourcesOpen(event.currentTarget.open)}>
      <summary>{`${it.files} ${count(result.files.length)} · ${it.sheets} ${count(result.sheets.length)}`}</summary>
      <ul>
        {result.files.map((file, at) => <FileItem key={file.file} file={file} at={at} />)}
      </ul>
    </details>
  );
}

function FileItem({ file, at }: { file: SourceFile; at: number }) {
  const it = words.value;
  const sheets = foundIn(file.file);
  // Those left out stand last; what they are called in the page stays, and so does the focus.
  const names = sheets.map((it) => it.sheet).sort();
  return (
    <li class="sources-file" data-file={file.file}>
      <p class="sources-name">
        <strong>{file.file}</strong>
        <span>{it.fileRead(it.formats[file.format] ?? file.format, size(file.bytes))}</span>
        {(file.encoding !== null || chosenEncoding(at) !== "") && <EncodingChoice file={file} at={at} />}
        <button type="button" class="plain" aria-label={it.removeFile(file.file)} onClick={() => void removeFile(at)}>{it.remove}</button>
      </p>
      {file.error === null && sheets.length === 0 && <p class="sources-sheet">{it.sheetsNone}</p>}
      {sheets.map((sheet) => <SheetItem key={sheet.sheet} found={sheet} at={at} id={`sheet-${at}-${names.indexOf(sheet.sheet)}`} isOnly={sheets.length === 1} />)}
    </li>
  );
}

function EncodingChoice({ file, at }: { file: SourceFile; at: number }) {
  const it = words.value;
  const id = `encoding-${at}`;
  const now = chosenEncoding(at);
  return (
    <Choice id={id} title={it.encoding} name={it.encodingOf(file.file)} now={now} guess={now === "" ? (file.encoding ?? "") : ""} choose={(encoding) => chooseEncoding(at, encoding, id)}>
      {ENCODINGS.map((one) => <option key={one} value={one}>{it.encodings[one] ?? one}</option>)}
    </Choice>
  );
}

function SheetItem({ found, at, id, isOnly }: { found: FoundSheet; at: number; id: string; isOnly: boolean }) {
  const it = words.value;
  const isOneFile = overview.value?.files.length === 1;
  const name = found.sheet && !isOneFile ? `${found.file} · ${found.sheet}` : found.sheet || found.file;
  const sheet = found.index === null ? undefined : overview.value?.sheets[found.index];
  const key = `${found.file}\n${found.sheet}`;
  const isOpen = openHead.value === key;
  const grid = found.index !== null && found.header_row !== null ? overview.value?.grids[found.index] : undefined;
  const showsColumns = openColumns.value === key;
  const headerLabel = found.header_row === null ? it.headerPick : it.headerWrong;
  return (
    <div class="sources-sheet" data-sheet={found.sheet}>
      <p>
        {found.sheet !== "" && (
          <label class="sources-check">
            <input id={`${id}-check`} type="checkbox" checked={found.index !== null} aria-label={it.checkSheet(name)} disabled={isOnly && found.index !== null} onChange={(event) => chooseForSheet(at, found.sheet, { skip: !event.currentTarget.checked }, `${id}-check`)} />
            <strong>{found.sheet}</strong>
          </label>
        )}
        {found.visibility !== "visible" && <span class="sources-hidden">{it.sheetHidden}</span>}
        {found.index === null ? <span>{it.sheetSkipped}</span> : sheet && <span>{read(found, sheet)}</span>}
        {found.index !== null && (
          <button id={`${id}-head`} type="button" class="plain" aria-expanded={isOpen} aria-controls={`${id}-rows`} aria-label={it.headerOf(headerLabel, name)} onClick={() => toggleHead(key)}>
            {headerLabel}
          </button>
        )}
        {grid && (
          <button id={`${id}-columns`} type="button" class="plain" aria-expanded={showsColumns} aria-controls={`${id}-what`} aria-label={it.headerOf(it.columns, name)} onClick={() => toggleColumns(key)}>
            {it.columns}
          </button>
        )}
        {found.header_row !== null && <ProfileChoice found={found} at={at} id={`${id}-profile`} name={name} />}
        {sheet && ((overview.value?.sheets.length ?? 0) > 1 || found.role !== "roster") && <RoleChoice found={found} at={at} id={`${id}-role`} name={name} />}
      </p>
      {sheet && sheet.unmatched.length > 0 && <p class="sources-unmatched">{it.unmatched(sheet.unmatched.map((one) => [one.header, one.letter]))}</p>}
      {sheet && grid && showsColumns && (
        <div id={`${id}-what`}>
          <Columns sheet={sheet} grid={grid} name={name} id={`${id}-column`} chosen={sheetChoice(at, found.sheet).columns ?? {}} choose={(letter, column, from) => chooseColumn(at, found.sheet, letter, column, from)} />
        </div>
      )}
      {isOpen && (
        <div id={`${id}-rows`}>
          <Head
            found={found}
            name={name}
            isChosen={sheetChoice(at, found.sheet).headerRow !== undefined}
            choose={(headerRow) => chooseForSheet(at, found.sheet, { headerRow }, `${id}-head`)}
          />
        </div>
      )}
    </div>
  );
}

/** How many pupils, and where the header is. */
function read(found: FoundSheet, sheet: Sheet): string {
  const it = words.value;
  const header = sheet.header_rows.length > 0 ? it.headerAt(sheet.header_rows.join("–"), found.header_row_chosen) : it.headerNone;
  return it.sheetLine(sheet.rows, header);
}

/** What a sheet is for; with a single roster there is nothing to choose. */
function RoleChoice({ found, at, id, name }: { found: FoundSheet; at: number; id: string; name: string }) {
  const it = words.value;
  const now = sheetChoice(at, found.sheet).role ?? "";
  const guess = now === "" ? (it.roles[found.role] ?? "") : "";
  return (
    <Choice id={id} title={it.role} name={it.roleOf(name)} now={now} guess={guess} choose={(role) => chooseForSheet(at, found.sheet, { role: role || undefined }, id)}>
      {ROLES.map((one) => <option key={one} value={one}>{it.roles[one]}</option>)}
    </Choice>
  );
}

function ProfileChoice({ found, at, id, name }: { found: FoundSheet; at: number; id: string; name: string }) {
  const it = words.value;
  const now = sheetChoice(at, found.sheet).profile ?? "";
  const titleOf = (profile: string | null): string => {
    const known = profileById(profile);
    return known ? say(known.title) : "";
  };
  const guess = titleOf(now === "" ? found.profile : profile.value || ownProfile.value?.info.profile || found.profile_guessed);
  return (
    <Choice id={id} title={it.profile} name={it.profileOf(name)} now={now} guess={guess} choose={(one) => chooseForSheet(at, found.sheet, { profile: one || undefined }, id)}>
      {profiles.value.map((one) => <option key={one.profile} value={one.profile}>{say(one.title)}</option>)}
    </Choice>
  );
}
