// Takes from the page what it needs no more once the module is here. Workers started from a blob inherit it.

/** Browsers of before 2022 let a module run only where the policy permits `eval`, so the page's own does. These know
 * better; none of them lacks `'wasm-unsafe-eval'`, by which nothing asks. */
const KNOWS_MODULES = "container-type: inline-size";
/** Takes `eval` away. What else scripts may be the page's own policy says: of two the narrower holds. */
const NO_EVAL = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:";

/** After this call neither the page nor a worker started later can ask any address for anything, nor, in a browser that
 * runs a module without, take a text for a script. */
export function lock(): void {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = `connect-src 'none'; ${CSS.supports(KNOWS_MODULES) ? NO_EVAL : ""}`;
  document.head.append(meta);
}
