// The parameters of the profile as a form: what each means, what it is by default, what it may be.

import { useEffect, useRef, useState } from "preact/hooks";
import { downloadFailure, downloadSettings, forgetTold, writing } from "../../state/downloads.ts";
import { say, words } from "../../state/language.ts";
import { checkAgain } from "../../state/session.ts";
import { asText, baseProfile, groups, optionsOf, parametersSet, setParameters, wrongAmong } from "../../state/settings.ts";
import { Dialog } from "../../ui/dialog/index.tsx";
import type { Said } from "../../wire/index.ts";
import { Field } from "./field.tsx";
import "./index.css";

type Values = Readonly<Record<string, string>>;

/** Id of the button that opens the form; the focus comes back to it. */
const OPENER = "option-settings";

export function Settings() {
  const it = words.value;
  const [isOpen, setOpen] = useState(false);
  const count = Object.keys(parametersSet.value).length;
  const open = (): void => {
    forgetTold();
    setOpen(true);
  };
  return (
    <>
      <button id={OPENER} type="button" class="button" onClick={open}>{it.settingsOpen(count)}</button>
      {isOpen && <Dialog id="settings" title={it.settingsTitle} closed={() => setOpen(false)}><Form close={() => setOpen(false)} /></Dialog>}
    </>
  );
}

function Form({ close }: { close: () => void }) {
  const it = words.value;
  const [set, setSet] = useState<Values>(parametersSet.value);
  const [wrong, setWrong] = useState<ReadonlyMap<string, Said>>(new Map());
  const body = useRef<HTMLFormElement>(null);
  const base = baseProfile.value;
  // A screen reader reads the sentence when it comes to the field.
  const mustFocus = useRef(false);
  useEffect(() => {
    if (mustFocus.current) body.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    mustFocus.current = false;
  }, [wrong]);
  const change = (name: string, value: string | undefined): void => {
    const { [name]: _, ...others } = set;
    setSet(value === undefined ? others : { ...others, [name]: value });
    if (!wrong.has(name)) return;
    setWrong(new Map([...wrong].filter(([key]) => key !== name)));
  };
  const look = async (name: string): Promise<void> => {
    const value = set[name];
    if (value === undefined) return;
    const found = await wrongAmong({ [name]: value });
    setWrong((before) => new Map([...[...before].filter(([key]) => key !== name), ...found]));
  };
  const isRight = async (): Promise<boolean> => {
    const found = await wrongAmong(set);
    mustFocus.current = found.size > 0;
    setWrong(found);
    return found.size === 0;
  };
  const apply = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isRight())) return;
    void checkAgain(() => setParameters(set), OPENER);
    close();
  };
  const save = async (): Promise<void> => {
    if (await isRight()) await downloadSettings(optionsOf(set));
  };
  const failure = downloadFailure.value;
  const isNothing = Object.keys(set).length === 0;
  return (
    <form ref={body} class="settings" noValidate onSubmit={(event) => void apply(event)}>
      <p>{it.settingsWhat(base ? say(base.title) : "")}</p>
      {[...groups.value].map(([group, list]) => (
        <fieldset key={group} data-group={group}>
          <legend>{it.settingsGroups[group] ?? group}</legend>
          {list.map((one) => (
            <Field
              key={one.name}
              parameter={one}
              base={asText(one.default)}
              value={set[one.name]}
              wrong={wrong.get(one.name)}
              change={(value) => change(one.name, value)}
              left={() => void look(one.name)}
            />
          ))}
        </fieldset>
      ))}
      <div class="settings-acts">
        <p role="status" class={wrong.size > 0 || failure ? "settings-wrong" : ""}>
          {wrong.size > 0 ? it.settingsWrong(wrong.size) : failure?.of === "settings" ? it.downloadFailed(failure.why) : ""}
        </p>
        <button type="submit" class="button button-main" data-act="apply-settings">{it.settingsApply}</button>
        <button type="button" class="button" data-act="reset-settings" aria-disabled={isNothing} onClick={() => { setSet({}); setWrong(new Map()); }}>{it.settingsReset}</button>
        <button type="button" class="button" data-format="settings" aria-disabled={isNothing || writing.value !== undefined} aria-describedby="settings-save" onClick={() => { if (!isNothing) void save(); }}>{it.settingsSave}</button>
        <button type="button" class="button" onClick={close}>{it.close}</button>
        <p id="settings-save">{it.settingsSaveWhy}</p>
      </div>
    </form>
  );
}
