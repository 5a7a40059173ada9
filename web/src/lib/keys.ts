// Keys that work on the whole page, and the question before it is left.

/** Calls when Ctrl+Z (Command+Z) is pressed and no field could mean it; tells the browser when it was
 * taken. Keys of an input method are not the user's. */
export function listenForUndo(undo: () => boolean): void {
  window.addEventListener("keydown", (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
    if (!isUndo || event.isComposing || isField(event.target)) return;
    if (undo()) event.preventDefault();
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
