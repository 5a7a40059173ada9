// The sample roster, part of the page itself.

import text from "./sample/roster.csv?raw";
import { words } from "./language.ts";
import { checkSample as check } from "./session.ts";

export function checkSample(): Promise<void> {
  return check(new File([text], words.value.sampleName, { type: "text/csv", lastModified: 0 }));
}
