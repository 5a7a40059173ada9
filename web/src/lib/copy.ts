// Copies the text of a field, or leaves it selected where the browser lets no page copy.

export async function copyFrom(id: string): Promise<boolean> {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return false;
  field.select();
  // Pages that were not loaded safely have no clipboard, and may still copy what is selected.
  const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  return isCopied === true || document.execCommand("copy");
}
