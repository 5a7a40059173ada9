// Prints a page that was made to be printed, in a frame of its own that is gone afterwards.

/** The page was escaped by the core; nothing in it runs, and it can reach nothing. */
export function printPage(html: string): void {
  // The policy of this page lets no style in that stands in a document; a sheet that is made is none.
  const styles = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? "";
  const parsed = new DOMParser().parseFromString(html.replace(/<style>[^<]*<\/style>|<meta http-equiv[^>]*>/g, ""), "text/html");
  const frame = document.createElement("iframe");
  frame.className = "unseen";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  const inside = view.document;
  inside.replaceChild(inside.importNode(parsed.documentElement, true), inside.documentElement);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  inside.adoptedStyleSheets = [sheet];
  view.addEventListener("afterprint", () => frame.remove());
  view.print();
}
