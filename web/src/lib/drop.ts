// Files dropped anywhere on the page.

/** Calls `dragging` while files hover over the page and `dropped` when they fall. */
export function listenForDrops(dragging: (is: boolean) => void, dropped: (files: File[], folders: FileSystemDirectoryEntry[]) => void): void {
  let depth = 0;
  const set = (value: number): void => {
    depth = Math.max(0, value);
    dragging(depth > 0);
  };
  window.addEventListener("dragenter", (event) => {
    if (hasFiles(event)) set(depth + 1);
  });
  window.addEventListener("dragleave", (event) => {
    if (hasFiles(event)) set(depth - 1);
  });
  window.addEventListener("dragover", (event) => {
    // Without this the browser would open the file in place of the page.
    if (hasFiles(event)) event.preventDefault();
  });
  window.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    set(0);
    const folders: FileSystemDirectoryEntry[] = [];
    const files: File[] = [];
    for (const item of event.dataTransfer?.items ?? []) {
      // It is told only now; a folder would be a file without content.
      const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
      if (entry?.isDirectory) folders.push(entry as FileSystemDirectoryEntry);
      else files.push(...[item.getAsFile()].filter((it) => it !== null));
    }
    dropped(files, folders);
  });
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
