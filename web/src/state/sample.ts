// The sample roster, part of the page itself.

import type { Rehearsal } from "../engine/protocol.ts";
import text from "./sample/roster.csv?raw";
import { words } from "./language.ts";
import { blankOptions } from "./options.ts";
import { checkSample as check } from "./session.ts";

export function checkSample(): Promise<void> {
  return check(new File([text], words.value.sampleName, { type: "text/csv", lastModified: 0 }));
}

/** What the engine rehearses with. */
export function rehearsal(): Rehearsal {
  return { text, options: blankOptions() };
}
