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
    const items = [...(event.dataTransfer?.items ?? [])].filter((it) => it.kind === "file");
    // What is a folder is told only now; among the files it would be one without content.
    const entries = items.map((it) => it.webkitGetAsEntry());
    const folders = entries.filter((it): it is FileSystemDirectoryEntry => it?.isDirectory ?? false);
    const single = items.filter((_, at) => !entries[at]?.isDirectory).map((it) => it.getAsFile());
    const files = folders.length > 0 ? single.filter((it) => it !== null) : [...(event.dataTransfer?.files ?? [])];
    dropped(files, folders);
  });
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
