//! # 身份证号像是随手编的
//!
//! 这个号码不像真的：全是一个数字，按顺序排的数字，以999或000000开头，或者顺序码是000。
//!
//! ## 为什么重要
//!
//! 编的号码不属于任何人，导入后成为“身份证号错误”的问题学籍，只能变更或者删除；几名学生用同一个编的号码，还会被判为重复。
//!
//! ## 怎么改
//!
//! 按户口簿填写真实的18位号码。学生确实还没有身份证号的，证件类型选“其他”，号码留空，不要编号码占位；别的系统生成的替代号码也不能用在这里。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 111111111111111111 |
//! ! id_number level=error note=全是同一个数字，像是随手编的
//! | 李小红 | 居民身份证 | １２３４５６７８９０１２３４５６７８ |
//! ! id_number note=是按顺序排的数字，像是随手编的
//! | 赵小刚 | 居民身份证 | 000000000000000000 |
//! ! id_number
//! | 孙小丽 | 居民身份证 | 123456 |
//! ! id_number
//! | 周小华 | 居民身份证 | 999214200163600001 |
//! ! id_number note=以999开头，像是别的系统生成的替代号码，不是身份证号
//! | 周小华 | 居民身份证 | 999212200012300001 |
//! ! id_number level=error note=以999开头，像是别的系统生成的替代号码，不是身份证号
//! | 吴小云 | 居民身份证 | 110101201509010008 |
//! ! id_number level=error note=第15到17位的顺序码是000，像是随手编的
//! | 吴小云 | 居民身份证 | 990101201509010001 |
//! | 吴小云 | 居民身份证 | 110101203009010000 |
//! | 吴小云 | 居民身份证 | 000000201509020006 |
//! | 郑小英 | 其他 | 999214200163600001 |
//! ! id_number level=warning
//! | 郑小英 | 其他 | 0 |
//! ! id_number level=warning note=全是0，不是真的号码
//! | 郑小英 | 其他 | 00000000000000000000 |
//! ! id_number level=warning
//! | 郑小英 | 其他 | 20 |
//! | 王小明 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 居民身份证 | 999999201501010012 |
//! | 王小明 | 居民身份证 | 123456201509010012 |
//! | 王小明 | 居民身份证 | 110101201509010000 |
//! | 王小明 | 居民身份证 | num:110101201509070000 |
//! | 王小明 | 居民身份证 |  |
//! | 何志强 | 台湾居民来往大陆通行证 | 12345678 |
//! | 陈小明 | 护照 | 123456789 |
//! ```
//!
//! 出生日期和校验码都对、只是地区不存在的号码，另按地区提示；出生日期还没有到的，按日期提示。顺序码是000的，没有一个户籍部门发过，与公安数据比对不上；末三位都是0的，可能是表格软件截断的，只作警告。
//!
//! ---
//!
//! # Number made up to fill the cell
//!
//! The number does not look real: one digit throughout, digits in their order, 999 or 000000 in
//! front, or the sequence 000.
//!
//! ## Why it matters
//!
//! A number made up is nobody's. After import it makes a problem registration that can only be
//! changed or deleted, and pupils with the same made-up number count as duplicates.
//!
//! ## How to fix
//!
//! Fill in the real 18 characters of the household register. For a pupil who has no number yet the
//! type is 其他 and the number stays blank; substitute numbers of other systems do not belong here.
//!
//! A number with a right date and check digit and an impossible region is reported with its region,
//! and one of a day to come with its date. No register gives the sequence 000, so such a number
//! matches nobody; where it ends in 000 a spreadsheet may have cut it, which is a warning.

use roster_model::{Column, Level};
use roster_values::id_number::{IdNumber, MadeUp, made_up};
use roster_values::text::tidy_code;

use crate::gathered::document::{is_right_number, stated_label};
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1013",
    slug: "id-placeholder",
    level: Level::Error,
    zh: "这个号码{note}，请按户口簿填写；确无身份证号的，证件类型选“其他”，号码留空。",
    en: "The number {note}; fill in the one of the household register, or choose 其他 and leave it blank.",
    basis: "本工具自定：户籍部门不会发这样的号码（GB 11643-1999）",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::IdNumber);
    let tidy = tidy_code(text);
    let is_open = matches!(stated_label(row), Some("其他" | "户口簿"));
    let is_zeros = is_open && !tidy.is_empty() && tidy.bytes().all(|it| it == b'0');
    let zeros = is_zeros.then_some(MadeUp::OneDigit);
    let Some(why) = made_up(&tidy).or(zeros) else {
        return;
    };
    // A spreadsheet that kept fifteen digits leaves such a sequence too.
    if why == MadeUp::NoSequence && *row.id(Column::IdNumber) == IdNumber::Damaged {
        return;
    }
    let is_resident = row.document() == Document::Resident;
    // Where a number need not be there, a substitute of eighteen digits is still no document, nor are zeros.
    let is_substitute = is_open && tidy.len() == 18 || is_zeros;
    if !is_resident && !is_substitute {
        return;
    }
    // Where more than the sequence is wrong, the rule of that tells it.
    if is_resident && why == MadeUp::NoSequence && !is_right_besides(row) {
        return;
    }
    // One of eleven numbers that a spreadsheet cut has a right check digit.
    let may_be_cut = why == MadeUp::NoSequence && tidy.ends_with("000");
    let level = if is_resident && !may_be_cut {
        Level::Error
    } else {
        Level::Warning
    };
    row.report_at(level, Column::IdNumber, |finding| {
        let (zh, en) = if is_zeros {
            ("全是0，不是真的号码", "is nothing but zeros and not real")
        } else {
            name(why)
        };
        finding.said("note", zh, en);
    });
}

fn is_right_besides(row: &Row<'_>) -> bool {
    let id = row.id(Column::IdNumber).resident();
    id.is_some_and(|it| is_right_number(&it, row.settings().today))
}

fn name(why: MadeUp) -> (&'static str, &'static str) {
    match why {
        MadeUp::OneDigit => (
            "全是同一个数字，像是随手编的",
            "is one digit throughout and looks made up",
        ),
        MadeUp::Counting => (
            "是按顺序排的数字，像是随手编的",
            "is digits in their order and looks made up",
        ),
        MadeUp::Substitute => (
            "以999开头，像是别的系统生成的替代号码，不是身份证号",
            "begins with 999 as the substitutes of other systems do, and is no resident ID",
        ),
        MadeUp::NoRegion => (
            "以000000开头，像是随手编的",
            "begins with 000000 and looks made up",
        ),
        MadeUp::NoSequence => (
            "第15到17位的顺序码是000，像是随手编的",
            "has the sequence 000 and looks made up",
        ),
    }
}
