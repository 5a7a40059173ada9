// The level of a finding: a word and a shape, never a colour alone.

import type { Finding } from "../../wire/index.ts";
import "./index.css";

export function Level({ level, name }: { level: Finding["level"]; name: string }) {
  return <span class={`level level-${level}`}>{name}</span>;
}
