// A blank workbook to fill in.

import { useState } from "preact/hooks";
import { downloadFailure, downloadTemplate, writing } from "../../state/downloads.ts";
import { book, engineCondition } from "../../state/engine.ts";
import { say, words } from "../../state/language.ts";
import { ownProfile, profileById, profiles } from "../../state/profiles.ts";
import "./index.css";

export function Template() {
  const it = words.value;
  const [chosen, setChosen] = useState("");
  const profile = profileById(chosen)?.profile ?? ownProfile.value?.info.profile ?? book.value.profiles.find((one) => one.columns.some((column) => column.required))?.profile ?? "";
  const submit = (event: Event): void => {
    event.preventDefault();
    void downloadTemplate(profile);
  };
  const failure = downloadFailure.value;
  return (
    <details class="template">
      <summary>{it.templateTitle}</summary>
      <form class="template-fields" onSubmit={submit}>
        <label>
          <span>{it.profile}</span>
          <select value={profile} onChange={(event) => setChosen(event.currentTarget.value)}>
            {profiles.value.map((one) => <option key={one.profile} value={one.profile}>{say(one.title)}</option>)}
          </select>
        </label>
        <button type="submit" class="button" data-format="template" aria-disabled={engineCondition.value !== "ready" || writing.value !== undefined}>
          {writing.value === "template" ? it.downloading : it.downloadTemplate}
        </button>
        <p>{it.templateWhy}</p>
        <p role="status" class="template-failure">{failure?.of === "template" ? it.downloadFailed(failure.why) : ""}</p>
      </form>
    </details>
  );
}
