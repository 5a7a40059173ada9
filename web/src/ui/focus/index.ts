// The focus where a new screen begins: what had it before is gone with the former screen.

import { useLayoutEffect, useRef } from "preact/hooks";

/** The focus comes to the element when it is drawn first, and whenever `about` changes; `must` keeps it away. */
export function useFocus<E extends HTMLElement>(about?: unknown, must = true) {
  const element = useRef<E>(null);
  useLayoutEffect(() => {
    if (must) element.current?.focus({ preventScroll: true });
  }, [about]);
  return element;
}
