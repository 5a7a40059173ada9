// Pupils that may be one, side by side: what differs, what is proposed, and why.

import { Fragment, type ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../../state/all_words.ts";
import { isChanging } from "../../state/changes.ts";
import { tellApart } from "../../state/decisions.ts";
import { cases, chooseCase, GROUPS_A_PAGE, groupCount, groupPage, groupPages, groups, listedCount, onlyCase, turnTo } from "../../state/groups.ts";
import { language, say } from "../../state/language.ts";
import { shown } from "../../state/options.ts";
import { columnName, jumpTo } from "../../state/roster.ts";
import { lacking, rowKey, scansFound } from "../../state/scans.ts";
import { overview, version } from "../../state/session.ts";
import { lettersOf, steps, type Letter } from "../../state/settle.ts";
import { copyFrom } from "../../lib/copy.ts";
import { keyInWords } from "../../lib/format.ts";
import { Turner } from "../../ui/turner/index.tsx";
import type { Evidence, Group, Member, Shown } from "../../wire/index.ts";
import { TOLD_APART_MAX } from "../../wire/limits.ts";
import "./index.css";

/** Where the group stood about which somebody decided, until the groups of the next result are here. */
let place: { at: number; top: number; version: number } | undefined;

export function Groups() {
  const it = words.value;
  const list = useRef<HTMLDivElement>(null);
  const drawn = useRef({ first: -1, height: 0 });
  const first = groupPage.value * GROUPS_A_PAGE;
  const end = Math.min(first + GROUPS_A_PAGE, listedCount.value);
  const pages = groups.value;
  void pages.arrivals.value;
  useEffect(() => pages.want(first, end), [pages, first, end]);
  const isHere = end === 0 || pages.at(first) !== undefined;
  useLayoutEffect(() => {
    if (!isHere) return;
    drawn.current = { first, height: list.current?.offsetHeight ?? 0 };
    if (!place || place.version === version.value) return;
    const all = list.current?.querySelectorAll<HTMLElement>(".group");
    const one = all?.[Math.min(place.at, all.length - 1)];
    if (one) scrollBy(0, one.getBoundingClientRect().top - place.top);
    (one?.querySelector("h3") ?? document.getElementById("decisions"))?.focus({ preventScroll: true });
    place = undefined;
  });
  if (groupCount.value === 0) return <p class="findings-none">{it.groupsNone}</p>;
  const indexes = Array.from({ length: end - first }, (_, at) => first + at);
  return (
    // As long as before while the groups of another result are on their way, or the page would scroll.
    <div class="groups" ref={list} style={{ minHeight: isHere || drawn.current.first !== first ? 0 : drawn.current.height }}>
      <p class="groups-hint">{it.groupsHint}</p>
      {cases.value.size > 1 && (
        <label class="groups-case">
          <span>{it.caseOnly}</span>
          <select id="groups-case" value={onlyCase.value} onChange={(event) => chooseCase(event.currentTarget.value)}>
            <option value="">{it.caseAll(groupCount.value)}</option>
            {[...cases.value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => <option key={key} value={key}>{it.caseOf(it.case[key] ?? key, count)}</option>)}
          </select>
        </label>
      )}
      {indexes.map((index) => {
        const group = pages.at(index);
        if (!group) return <p key={index}>{it.waiting}</p>;
        const school = schoolAbove(group, index > first ? pages.at(index - 1) : undefined);
        return (
          <Fragment key={group.group}>
            {school !== undefined && <h2 class="groups-school">{it.schoolOf(school)}</h2>}
            <One group={group} />
          </Fragment>
        );
      })}
      {groupPages.value > 1 && (
        <Turner words={it} label={it.pagesLabel} page={groupPage.value} pages={groupPages.value} turn={turn} goTo={it.pageGoTo}>{it.pageOf(groupPage.value + 1, groupPages.value)}</Turner>
      )}
    </div>
  );
}

/** Another page begins at its top. */
function turn(page: number): void {
  turnTo(page);
  document.getElementById("lists")?.scrollIntoView({ block: "start" });
}

/** The school of a group, where there are several and it begins with this group. */
function schoolAbove(group: Group, before: Group | undefined): string | undefined {
  if ((overview.value?.schools ?? 0) < 2) return undefined;
  const school = group.schools[0] ?? "";
  return before && school === (before.schools[0] ?? "") ? undefined : school;
}

function One({ group }: { group: Group }) {
  const it = words.value;
  const title = `${group.group}-title`;
  return (
    <article class="group" aria-labelledby={title} data-group={group.group} data-case={group.case}>
      <h3 id={title} tabIndex={-1}>
        <span>{it.groupName(group.group.slice(1))}</span>
        {it.case[group.case] ?? group.case}
      </h3>
      <p class={`group-verdict group-${group.verdict}`}>{it.verdict[group.verdict]}</p>
      <div class="group-sheet" tabIndex={0} role="group" aria-labelledby={title}>
        <Members group={group} />
      </div>
      <Apart group={group} />
      {group.case === "I" && <Letters key={String(shown.value)} group={group.group} />}
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

/** A person who looked at the rows says that they are different pupils; of three and more, which one is. */
function Apart({ group }: { group: Group }) {
  const it = words.value;
  if (group.members.length > TOLD_APART_MAX) return null;
  if (group.told_apart) return <p class="group-apart">{it.apartSaid}</p>;
  const say = (button: HTMLElement, member: number | null): void => {
    const one = button.closest(".group");
    if (!one) return;
    const before = version.value;
    place = { at: [...document.querySelectorAll(".group")].indexOf(one), top: one.getBoundingClientRect().top, version: before };
    void tellApart(group.group, member).then(() => {
      if (version.value !== before) return;
      // Why it could not be done stands there.
      place = undefined;
      document.getElementById("decisions")?.focus();
    });
  };
  const button = (name: string, member: number | null) => (
    <button key={member} type="button" class="button" data-act="tell-apart" disabled={isChanging.value} onClick={(event) => say(event.currentTarget, member)}>{name}</button>
  );
  if (group.members.length === 2) return <p class="group-apart">{button(it.apart, null)}</p>;
  return (
    <details class="group-apart-some">
      <summary>{it.apart}</summary>
      <p class="group-apart">
        {group.members.map((one, at) => button(it.apartOne(it.atRow(one.row), fileName(one)), at))}
        {button(it.apartAll, null)}
      </p>
    </details>
  );
}

/** The letters to both schools, to be copied from here. */
function Letters({ group }: { group: string }) {
  const it = words.value;
  const [letters, setLetters] = useState<Letter[]>();
  const [copied, setCopied] = useState(-1);
  const show = (): void => void lettersOf(group).then(setLetters);
  const copy = async (at: number): Promise<void> => setCopied((await copyFrom(`${group}-letter-${at}`)) ? at : -1);
  if (!letters?.length) {
    return (
      <p class="group-letters">
        <button type="button" class="plain" data-act="letters" onClick={show}>{it.letters}</button>
        <span role="status"> {letters ? it.officeMissing : ""}</span>
      </p>
    );
  }
  return (
    <div class="group-letters">
      {letters.map(({ row, text }, at) => (
        <div key={at}>
          <label for={`${group}-letter-${at}`}>{it.letterOf(row)}</label>
          <textarea id={`${group}-letter-${at}`} readOnly rows={8} lang="zh-CN" value={text} />
          <p>
            <button type="button" class="button" data-act="copy-letter" onClick={() => void copy(at)}>{it.letterCopy}</button>
            <span role="status"> {copied === at ? it.letterCopied : ""}</span>
          </p>
        </div>
      ))}
    </div>
  );
}

/** The characters that differ stand out; of a masked text it is their places. */
function Marked({ cell }: { cell: Shown | undefined }) {
  if (!cell?.differs) return <>{cell?.text}</>;
  const differs = new Set(cell.differs);
  return <>{[...cell.text].map((character, at) => (differs.has(at) ? <mark key={at}>{character}</mark> : character))}</>;
}

/** Where to click, after what both schools have to settle first. */
function path(group: Group, member: Member): string {
  const it = steps.value;
  return group.case === "I" ? it?.twoSchools ?? "" : it?.of[member.handling]?.path ?? "";
}

/** What to collect, and whether the folder of scans has it. */
function Papers({ member }: { member: Member }) {
  const it = words.value;
  const boxes = steps.value?.of[member.handling]?.boxes ?? [];
  const lack = lacking.value.get(rowKey(member));
  return (
    <>
      {member.materials.length > 0 ? it.sentences(member.materials.map(say)) : boxes.length === 0 && it.materialsNone}
      {boxes.length > 0 && <ul class="group-papers">{boxes.map((one) => <li key={one}>{one}</li>)}</ul>}
      {lack && <strong class="group-lacks">{it.lacks(it.list([...(lack.family ? [it.paperFamily] : []), ...(lack.school ? [it.paperSchool] : [])]))}</strong>}
      {!lack && scansFound.value && ["change", "corroborate"].includes(member.handling) && <span class="group-complete">{it.papersComplete}</span>}
    </>
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
              {group.members.map((one, at) => <td key={at}><Marked cell={one.shown.find((cell) => cell.column === key)} /></td>)}
            </tr>
          );
        })}
        {row(it.handlingRow, (one) => <strong class={`handling handling-${one.handling}`}>{it.handling[one.handling]}</strong>, "group-handling")}
        {row(it.whyRow, (one) => say(one.why))}
        {steps.value && row(it.pathRow, (one) => path(group, one), "group-path")}
        {row(it.materialsRow, (one) => <Papers member={one} />)}
      </tbody>
    </table>
  );
}

/** File and sheet, where there is more than one of them. */
function fileName(member: Member): string {
  const several = (overview.value?.sheets.length ?? 0) > 1;
  return several ? [member.file, member.sheet].filter((it) => it).join(" · ") : "";
}

/** Masked texts may look alike, so the evidence is asked too; and one number may be written in two ways. */
function differs(group: Group, key: string): boolean {
  const kinds = group.links.map((link) => link.evidence.find((it) => it.column === key)?.kind);
  if (kinds.every((it) => it === "equal")) return false;
  const texts = new Set(group.members.map((one) => one.shown.find((cell) => cell.column === key)?.text ?? ""));
  const isSaid = kinds.some((it) => it && it !== "equal" && it !== "missing");
  const isMarked = group.members.some((one) => one.shown.some((cell) => cell.column === key && cell.differs));
  return texts.size > 1 || isSaid || isMarked;
}
