// Takes the page's permission to connect away. Workers started from a blob inherit it.

/** After this call neither the page nor a worker started later can ask any address for anything. */
export function forbidConnections(): void {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "connect-src 'none'";
  document.head.append(meta);
}
