//! # 问题学籍的材料还没有收齐
//!
//! 在扫描件文件夹里，没有找到这名学生要上传的全部材料。文件名或所在文件夹的名称里有学生姓名、学籍号或身份证号的，算这名学生的材料；名称里有“户口”“身份证”“证明”的，才知道是哪一样。
//!
//! ## 为什么重要
//!
//! 变更要上传户口簿或身份证，佐证还要上传学校证明。材料不齐，系统里就提交不了，上级也不会批准。
//!
//! ## 怎么改
//!
//! 请家长补交缺少的材料，扫描或拍照存成 JPG、PNG 或 PDF，文件名写明学生和材料，如“王小明-户口簿.jpg”；有同名学生的，再写上班级（如“八（2）班”“初二2班”）、班号、号码的一段或者出生日期，不然分不清是谁的，谁也不算。扩展名要与内容一致，PDF 写成 .jpg 的不算。父母的身份证不算学生的材料。文件打不开的，或者没有传完、没有存好的（文件末尾不完整），重新扫描或重新发送，不然也不算。本工具只看文件名和文件的开头、末尾，不上传、不改动任何文件。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! @ evidence=王小明/户口簿.jpg
//! @ evidence=李小红-身份证.pdf
//! @ evidence=李小红-学校证明.png
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number list=学校证明 level=warning
//! | 张大华 | 女 | 20150902 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! ! id_number list=户口簿或身份证
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 陈文 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! 文件名没写是什么材料时，只提示；内容不是图片或 PDF 的不算：
//!
//! ```roster
//! @ stage=after-import
//! @ evidence=王小明/1.jpg
//! @ evidence=王小明/2.jpg
//! @ evidence=李小红身份证.jpg!
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number level=info
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509010016 |
//! ! id_number list=户口簿或身份证 level=warning
//! ```
//!
//! 没有传完的文件打不开，或者只看得到一半，不算：
//!
//! ```roster
//! @ stage=after-import
//! @ evidence=王小明-户口簿.jpg
//! @ evidence=王小明-学校证明.pdf…
//! @ evidence=李小红-身份证.png…
//! @ evidence=李小红-户口簿.jpg
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number list=学校证明 value=王小明-学校证明.pdf
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! 同名学生的文件，看写着的班级；分不清是谁的，谁也不算：
//!
//! ```roster
//! @ stage=after-import
//! @ evidence=张华-初二(2)班-户口簿.jpg
//! @ evidence=八（2）班/张华-学校证明.jpg
//! @ evidence=张华-户口簿.jpg
//! | 姓名 | 性别 | 出生日期 | 身份证件号 | 年级 | 班级 | 联系电话 | 成员1姓名 |
//! | 张华 | 男 | 20130901 |  | 初中二年级 | 1班 | 13812345678 | 张军 |
//! ! id_number list=户口簿或身份证、学校证明 level=warning value=张华-户口簿.jpg
//! | 张华 | 男 | 20130901 |  | 初中二年级 | 2班 | 13987654321 | 张勇 |
//! ```
//!
//! 没有给出文件夹时不检查：
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509010016 |
//! ```
//!
//! ---
//!
//! # The papers of a problem registration are not complete
//!
//! The folder of scans does not have all papers of this pupil. A file belongs to a pupil when its name, or
//! that of its folder, has the pupil's name, student number or identity number; what it is, its name says
//! with 户口, 身份证 or 证明.
//!
//! ## Why it matters
//!
//! 变更 needs the household register or the identity card, 佐证 a certificate of the school as well.
//! Without them the system does not take the request, or it is turned down.
//!
//! ## How to fix
//!
//! Ask the family for what is missing, scan or photograph it as JPG, PNG or PDF, and name the file after
//! pupil and paper, such as 王小明-户口簿.jpg; of namesakes also after the class (八（2）班, 初二2班), its
//! code, a part of the number or the birth date, else nobody can tell whose it is and it counts for none. A PDF that is
//! called .jpg does not count. The card of a parent is no paper of the pupil. Scan or send again what cannot be opened
//! or breaks off before its end, which does not count either. Only names, first and last bytes are looked at; nothing is
//! uploaded or changed.

use roster_model::{Column, Level};

use crate::evidence::{Lacking, evidence};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7014",
    slug: "evidence-missing",
    level: Level::Warning,
    zh: "缺少材料：{list}。{decision}",
    en: "Papers are missing: {list}. {decision}",
    basis: "全国系统的问题学籍处理办法：有错变更、无错佐证、多余删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Name],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    let (rosters, groups) = (run.rosters, run.groups);
    let Some(evidence) = evidence(rosters, groups, run.registrations(), run.settings) else {
        return;
    };
    for it in evidence.lacking {
        let (sheet, row) = it.place;
        let place = run.cell_or_row(sheet, row, Column::IdNumber);
        let (list_zh, list_en) = list(&it);
        let missing = u32::from(it.family) + u32::from(it.school);
        // They may be there, under names that do not say so.
        let level = if it.unnamed >= missing && it.unsure.is_none() {
            Level::Info
        } else {
            Level::Warning
        };
        let (zh, en) = decision(&it, level);
        let scans = run.settings.scans.as_deref().unwrap_or_default();
        let file = it
            .unsure
            .or(it.misnamed)
            .or(it.cut_off)
            .and_then(|at| scans.get(at));
        run.report_at(level, place, |finding| {
            finding.said("list", list_zh, list_en);
            if let Some(file) = file {
                // The name of a file may be that of a pupil.
                finding.quote("value", Column::Name, &file.path);
            }
            finding.said("decision", zh, en);
        });
    }
}

fn list(it: &Lacking) -> (&'static str, &'static str) {
    match (it.family, it.school) {
        (true, true) => (
            "户口簿或身份证、学校证明",
            "household register or identity card, certificate of the school",
        ),
        (false, true) => ("学校证明", "certificate of the school"),
        _ => ("户口簿或身份证", "household register or identity card"),
    }
}

fn decision(it: &Lacking, level: Level) -> (&'static str, &'static str) {
    if it.unsure.is_some() {
        return (
            "有文件分不清是谁的（{value}），几名学生都对得上：请在文件名里写明学生姓名，同名的再写上班级、号码的一段或者出生日期。",
            "Of some files nobody can tell whose they are ({value}): name them after the pupil, and of namesakes also after the class, a part of the number or the birth date.",
        );
    }
    if it.misnamed.is_some() {
        return (
            "有文件的扩展名与内容不符（{value}），如 PDF 写成了 .jpg，可能打不开，没有算上；请改正扩展名，或重新扫描。",
            "A file is not what its extension says ({value}), such as a PDF called .jpg; it may not open and does not count. Correct the extension, or scan it again.",
        );
    }
    if it.cut_off.is_some() {
        return (
            "有文件不完整（{value}），没有传完或没有存好，没有算上；请重新发送，或重新扫描。",
            "A file breaks off before its end ({value}), as one that was not sent or saved whole, and does not count; send or scan it again.",
        );
    }
    if level == Level::Info {
        return (
            "有文件没写明是什么材料，请在文件名里写上“户口簿”“身份证”或“证明”。",
            "There are files that do not say what they are; put 户口簿, 身份证 or 证明 into their names.",
        );
    }
    if it.unreadable > 0 {
        return (
            "有文件不是 JPG、PNG 或 PDF，或者已损坏，请重新扫描。",
            "There are files that are no JPG, PNG or PDF, or damaged; scan them again.",
        );
    }
    (
        "请补交，并在文件名里写上学生姓名和材料名称。",
        "Ask for them, and name the files after pupil and paper.",
    )
}
