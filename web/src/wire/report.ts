// What leaves the core, as the page sees it.
// Generated from crates/roster-engine/src/wire.rs. Do not edit.

/** A sentence in both languages. */
export type Said = {
  /** Chinese. */
  zh: string,
  /** English. */
  en: string,
};

/** A detail of a finding or a parameter: a word, a number, or a phrase in two languages. */
export type Scalar = number | string | Said;

/** The program that made the report. */
export type Tool = {
  /** `rostercheck`. */
  name: string,
  /** Its version. */
  version: string,
  /** The version of its rules. */
  rules: string,
};

/** A file of the run. */
export type File = {
  /** Its name, made unique within the run. */
  file: string,
  /** What it really is: `xlsx`, `xlsm`, `xlsb`, `xls`, `ods`, `html`, `xml`, `csv`, `tsv`, `unknown`. */
  format: string,
  /** Of text formats. */
  encoding: string | null,
  /** Whether the encoding was concluded from the bytes: neither a mark nor a person said it. */
  encoding_guessed: boolean,
  /** Size in bytes. */
  bytes: number,
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: string,
  /** Why it could not be read. */
  error: Said | null,
};

/** A column of a sheet that the standard or the profile knows. */
export type KnownColumn = {
  /** Its key, for example `id_number`; one that only the profile has begins with `local.`. */
  column: string,
  /** The header in the file. */
  header: string,
  /** Its letters, for example `F`. */
  letter: string,
  /** Whether somebody said what it is; left out when its header tells. */
  said?: boolean,
};

/** A column of a sheet that the standard does not know. */
export type UnmatchedColumn = {
  /** The header in the file. */
  header: string,
  /** Its letters. */
  letter: string,
};

/** A level that a profile file sets for a rule. */
export type LevelSet = {
  /** Code of the rule. */
  rule: string,
  /** Key of the only column it is set for; null when it is set for all. */
  column: string | null,
  /** `error`, `warning`, `info`, or `off`. */
  level: "error" | "warning" | "info" | "off",
};

/** A parameter whose value is not the one of the built-in profile. */
export type ParameterSet = {
  /** Its name. */
  name: string,
  /** Its value in this run. */
  value: Scalar,
  /** Its value in the built-in profile. */
  default: Scalar,
  /** Who set it: `run`, by an option of the run, or `profile`, in the profile file. */
  by: string,
};

/** A sheet of the run. */
export type Sheet = {
  /** Its file. */
  file: string,
  /** Its name; empty for formats without sheets. */
  sheet: string,
  /** What it is for: `roster`, `archive` (compared with the others, not checked), `problem-list` (the
   * national system's list of 问题学籍), `last-year` (leavers who are looked for in this year's
   * rosters, R9014) or `part-list` (some of the pupils of the rosters once more, R7007). */
  role: string,
  /** Whether the file shows it: `visible`, `hidden` or `very-hidden`. */
  visibility: string,
  /** The profile it was checked under; null when no header was found. */
  profile: string | null,
  /** The edition of the profile; null as the profile is. */
  profile_version: string | null,
  /** The first day the profile was used, `YYYY-MM-DD`; null as the profile is. */
  profile_since: string | null,
  /** The built-in profile that the profile's file begins with; null of a built-in one. */
  profile_extends: string | null,
  /** The levels that the profile sets in the place of the rules' own. */
  profile_levels: Array<LevelSet>,
  /** The parameters of the profile, as set for this run. */
  parameters: { [key in string]: Scalar },
  /** Those of them whose value is not the one of the built-in profile. */
  parameters_set: Array<ParameterSet>,
  /** All that the run does otherwise than the built-in profile, a sentence each: the two above, columns
   * added, left out or renamed, other demands, and what of the profile's file is not used. */
  overrides: Array<Said>,
  /** Row numbers of the header. */
  header_rows: Array<number>,
  /** Row number of the first pupil; 0 when there is none. */
  first_row: number,
  /** Row number of the last pupil; 0 when there is none. */
  last_row: number,
  /** Number of pupils. */
  rows: number,
  /** Columns the standard knows, left to right. */
  columns: Array<KnownColumn>,
  /** The other columns, left to right. */
  unmatched: Array<UnmatchedColumn>,
};

/** How often a rule spoke. */
export type RuleCount = {
  /** Its code. */
  rule: string,
  /** The most serious level it spoke at. */
  level: "error" | "warning" | "info",
  /** Exact number of findings. */
  count: number,
};

/** A rule that did not run. */
export type NotRun = {
  /** Its code. */
  rule: string,
  /** `column-absent`: no sheet has the columns it reads. `not-demanded`: no profile demands what it
   * looks at. `turned-off`: the profile file or a parameter turns it off. `other-stage`: it speaks of pupils
   * who are in the system already. `no-scans`: it looks at a folder of scans, and there is none. */
  why: string,
};

/** The totals of a run. */
export type Summary = {
  /** Pupils. */
  rows: number,
  /** Findings at level error. */
  errors: number,
  /** Findings at level warning. */
  warnings: number,
  /** Findings at level info. */
  infos: number,
  /** Rules that spoke, by code. */
  by_rule: Array<RuleCount>,
  /** Rules that did not run, by code. */
  not_run: Array<NotRun>,
};

/** Where something is; only the fields that apply. */
export type Place = {
  /** The file. */
  file: string,
  /** The sheet. */
  sheet?: string,
  /** Row number in the file, from 1. */
  row?: number,
  /** Key of the column. */
  column?: string,
  /** The address, for example `F12`. */
  cell?: string,
};

/** A change of one cell. */
export type Edit = {
  /** The file. */
  file: string,
  /** The sheet. */
  sheet: string,
  /** The address. */
  cell: string,
  /** The text now. */
  from: string,
  /** The text afterwards. */
  to: string,
};

/** A proposal. */
export type Fix = {
  /** `safe`, `review` or `hint`. */
  trust: "safe" | "review" | "hint",
  /** What it would change. */
  edits: Array<Edit>,
  /** Only where the page asks: of a finding of a whole column the edit of the first cell is given, as an
   * example, and this is how many cells the finding has. The report gives the edits of all. */
  cells?: number,
};

/** One finding. */
export type Finding = {
  /** Code of the rule. */
  rule: string,
  /** Its name in words. */
  slug: string,
  /** `error`, `warning` or `info`. */
  level: "error" | "warning" | "info",
  /** What it speaks of. */
  place: Place,
  /** The other cells involved. */
  related: Array<Place>,
  /** Details by name. */
  facts: { [key in string]: Scalar },
  /** The sentence. */
  message: Said,
  /** Proposals, best first. Of a whole column there is one for each trust, with the edits of all its cells. */
  fixes: Array<Fix>,
};

/** One field of two members, compared. */
export type Evidence = {
  /** Key of the column. */
  column: string,
  /** How they agree, for example `equal`. */
  kind: string,
  /** Weight; positive speaks for one person. */
  bits: number,
  /** Chinese sentence. */
  zh: string,
  /** English sentence. */
  en: string,
};

/** Two members and what speaks for them being one. */
export type Link = {
  /** Index into the members. */
  a: number,
  /** Index into the members. */
  b: number,
  /** Weight: the sum of the evidence. */
  bits: number,
  /** The evidence, strongest first. */
  evidence: Array<Evidence>,
};

/** A row of a group. */
export type Member = {
  /** The file. */
  file: string,
  /** The sheet. */
  sheet: string,
  /** Row number in the file. */
  row: number,
  /** `keep`, `delete`, `change`, `corroborate` or `review`. */
  handling: "keep" | "delete" | "change" | "corroborate" | "review",
  /** Why. */
  why: Said,
  /** The papers it needs. */
  materials: Array<Said>,
  /** What identifies the row to a reader, masked unless values are shown: column key and text. */
  shown: Array<Shown>,
};

/** A cell shown beside a member. */
export type Shown = {
  /** Key of the column. */
  column: string,
  /** The text. */
  text: string,
  /** Positions of the characters that differ from those of another member, counted from 0; left out
   * where there are none, or nearly all of them differ. */
  differs?: Array<number>,
};

/** Rows that may be one pupil. */
export type Group = {
  /** `g62`: the row of the first member; `g2-62` for one of the second sheet, `g62.2` for the second group
   * of that row. In a run with more rows behind it is the group with
   * the same first member that is the same. */
  group: string,
  /** `A` to `I`, or `N`. */
  case: string,
  /** `certain`, `likely`, `review` or `hint`. */
  verdict: "certain" | "likely" | "review" | "hint",
  /** Weight of the weakest link. */
  bits: number,
  /** The codes of the members' schools, each once, in the order of the members. */
  schools: Array<string>,
  /** At least two rows. */
  members: Array<Member>,
  /** Why they belong together. */
  links: Array<Link>,
  /** Somebody said that all of them are different pupils, and the receiving system will flag them all the
   * same. */
  told_apart: boolean,
};

/** A cell whose column the standard does not know. */
export type OtherCell = {
  /** The header in the file. */
  header: string,
  /** The text, masked unless values are shown. */
  text: string,
};

/** A row of a sheet. */
export type RowAt = {
  /** The file. */
  file: string,
  /** The sheet. */
  sheet: string,
  /** Row number in the file. */
  row: number,
};

/** What the system has against a pupil, and what is proposed. */
export type Registration = {
  /** Where it stands in the system's list. */
  at: RowAt,
  /** `same-number`, `same-pupil`, `wrong-number`, `name-mismatch`, `fields-mismatch`, `duplicate` or `unknown`. */
  kind: string,
  /** The system's own words. */
  said: string,
  /** The cells of columns that the standard does not know. */
  other: Array<OtherCell>,
  /** What identifies the row to a reader, masked unless values are shown. */
  shown: Array<Shown>,
  /** What row and pupil have in common: `student-number`, `auxiliary-number`, `id-number`,
   * `name-sex-birth` or `legible` (what is not masked or left out); null when the rosters do not have the pupil. */
  joined_by: string | null,
  /** The pupil in the rosters. Several when the key does not tell which; none when no roster has it. */
  pupils: Array<RowAt>,
  /** The group whose proposal counts. */
  group: string | null,
  /** `A` to `I` or `N` of that group, `A` or `I` of several records in the list, `J` of a number that is wrong
   * by itself. */
  case: string | null,
  /** `delete`, `change`, `corroborate` or `review`; `keep` where it is settled. */
  handling: "keep" | "delete" | "change" | "corroborate" | "review",
  /** Why. */
  why: Said,
  /** The papers it needs. */
  materials: Array<Said>,
};

/** Pairs of rows that somebody told apart (不是重复). */
export type ToldApart = {
  /** How many. */
  pairs: number,
  /** How many of them kept rows apart that would be in one group otherwise, or hold for a group of one number. */
  taken: number,
};

/** The whole report. `findings` is written as a stream; this struct is its shape. */
export type Report = {
  /** `rostercheck/report/1`. */
  schema: string,
  /** The program. */
  tool: Tool,
  /** The date used as today, `YYYY-MM-DD`. */
  today: string,
  /** `before-import` or `after-import`. */
  stage: string,
  /** The files, in the order given. */
  files: Array<File>,
  /** The sheets with anything in them, in order. */
  sheets: Array<Sheet>,
  /** The totals. */
  summary: Summary,
  /** Every finding, by rule, sheet, column and row. */
  findings: Array<Finding>,
  /** Every group, by its first member. */
  groups: Array<Group>,
  /** Pairs of rows that somebody told apart; left out when there is none. */
  told_apart: ToldApart | null,
  /** The rows of the national system's own list of 问题学籍; left out when the run has no such list. */
  registrations?: Array<Registration>,
};
