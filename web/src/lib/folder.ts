// Folders of the user: chosen by a dialog, or dropped. Nothing in them is opened here.

/** How deep dropped folders are looked into, as the command line does it. */
const DEPTH_MAX = 8;

export interface FileInFolder {
  /** Below the folder, with `/` between the parts. */
  path: string;
  file: File;
}

export interface Folder {
  name: string;
  files: FileInFolder[];
  /** The browser did not hand over what is in it. */
  isUnreadable: boolean;
}

/** Whether the browser's dialog can choose a folder. */
export function canChooseFolder(): boolean {
  return "webkitdirectory" in HTMLInputElement.prototype;
}

/** Kept while its dialog is open, or its answer would go to nobody. */
let input: HTMLInputElement | undefined;

/** Lets the user choose a folder; nothing is heard when the dialog is closed without. */
export function chooseFolder(chosen: (folder: Folder) => void): void {
  input = document.createElement("input");
  input.type = "file";
  input.webkitdirectory = true;
  input.onchange = () => {
    const files = [...(input?.files ?? [])];
    chosen({
      name: files[0]?.webkitRelativePath.split("/")[0] ?? "",
      files: files.map((file) => ({ path: below(file.webkitRelativePath) || file.name, file })),
      isUnreadable: false,
    });
  };
  input.click();
}

/** Everything in a dropped folder. */
export async function folderOf(entry: FileSystemDirectoryEntry): Promise<Folder> {
  const folder: Folder = { name: entry.name, files: [], isUnreadable: false };
  await collect(entry, "", 1, folder);
  return folder;
}

async function collect(entry: FileSystemDirectoryEntry, above: string, depth: number, folder: Folder): Promise<void> {
  const reader = entry.createReader();
  for (;;) {
    // A browser gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => undefined);
    if (some === undefined) folder.isUnreadable = true;
    if (!some || some.length === 0) return;
    for (const it of some) {
      const path = above + it.name;
      if (it.isDirectory && depth <= DEPTH_MAX) await collect(it as FileSystemDirectoryEntry, `${path}/`, depth + 1, folder);
      if (!it.isFile) continue;
      const file = await new Promise<File>((resolve, reject) => (it as FileSystemFileEntry).file(resolve, reject)).catch(() => undefined);
      if (file) folder.files.push({ path, file });
      else folder.isUnreadable = true;
    }
  }
}

/** A path without the name of the folder it begins with. */
function below(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}
