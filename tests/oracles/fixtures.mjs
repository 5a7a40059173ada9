// Makes the fixtures that SheetJS writes and nothing else does: `node tests/oracles/fixtures.mjs`, run by hand, once,
// in a folder where `npm install xlsx` has been run; the outputs are committed. Deliberately not part of any test.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const XLSX = createRequire(join(process.cwd(), "package.json"))("xlsx");
const folder = new URL("../fixtures/equivalents/", import.meta.url);
const block = readFileSync(new URL("roster.md", folder), "utf8").split("```text\n")[1].split("```")[0];

/** A cell of the notation, as SheetJS takes it; dates are serials, so that no time zone moves them. */
function cellOf(text) {
  if (text.startsWith("num:")) return { t: "n", v: Number(text.slice(4)) };
  if (text.startsWith("date:")) {
    const days = Date.parse(`${text.slice(5)}T00:00:00Z`) / 86_400_000;
    return { t: "n", v: days + 25_569, z: "yyyy/m/d" };
  }
  return text === "" ? undefined : { t: "s", v: text };
}

const rows = block
  .split("\n")
  .filter((line) => line.startsWith("|") || line.startsWith("@ title="))
  .map((line) => (line.startsWith("@") ? [line.slice(8)] : line.slice(1, -1).split("|").map((it) => it.trim())));
const sheet = { "!ref": XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: 9 } }) };
for (const [r, row] of rows.entries()) {
  for (const [c, text] of row.entries()) {
    const cell = cellOf(text);
    if (cell) sheet[XLSX.utils.encode_cell({ r, c })] = cell;
  }
}
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, "三年级");
for (const [name, bookType] of [["sheetjs.xlsb", "xlsb"], ["sheetjs.xml", "xlml"], ["sheetjs.html", "html"]]) {
  writeFileSync(new URL(name, folder), XLSX.write(book, { type: "buffer", bookType, compression: true }));
}
