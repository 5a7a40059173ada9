// What leaves the core, as the page sees it.
// Generated from crates/roster-engine/src/wire.rs. Do not edit.
export type * from "./page.ts";
export type * from "./report.ts";
