// What the tests look at: pure functions and the words.

export * from "../src/engine/unpack.ts";
export * from "../src/lib/address.ts";
export * from "../src/lib/folder.ts";
export * from "../src/lib/format.ts";
export * from "../src/lib/markdown.ts";
export * from "../src/lib/names.ts";
export * from "../src/lib/window.ts";
export * from "../src/state/joining.ts";
export { en } from "../src/text/en.ts";
export { zh } from "../src/text/zh.ts";
export { zhOfResult } from "../src/text/zh_result.ts";
