// The sample roster, which comes behind the page.

import { sampleRoster } from "./engine.ts";
import { words } from "./language.ts";
import { checkSample as check } from "./session.ts";

export async function checkSample(): Promise<void> {
  const roster = await sampleRoster();
  await check(roster && new File([roster], words.value.sampleName, { type: "text/csv", lastModified: 0 }));
}
