// Every place a rule speaks of, in a list that draws only what is visible.

import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { clip, clipMarked } from "../../lib/format.ts";
import { windowOf } from "../../lib/window.ts";
import { words } from "../../state/all_words.ts";
import { applyFix, isChanging } from "../../state/changes.ts";
import { say } from "../../state/language.ts";
import type { Pages } from "../../state/pages.ts";
import { columnName, jumpTo } from "../../state/roster.ts";
import { overview } from "../../state/session.ts";
import type { Finding, Fix, Place } from "../../wire/index.ts";
import { useScroller } from "../../ui/scroller/index.ts";

/** Height of a place at least, and of the list at most. */
const LINE = 98;
const HEIGHT_MAX = 5 * LINE;

interface Props {
  pages: Pages<Finding>;
  count: number;
  label: string;
}

export function Occurrences({ pages, count, label }: Props) {
  const { element, view } = useScroller();
  // All are as high as the highest that was seen.
  const [line, setLine] = useState(LINE);
  const part = windowOf(view.top, view.height, line, count);
  void pages.arrivals.value;
  useEffect(() => pages.want(part.first, part.end), [pages, part.first, part.end]);
  useLayoutEffect(() => {
    const list = element.current;
    if (!list) return;
    // A pixel is the border between two.
    const needed = Math.max(line, ...[...list.querySelectorAll(".occurrences-one")].map((it) => it.scrollHeight + 1));
    if (needed === line) return;
    // The same place stays in view.
    list.scrollTop *= needed / line;
    setLine(needed);
  });
  // No place is cut, as it would be on paper.
  const whole = Math.floor(HEIGHT_MAX / line);
  const indexes = Array.from({ length: part.end - part.first }, (_, at) => part.first + at);
  return (
    <div class={count > whole ? "occurrences occurrences-long" : "occurrences"} ref={element} tabIndex={0} role="group" aria-label={label} style={{ height: `${Math.min(count, whole) * line}px` }}>
      <ul style={{ height: `${part.height}px` }}>
        {indexes.map((index) => (
          <li key={index} class={index >= Math.round(view.top / line) + whole ? "occurrences-beyond" : ""} aria-setsize={count} aria-posinset={index + 1} style={{ top: `${index * line + part.shift}px`, height: `${line}px` }}>
            <Occurrence finding={pages.at(index)} index={index} />
          </li>
        ))}
      </ul>
      {count > whole && <p class="occurrences-more">{words.value.more(count - whole)}</p>}
    </div>
  );
}

function Occurrence({ finding, index }: { finding: Finding | undefined; index: number }) {
  const it = words.value;
  if (!finding) return <span class="occurrences-waiting">{it.waiting}</span>;
  const { sheet, inside } = placeName(finding.place);
  const message = clip(say(finding.message));
  const also = finding.related.map((one) => alsoAt(one, finding.place)).filter((one) => one);
  const sentences = finding.fixes.map(fixSentence);
  // What is corrected is told once for all candidates.
  const head = (/^.*? → /.exec(sentences[0] ?? "") ?? [""])[0];
  const fixes = it.sentences(sentences.map((one, at) => (at > 0 && one.startsWith(head) ? one.slice(head.length) : one)));
  // The first is the best; the others can only be read.
  const [fix] = finding.fixes;
  const canApply = fix !== undefined && fix.trust !== "hint" && fix.edits.length === 1;
  return (
    <>
      <button type="button" class="occurrences-one" data-level={finding.level} title={[sheet, message, fixes].filter(Boolean).join("\n")} onClick={() => void jumpTo(finding.place)}>
        <span class="occurrences-place">
          <strong>
            {sheet && <span class="occurrences-sheet">{`${sheet}  `}</span>}
            <span>{inside}</span>
          </strong>
          {also.length > 0 && <span>{` ${it.also} ${it.list(also)}`}</span>}
        </span>
        <span class="occurrences-message">{message}</span>
        {fixes && <span class="occurrences-fix">{fixes}</span>}
      </button>
      {canApply && (
        <button type="button" class="plain occurrences-apply" aria-disabled={isChanging.value} aria-label={applyLabel(fix)} onClick={(event) => apply(event.currentTarget, finding.rule, index)}>
          {fix.cells ? it.applyColumn : it.applyFix}
        </button>
      )}
    </>
  );
}

/** `B12 姓名`, and file and sheet where there are several. */
function placeName(place: Place): { sheet: string; inside: string } {
  const it = words.value;
  const several = (overview.value?.sheets.length ?? 0) > 1 || (overview.value?.files.length ?? 0) > 1;
  const sheet = several ? [place.file, place.sheet].filter((one) => one).join(" · ") : "";
  const cell = place.cell ?? (place.row == null ? "" : it.atRow(place.row));
  const column = place.column ? columnName(place.column) : "";
  const whole = place.sheet ? it.wholeSheet : it.wholeFile;
  return { sheet, inside: [cell, column].filter((one) => one).join(" ") || (several ? "" : whole) };
}

/** Another cell; of another sheet with its name. */
function alsoAt(one: Place, place: Place): string {
  const { sheet, inside } = placeName(one);
  const isElsewhere = one.file !== place.file || one.sheet !== place.sheet;
  return [isElsewhere ? sheet : "", one.cell ?? inside].filter((it) => it).join(" ");
}

function applyLabel(fix: Fix): string {
  const it = words.value;
  const [edit] = fix.edits;
  if (!edit) return it.applyFix;
  const to = clip(edit.to) || it.emptyText;
  return fix.cells ? it.applyColumnOf(fix.cells, edit.cell, to) : it.applyFixOf(edit.cell, to);
}

/** The place goes out of the list; the focus stays with the list. */
function apply(button: HTMLElement, rule: string, finding: number): void {
  const list = button.closest<HTMLElement>(".occurrences");
  void applyFix(rule, finding, 0).then(() => list?.focus({ preventScroll: true }));
}

function fixSentence(fix: Fix): string {
  const it = words.value;
  const edits = fix.edits.map((edit) => `${clipMarked(edit.from) || it.emptyText} → ${clipMarked(edit.to) || it.emptyText}`);
  return it.fix[fix.trust] + it.list(edits) + (fix.cells ? it.likewise : "");
}
