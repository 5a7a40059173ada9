// Pupils that may be one, side by side: what differs, what is proposed, and why.

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { GROUPS_A_PAGE, groupCount, groupPage, groupPages, groups, turnTo } from "../../state/groups.ts";
import { language, say, words } from "../../state/language.ts";
import { columnName, jumpTo } from "../../state/roster.ts";
import { overview } from "../../state/session.ts";
import { keyInWords } from "../../lib/format.ts";
import type { Evidence, Group, Member } from "../../wire/index.ts";
import "./index.css";

export function Groups() {
  const it = words.value;
  const first = groupPage.value * GROUPS_A_PAGE;
  const end = Math.min(first + GROUPS_A_PAGE, groupCount.value);
  const pages = groups.value;
  void pages.arrivals.value;
  useEffect(() => pages.want(first, end), [pages, first, end]);
  if (groupCount.value === 0) return <p class="findings-none">{it.groupsNone}</p>;
  const indexes = Array.from({ length: end - first }, (_, at) => first + at);
  return (
    <div class="groups">
      <p class="groups-hint">{it.groupsHint}</p>
      {indexes.map((index) => {
        const group = pages.at(index);
        return group ? <One key={group.group} group={group} /> : <p key={index}>{it.waiting}</p>;
      })}
      {groupPages.value > 1 && <Turner />}
    </div>
  );
}

function Turner() {
  const it = words.value;
  const page = groupPage.value;
  return (
    <nav class="groups-turner" aria-label={it.pagesLabel}>
      <button type="button" class="button" disabled={page === 0} onClick={() => turnTo(page - 1)}>{it.previous}</button>
      <span>{it.pageOf(page + 1, groupPages.value)}</span>
      <button type="button" class="button" disabled={page + 1 >= groupPages.value} onClick={() => turnTo(page + 1)}>{it.next}</button>
    </nav>
  );
}

function One({ group }: { group: Group }) {
  const it = words.value;
  const title = `${group.group}-title`;
  return (
    <article class="group" aria-labelledby={title} data-group={group.group} data-case={group.case}>
      <h3 id={title}>
        <span>{it.groupName(group.group.slice(1))}</span>
        {it.case[group.case] ?? group.case}
      </h3>
      <p class={`group-verdict group-${group.verdict}`}>{it.verdict[group.verdict] ?? group.verdict}</p>
      <div class="group-sheet" tabIndex={0} role="group" aria-labelledby={title}>
        <Members group={group} />
      </div>
      <details>
        <summary>{it.evidence}</summary>
        <p class="group-bits-what">{it.bitsWhat}</p>
        {group.links.map((link) => (
          <div key={`${link.a}-${link.b}`}>
            {group.links.length > 1 && <h4>{it.evidencePair(it.member(link.a + 1), it.member(link.b + 1))}</h4>}
            <ul class="group-evidence">{link.evidence.map((one) => <EvidenceLine key={one.column} evidence={one} />)}</ul>
          </div>
        ))}
      </details>
    </article>
  );
}

function EvidenceLine({ evidence }: { evidence: Evidence }) {
  return (
    <li class={evidence.bits < 0 ? "group-against" : ""}>
      <span class="group-bits">{words.value.bits(evidence.bits)}</span>
      {say(evidence)}
    </li>
  );
}

function Members({ group }: { group: Group }) {
  const it = words.value;
  const keys = [...new Set(group.members.flatMap((one) => one.shown.map((cell) => cell.column)))];
  const row = (name: string, draw: (one: Member) => ComponentChildren, kind = "") => (
    <tr class={kind}>
      <th scope="row">{name}</th>
      {group.members.map((one, at) => <td key={at}>{draw(one)}</td>)}
    </tr>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="unseen">{it.placeRow}</span></th>
          {group.members.map((one, at) => (
            <th key={at} scope="col">
              <button type="button" class="plain" aria-label={it.goTo(`${one.file} ${it.atRow(one.row)}`)} onClick={() => void jumpTo({ file: one.file, sheet: one.sheet, row: one.row })}>
                {it.atRow(one.row)}
              </button>
              <span class="group-file">{fileName(one)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const isDifferent = differs(group, key);
          return (
            <tr key={key} class={isDifferent ? "group-differs" : ""}>
              <th scope="row">
                {language.value === "zh" ? columnName(key) : keyInWords(key)}
                {isDifferent && <span class="group-differs-word">{it.differs}</span>}
              </th>
              {group.members.map((one, at) => <td key={at}>{one.shown.find((cell) => cell.column === key)?.text}</td>)}
            </tr>
          );
        })}
        {row(it.handlingRow, (one) => <strong class={`handling handling-${one.handling}`}>{it.handling[one.handling] ?? one.handling}</strong>, "group-handling")}
        {row(it.whyRow, (one) => say(one.why))}
        {row(it.materialsRow, (one) => (one.materials.length > 0 ? it.sentences(one.materials.map(say)) : it.materialsNone))}
      </tbody>
    </table>
  );
}

/** File and sheet, where there is more than one of them. */
function fileName(member: Member): string {
  const several = (overview.value?.sheets.length ?? 0) > 1;
  return several ? [member.file, member.sheet].filter((it) => it).join(" · ") : "";
}

/** Masked texts may look alike, so the evidence is asked too. */
function differs(group: Group, key: string): boolean {
  const texts = new Set(group.members.map((one) => one.shown.find((cell) => cell.column === key)?.text ?? ""));
  const isSaid = group.links.some((link) => link.evidence.some((it) => it.column === key && it.kind !== "equal"));
  return texts.size > 1 || isSaid;
}
