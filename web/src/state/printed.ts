// The findings as they are printed: every place of every rule, as far as paper goes.

import { write } from "./downloads.ts";
import { ruleLines, type RuleLine } from "./findings.ts";
import { shown } from "./options.ts";
import { version } from "./session.ts";
import { findingsFrom, type Told } from "./told.ts";

const AT_ONCE = 500;
/** At most this many places are printed, some two hundred sheets of paper. */
const PLACES_MAX = 5_000;

/** A rule with its places; those that are too many are counted. */
export interface Printed {
  line: RuleLine;
  places: Told[];
  left: number;
}

/** Hands the findings to `print`, unless the result changes before they are here. */
export function printFindings(print: (rules: readonly Printed[]) => void): Promise<void> {
  return write("findings-print", async () => {
    const mine = version.value;
    const isShown = shown.value;
    const all: Printed[] = [];
    let room = PLACES_MAX;
    for (const line of ruleLines.value) {
      const wanted = Math.min(line.count, room);
      const places: Told[] = [];
      while (places.length < wanted) {
        const some = await findingsFrom(line.rule, places.length, Math.min(AT_ONCE, wanted - places.length), isShown);
        if (some.length === 0) break;
        places.push(...some);
      }
      room -= places.length;
      all.push({ line, places, left: line.count - places.length });
    }
    if (mine === version.value) print(all);
  });
}
