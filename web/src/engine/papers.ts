// Papers of what is to be settled: the first module says what, the second makes them.

import { papersOf, stepsOf } from "./office.ts";
import type { Letter, Made, Steps } from "./protocol.ts";

/** The workbook, or the page to print. */
export async function papers(settlement: Uint8Array, format: "xlsx" | "html"): Promise<Made> {
  return papersOf(settlement, (it) => ({
    name: it.name.replace(/xlsx$/, format),
    bytes: format === "xlsx" ? it.workbook() : it.page(),
    notes: [],
  }));
}

/** The letters about a group. */
export async function letters(settlement: Uint8Array, group: string): Promise<Letter[]> {
  const texts = await papersOf(settlement, (it) => it.letters(group));
  return inTurn(texts, 2).map(([row, text]) => ({ row: Number(row), text: text ?? "" }));
}

export async function steps(stage: string, language: string): Promise<Steps> {
  const [twoSchools = "", ...texts] = await stepsOf(stage, language);
  const each = inTurn(texts, 3).map(([handling = "", path = "", boxes = ""]) => [handling, { path, boxes: boxes.split("\n").filter((it) => it) }]);
  return { twoSchools, of: Object.fromEntries(each) };
}

function inTurn(texts: readonly string[], size: number): string[][] {
  return Array.from({ length: texts.length / size }, (_, at) => texts.slice(at * size, (at + 1) * size));
}
