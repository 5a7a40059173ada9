//! # 港澳台侨外与国籍、证件矛盾
//!
//! “港澳台侨外”填的身份，与国籍或者身份证件类型不可能同时成立，或者很少见。
//!
//! ## 为什么重要
//!
//! 系统按证件类型查重，按国籍和港澳台侨外统计。三项互相矛盾的学生会被退回，或者查不出重复的学籍。
//!
//! ## 怎么改
//!
//! 拿学生的证件核对，改正填错的一项：内地学生填“否”，国籍填“中国”；香港、澳门、台湾学生选相应的同胞；外国籍学生选“外国人”或“外籍华裔人”，国籍填护照上的国家。
//!
//! 明显矛盾的是错误，例如外国人的国籍填了中国，国籍/地区是中国香港而“港澳台侨外”填了“否”，或者香港同胞用台湾通行证。少见但可能的只作警告。号码本身就与证件类型不符的，由那一条规则说明，这里不再说证件。华侨、亲属和“其他”，以及居住证、永久居留证选哪个证件类型，各地写法不一，不作判断；侨眷、归侨用港澳台居民的证件，作警告。
//!
//! 居民身份证只发给中国公民。证件是居民身份证（号码也是内地的）而国籍是外国的，不论“港澳台侨外”填什么、有没有这一列，都是错误；证件类型是户口簿的作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 国籍/地区 | 身份证件类型 | 身份证件号 | 港澳台侨外 |
//! | 王小明 | 中国 | 居民身份证 | 110101201509010016 | 外国人 |
//! ! hmt_status level=error a=外国人 b=中国 column=国籍/地区 related=B2,C2
//! | 王小明 | 中国 | 居民身份证 | 110101201509010016 | 否 |
//! | 陈小明 | 美国 | 护照 | K1234567 | 否 |
//! ! hmt_status level=error b=美国
//! | 陈小明 | 美国 | 护照 | K1234567 | 外国人 |
//! | 李小红 | 中国 | 香港特区护照/身份证明 | 810000201509010028 | ０５ |
//! ! hmt_status level=error b=香港特区护照/身份证明 column=身份证件类型
//! | 李小红 | 中国香港 | 香港特区护照/身份证明 | 810000201509010028 | 香港同胞 |
//! | 李小红 | 中国 | 居民身份证 | 810000201509010028 | 香港同胞 |
//! | 赵一鸣 | 中国 | 居民身份证 | 11010120150902002X | 澳门同胞 |
//! ! hmt_status level=warning
//! | 赵一鸣 | 中国 | 居民身份证 | 110101201509020020 | 澳门同胞 |
//! ! hmt_status level=warning
//! | 张华 | 中国 | 其他 |  | 台湾同胞 |
//! | 张华 | 中国 | 护照 | E12345678 | 否 |
//! ! hmt_status level=warning
//! | 张华 | 中国 | 护照 | E12345678 | 华侨 |
//! | 张华 | 中国 | 护照 | 11010120150902002X | 否 |
//! | 张华 | 中国 | 香港特区护照/身份证明 | 11010120150902002X | 否 |
//! | 张华 | 英国 | 香港特区护照/身份证明 | 810000201509010028 | 香港同胞 |
//! ! hmt_status level=warning b=英国
//! | 张华 | 中国 | 回乡证 | H12345678 | 否 |
//! ! hmt_status level=error
//! | 张华 |  |  |  | 外国人 |
//! | 陈小明 | 美国 | 居民身份证 | 110101201509010016 | 华侨 |
//! ! nationality level=error other=国籍/地区 a=美国 b=居民身份证 related=C19,E19
//! | 陈小明 | 美国 | 居民身份证 | 11010120150902002X | 香港同胞亲属 |
//! ! nationality level=error
//! | 陈小明 | 美国 | 居民身份证 | 11010120150902002X | 香港同胞 |
//! ! nationality level=error
//! | 陈小明 | 美国 | 居民身份证 | 110101201509010016 |  |
//! ! nationality level=error
//! | 陈小明 | 美国 | 户口簿 | 110101201509010016 | 其他 |
//! ! nationality level=warning b=户口簿
//! | 陈小明 | 美国 | 居民身份证 | 110101201509010016 | 否 |
//! ! hmt_status level=error a=否 b=美国
//! | 陈小明 | 中国 | 居民身份证 | 110101201509010016 | 华侨 |
//! | 陈小明 | 中国 | 居民身份证 | 110101201509010016 | 归侨子女 |
//! | 陈小明 | 美国 | 护照 | K1234567 | 非华裔中国人 |
//! | 陈小明 | 美国 | 居民身份证 | 911398199012310021 | 其他 |
//! | 陈小明 | 美国 | 其他 | 110101201509010016 | 侨眷 |
//! | 张华 | 美国 | 护照 | K1234567 |  |
//! | 王小明 | 中国香港 | 居民身份证 | 110101201509010016 | 否 |
//! ! hmt_status level=error a=否 b=中国香港
//! | 张华 | 中国 | 台湾居民来往大陆通行证 | 12345678 | 侨眷 |
//! ! hmt_status level=warning a=侨眷 column=身份证件类型
//! | 张华 | 中国 | 台湾居民来往大陆通行证 | 12345678 | 台湾同胞亲属 |
//! | 张华 | 中国 | 护照 | E12345678 | 侨眷 |
//! ```
//!
//! ```roster
//! | 姓名 | 国籍/地区 | 身份证件类型 | 身份证件号 |
//! | 陈小明 | 美国 | 居民身份证 | 110101201509010016 |
//! ! nationality level=error related=C2
//! | 王小明 | 中国 | 居民身份证 | 11010120150902002X |
//! | 李小红 | 中国香港 | 居民身份证 | 810000201509010028 |
//! ```
//!
//! ---
//!
//! # HMT status, nationality and document disagree
//!
//! What the column 港澳台侨外 says can hardly be true together with the nationality or the type of
//! document.
//!
//! ## Why it matters
//!
//! The type of document decides how the system looks for duplicates, and the other two are counted. A
//! pupil for whom they disagree is sent back, or a duplicate is missed.
//!
//! ## How to fix
//!
//! Look at the pupil's document and correct the wrong one: 否 and 中国 for a pupil of the mainland, the
//! compatriot that fits for Hong Kong, Macao and Taiwan, 外国人 or 外籍华裔人 and the country of the
//! passport for a foreign pupil.
//!
//! A plain contradiction is an error, such as a foreigner whose nationality is China, or 否 beside 中国香港; what is rare but
//! possible is a warning. Where the number does not go with the type of document, that rule tells it,
//! and the type is not judged here. 华侨, relatives and 其他, and the type that residence permits are recorded under,
//! differ between regions and are not judged; 侨眷 or 归侨 with a permit of Hong Kong, Macao or Taiwan is a warning.
//!
//! Identity cards are for citizens of China. One with a number of the mainland beside another nationality is an error
//! whatever the status, and without one too; a household register (户口簿) is a warning.

use roster_model::{Column, Level};
use roster_standard::region;
use roster_values::id_number::{IdNumber, ResidentKind};

use crate::gathered::document::RESIDENT_CARD;
use crate::rules::identity::doctype_number_mismatch::mismatch;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4008",
    slug: "hmt-vs-nationality",
    level: Level::Error,
    zh: "{other}“{a}”与{column}“{b}”不符，请按证件核对。",
    en: "{other}: {a} does not go with {column}: {b}; compare with the document.",
    basis: "JY/T 1001-2012 的 GATQWM；哪些搭配矛盾由本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::AnyOf {
        columns: &[Column::HmtStatus, Column::Nationality],
        check,
    },
};

/// What the status says of a pupil.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Mainland,
    HongKong,
    Macau,
    Taiwan,
    Foreign,
    /// Of the mainland, whoever of the family is or was abroad.
    Returned,
}

/// What the nationality says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Country {
    China,
    HongKong,
    Macau,
    Taiwan,
    Foreign,
}

fn check(row: &mut Row<'_>) {
    let country = row.listed(Column::Nationality).entry();
    let country = country.map(|it| country_of(it.code));
    let (level, at, column) = match against_status(row, country) {
        // The status is what is wrong, or as likely as the others.
        Some((Level::Error, column)) => (Level::Error, Column::HmtStatus, column),
        told => match citizen(row, country) {
            Some(level) => (level, Column::Nationality, Column::IdType),
            None => match told {
                Some((level, column)) => (level, Column::HmtStatus, column),
                None => return,
            },
        },
    };
    let places = [Column::Nationality, Column::IdType, Column::HmtStatus];
    let places = places.map(|it| row.place(it).filter(|_| it != at));
    let (a, b) = (row.text(at), row.text(column));
    let [other, info] = [at, column].map(Column::info);
    row.report_at(level, at, |finding| {
        finding.related.extend(places.into_iter().flatten());
        finding
            .quote("a", at, a)
            .quote("b", column, b)
            .said("other", other.zh, other.en)
            .said("column", info.zh, info.en);
    });
}

/// What contradicts the status, and how surely.
fn against_status(row: &Row<'_>, country: Option<Country>) -> Option<(Level, Column)> {
    let status = row.label(Column::HmtStatus).and_then(status)?;
    let by_country = country.and_then(|it| against_country(status, it));
    // A type that the number contradicts is told there, and is no evidence against the status.
    let by_document = against_document(row, status).filter(|_| mismatch(row).is_none());
    match (by_country, by_document) {
        (Some(level), Some(other)) if level <= other => Some((level, Column::Nationality)),
        (Some(level), None) => Some((level, Column::Nationality)),
        (_, Some(level)) => Some((level, Column::IdType)),
        (None, None) => None,
    }
}

/// Whether a pupil of another nationality has the document of a citizen.
fn citizen(row: &Row<'_>, country: Option<Country>) -> Option<Level> {
    let level = match row.label(Column::IdType)? {
        RESIDENT_CARD => Level::Error,
        "户口簿" => Level::Warning,
        _ => return None,
    };
    (country == Some(Country::Foreign) && has_mainland_number(row)).then_some(level)
}

fn status(label: &str) -> Option<Status> {
    match label {
        "否" => Some(Status::Mainland),
        "香港同胞" => Some(Status::HongKong),
        "澳门同胞" => Some(Status::Macau),
        "台湾同胞" => Some(Status::Taiwan),
        "外国人" | "外籍华裔人" => Some(Status::Foreign),
        "侨眷" | "归侨" | "归侨子女" | "归国留学人员" => Some(Status::Returned),
        _ => None,
    }
}

fn country_of(code: &str) -> Country {
    match code {
        "CHN" => Country::China,
        "HKG" => Country::HongKong,
        "MAC" => Country::Macau,
        "TWN" => Country::Taiwan,
        _ => Country::Foreign,
    }
}

/// A compatriot may have a second passport. Where one lives who came back, the nationality does not tell.
fn against_country(status: Status, country: Country) -> Option<Level> {
    match (status, country) {
        (Status::Mainland | Status::HongKong | Status::Macau | Status::Taiwan, Country::China)
        | (Status::HongKong, Country::HongKong)
        | (Status::Macau, Country::Macau)
        | (Status::Taiwan, Country::Taiwan)
        | (Status::Foreign, Country::Foreign)
        | (Status::Returned, _) => None,
        (Status::HongKong | Status::Macau | Status::Taiwan, Country::Foreign) => {
            Some(Level::Warning)
        }
        _ => Some(Level::Error),
    }
}

fn against_document(row: &Row<'_>, status: Status) -> Option<Level> {
    let holder = match row.label(Column::IdType)? {
        "香港特区护照/身份证明" => Status::HongKong,
        "澳门特区护照/身份证明" => Status::Macau,
        "台湾居民来往大陆通行证" => Status::Taiwan,
        // The permits of others are recorded as identity cards in some regions.
        RESIDENT_CARD
            if !matches!(status, Status::Mainland | Status::Returned)
                && has_mainland_number(row) =>
        {
            Status::Mainland
        }
        // Which of the three it is, the number tells, not the type.
        "港澳居民来往内地通行证" | "港澳台居民居住证" => {
            return match status {
                Status::Mainland => Some(Level::Error),
                Status::Foreign | Status::Returned => Some(Level::Warning),
                _ => None,
            };
        }
        "护照" | "境外永久居住证" | "外国人永久居留身份证" if status == Status::Mainland =>
        {
            return Some(Level::Warning);
        }
        _ => return None,
    };
    match (status, holder) {
        _ if status == holder => None,
        // A compatriot who has been given a number of the mainland, a foreigner with a card of Hong Kong.
        (Status::HongKong | Status::Macau | Status::Taiwan, Status::Mainland)
        | (Status::Foreign | Status::Returned, Status::HongKong | Status::Macau | Status::Taiwan) => {
            Some(Level::Warning)
        }
        _ => Some(Level::Error),
    }
}

/// Whether the number is one of the mainland, perhaps with a slip in it that is told by itself.
fn has_mainland_number(row: &Row<'_>) -> bool {
    matches!(row.id(Column::IdNumber), IdNumber::Resident(id)
        if id.kind() == ResidentKind::Mainland && region::ever_valid(id.region()))
}
