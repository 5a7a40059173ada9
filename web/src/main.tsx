// Puts the page together; the only file that knows every view.

import { effect } from "@preact/signals";
import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import { listenForDrops } from "./lib/drop.ts";
import { folderOf } from "./lib/folder.ts";
import { askBeforeLeaving, listenForUndo } from "./lib/keys.ts";
import { changeCount, changes, isUnsaved, undo } from "./state/changes.ts";
import { decidedLast, undoDecision } from "./state/decisions.ts";
import { engineCondition, expectFiles, loadEngine } from "./state/engine.ts";
import { ruleLines } from "./state/findings.ts";
import { groupCount } from "./state/groups.ts";
import { loadLanguage, words } from "./state/language.ts";
import { blankOptions } from "./state/options.ts";
import { listing, takeDropped } from "./state/scans.ts";
import { addFiles, overview, phase, startOver } from "./state/session.ts";
import { chooseTab, tab, type TabKey } from "./state/tabs.ts";
import { areDecisionsUnsaved, decisions } from "./state/told_apart.ts";
import { count } from "./lib/format.ts";
import { Tabs } from "./ui/tabs/index.tsx";
import { ChangeLog } from "./views/changes/index.tsx";
import { Compare } from "./views/compare/index.tsx";
import { Decisions } from "./views/decisions/index.tsx";
import { Divide } from "./views/divide/index.tsx";
import { Downloads } from "./views/downloads/index.tsx";
import { Failed } from "./views/failed/index.tsx";
import { Findings } from "./views/findings/index.tsx";
import { Fixes } from "./views/fixes/index.tsx";
import { Footer } from "./views/footer/index.tsx";
import { Groups } from "./views/groups/index.tsx";
import { Header } from "./views/header/index.tsx";
import { Notices } from "./views/notices/index.tsx";
import { Options } from "./views/options/index.tsx";
import { Overrides } from "./views/overrides/index.tsx";
import { OwnProfile } from "./views/own_profile/index.tsx";
import { Picker } from "./views/picker/index.tsx";
import { Roster } from "./views/roster/index.tsx";
import { Running } from "./views/running/index.tsx";
import { Scans, ScansState } from "./views/scans/index.tsx";
import { Settings } from "./views/settings/index.tsx";
import { Settle } from "./views/settle/index.tsx";
import { Skipped } from "./views/skipped/index.tsx";
import { Sources } from "./views/sources/index.tsx";
import { Start } from "./views/start/index.tsx";
import { Template } from "./views/template/index.tsx";
import { Unlock } from "./views/unlock/index.tsx";
import { Verdict } from "./views/verdict/index.tsx";
import "./styles/print.css";

function Page() {
  const result = overview.value;
  const counts = result && {
    "data-errors": result.summary.errors,
    "data-warnings": result.summary.warnings,
    "data-infos": result.summary.infos,
    "data-groups": result.groups,
    "data-rows": result.summary.rows,
  };
  return (
    <>
      <Header />
      <main id="content" data-phase={phase.value} {...counts}>
        <Notices />
        {phase.value === "empty" && <Start more={<><Template /><Options><Settings /></Options></>}><Picker /><OwnProfile /><Decisions /><ScansState /></Start>}
        {phase.value === "failed" && <Failed unlock={unlock}><Picker /><OwnProfile /><Decisions /></Failed>}
        {phase.value === "done" && <Result />}
        {phase.value !== "empty" && phase.value !== "failed" && phase.value !== "done" && <><Running /><div class="under"><Picker /></div></>}
      </main>
      <p class="unseen" role="status">{result && phase.value === "done" ? words.value.outcome(result.summary.errors, result.summary.warnings, result.summary.infos) : ""}</p>
      <Footer />
      <p class="drop-here" aria-hidden="true">{words.value.dropHere}</p>
    </>
  );
}

function unlock(at: number) {
  return <Unlock at={at} />;
}

function Result() {
  const it = words.value;
  return (
    <>
      <div class="tools">
        <Picker />
        <button type="button" class="button" onClick={startOver}>{it.startOver}</button>
        <Options><Settings /></Options>
      </div>
      <OwnProfile />
      <Decisions />
      <div class="answer">
        <div>
          <Verdict unlock={unlock} />
          <Overrides />
          <Fixes />
          <Sources />
          <Compare />
        </div>
        <Downloads>
          <Divide />
          <Template />
        </Downloads>
      </div>
      <div class="desk">
        <div class="desk-lists">
          <Tabs
            label={it.tabsLabel}
            panel="lists"
            tabs={[
              { key: "findings", name: it.tabFindings, note: count(ruleLines.value.reduce((sum, one) => sum + one.count, 0)) },
              { key: "groups", name: it.tabGroups, note: count(groupCount.value) },
              ...(changes.value.steps > 0 ? [{ key: "changes", name: it.tabChanges, note: count(changeCount.value) }] : []),
            ]}
            chosen={tab.value}
            choose={(key) => chooseTab(key as TabKey)}
          />
          <div id="lists" role="tabpanel" tabIndex={-1} aria-labelledby={`lists-tab-${tab.value}`}>
            {tab.value === "findings" && <><Findings /><Skipped /></>}
            {tab.value === "groups" && <><Settle><Scans /></Settle><Groups /></>}
            {tab.value === "changes" && <ChangeLog />}
          </div>
        </div>
        <div class="desk-roster"><Roster /></div>
      </div>
    </>
  );
}

/** Whoever dropped a folder wants to see what came of it. */
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
  (isDragging) => {
    if (root.toggleAttribute("data-dropping", isDragging)) expectFiles();
  },
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
});
effect(() => askBeforeLeaving(isUnsaved.value || areDecisionsUnsaved.value));
loadEngine(blankOptions());
const app = document.getElementById("app");
if (app) void loadLanguage().then(() => render(<Page />, app));
