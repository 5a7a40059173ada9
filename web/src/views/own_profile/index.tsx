// The profile file that was dropped in: what it is, what it changes, and how to do without it.

import { say, words } from "../../state/language.ts";
import { ruleByCode } from "../../state/engine.ts";
import { ownProfile, profileById, wrongProfile, type OwnProfile } from "../../state/profiles.ts";
import { removeProfile } from "../../state/session.ts";
import { asText, told } from "../../state/settings.ts";
import "./index.css";

export function OwnProfile() {
  const own = ownProfile.value;
  const wrong = wrongProfile.value;
  const it = words.value;
  const name = own?.file.name ?? wrong?.name ?? "";
  if (!name) return <div class="own-profile" role="status" />;
  return (
    <div class={wrong ? "own-profile own-profile-wrong" : "own-profile"} role="status" data-own-profile={own?.info.profile ?? ""}>
      <p>
        {wrong ? <><strong>{wrong.sentence}</strong> {it.profileWrong}</> : own && <Named own={own} />}
        <button type="button" class="plain" aria-label={it.removeFile(name)} onClick={removeProfile}>{it.remove}</button>
      </p>
      {own && <Changes own={own} />}
    </div>
  );
}

function Named({ own }: { own: OwnProfile }) {
  const { info, file } = own;
  const base = profileById(info.extends);
  return <span>{words.value.profileNamed(file.name, say(info.title), info.version, base ? say(base.title) : "")}</span>;
}

/** Beside the profile it begins with. */
function Changes({ own }: { own: OwnProfile }) {
  const it = words.value;
  const { info } = own;
  const base = profileById(info.extends);
  const before = new Map(base?.columns.map((one) => [one.column, one]));
  const now = new Set(info.columns.map((one) => one.column));
  const parameters = info.parameters.filter((one) => {
    const known = base?.parameters.find((other) => other.name === one.name);
    return known && asText(known.default) !== asText(one.default);
  });
  const whole = info.levels.filter((one) => one.column === null);
  const title = (rule: string): string => {
    const known = ruleByCode.value.get(rule);
    return known ? `${rule} ${say(known.title)}` : rule;
  };
  const lines: [string, string[]][] = [
    [it.profileParameters, parameters.map((one) => it.profileSet(say(one.about), told(one, asText(one.default)) || it.emptyText))],
    [it.profileLevels, whole.map((one) => it.profileSet(title(one.rule), one.level === "off" ? it.levelOff : it.level[one.level]))],
    [it.profileAdded, info.columns.filter((one) => !before.has(one.column)).map((one) => one.header)],
    [it.profileLeftOut, [...before.values()].filter((one) => !now.has(one.column)).map((one) => one.header)],
    [it.profileRequired, info.columns.filter((one) => one.required && before.get(one.column)?.required !== true).map((one) => one.header)],
    [it.profileRenamed, info.columns.filter((one) => (before.get(one.column)?.header ?? one.header) !== one.header).map((one) => one.header)],
  ];
  const shown = lines.filter(([, list]) => list.length > 0);
  if (shown.length === 0) return null;
  return (
    <details>
      <summary>{it.profileChanges}</summary>
      <dl>
        {shown.map(([name, list]) => (
          <div key={name}>
            <dt>{name}</dt>
            {list.map((one) => <dd key={one}>{one}</dd>)}
          </div>
        ))}
      </dl>
    </details>
  );
}
