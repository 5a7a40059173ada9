//! # 家庭成员的证件号不正确
//!
//! 这名家庭成员的身份证号位数、字符、校验码、出生日期或省份不对，不可能是真的号码。
//!
//! ## 为什么重要
//!
//! 监护人要靠证件号核对身份。号码错了就核对不上，没有身份证号的学生更要靠家长的号码办理学籍。
//!
//! ## 怎么改
//!
//! 对照这名家长的身份证或户口簿，把号码重新填一遍。末三位变成000或者显示成“1.10101E+17”的，是表格软件把号码当成了数字：先把整列设成“文本”，再重新录入。
//!
//! 15位的旧号码、像别的证件的号码和地区代码查不到的号码只作警告；证件类型不是居民身份证的，只看18位号码和护照的样子，也只作警告；护照或者“其他”下面填了居民身份证号的，请把证件类型改过来。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1身份证件类型 | 成员1身份证件号 |
//! | 王小明 | 王建军 | 居民身份证 | 110101198503050013 |
//! ! member1_id_number level=error
//! | 李小红 | 李志强 | 居民身份证 | １１０１０１１９８５０３０５００１３ |
//! ! member1_id_number level=error
//! | 赵小军 | 赵文明 | 居民身份证 | 11010119850305001 |
//! ! member1_id_number level=error
//! | 孙小芳 | 孙海平 | 居民身份证 | 110101198513050014 |
//! ! member1_id_number level=error
//! | 周文 | 周立平 | 居民身份证 | 11010119850305AB12 |
//! ! member1_id_number level=error
//! | 吴芳 | 吴永强 | 居民身份证 | num:110101198503050012 |
//! ! member1_id_number level=error
//! | 郑华 | 郑国平 | 居民身份证 | 110101850305001 |
//! ! member1_id_number level=warning
//! ~? member1_id_number -> 110101198503050012
//! | 何军 | 何永平 | 居民身份证 | 11010119830708002x |
//! ! member1_id_number level=info
//! ~ member1_id_number -> 11010119830708002X
//! | 沈军 | 沈永平 | 居民身份证 | 11010119830708002× |
//! ! member1_id_number level=warning
//! ~? member1_id_number -> 11010119830708002X
//! | 唐军 | 唐永平 | 护照 | 110101198503050013 |
//! ! member1_id_number level=warning
//! | 王小明 | 王建军 | 居民身份证 | 110101198503050012 |
//! | 王小明 | 王建军 | 居民身份证 | １１０１０１１９８５０３０５００１２ |
//! | 王小明 | 王建军 | 护照 | 110101198503050012 |
//! ! member1_id_number level=warning note=号码是居民身份证号，证件类型填的却是“护照”
//! | 王小明 | 王建军 | 其他 | 110101198503050012 |
//! ! member1_id_number level=warning
//! | 王小明 | 王建军 | 户口簿 | 110101198503050012 |
//! | 王小明 | 王建军 | 军官证 | 110101198503050012 |
//! | 王小明 | 王建军 | 护照 | E12345678 |
//! | 王小明 | 王建军 | 军官证 | 军字第1234567号 |
//! | 王小明 | 王建军 |  | H12345678 |
//! | 王小明 | 王建军 |  | 110101-19850305-0012 |
//! ! member1_id_number level=error
//! | 王小明 | 王建军 | 居民身份证 | 110101####0012 |
//! ! member1_id_number level=error
//! | 王小明 | 王建军 | 居民身份证 | H12345678 |
//! ! member1_id_number level=warning
//! | 王小明 | 王建军 | 居民身份证 | 19850305 |
//! ! member1_id_number level=error
//! | 王小明 | 王建军 | 居民身份证 | 1101011985 |
//! ! member1_id_number level=error
//! | 王小明 | 王建军 | 护照 | 1101011985030500122 |
//! ! member1_id_number level=warning note=不像护照号码
//! | 王小明 | 王建军 | 护照 | 784206537 |
//! | 王小明 | 王建军 | 居民身份证 |  |
//! | 王小明 | 王建军 | 居民身份证 | 无 |
//! | 王小明 | 王建军 | 居民身份证 | 999999201501010012 |
//! ! member1_id_number level=error
//! | 王小明 | 王建军 | 居民身份证 | 110101 19850305 0012 |
//! ! member1_id_number level=warning
//! ~? member1_id_number -> 110101198503050012
//! | 王小明 | 王建军 | 居民身份证 | 220584201709010019 |
//! ! member1_id_number level=warning note=前六位在历年的地区代码表里查不到，可能录错
//! | 王小明 | 王建军 | 居民身份证 | 110103200809010016 |
//! ```
//!
//! 只有第二名成员的号码：
//!
//! ```roster
//! | 姓名 | 成员2身份证件号 |
//! | 王小明 | 11010119850305001 |
//! ! member2_id_number level=error
//! ```
//!
//! ---
//!
//! # Number of the family member is wrong
//!
//! The length, a character, the check digit, the birth date or the province of this resident ID
//! cannot be right.
//!
//! ## Why it matters
//!
//! A guardian is identified by the number. A wrong one is not confirmed, and a pupil without a number
//! is registered by the parents' numbers.
//!
//! ## How to fix
//!
//! Copy the number anew from the parent's card or the household register. Three zeros at the end or a
//! number like `1.10101E+17` come from a spreadsheet that took it for a quantity: make the column
//! text first, then type the numbers again.
//!
//! Old numbers of 15 digits, numbers that look like another document's and those of a region in no list are
//! warnings. Under another document type only numbers of 18 characters and the form of passports are looked at,
//! as warnings. Where a resident ID stands under 护照 or 其他, correct the document type.

use roster_model::{Column, Level, Trust};
use roster_standard::region;
use roster_values::date::Date;
use roster_values::id_number::{
    IdNumber, OtherDocument, ResidentId, ResidentKind, is_lowercase_x, passport_fault,
};
use roster_values::text::{is_white, strip, tidy_code};

use crate::gathered::document::{Look, RESIDENT_CARD, is_right_number, number_within};
use crate::gathered::members::{MEMBERS, Member, sure_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6008",
    slug: "member-id-invalid",
    level: Level::Error,
    zh: "家庭成员的证件号不正确：{note}，请对照证件核对。",
    en: "The family member's document number is wrong: {note}; compare with the document.",
    basis: "GB 11643-1999",
    since: "0.1",
    unless: &["R0218", "R0012", "R6003"],
    check: Check::AnyOf {
        columns: &[Column::Member1IdNumber, Column::Member2IdNumber],
        check,
    },
};

/// What is wrong, how sure that is, and what to write instead.
struct Fault {
    level: Level,
    zh: String,
    en: String,
    fix: Option<(Trust, String)>,
}

fn check(row: &mut Row<'_>) {
    for member in &MEMBERS {
        let Some(fault) = fault_of(row, member) else {
            continue;
        };
        let text = row.text(member.id_number);
        row.report_at(fault.level, member.id_number, |finding| {
            finding.said("note", &fault.zh, &fault.en);
            if let Some((trust, to)) = fault.fix {
                finding.fix(trust, text, to);
            }
        });
    }
}

fn fault_of(row: &Row<'_>, member: &Member) -> Option<Fault> {
    let id = row.id(member.id_number);
    if matches!(id, IdNumber::Blank | IdNumber::Placeholder) {
        return None;
    }
    let text = row.text(member.id_number);
    let today = row.settings().today;
    match sure_label(row, member.id_type) {
        Some(RESIDENT_CARD) => of_resident(id, text, today),
        // Without a type a number may be that of any document, but not with a whole resident number in it.
        None if !matches!(id, IdNumber::Other(_)) || number_within(text).is_some() => {
            of_resident(id, text, today)
        }
        None => None,
        Some(label) => of_other(id, label, text, today),
    }
}

/// A number that is meant to be a resident's.
fn of_resident(id: &IdNumber, text: &str, today: Date) -> Option<Fault> {
    let fault = |level, zh: &str, en: &str| Some(new(level, zh.to_owned(), en.to_owned()));
    match id {
        IdNumber::Blank | IdNumber::Placeholder => None,
        IdNumber::Damaged => fault(
            Level::Error,
            "被表格软件当作数字，末三位已丢失",
            "a spreadsheet took it for a quantity and lost the last three digits",
        ),
        IdNumber::Resident(id) => of_eighteen(id, text, today),
        IdNumber::Fifteen(old) => {
            let found = fault(
                Level::Warning,
                "15位旧号码已停用，应为18位",
                "numbers of 15 digits are no longer in use",
            );
            let to = old.birth().map(|_| old.to_eighteen().text().to_owned());
            found.map(|it| with_fix(it, Trust::Review, to))
        }
        IdNumber::WrongLength { length } => Some(new(
            Level::Error,
            format!("应为18位，现有{length}位"),
            format!("it must have 18 characters, not {length}"),
        )),
        IdNumber::WrongCharacter { position, .. } | IdNumber::LookalikeDigit { position, .. } => {
            Some(new(
                Level::Error,
                format!("第{position}位不是数字"),
                format!("character {position} is no digit"),
            ))
        }
        IdNumber::LookalikeX { id, .. } => {
            let found = fault(
                Level::Warning,
                "末位应为字母X",
                "the last character must be the letter X",
            );
            found.map(|it| with_fix(it, Trust::Review, Some(id.text().to_owned())))
        }
        // What looks like another document may have the wrong type.
        IdNumber::Other(other) => fault(
            if Look::of_other(*other, text).is_none() {
                Level::Error
            } else {
                Level::Warning
            },
            "不像居民身份证号",
            "it does not look like a resident ID",
        ),
    }
}

/// Eighteen characters of the right shape.
fn of_eighteen(id: &ResidentId, text: &str, today: Date) -> Option<Fault> {
    let is_real = |birth: Date| birth.year() >= 1900 && birth <= today;
    let province = (id.region() / 10_000) as u8;
    let is_foreign = id.kind() == ResidentKind::ForeignerPermanent
        && id.foreigner_province().is_some_and(region::province_exists);
    let (zh, en) = if !id.birth().is_some_and(is_real) {
        ("其中的出生日期不存在", "the birth date in it is impossible")
    } else if !id.check_digit_is_right() {
        (
            "校验码不对，至少有一位录错",
            "the check digit is wrong, so at least one digit is",
        )
    } else if !is_foreign && !region::province_exists(province) {
        ("前两位不是省份代码", "the first two digits are no province")
    } else if !is_foreign && !region::ever_valid(id.region()) {
        // A grown-up may come from a place that the lists lack.
        return Some(new(
            Level::Warning,
            "前六位在历年的地区代码表里查不到，可能录错".to_owned(),
            "the first six digits are in no list of regions, so one may be wrong".to_owned(),
        ));
    } else if strip(text).contains(is_white) {
        let found = new(
            Level::Warning,
            "数字之间有空格".to_owned(),
            "there are spaces between the digits".to_owned(),
        );
        let to = tidy_code(text).to_ascii_uppercase();
        return Some(with_fix(found, Trust::Review, Some(to)));
    } else if is_lowercase_x(text) {
        let found = new(
            Level::Info,
            "末位的X应为大写".to_owned(),
            "the X at the end must be a capital".to_owned(),
        );
        // The width is told by a rule of its own.
        let to = tidy_code(text).to_ascii_uppercase();
        return Some(with_fix(found, Trust::Safe, Some(to)));
    } else {
        return None;
    };
    Some(new(Level::Error, zh.to_owned(), en.to_owned()))
}

/// Types under which no resident number belongs, where a household register or the paper of an officer may have
/// one.
const MISTAKEN_TYPES: [&str; 6] = [
    "护照",
    "其他",
    "香港特区护照/身份证明",
    "澳门特区护照/身份证明",
    "台湾居民来往大陆通行证",
    "境外永久居住证",
];

/// A number under another type: what has eighteen characters is judged, and the form of a passport.
fn of_other(id: &IdNumber, label: &str, text: &str, today: Date) -> Option<Fault> {
    match id {
        IdNumber::Resident(it)
            if MISTAKEN_TYPES.contains(&label)
                && it.kind() == ResidentKind::Mainland
                && is_right_number(it, today) =>
        {
            Some(new(
                Level::Warning,
                format!("号码是居民身份证号，证件类型填的却是“{label}”"),
                format!("it is a resident ID, but the document type says {label}"),
            ))
        }
        IdNumber::Resident(it) => of_eighteen(it, text, today).map(|it| Fault {
            level: it.level.max(Level::Warning),
            ..it
        }),
        IdNumber::Damaged => of_resident(id, text, today),
        IdNumber::Other(OtherDocument::Unknown) if label == "护照" => Some(not_a_passport()),
        IdNumber::WrongLength { .. } | IdNumber::Fifteen(_)
            if label == "护照" && passport_fault(&tidy_code(text)).is_some() =>
        {
            Some(not_a_passport())
        }
        _ => None,
    }
}

fn not_a_passport() -> Fault {
    new(
        Level::Warning,
        "不像护照号码".to_owned(),
        "it does not look like the number of a passport".to_owned(),
    )
}

fn new(level: Level, zh: String, en: String) -> Fault {
    Fault {
        level,
        zh,
        en,
        fix: None,
    }
}

fn with_fix(fault: Fault, trust: Trust, to: Option<String>) -> Fault {
    Fault {
        fix: to.map(|it| (trust, it)),
        ..fault
    }
}
