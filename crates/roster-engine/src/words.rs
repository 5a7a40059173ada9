//! The words of each language around the sentences of the rules: headings, levels, handlings.

use std::borrow::Cow;

use roster_model::Level;

use crate::language::Language;
use crate::wire::{Edit, Finding, Fix};

/// The words of one language around the sentences of the rules.
pub(crate) struct Words {
    pub(crate) colon: &'static str,
    pub(crate) comma: &'static str,
    pub(crate) pupils: &'static str,
    /// What is added of an archive, and of a list of problems.
    roles: [&'static str; 4],
    pub(crate) total: &'static str,
    pub(crate) errors: &'static str,
    pub(crate) warnings: &'static str,
    pub(crate) infos: &'static str,
    pub(crate) groups: &'static str,
    pub(crate) unread: &'static str,
    pub(crate) not_ready: &'static str,
    pub(crate) look: &'static str,
    /// Of a list of problem registrations beside a roster.
    pub(crate) listed: &'static str,
    /// Of one without.
    pub(crate) to_settle: &'static str,
    pub(crate) not_seen: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) ready: &'static str,
    /// `ready`, where there is something below to see to.
    pub(crate) ready_but: &'static str,
    /// Not ready, to look through and ready, after the import.
    pub(crate) after: [&'static str; 3],
    /// Of a sheet that a choice left out.
    pub(crate) not_chosen: &'static str,
    /// `ready`, for a list that no template was chosen for.
    pub(crate) clean: &'static str,
    pub(crate) case: &'static str,
    pub(crate) not_run: &'static str,
    pub(crate) not_run_count: &'static str,
    /// Before the rules that a parameter asks for and that did not run.
    pub(crate) asked_for: &'static str,
    levels: [&'static str; 3],
    trusts: [&'static str; 3],
    /// What is added where a proposal is the example of a whole column.
    likewise: &'static str,
    /// What stands where a proposal is to leave a cell blank.
    nothing: &'static str,
    handlings: [&'static str; 5],
    verdicts: [&'static str; 4],
    pub(crate) findings_sheet: &'static str,
    pub(crate) handling_sheet: &'static str,
    pub(crate) findings_header: [&'static str; 8],
    pub(crate) row: &'static str,
    pub(crate) handling_header: [&'static str; 10],
    pub(crate) changes_sheet: &'static str,
    pub(crate) changes_header: [&'static str; 9],
    pub(crate) is_key_information: &'static str,
    deciders: [&'static str; 2],
    pub(crate) more_findings: &'static str,
    /// What the note of a cell says that a finding about another cell involves.
    pub(crate) see: &'static str,
    pub(crate) notes_left_out: &'static str,
    pub(crate) marked_name: &'static str,
    pub(crate) legend_sheet: &'static str,
    pub(crate) legend_made_with: &'static str,
    pub(crate) legend_today: &'static str,
    pub(crate) profile_edition: &'static str,
    pub(crate) legend_checked: &'static str,
    pub(crate) legend_levels: [&'static str; 3],
    pub(crate) legend_notes_title: &'static str,
    pub(crate) legend_notes: &'static str,
    pub(crate) about_record: [&'static str; 2],
    pub(crate) changed_cells: &'static str,
    pub(crate) more_changes: &'static str,
    pub(crate) left_over: &'static str,
    pub(crate) checked_header: [&'static str; 4],
    pub(crate) masked: &'static str,
    pub(crate) show_values: &'static str,
    pub(crate) shown: &'static str,
    pub(crate) legend_set: &'static str,
    pub(crate) off: &'static str,
    pub(crate) blank: &'static str,
    pub(crate) told_apart: &'static str,
    pub(crate) told_apart_in_vain: &'static str,
}

impl Words {
    pub(crate) fn level(&self, level: Level) -> &'static str {
        self.levels[level as usize]
    }

    /// What is proposed for a finding: the word for its trust, and the text. Of those that look alike,
    /// masked ones above all, one is told.
    pub(crate) fn proposals<'f>(
        &'f self,
        finding: &'f Finding,
    ) -> Vec<(&'static str, Cow<'f, str>)> {
        let mut told = Vec::new();
        for fix in &finding.fixes {
            let trust = pick(&["safe", "review", "hint"], &self.trusts, fix.trust);
            for edit in &fix.edits {
                let mut to = self.proposed(fix, edit);
                // Of two cells that gainsay each other it may be the other one that is to be written.
                if fix.cells.is_none()
                    && finding
                        .place
                        .cell
                        .as_ref()
                        .is_some_and(|it| *it != edit.cell)
                {
                    to = Cow::Owned(format!("{to} ({})", edit.cell));
                }
                let one = (trust, to);
                if !told.contains(&one) {
                    told.push(one);
                }
            }
        }
        told
    }

    /// The text that an edit writes, in words where it is none, and that it is of many.
    pub(crate) fn proposed<'e>(&self, fix: &Fix, edit: &'e Edit) -> Cow<'e, str> {
        let to = if edit.to.is_empty() {
            self.nothing
        } else {
            &edit.to
        };
        match fix.cells {
            Some(_) => Cow::Owned(format!("{to}{}", self.likewise)),
            None => Cow::Borrowed(to),
        }
    }

    pub(crate) fn handling(&self, key: &str) -> &'static str {
        let keys = ["keep", "delete", "change", "corroborate", "review"];
        pick(&keys, &self.handlings, key)
    }

    /// What is added behind a sheet that is not checked.
    pub(crate) fn role(&self, key: &str) -> &'static str {
        pick(
            &["archive", "problem-list", "last-year", "part-list"],
            &self.roles,
            key,
        )
    }

    pub(crate) fn decider(&self, key: &str) -> &'static str {
        pick(&["program", "person"], &self.deciders, key)
    }

    pub(crate) fn verdict(&self, key: &str) -> &'static str {
        pick(
            &["certain", "likely", "review", "hint"],
            &self.verdicts,
            key,
        )
    }
}

fn pick(keys: &[&str], words: &[&'static str], key: &str) -> &'static str {
    keys.iter()
        .position(|it| *it == key)
        .map_or("", |index| words[index])
}

pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

static ZH: Words = Words {
    colon: "：",
    comma: "，",
    pupils: "名学生",
    roles: [
        "，只作比对",
        "，问题学籍名单",
        "，上一年的名单，只核对升学",
        "，部分学生的名单",
    ],
    total: "合计",
    errors: "错误",
    warnings: "警告",
    infos: "提示",
    groups: "重复组",
    unread: "有文件没有读出来，请先处理带 ✗ 的文件。",
    not_ready: "还不能提交：请先改正下面的错误。",
    look: "没有错误；请看一遍下面的警告再提交。",
    listed: "问题学籍名单里有 {n} 名学生待处理，请按下面的建议逐一办理。",
    to_settle: "问题学籍名单里有 {n} 名学生待处理；请把名册也一起检查，才看得出各自该变更、佐证还是删除。",
    not_seen: "没有报错误，但有的表没有读到学生，或者有重复的学生，只是相应的规则关掉了；还不能提交。",
    nobody: "没有读到要检查的学生。",
    ready: "没有发现错误和警告，可以提交。",
    ready_but: "没有发现错误和警告；看过下面的提示，该删去的删去，就可以提交。",
    after: [
        "有错误要处理，见下面。",
        "没有错误；请看一遍下面的警告。",
        "没有发现错误和警告。",
    ],
    not_chosen: "没有选这张表，没有检查",
    clean: "没有发现错误和警告。名单没有按导入模板检查，要提交的请选好模板再检查一遍。",
    case: "情形",
    not_run: "没有检查的规则（表里没有相应的列）",
    not_run_count: "{n}条，名称见 --format html 的报告",
    asked_for: "。其中有这次专门设了参数的，也没有检查：",
    levels: ["错误", "警告", "提示"],
    trusts: ["可直接改为", "核对后改为", "可能是"],
    likewise: "（这是第一处；其余各处各按自己的内容照同样办法改写）",
    nothing: "（清空）",
    handlings: ["保留", "删除", "变更", "佐证", "待核实"],
    verdicts: [
        "系统会判为重复",
        "很可能是同一名学生",
        "需要核实",
        "仅供参考",
    ],
    findings_sheet: "校验结果",
    handling_sheet: "问题学籍处理",
    row: "行",
    findings_header: [
        "文件",
        "工作表",
        "单元格",
        "列",
        "规则",
        "级别",
        "说明",
        "建议",
    ],
    handling_header: [
        "组",
        "情形",
        "判断",
        "文件",
        "工作表",
        "行",
        "学生",
        "建议处理",
        "理由",
        "材料",
    ],
    changes_sheet: "修改记录",
    changes_header: [
        "文件",
        "工作表",
        "单元格",
        "列",
        "原来",
        "改为",
        "规则",
        "决定",
        "关键信息",
    ],
    is_key_information: "是",
    deciders: ["自动", "人工"],
    more_findings: "另有{n}条，见“校验结果”。",
    see: "见 {place}",
    notes_left_out: "批注太多会打不开，少写了{n}条；所有单元格都已标色，内容见“校验结果”。",
    marked_name: "已标注",
    legend_sheet: "说明",
    legend_made_with: "检查程序",
    legend_today: "检查日期",
    profile_edition: "（版本 {version}，{since} 起）",
    legend_checked: "检查内容",
    legend_levels: [
        "红色加粗：系统会拒收，或会成为问题学籍，必须改正。",
        "黄色斜体：很可能不对，请核对。",
        "蓝色：供了解，不影响提交。",
    ],
    legend_notes_title: "批注",
    legend_notes: "单元格的批注写明问题和建议；整列都有的问题写在列名的批注里。全部结果见“校验结果”，重复学生的建议处理见“问题学籍处理”。",
    about_record: [
        "“修改记录”列出每一处改动：原来是什么，改成什么，依据哪条规则，由谁决定。其他内容与原文件相同。",
        "这两张工作表不上报：提交前请删去，或者不带记录再改正一次。内容没有遮住，请妥善保管。",
    ],
    changed_cells: "改动了{n}个单元格。",
    more_changes: "……另有{n}处，用 --log 可得到全部。",
    left_over: "还有错误 {errors}，警告 {warnings}，提示 {infos}。运行 rostercheck check 查看。",
    checked_header: ["文件", "工作表", "学生人数", "模板"],
    masked: "姓名、证件号、出生日期、电话和地址已遮住一部分。",
    show_values: "要看完整内容，请加 --show-values。",
    shown: "这份报告有完整的姓名、证件号、出生日期、电话和地址，请妥善保管。",
    legend_set: "本次设定",
    off: "不检查",
    blank: "空",
    told_apart: "已记作“不是重复”的有 {pairs} 对，其中 {taken} 对这次起了作用；系统仍会判为重复的还会列出，处理建议已按不同学生给出。",
    told_apart_in_vain: "另有 {n} 对这次没有用上：这些行改过姓名、号码，不再像重复，或者不在这次的名单里。改过的如果又列为重复，请核实后再记作“不是重复”。",
};

static EN: Words = Words {
    colon: ": ",
    comma: ", ",
    pupils: "pupils",
    roles: [
        ", compared only",
        ", list of problem registrations",
        ", last year's list, asked for promotion only",
        ", list of some of the pupils",
    ],
    total: "Total",
    errors: "errors",
    warnings: "warnings",
    infos: "infos",
    groups: "duplicate groups",
    unread: "Some files could not be read; see to those marked ✗ first.",
    not_ready: "Not ready to submit: correct the errors below first.",
    look: "No errors; look through the warnings below before you submit.",
    listed: "Pupils to be settled in the list of problem registrations: {n}. Follow what is proposed for each below.",
    to_settle: "Pupils to be settled in the list of problem registrations: {n}. Check the roster together with it; only then does it show what to do about each.",
    not_seen: "No errors are reported, but a sheet gave no pupils or pupils are there twice, and the rule that would say so is turned off: not ready to submit.",
    nobody: "There are no pupils to check.",
    ready: "No errors and no warnings: ready to submit.",
    ready_but: "No errors and no warnings: ready to submit once you have seen to the notes below.",
    after: [
        "There are errors to settle; see below.",
        "No errors; look through the warnings below.",
        "No errors and no warnings.",
    ],
    not_chosen: "not chosen, not checked",
    clean: "No errors and no warnings. No import template was checked against; choose one before you submit the list.",
    case: "case",
    not_run: "Rules that did not run (their columns are absent)",
    not_run_count: "{n}, named in the report of --format html",
    asked_for: ". Among them are some that a parameter of this run asks for: ",
    levels: ["error", "warning", "info"],
    trusts: ["change to", "check, then change to", "perhaps"],
    likewise: " (this is the first; each of the others is rewritten from its own text in this way)",
    nothing: "(blank)",
    handlings: [
        "keep",
        "delete (删除)",
        "change (变更)",
        "prove (佐证)",
        "verify first",
    ],
    verdicts: [
        "the system will flag it",
        "probably one pupil",
        "to be verified",
        "hint",
    ],
    findings_sheet: "Findings",
    handling_sheet: "Handling",
    row: "row",
    findings_header: [
        "file", "sheet", "cell", "column", "rule", "level", "message", "proposal",
    ],
    handling_header: [
        "group", "case", "verdict", "file", "sheet", "row", "pupil", "handling", "why", "papers",
    ],
    changes_sheet: "Changes",
    changes_header: [
        "file",
        "sheet",
        "cell",
        "column",
        "before",
        "after",
        "rule",
        "decided by",
        "key information",
    ],
    is_key_information: "yes",
    deciders: ["program", "person"],
    more_findings: "{n} more; see Findings.",
    see: "See {place}",
    notes_left_out: "Too many notes would keep the file from opening, so {n} were not written; every cell is coloured, and Findings has them all.",
    marked_name: "marked",
    legend_sheet: "About",
    legend_made_with: "Checked with",
    legend_today: "Date",
    profile_edition: " (version {version}, since {since})",
    legend_checked: "Checked",
    legend_levels: [
        "Red and bold: the system refuses it, or it becomes a 问题学籍; it has to be corrected.",
        "Yellow and slanted: probably wrong; please check.",
        "Blue: worth knowing.",
    ],
    legend_notes_title: "Notes",
    legend_notes: "The note of a cell says what is wrong and what is proposed; what holds for a whole column stands in the note of its header. Findings lists everything, Handling the duplicates.",
    about_record: [
        "Changes lists every cell that was changed: what it was, what it became, by which rule, and who decided. Everything else is as it was.",
        "These two sheets are not to be submitted: delete them before, or correct once more without the record. Values are in full; keep the file safe.",
    ],
    changed_cells: "Cells changed: {n}.",
    more_changes: "... and {n} more; --log gives all of them.",
    left_over: "Left: errors {errors}, warnings {warnings}, infos {infos}. Run rostercheck check to see them.",
    checked_header: ["file", "sheet", "pupils", "template"],
    masked: "Names, numbers, birth dates, phones and addresses are partly masked.",
    show_values: " Add --show-values to see them in full.",
    shown: "This report has names, numbers, birth dates, phones and addresses in full; keep it safe.",
    legend_set: "Set for this run",
    off: "not checked",
    blank: "blank",
    told_apart: "Pairs told apart: {pairs}; of these, {taken} made a difference this time. Those that the system flags all the same stay listed, with proposals for different pupils.",
    told_apart_in_vain: " {n} made none: a name or number was changed since, the rows are no longer alike, or they are not in these lists. Where changed rows are listed again, look at them and tell them apart once more.",
};
