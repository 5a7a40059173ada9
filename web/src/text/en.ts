// What the page says in English before a result, and with it, in one file, what it says of one.

import { count } from "../lib/format.ts";
import { enOfResult } from "./en_result.ts";
import { many } from "./many.ts";
import type { Words } from "./zh.ts";
import type { ResultWords } from "./zh_result.ts";

const enBefore: Words = {
  htmlLang: "en",
  title: "Rostercheck",
  titleLong: "Rostercheck · check pupil rosters before you submit them",
  otherLanguage: "中文",
  otherLanguageLabel: "切换到中文",
  privacy: "Your data is processed in this browser only and never uploaded.",
  skip: "Skip to the results",

  lead: "Check a pupil roster before you submit it",
  about:
    "Checks identity numbers, names, dates, codes and required cells one by one, finds pupils entered twice, and proposes what to do.",
  pick: "Choose roster files",
  pickMore: "Add files",
  pickHint: "Or drop files anywhere on this page. Rosters of several classes or schools are compared with each other.",
  pickFormats: "xlsx, xlsm, xlsb, xls, ods, csv, tsv, txt, and tables of web pages; also a profile file (toml, json), or a template just downloaded, to compare it",
  sample: "Try it with a sample roster",
  sampleName: "sample-roster.csv",
  sampleNote: "The pupils in it are invented.",
  dropHere: "Let go to start the check",
  loadFailed: "The checker did not load. Reload the page; if that does not help, use a browser made after 2020.",

  running: "Checking",
  stepReading: "Read files",
  stepMapping: "Find headers",
  stepMatching: "Find duplicates",
  stepChecking: "Check",
  nowReading: (file, done, total) => `Reading "${file}": ${done} of ${total}`,
  nowMapping: "Finding headers and columns",
  nowMatching: (total) => `Looking for duplicates among ${many(total, "pupil", "pupils")}`,
  nowChecking: (done, total) => `Checking: ${count(done)} of ${count(total)}`,
  nowWaiting: "Getting ready",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was kept.",
  cancelledBack: "Cancelled, back to the earlier files.",

  failedTitle: "There is nothing to check",
  failedLost:
    "The checker stopped unexpectedly and was started again. You can choose files now; for very large files use the command line program rostercheck.",
  failedAll: "None of the files could be read. The reasons:",
  startOver: "Start over",
  tooLarge: (file, limit) =>
    `"${file}" was not checked: a browser takes at most ${limit} at once. Use the command line program rostercheck for it.`,
  lostFile: (file) => `"${file}" can no longer be read: it was changed, moved or locked after you chose it. Choose it again.`,
  resultStays: " Below is still the earlier result.",
  replacedFile: (file) => `"${file}" was replaced by the one you chose now; the earlier one was changed.`,
  isReport: (file) => `"${file}" is a report, not a roster, and was not checked.`,
  leftOutFiles: (files) =>
    `${many(files.length, "other file", "other files")} of the folder not checked: ${files.slice(0, 10).join(", ")}${files.length > 10 ? " …" : ""}. If there are rosters in them, unzip them or save them as xlsx.`,
  openFile: (file) => `"${file}" is open, and what was not saved is not checked: save and close it first, then check again.`,
  sameFile: (file, other) => `"${file}" and "${other}" are the same, so every pupil is there twice. Remove one of them.`,
  addedAgain: (file) => `There already was a file named "${file}"; both were checked. If this is a corrected version, remove the older one.`,
  dropOlder: "Remove the older one",
  refusedOptions: "The options were not understood: ",

  outcome: (errors, warnings, infos) => `Checked: ${many(errors, "error", "errors")}, ${many(warnings, "warning", "warnings")}, ${many(infos, "note", "notes")}.`,
  level: { error: "Error", warning: "Warning", info: "Note" },

  fileFailed: (file) => `"${file}" could not be read: `,
  removeFile: (file) => `Remove "${file}"`,
  remove: "Remove",
  role: "For",

  password: (file) => `Password to open "${file}"`,
  unlock: "Open",
  unlocking: "Opening…",

  undo: "Undo the last step",
  discard: (value) =>
    `${many(value, "cell has", "cells have")} been changed and the corrected files were not downloaded; the changes will be lost. Go on?`,

  emptyText: "(empty)",
  list: (parts) => parts.join(", "),

  decisionsTaken: (pairs, taken) =>
    [
      `${count(pairs)} ${pairs === 1 ? "pair is" : "pairs are"} told apart.`,
      taken < pairs ? ` ${count(pairs - taken)} of them made no difference this time: a name or number was changed since, the rows are no longer alike, or they are not here. Where changed rows are listed again, look at them and tell them apart once more.` : "",
      taken > 0 ? " Groups that the system flags all the same stay, with proposals for different pupils." : "",
    ].join(""),
  decisionsRead: (pairs) => `${count(pairs)} ${pairs === 1 ? "pair" : "pairs"} told apart, from a file.`,
  decisionsSave: "Save for the next time",
  decisionsDrop: "Forget all of them",
  decisionsName: "not-duplicates",
  discardDecisions: "What was told apart is not saved and would be lost. Go on?",

  scansDrop: "Look at it no longer",
  scansReading: (done, total) => `Looking at files: ${count(done)} of ${count(total)}`,
  scansEmpty: "There is no file in this folder.",
  scansUnreadable: "The browser cannot read a folder dropped here; use \"Choose the folder of scans\".",
  scansNamed: (folder, files) => `Folder of scans "${folder}", ${many(files, "file", "files")}. `,
  scansWaiting: "Looking…",
  scansOutcome: (lacking, unclaimed) =>
    `${lacking === 0 ? "No papers are missing" : `Papers of ${many(lacking, "pupil", "pupils")} are missing`}; ${many(unclaimed, "file belongs", "files belong")} to nobody.`,
  scansSee: (title) => `See "${title}"`,

  downloadJson: "Report (json)",
  downloadNames: { xlsx: "rostercheck-annotated", csv: "rostercheck-findings", json: "rostercheck-report" },
  downloading: "Writing…",
  downloadFailed: (why) => `Could not be written: ${why}`,
  officeMissing: "The part that handles such files did not load; reload the page and try again.",
  officeBroke: "Handling this file stopped unexpectedly; it may be damaged. Other files and the result are not affected.",
  correctedName: "rostercheck-corrected",
  templateTitle: "Blank template",
  templateWhy: "An xlsx workbook: required columns are marked, columns of codes have drop-downs, numbers and dates are set to text.",
  downloadTemplate: "Download blank template",
  dividedName: "rostercheck-split",
  close: "Close",

  settingsOpen: (count: number) => (count > 0 ? `Parameters (${count} changed)…` : "Parameters…"),
  settingsTitle: "Parameters of the profile",
  settingsWhat: (profile: string) =>
    `What you do not change is checked by the profile's defaults; those shown are of "${profile}". What you change is told in the report. Nothing is kept when the page is closed; save a profile file to use it again.`,
  settingsGroups: { writing: "How things are written", file: "File", pupil: "Pupils", school: "School and classes", contact: "Contacts and family", changes: "Changes of status" },
  settingHow: (base, how) => [`Default: ${base || "blank"}`, how].filter((it) => it).join("; "),
  settingName: (name) => `${name} on the command line`,
  settingNumber: (least: number) => `a whole number, ${least} or more`,
  settingNumbers: (least: number, most: number) => `a whole number from ${least} to ${most}`,
  settingExample: (example: string) => `written like ${example}`,
  settingBack: "Back to default",
  settingBackOf: (about: string) => `Back to default: ${about}`,
  settingsWrong: (count: number) => `${count} ${count === 1 ? "value is" : "values are"} not right; see the sentence at each.`,
  settingsApply: "Apply",
  settingsReset: "All back to default",
  settingsSave: "Save as a profile file",
  settingsSaveWhy: "The file is saved on your computer. Drop it on the page to use it again, or hand it to other schools.",

  profileNamed: (file: string, title: string, version: string, base: string) => `The profile file "${file}" is used: ${title} (version ${version}${base ? `, begins with "${base}"` : ""})`,
  profileWrong: "This profile file was not used; correct it and drop it again.",
  profileChanges: "What it changes",
  profileParameters: "Parameters",
  profileLevels: "Levels",
  profileAdded: "Columns added",
  profileLeftOut: "Columns left out",
  profileRequired: "Columns that are required here",
  profileRenamed: "Columns with another header",
  profileSet: (what: string, value: string) => `${what}: ${value}`,
  levelOff: "not checked",

  shown: "Show full values",

  optionsTitle: "Options",
  stage: "Stage",
  stageBefore: "Before import",
  stageAfter: "After import",
  profile: "Profile",
  profileAuto: "Automatic",
  today: "Reckon ages as of",
  optionsNote: "A change starts the check again.",
  optionsKept: "Files are checked with these options.",
  footer: "What this tool says is advice; the requirements of your education authority prevail.",
  book: "The rule book and common questions (opens in a new window)",
};

export const en: Words & ResultWords = { ...enBefore, ...enOfResult };
