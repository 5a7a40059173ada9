// A blank template beside the profile it looks like: what is the same, and what somebody has to know.

import { words } from "../../state/all_words.ts";
import { say } from "../../state/language.ts";
import { blankSheets, compared, compareWith } from "../../state/compare.ts";
import { profiles } from "../../state/profiles.ts";
import type { Compared, HeaderLine } from "../../wire/index.ts";
import "./index.css";

export function Compare() {
  return <>{blankSheets.value.map((sheet) => <One key={sheet} sheet={sheet} found={compared.value.get(sheet)} />)}</>;
}

function One({ sheet, found }: { sheet: number; found: Compared | undefined }) {
  const it = words.value;
  if (!found) return null;
  const id = `compare-${sheet}`;
  const name = [found.file, found.sheet].filter((one) => one).join(" · ");
  return (
    <section class="compare" aria-labelledby={`${id}-title`} data-same={found.same}>
      <h2 id={`${id}-title`}>{it.compareTitle(name)}</h2>
      <label class="compare-with">
        <span>{it.compareWith}</span>
        <select id={id} value={found.profile} onChange={(event) => compareWith(sheet, event.currentTarget.value)}>
          {profiles.value.map((one) => <option key={one.profile} value={one.profile}>{say(one.title)}</option>)}
        </select>
      </label>
      <p role="status">{summary(found)}</p>
      <div class="compare-table" tabIndex={0} role="group" aria-labelledby={`${id}-title`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{it.compareTemplate}</th>
              <th scope="col">{it.compareFile}</th>
              <th scope="col">{it.compareState}</th>
            </tr>
          </thead>
          <tbody>{found.lines.map((line, at) => <Line key={at} line={line} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ line }: { line: HeaderLine }) {
  const it = words.value;
  const state = it.compareStates[line.state] ?? line.state;
  return (
    <tr class={line.state === "same" && !line.moved ? "" : "compare-differs"} data-state={line.state} data-moved={line.moved}>
      <td>{line.template}{line.required && <span class="compare-required"> {it.compareRequired}</span>}</td>
      <td>{line.letter !== null && <span class="compare-letter">{line.letter}</span>} {line.header}</td>
      <td>{line.moved ? (line.state === "same" ? it.compareMoved : it.list([state, it.compareMoved])) : state}</td>
    </tr>
  );
}

function summary(found: Compared): string {
  const it = words.value;
  const count = (...states: string[]): number => found.lines.filter((line) => states.includes(line.state)).length;
  if (found.same) return it.compareSame(found.lines.length);
  return it.compareSummary(count("same"), count("written"), count("missing"), count("new", "repeated"), found.lines.filter((line) => line.moved).length);
}
