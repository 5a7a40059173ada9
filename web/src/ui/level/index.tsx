// The level of a finding: a word and a shape, never a colour alone.

import "./index.css";

export function Level({ level, name }: { level: string; name: string }) {
  return <span class={`level level-${level}`}>{name}</span>;
}
