// Names of files.

/** Two files of one name are told apart as the engine does it: `a.xlsx`, `a.xlsx (2)`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let number = 2; taken.has(candidate); number += 1) candidate = `${name} (${number})`;
    taken.add(candidate);
    return candidate;
  });
}

/** The same for files of one folder, with the number before the ending: `a.xlsx`, `a (2).xlsx`. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const stem = dot > 0 ? name.slice(0, dot) : name;
    let candidate = name;
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) candidate = `${stem} (${number})${name.slice(stem.length)}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** Whether a file may be a roster, by its name. */
export function endsAsRoster(name: string): boolean {
  return /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i.test(name);
}

/** Whether a file may be a scan or a photograph, by its name. */
export function endsAsScan(name: string): boolean {
  return /\.(jpe?g|png|pdf|bmp|gif|tiff?|webp|heic)$/i.test(name);
}
