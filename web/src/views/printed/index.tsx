// The list of findings on paper, for those who correct them: which file, when, with which version, and every place.

import { render } from "preact";
import { clip } from "../../lib/format.ts";
import { printFilled } from "../../lib/print.ts";
import { words } from "../../state/all_words.ts";
import { writing } from "../../state/downloads.ts";
import { placeName, proposals } from "../../state/in_words.ts";
import { language, say } from "../../state/language.ts";
import { day, shown } from "../../state/options.ts";
import { printFindings, type Printed } from "../../state/printed.ts";
import { overview } from "../../state/session.ts";
// The sheet of a frame of its own, which is no style of this page.
import styles from "./paper.css?raw";

export function PrintFindings() {
  const it = words.value;
  return (
    <button type="button" class="button" data-format="findings-print" aria-disabled={writing.value !== undefined} onClick={() => void printFindings(print)}>
      {writing.value === "findings-print" ? it.downloading : it.printFindings}
    </button>
  );
}

function print(rules: readonly Printed[]): void {
  printFilled(styles, (inside) => {
    inside.documentElement.lang = language.value;
    inside.title = words.value.printTitle;
    render(<List rules={rules} />, inside.body);
  });
}

function List({ rules }: { rules: readonly Printed[] }) {
  const it = words.value;
  const result = overview.value;
  return (
    <main>
      <h1>{it.printTitle}</h1>
      {result?.files.map((one) => <p key={one.file}>{one.error ? it.fileFailed(one.file) + say(one.error) : one.file}</p>)}
      <p>{result && it.outcome(result.summary.errors, result.summary.warnings, result.summary.infos)}</p>
      <p>{it.printMade(day.value, __VERSION__)} {shown.value ? it.settleShown : it.settleMasked}</p>
      {rules.map(({ line, places, left }) => (
        <section key={line.rule}>
          <h2>{`${it.level[line.level]} · ${line.info ? say(line.info.title) : line.rule} · ${line.rule} · ${it.times(line.count)}`}</h2>
          <table>
            <thead>
              <tr>{it.printColumns.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
            </thead>
            <tbody>
              {places.map((one, at) => {
                const { sheet, inside } = placeName(one.place);
                return <tr key={at}>{[[sheet, inside].filter((part) => part).join(" "), one.pupil, clip(say(one.message)), proposals(one)].map((text, column) => <td key={column}>{text}</td>)}</tr>;
              })}
            </tbody>
          </table>
          {left > 0 && <p>{it.more(left)}</p>}
        </section>
      ))}
    </main>
  );
}
