// Generated from the wire types of the engine; do not edit.

export interface Said { zh: string; en: string }
export type Scalar = number | string | Said;
export interface File { file: string; format: string; encoding: string | null; bytes: number; sha256: string; error: Said | null }
export interface KnownColumn { column: string; header: string; letter: string }
export interface UnmatchedColumn { header: string; letter: string }
export interface Sheet {
  file: string;
  sheet: string;
  profile: string | null;
  parameters: Record<string, Scalar>;
  header_rows: number[];
  first_row: number;
  last_row: number;
  rows: number;
  columns: KnownColumn[];
  unmatched: UnmatchedColumn[];
}
export interface RuleCount { rule: string; level: string; count: number }
export interface NotRun { rule: string; why: string }
export interface Summary {
  rows: number;
  errors: number;
  warnings: number;
  infos: number;
  by_rule: RuleCount[];
  not_run: NotRun[];
}
export interface Place { file: string; sheet?: string; row?: number; column?: string; cell?: string }
export interface Edit { file: string; sheet: string; cell: string; from: string; to: string }
export interface Fix { trust: string; edits: Edit[] }
export interface Finding {
  rule: string;
  slug: string;
  level: string;
  place: Place;
  related: Place[];
  facts: Record<string, Scalar>;
  message: Said;
  fixes: Fix[];
}
export interface Evidence { column: string; kind: string; bits: number; zh: string; en: string }
export interface Link { a: number; b: number; bits: number; evidence: Evidence[] }
export interface Shown { column: string; text: string }
export interface Member {
  file: string;
  sheet: string;
  row: number;
  handling: string;
  why: Said;
  materials: Said[];
  shown: Shown[];
}
export interface Group { group: string; case: string; verdict: string; bits: number; members: Member[]; links: Link[] }
export interface RuleInfo { rule: string; slug: string; level: string; title: Said; basis: string; since: string }
export interface ProfileColumn { column: string; header: string; required: boolean }
export interface ProfileParameter { name: string; default: Scalar; about: Said }
export interface ProfileInfo {
  profile: string;
  title: Said;
  version: string;
  columns: ProfileColumn[];
  parameters: ProfileParameter[];
}
export interface ShownRow { number: number; cells: string[] }
export interface Grid { headers: string[]; letters: string[] }
export interface Overview { files: File[]; sheets: Sheet[]; summary: Summary; groups: number; grids: Grid[] }
export interface CheckOptions { profile: string | null; today: string; stage: string | null; set: Record<string, string> }
