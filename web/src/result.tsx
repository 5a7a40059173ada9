// What the page shows of a result: the answer, what can be saved, the lists and the roster.

import { count } from "./lib/format.ts";
import { words } from "./state/all_words.ts";
import { changeCount, changes } from "./state/changes.ts";
import { ruleLines } from "./state/findings.ts";
import { groupCount } from "./state/groups.ts";
import { startOver } from "./state/session.ts";
import { chooseTab, tab } from "./state/tabs.ts";
import { Tabs } from "./ui/tabs/index.tsx";
import { ChangeLog } from "./views/changes/index.tsx";
import { Compare } from "./views/compare/index.tsx";
import { Decisions } from "./views/decisions/index.tsx";
import { Divide } from "./views/divide/index.tsx";
import { Downloads } from "./views/downloads/index.tsx";
import { Findings } from "./views/findings/index.tsx";
import { Fixes } from "./views/fixes/index.tsx";
import { Groups } from "./views/groups/index.tsx";
import { Options } from "./views/options/index.tsx";
import { Overrides } from "./views/overrides/index.tsx";
import { OwnProfile } from "./views/own_profile/index.tsx";
import { Picker } from "./views/picker/index.tsx";
import { PrintFindings } from "./views/printed/index.tsx";
import { Roster } from "./views/roster/index.tsx";
import { Scans } from "./views/scans/index.tsx";
import { Settings } from "./views/settings/index.tsx";
import { Settle } from "./views/settle/index.tsx";
import { Skipped } from "./views/skipped/index.tsx";
import { Sources } from "./views/sources/index.tsx";
import { Template } from "./views/template/index.tsx";
import { Unlock } from "./views/unlock/index.tsx";
import { Verdict } from "./views/verdict/index.tsx";
// After the styles of all views, before a result and in it.
import "./styles/print.css";

export function Result() {
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
          <Verdict unlock={(at) => <Unlock at={at} />} />
          <Overrides />
          <Fixes />
          <Sources />
          <Compare />
        </div>
        <Downloads print={<PrintFindings />}>
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
              ...(changes.value.steps > 0 ? [{ key: "changes" as const, name: it.tabChanges, note: count(changeCount.value) }] : []),
            ]}
            chosen={tab.value}
            choose={chooseTab}
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
