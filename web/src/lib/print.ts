// Prints a page of its own, in a frame that is gone afterwards.

/** A page that the core made and escaped; nothing in it runs, and it can reach nothing. */
export function printPage(html: string): void {
  // The policy of this page lets no style in that stands in a document; a sheet that is made is none.
  const styles = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? "";
  const parsed = new DOMParser().parseFromString(html.replace(/<style>[^<]*<\/style>|<meta http-equiv[^>]*>/g, ""), "text/html");
  printFilled(styles, (inside) => inside.replaceChild(inside.importNode(parsed.documentElement, true), inside.documentElement));
}

/** A page with these styles that `fill` puts into an empty document. */
export function printFilled(styles: string, fill: (inside: Document) => void): void {
  const frame = document.createElement("iframe");
  frame.className = "unseen";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  const inside = view.document;
  fill(inside);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  inside.adoptedStyleSheets = [sheet];
  view.addEventListener("afterprint", () => frame.remove());
  view.print();
}
