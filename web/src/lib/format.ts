// Numbers, sizes and dates as people read them.

/** `12345` as `12,345`. */
export function count(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Bytes with the unit that fits. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1000 * 1000) return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** The local date, `YYYY-MM-DD`. */
export function today(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A key such as `birth_date` in words. */
export function keyInWords(key: string): string {
  const words = key.replace(/_/g, " ").replace(/^member(\d) /, "family member $1 ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Longer texts of a file are not drawn: one cell may hold megabytes. */
const DRAWN_MAX = 1000;

/** Like `clip`, with marks for the white space at its ends, which nobody sees. */
export function clipMarked(text: string): string {
  return clip(text).replace(/^\s+|\s+$/g, (white) => "␣".repeat(white.length));
}

/** A text of a file as far as it is drawn. */
export function clip(text: string): string {
  return text.length > DRAWN_MAX ? `${text.slice(0, DRAWN_MAX)}…` : text;
}
