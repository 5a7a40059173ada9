// Names of files.

/** Two files of one name are told apart by a number before the ending: `a.xlsx`, `a (2).xlsx`. `same` is
 * what two names have in common that are one. */
export function uniqueNames(names: readonly string[], same = (name: string): string => name): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const stem = dot > 0 ? name.slice(0, dot) : name;
    let candidate = name;
    for (let number = 2; taken.has(same(candidate)); number += 1) candidate = `${stem} (${number})${name.slice(stem.length)}`;
    taken.add(same(candidate));
    return candidate;
  });
}

/** The same for files of one folder, which knows no capitals. */
export function fileNames(names: readonly string[]): string[] {
  return uniqueNames(names, (it) => it.toLowerCase());
}

/** Whether a file may be a roster, by its name. */
export function endsAsRoster(name: string): boolean {
  return /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i.test(name);
}

/** Whether a file may be a scan or a photograph, by its name. */
export function endsAsScan(name: string): boolean {
  return /\.(jpe?g|png|pdf|bmp|gif|tiff?|webp|heic)$/i.test(name);
}
