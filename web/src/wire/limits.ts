// What leaves the core, as the page sees it.
// Generated from crates/roster-engine/src/wire.rs. Do not edit.
/** Of a group with more rows than this, no pair can be told apart. */
export const TOLD_APART_MAX = 64;
