// How wide the columns of the table are: by what they hold, and enough for the header.

import type { Sheet } from "../../wire/index.ts";

const USUAL = 116;
const WIDE_MAX = 220;
const BY_KEY: Record<string, number> = {
  name: 92,
  sex: 60,
  birth_date: 112,
  id_type: 120,
  id_number: 190,
  student_number: 190,
  school_code: 120,
  address: 220,
  mailing_address: 220,
  home_address: 220,
  phone: 126,
  class_name: 104,
};

/** The left edge of each column and the right edge of the last, in pixels. */
export function columnEdges(headers: readonly string[], sheet: Sheet): number[] {
  const edges = [0];
  let at = 0;
  for (const header of headers) {
    // Known columns stand in the order of the sheet; their header tells them apart.
    const known = sheet.columns.find((it) => it.header === header);
    const text = Math.min(WIDE_MAX, 24 + textWidth(header));
    at += Math.max(known ? (BY_KEY[known.column] ?? USUAL) : USUAL, text);
    edges.push(at);
  }
  return edges;
}

function textWidth(text: string): number {
  let width = 0;
  for (const it of text) width += it > "\u2e80" ? 14 : 8;
  return width;
}
