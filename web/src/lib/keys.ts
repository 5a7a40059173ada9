// Keys that work on the whole page, and the question before it is left.

/** Calls when Ctrl+Z (Command+Z) is pressed, or Ctrl+Y or Ctrl+Shift+Z for the other way, and no field could
 * mean it; tells the browser when it was taken. Keys of an input method are not the user's. */
export function listenForUndo(undo: () => boolean, redo: () => boolean): void {
  window.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || isField(event.target)) return;
    const key = (event.shiftKey ? "shift " : "") + event.key.toLowerCase();
    const act = key === "z" ? undo : key === "y" || key === "shift z" ? redo : undefined;
    if (act?.()) event.preventDefault();
  });
}

/** Lets the browser ask before the page is left, or no longer. */
export function askBeforeLeaving(must: boolean): void {
  if (must) window.addEventListener("beforeunload", hold);
  else window.removeEventListener("beforeunload", hold);
}

function hold(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Browsers before 2023 look at this one.
  event.returnValue = "leave";
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog") || target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "file"].includes(target.type);
}
