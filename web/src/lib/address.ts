// Cell addresses as spreadsheet programs write them.

/** `AB12` as its letters and row number. */
export function readAddress(cell: string): { letters: string; row: number } | undefined {
  const found = /^([A-Z]+)([0-9]+)$/.exec(cell);
  return found ? { letters: found[1] ?? "", row: Number(found[2]) } : undefined;
}
