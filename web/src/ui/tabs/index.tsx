// A row of tabs: one stop for the Tab key, arrows between them.

import { useLayoutEffect, useRef } from "preact/hooks";
import "./index.css";

export interface Tab<Key extends string> {
  key: Key;
  name: string;
  note?: string;
}

interface Props<Key extends string> {
  label: string;
  tabs: readonly Tab<Key>[];
  chosen: Key;
  /** Id of the panel the tabs govern. */
  panel: string;
  choose(key: Key): void;
}

export function Tabs<Key extends string>({ label, tabs, chosen, panel, choose }: Props<Key>) {
  const row = useRef<HTMLDivElement>(null);
  // Of many tabs the chosen one is in view, whatever chose it.
  useLayoutEffect(() => {
    const [box, tab] = [row.current, row.current?.querySelector<HTMLElement>("[aria-selected=true]")];
    if (!box || !tab) return;
    const [view, one] = [box.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (one.left < view.left) box.scrollLeft -= view.left - one.left;
    else if (one.right > view.right) box.scrollLeft += Math.min(one.right - view.right, one.left - view.left);
  }, [chosen]);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex((it) => it.key === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next.key);
    document.getElementById(`${panel}-tab-${next.key}`)?.focus();
  };
  return (
    <div class="tabs" ref={row} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((it) => (
        <button
          key={it.key}
          type="button"
          role="tab"
          id={`${panel}-tab-${it.key}`}
          aria-selected={it.key === chosen}
          aria-controls={panel}
          tabIndex={it.key === chosen ? 0 : -1}
          onClick={() => choose(it.key)}
        >
          {it.name}
          {it.note !== undefined && <span class="tabs-note"> {it.note}</span>}
        </button>
      ))}
    </div>
  );
}
