// Every place a rule speaks of, in a list that draws only what is visible.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { clip } from "../../lib/format.ts";
import { scrollFor, windowOf } from "../../lib/window.ts";
import { words } from "../../state/all_words.ts";
import { applyFix, isChanging } from "../../state/changes.ts";
import { placeName, proposals, takingOver } from "../../state/in_words.ts";
import type { Told } from "../../state/told.ts";
import { say } from "../../state/language.ts";
import type { Pages } from "../../state/pages.ts";
import { pointedRule } from "../../state/tabs.ts";
import { visitPlace } from "../../state/visited.ts";
import type { Place } from "../../wire/index.ts";
import { useScroller } from "../../ui/scroller/index.ts";

/** Height of a place at least, and of the list at most. */
const LINE = 98;
const HEIGHT_MAX = 5 * LINE;

/** How often somebody came back to a place; a list that is opened later has nothing to do with it. */
let timesAnswered = 0;

interface Props {
  rule: string;
  pages: Pages<Told>;
  count: number;
  label: string;
}

export function Occurrences({ rule, pages, count, label }: Props) {
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
  // A place is drawn when the list has scrolled to it.
  const awaited = useRef(-1);
  const focusAwaited = (): void => {
    const place = element.current?.querySelector<HTMLElement>(`[aria-posinset="${awaited.current + 1}"] .occurrences-one`);
    if (!place) return;
    awaited.current = -1;
    place.focus({ preventScroll: true });
  };
  const goTo = (index: number): void => {
    if (!element.current) return;
    awaited.current = Math.max(0, Math.min(index, count - 1));
    element.current.scrollTop = scrollFor(awaited.current, element.current.scrollTop, element.current.clientHeight, line, count);
    focusAwaited();
  };
  useEffect(focusAwaited);
  // Somebody comes back to a place.
  const pointed = pointedRule.value;
  useEffect(() => {
    if (pointed.rule !== rule || pointed.place < 0 || pointed.times === timesAnswered) return;
    timesAnswered = pointed.times;
    goTo(pointed.place);
  }, [pointed.times]);
  // No place is cut, as it would be on paper.
  const whole = Math.floor(HEIGHT_MAX / line);
  // The browser would scroll the place that has the focus away, and the focus would be nowhere.
  const move = (event: KeyboardEvent): void => {
    const at = Number((event.target as HTMLElement).closest("[aria-posinset]")?.getAttribute("aria-posinset") ?? 0) - 1;
    const next = { Home: 0, End: count - 1, PageUp: at - whole, PageDown: at + whole }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    goTo(next);
  };
  const indexes = Array.from({ length: part.end - part.first }, (_, at) => part.first + at);
  return (
    <div class={count > whole ? "occurrences occurrences-long" : "occurrences"} ref={element} tabIndex={0} role="group" onKeyDown={move} aria-label={label} style={{ height: `${Math.min(count, whole) * line}px` }}>
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

function Occurrence({ finding, index }: { finding: Told | undefined; index: number }) {
  const it = words.value;
  if (!finding) return <span class="occurrences-waiting">{it.waiting}</span>;
  const { sheet, inside } = placeName(finding.place);
  const message = clip(say(finding.message));
  const also = finding.related.map((one) => alsoAt(one, finding.place)).filter((one) => one);
  const fixes = proposals(finding);
  const taking = takingOver(finding);
  return (
    <>
      <button type="button" class="occurrences-one" data-level={finding.level} title={[sheet, message, fixes].filter(Boolean).join("\n")} onClick={() => void visitPlace(finding.rule, index)}>
        <span class="occurrences-place">
          <strong>
            {sheet && <span class="occurrences-sheet">{`${sheet}  `}</span>}
            <span>{inside}</span>
          </strong>
          {finding.pupil && <span class="occurrences-pupil">{`  ${finding.pupil}`}</span>}
          {also.length > 0 && <span>{` ${it.also} ${it.list(also)}`}</span>}
        </span>
        <span class="occurrences-message">{message}</span>
        {fixes && <span class="occurrences-fix">{fixes}</span>}
      </button>
      {taking && (
        <button type="button" class="plain occurrences-apply" aria-disabled={isChanging.value} aria-label={taking.label} onClick={(event) => apply(event.currentTarget, finding.rule, index)}>{taking.name}</button>
      )}
    </>
  );
}

/** Another cell; of another sheet with its name. */
function alsoAt(one: Place, place: Place): string {
  const { sheet, inside } = placeName(one);
  const isElsewhere = one.file !== place.file || one.sheet !== place.sheet;
  return [isElsewhere ? sheet : "", one.cell ?? inside].filter((it) => it).join(" ");
}

/** The place goes out of the list; the focus stays with the list. */
function apply(button: HTMLElement, rule: string, finding: number): void {
  const list = button.closest<HTMLElement>(".occurrences");
  void applyFix(rule, finding, 0).then(() => list?.focus({ preventScroll: true }));
}
