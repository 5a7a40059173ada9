// What leaves the core, as the page sees it.
// Generated from crates/roster-engine/src/wire.rs. Do not edit.
import type { File, LevelSet, RuleCount, Said, Scalar, Sheet, Summary } from "./report.ts";

/** A rule as the page and `rules` list it. */
export type RuleInfo = {
  /** Its code. */
  rule: string,
  /** Its name in words. */
  slug: string,
  /** The most serious level it reports. */
  level: "error" | "warning" | "info",
  /** The title of its page. */
  title: Said,
  /** The clause it rests on; empty in a page, where it comes with the rule's page. */
  basis: string,
  /** Version of the product that brought it. */
  since: string,
  /** The columns it speaks about or compares: `*` is every column, none is the file as a whole. */
  columns: Array<string>,
};

/** A column of a profile. */
export type ProfileColumn = {
  /** Its key; one that only the profile has begins with `local.`. */
  column: string,
  /** The header the template has. */
  header: string,
  /** Whether every pupil must have a value. */
  required: boolean,
};

/** A value that a parameter may have. */
export type AllowedValue = {
  /** As it is set. */
  value: string,
  /** What it means. */
  title: Said,
};

/** A parameter of a profile. */
export type ProfileParameter = {
  /** Its name, for `--set`. */
  name: string,
  /** The heading under which a form offers it: `writing`, `file`, `pupil`, `school`, `contact` or
   * `changes`. */
  group: string,
  /** Its value when it is not set. */
  default: Scalar,
  /** How a value is written: `number`, `word` (one of `allowed`), `month-day`, `months`, `windows`,
   * `columns`, `list` or `mask`. */
  form: string,
  /** The only values it may have; any of its form when there are none. */
  allowed: Array<AllowedValue>,
  /** The least of a number. */
  min: number | null,
  /** The most of a number; null when there is none. */
  max: number | null,
  /** A value, to show how one is written; empty where that needs no showing. */
  example: string,
  /** What it does. */
  about: Said,
};

/** A profile. */
export type ProfileInfo = {
  /** Its id, for `--profile`. */
  profile: string,
  /** Its title. */
  title: Said,
  /** Its version. */
  version: string,
  /** The first day it was used, `YYYY-MM-DD`. */
  since: string,
  /** The built-in profile that its file begins with; null of a built-in one. */
  extends: string | null,
  /** Its columns, in the order of the template. */
  columns: Array<ProfileColumn>,
  /** Its parameters. */
  parameters: Array<ProfileParameter>,
  /** The levels that its file sets in the place of the rules' own. */
  levels: Array<LevelSet>,
};

/** The header of a sheet beside the template of a profile. */
export type Compared = {
  /** The file. */
  file: string,
  /** The sheet; empty for formats without sheets. */
  sheet: string,
  /** The profile, by its id. */
  profile: string,
  /** Whether header and template are the same to the letter and in the same order. */
  same: boolean,
  /** Every column of the template in its order; those that only the file has stand where they stand
   * in the file. */
  lines: Array<HeaderLine>,
};

/** One column of a header, of a template, or of both. */
export type HeaderLine = {
  /** `same`; `written` for another wording of the same column; `missing` from the file; `new` in the
   * file; `repeated` for one that the file has a second time. */
  state: string,
  /** Whether it stands elsewhere than in the template, as seen from the other columns. */
  moved: boolean,
  /** Key of the column; null when neither the standard nor the profile knows it. */
  column: string | null,
  /** The header of the template; null when it is new. */
  template: string | null,
  /** The header of the file; null when it is missing. */
  header: string | null,
  /** Its letters in the file; null when it is missing. */
  letter: string | null,
  /** Whether the profile demands a value in every row. */
  required: boolean,
};

/** A row of a sheet as the page shows it. */
export type ShownRow = {
  /** Row number in the file. */
  number: number,
  /** The texts, one a column of the sheet, masked unless values are shown. */
  cells: Array<string>,
};

/** What the page needs to draw itself after a check. */
export type Overview = {
  /** The files. */
  files: Array<File>,
  /** The sheets. */
  sheets: Array<Sheet>,
  /** The totals. */
  summary: Summary,
  /** What they mean for whoever wants to submit the files: `unread`, `not-ready`, `to-settle` for a list of
   * problem registrations alone, `listed` for one beside rosters without errors, `not-seen` where what a profile
   * file turns off would have told of a sheet that was not read or of duplicates, `nobody`, `look` for warnings, `no-template`, `ready`. */
  outcome: string,
  /** Number of groups. */
  groups: number,
  /** Number of schools in them. */
  schools: number,
  /** All columns of each sheet, in the order of `ShownRow::cells`. */
  grids: Array<Grid>,
  /** Every sheet of every file, those left out too, in the order of the files. */
  found: Array<FoundSheet>,
  /** What was changed. */
  changes: Changes,
  /** The pairs of rows that somebody told apart, as in `CheckOptions`. */
  not_duplicates: Array<string>,
  /** How many of them kept rows apart that would be in one group otherwise. */
  not_duplicates_taken: number,
  /** The files that wait for their password: positions in `files`. */
  locked: Array<number>,
};

/** The columns of a sheet as the page shows them. */
export type Grid = {
  /** The header of each column. */
  headers: Array<string>,
  /** The letters of each column. */
  letters: Array<string>,
};

/** How to check. Every field may be left out. */
export type CheckOptions = {
  /** A profile's id; the profile of `profile_file` when left out, and guessed from the header when
   * there is none. */
  profile: string | null,
  /** A profile that somebody wrote in a file. It has its id beside the built-in ones. */
  profile_file: ProfileFile | null,
  /** The date used as today, `YYYY-MM-DD`. */
  today: string,
  /** `before-import` or `after-import`. */
  stage: string | null,
  /** Parameters of the profile. */
  set: { [key in string]: string },
  /** Only the sheets with these names, of files whose sheets have names; every sheet when empty. */
  sheets: Array<string>,
  /** What was decided for single files and sheets; a later one goes before an earlier one. */
  choices: Array<FileChoice>,
  /** Pairs of rows that somebody told apart, as in a file of decisions: 64 hexadecimal digits each. */
  not_duplicates: Array<string>,
};

/** A profile file: TOML, JSON, or a Frictionless Table Schema. */
export type ProfileFile = {
  /** The name of the file, for sentences about it. */
  name: string,
  /** What it says. */
  text: string,
  /** What another module understood it as (`understood_profile`), for one that cannot read it itself. */
  understood: string,
};

/** What a person decided for a file or a sheet. What is left out stays as it would be. */
export type FileChoice = {
  /** The file, by its name in the report; every file when left out. */
  file?: string,
  /** The sheet; every sheet when left out. */
  sheet?: string,
  /** Row number of the header, from 1; 0 where there is none, and `columns` says by their letters what the
   * columns are. */
  header_row?: number,
  /** The profile, by its id. */
  profile?: string,
  /** The encoding of a text file: `utf-8`, `gb18030`, `utf-16le`, `utf-16be` or `big5`. */
  encoding?: string,
  /** Whether to leave the sheet out of the run. */
  skip?: boolean,
  /** What it is for: `roster`, `archive` (only compared with the others), `problem-list` (the
   * national system's list of 问题学籍) or `last-year` (leavers who are looked for in this year's
   * rosters); when left out, lists of problems are known by their header, and those of last year by
   * their grades where the parameter `promotion_check` asks for them. */
  role?: string,
  /** What columns are, whatever their headers mean: by the header, or by the letters of a column that has
   * none (`#C`), the key of a column or its name in the template; `none` for one that is not to be checked. */
  columns?: { [key in string]: string },
};

/** A sheet of a file, checked or left out, with what a person needs to decide otherwise. */
export type FoundSheet = {
  /** Its file. */
  file: string,
  /** Its name; empty for formats without sheets. */
  sheet: string,
  /** Its position among the sheets of the report; null when it was left out. */
  index: number | null,
  /** `visible`, `hidden` or `very-hidden`. */
  visibility: string,
  /** Row number of the header; null when there is none. */
  header_row: number | null,
  /** Whether a person said which row the header is. */
  header_row_chosen: boolean,
  /** The profile it is checked under; null when it has no header. */
  profile: string | null,
  /** The profile its columns look like; null when it has no header. */
  profile_guessed: string | null,
  /** What it is for: `roster`, `archive`, `problem-list`, `last-year` or `part-list`. */
  role: string,
  /** Its first rows with anything in them. */
  head: Array<HeadRow>,
};

/** One of the first rows of a sheet. */
export type HeadRow = {
  /** Row number in the file. */
  row: number,
  /** Its filled cells, left to right. */
  cells: Array<HeadCell>,
};

/** A filled cell of one of the first rows. */
export type HeadCell = {
  /** The letters of its column. */
  letter: string,
  /** Its text; masked below the header unless values are shown. */
  text: string,
};

/** What has been changed in a run, and what could be changed without asking. */
export type Changes = {
  /** How many steps can be undone; a step is what one action of a person did. */
  steps: number,
  /** How many cells differ from their file. */
  cells: number,
  /** How many changes were made, by rule. */
  by_rule: Array<RuleCount>,
};

/** One change that was made. */
export type Change = {
  /** The file. */
  file: string,
  /** The sheet. */
  sheet: string,
  /** The address. */
  cell: string,
  /** Key of the column; null where the standard does not know it. */
  column: string | null,
  /** The text before, masked unless values are shown. */
  from: string,
  /** The text afterwards, masked unless values are shown. */
  to: string,
  /** Code of the rule whose fix it is; empty of what somebody typed. */
  rule: string,
  /** `program` or `person`. */
  decided_by: string,
};

/** A cell of the rows in view that was changed. */
export type Edited = {
  /** Position of the row among the pupils. */
  row: number,
  /** Index of the column in `ShownRow::cells`. */
  column: number,
  /** The text of the file, masked unless values are shown. */
  from: string,
};

/** A cell in which a text was found. */
export type FoundCell = {
  /** Index of the sheet. */
  sheet: number,
  /** Position of the row among the pupils. */
  row: number,
  /** Index of the column in `ShownRow::cells`. */
  column: number,
  /** Its number among the cells that have the text, from 1. */
  at: number,
  /** How many cells have the text. */
  all: number,
};

/** How to divide the pupils of a run among workbooks. */
export type SplitOptions = {
  /** `class`, `grade` or `rows=N`. */
  by: string,
  /** The names of the workbooks, with `{school}`, `{grade}`, `{class}` and `{n}` in them; left out,
   * it follows from `by`. */
  name: string | null,
};

/** What dividing or joining left out, so that nothing is lost without a word. */
export type LeftOut = {
  /** Pupils that were taken over. */
  rows: number,
  /** Rows that are no pupils (titles, samples, totals) and were not taken over. */
  set_aside: number,
  /** Sheets without a header, or left out by choice. */
  sheets: number,
  /** How many of them are hidden beside one that was taken over. */
  hidden: number,
  /** The others, each with the reason. */
  not_written: Array<Said>,
};

/** A file of a folder of scans. */
export type ScanFile = {
  /** Its path below the folder, with `/` between the parts. */
  path: string,
  /** Its size. */
  bytes: number,
  /** Its first bytes, at least eight where it has so many. */
  head: Uint8Array,
  /** Its last 2048 bytes, or all of a shorter one. */
  tail: Uint8Array,
};

/** What a folder of scans has and lacks. */
export type ScansFound = {
  /** Pupils whose papers are not complete. */
  lacking: Array<LackingPapers>,
  /** Files that belong to no pupil who needs papers, or of which nobody can tell to which of some. */
  unclaimed: Array<UnclaimedScan>,
};

/** A pupil whose papers are not complete. */
export type LackingPapers = {
  /** The file. */
  file: string,
  /** The sheet. */
  sheet: string,
  /** Row number in the file. */
  row: number,
  /** Whether 户口簿 or 身份证 is missing. */
  family: boolean,
  /** Whether 学校证明 is missing. */
  school: boolean,
};

/** A file of a folder of scans that belongs to nobody. */
export type UnclaimedScan = {
  /** Its path below the folder, masked unless values are shown. */
  path: string,
  /** Its size. */
  bytes: number,
  /** Whether it may be that of several pupils. */
  is_unsure: boolean,
};
