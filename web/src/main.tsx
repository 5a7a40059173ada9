// Puts the page together: what there is before a result. What a result shows is in `result.tsx`, a script
// that comes behind.

import { effect, signal } from "@preact/signals";
import { type FunctionComponent, render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import { listenForDrops } from "./lib/drop.ts";
import { folderOf } from "./lib/folder.ts";
import { askBeforeLeaving, listenForUndo } from "./lib/keys.ts";
import { canRedo, changes, isUnsaved, redo, undo } from "./state/changes.ts";
import { decidedLast, undoDecision } from "./state/decisions.ts";
import { engineCondition, loadEngine } from "./state/engine.ts";
import { loadLanguage, words } from "./state/language.ts";
import { blankOptions } from "./state/options.ts";
import { listing, takeDropped } from "./state/scans.ts";
import { addFiles, isTaking, overview, phase } from "./state/session.ts";
import { chooseTab } from "./state/tabs.ts";
import { areDecisionsUnsaved, decisions } from "./state/told_apart.ts";
import { Decisions } from "./views/decisions/index.tsx";
import { Failed } from "./views/failed/index.tsx";
import { Footer } from "./views/footer/index.tsx";
import { Header } from "./views/header/index.tsx";
import { Notices } from "./views/notices/index.tsx";
import { Options } from "./views/options/index.tsx";
import { OwnProfile } from "./views/own_profile/index.tsx";
import { Picker } from "./views/picker/index.tsx";
import { Running } from "./views/running/index.tsx";
import { ScansState } from "./views/scans/state.tsx";
import { Settings } from "./views/settings/index.tsx";
import { Start } from "./views/start/index.tsx";
import { Template } from "./views/template/index.tsx";
import { Unlock } from "./views/unlock/index.tsx";

const resultView = signal<FunctionComponent>(() => null);

function Page() {
  const result = overview.value;
  const Result = resultView.value;
  // What is shown while files are being taken is no answer any more.
  const isOver = phase.value === "done" || phase.value === "failed";
  const now = isOver && isTaking.value ? "reading" : phase.value;
  const counts = result && now !== "reading" && {
    "data-errors": result.summary.errors,
    "data-warnings": result.summary.warnings,
    "data-infos": result.summary.infos,
    "data-groups": result.groups,
    "data-rows": result.summary.rows,
  };
  return (
    <>
      <Header />
      <main id="content" data-phase={now} {...counts}>
        <Notices />
        {phase.value === "empty" && <Start more={<><Template /><Options><Settings /></Options></>}><Picker /><OwnProfile /><Decisions /><ScansState /></Start>}
        {phase.value === "failed" && <Failed unlock={unlock}><Picker /><OwnProfile /><Decisions /></Failed>}
        {phase.value === "done" && <Result />}
        {phase.value !== "empty" && phase.value !== "failed" && phase.value !== "done" && <><Running /><div class="under"><Picker /></div></>}
      </main>
      <p class="unseen" role="status">{told()}</p>
      <Footer />
      <p class="drop-here" aria-hidden="true">{words.value.dropHere}</p>
    </>
  );
}

/** What a screen reader tells wherever the focus is. */
function told(): string {
  const it = words.value;
  const result = overview.value;
  if (phase.value === "empty") return "";
  if (phase.value === "failed") return it.failedTitle;
  return result ? it.outcome(result.summary.errors, result.summary.warnings, result.summary.infos) : it.running;
}

function unlock(at: number) {
  return <Unlock at={at} />;
}

/** A person who dropped a folder wants to see what came of it. */
function showScans(): void {
  if (listing.value) chooseTab("groups");
}

const root = document.documentElement;
effect(() => {
  root.lang = words.value.htmlLang;
  document.title = words.value.titleLong;
});
effect(() => {
  if (engineCondition.value === "ready") root.dataset["ready"] = "";
  else delete root.dataset["ready"];
});
listenForDrops(
  (isDragging) => root.toggleAttribute("data-dropping", isDragging),
  (files, folders) => {
    if (files.length > 0) void addFiles(files);
    for (const folder of folders) void folderOf(folder).then(takeDropped).then(showScans);
  },
);
listenForUndo(() => {
  const isThere = changes.value.steps > 0;
  if (decidedLast.value || (!isThere && decisions.value.length > 0)) {
    void undoDecision();
    return true;
  }
  if (isThere) void undo();
  return isThere;
}, () => {
  const isThere = canRedo.value;
  if (isThere) void redo();
  return isThere;
});
effect(() => askBeforeLeaving(isUnsaved.value || areDecisionsUnsaved.value));
loadEngine(blankOptions(), import("./result.tsx").then((it) => void (resultView.value = it.Result)));
const app = document.getElementById("app");
if (app) void loadLanguage().then(() => render(<Page />, app));
