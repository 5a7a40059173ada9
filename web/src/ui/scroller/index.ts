// Where an element is scrolled to and how large its view is, as state of a component.

import { useLayoutEffect, useRef, useState } from "preact/hooks";

export interface View {
  top: number;
  left: number;
  height: number;
  width: number;
}

export function useScroller() {
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ top: 0, left: 0, height: 480, width: 640 });
  useLayoutEffect(() => {
    const it = element.current;
    if (!it) return undefined;
    const read = (): void => setView({ top: it.scrollTop, left: it.scrollLeft, height: it.clientHeight, width: it.clientWidth });
    const observer = new ResizeObserver(read);
    observer.observe(it);
    it.addEventListener("scroll", read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      it.removeEventListener("scroll", read);
    };
  }, []);
  return { element, view };
}
