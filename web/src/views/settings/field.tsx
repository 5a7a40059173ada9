// One parameter: its control, its default, what it may be, and what is wrong with its value.

import { baseProfile, told } from "../../state/settings.ts";
import { say, words } from "../../state/language.ts";
import type { ProfileParameter, Said } from "../../wire/index.ts";

interface Props {
  parameter: ProfileParameter;
  /** The value where nothing is set. */
  base: string;
  /** What was set; undefined for the default. */
  value: string | undefined;
  wrong: Said | undefined;
  /** Takes a new value; undefined for the default. */
  change(value: string | undefined): void;
  /** The field was left. */
  left(): void;
}

export function Field(props: Props) {
  const { parameter, base, value, wrong, change } = props;
  const it = words.value;
  const id = `set-${parameter.name}`;
  const isSet = value !== undefined;
  const about = say(parameter.about);
  return (
    <div class={isSet ? "setting setting-set" : "setting"} data-parameter={parameter.name} title={it.settingName(parameter.name)}>
      {parameter.form === "columns" ? <Columns {...props} id={id} /> : <><label for={id}>{about}</label><Control {...props} id={id} /></>}
      {isSet && <button type="button" class="plain" aria-label={it.settingBackOf(about)} onClick={() => { change(undefined); document.getElementById(id)?.focus(); }}>{it.settingBack}</button>}
      <p id={`${id}-how`} class="setting-how">{it.settingHow(defaultTold(parameter, base), how(parameter))}</p>
      <p id={`${id}-wrong`} class="setting-wrong" role="status">{wrong && say(wrong)}</p>
    </div>
  );
}

function Control({ parameter, base, value, wrong, change, left, id }: Props & { id: string }) {
  const common = { id, "aria-invalid": wrong !== undefined, "aria-describedby": `${id}-how ${id}-wrong` };
  const take = (next: string): void => change(next === base ? undefined : next);
  if (parameter.allowed.length > 0) {
    return (
      <select {...common} value={value ?? base} onChange={(event) => take(event.currentTarget.value)}>
        {parameter.allowed.map((one) => <option key={one.value} value={one.value}>{say(one.title)}</option>)}
      </select>
    );
  }
  const isNumber = parameter.form === "number";
  return (
    <input
      {...common}
      type="text"
      inputMode={isNumber ? "numeric" : "text"}
      class={isNumber ? "setting-number" : ""}
      value={value ?? base}
      onInput={(event) => take(event.currentTarget.value.trim())}
      onBlur={left}
    />
  );
}

/** Columns are ticked, so that nobody has to know their keys. */
function Columns({ parameter, base, value, change, id }: Props & { id: string }) {
  const chosen = new Set((value ?? base).split(",").filter((it) => it));
  const columns = baseProfile.value?.columns.filter((it) => !it.column.startsWith("local.")) ?? [];
  const toggle = (key: string): void => {
    if (!chosen.delete(key)) chosen.add(key);
    // In the order of the template, whatever was ticked first.
    const listed = columns.map((it) => it.column).filter((it) => chosen.has(it));
    const others = [...chosen].filter((it) => !listed.includes(it));
    const same = new Set(base.split(","));
    const next = [...others, ...listed];
    change(next.length === same.size && next.every((it) => same.has(it)) ? undefined : next.join(","));
  };
  return (
    <fieldset class="setting-columns" id={id} tabIndex={-1} aria-describedby={`${id}-how`}>
      <legend>{say(parameter.about)}</legend>
      <div>
        {columns.map((it) => (
          <label key={it.column}>
            <input type="checkbox" value={it.column} checked={chosen.has(it.column)} onChange={() => toggle(it.column)} />
            {it.header}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function defaultTold(parameter: ProfileParameter, base: string): string {
  if (parameter.form !== "columns") return told(parameter, base);
  const headers = base.split(",").map((key) => baseProfile.value?.columns.find((it) => it.column === key)?.header ?? key);
  return words.value.list(headers);
}

/** What a value may be, beyond what the control itself shows. */
function how({ form, min, max, allowed, example }: ProfileParameter): string {
  const it = words.value;
  if (allowed.length > 0) return "";
  if (form === "number") return max === null ? it.settingNumber(min ?? 0) : it.settingNumbers(min ?? 0, max);
  return form === "list" || form === "columns" ? "" : it.settingExample(example);
}
