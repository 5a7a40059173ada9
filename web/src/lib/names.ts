// Names of files.

/** Files of one name are told apart by a number before the ending, `a.xlsx`, `a (2).xlsx`: those of a run, and
 * those of one folder, which may know no capitals. */
export function uniqueNames(names: readonly string[]): string[] {
  // With each the number that the next one of this name is tried with.
  const taken = new Map<string, number>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const stem = dot > 0 ? name.slice(0, dot) : name;
    let candidate = name;
    let number = taken.get(name.toLowerCase()) ?? 2;
    for (; taken.has(candidate.toLowerCase()); number += 1) candidate = `${stem} (${number})${name.slice(stem.length)}`;
    taken.set(name.toLowerCase(), number);
    taken.set(candidate.toLowerCase(), 2);
    return candidate;
  });
}

/** Whether a file may be a roster, by its name; what is none in truth is refused with a sentence. */
export function endsAsRoster(name: string): boolean {
  return /\.(xls[xmb]?|xlt[xm]?|ett?|ods|numbers|csv|tsv|tab|txt|html?|xml)$/i.test(name);
}

/** Whether a file says by its name what it is. */
export function hasEnding(path: string): boolean {
  return /\.[^./]+$/.test(path);
}

/** Whether a file is what programs leave beside those of people: the lock of an open workbook, small pictures. */
export function isLeftBeside(path: string): boolean {
  return /(^|\/)((~\$|\.).*|thumbs\.db|desktop\.ini)$/i.test(path);
}

/** The workbook that a program keeps this file beside while it is open; nothing of any other file. */
export function openedBy(path: string): string | undefined {
  return /(?:^|\/)~\$([^/]+)$/.exec(path)?.[1];
}

/** Whether a file may be a scan or a photograph, by its name. */
export function endsAsScan(name: string): boolean {
  return /\.(jpe?g|png|pdf|bmp|gif|tiff?|webp|heic)$/i.test(name);
}
