//! # 关系与证件号里的性别不符
//!
//! 身份证号第17位单数是男、双数是女。这名家庭成员填的（或者表头写的）是父亲，号码却是女性的；或者是母亲，号码却是男性的。
//!
//! ## 为什么重要
//!
//! 关系和号码有一个是错的，多半是父母两人的信息填串了行。确认监护人时会找错人。
//!
//! ## 怎么改
//!
//! 对照户口簿核对。父母两人的号码正好填反的，把两个号码对调；只有关系选错的，可以点一下采用。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1身份证件号 | 成员2姓名 | 成员2关系 | 成员2身份证件号 |
//! | 王小明 | 王建军 | 母亲 | 110101198503050012 |  |  |  |
//! ! member1_relation related=D2
//! ~? member1_relation -> 父亲
//! | 李小红 | 李志强 | 父亲 | １１０１０１１９８６０４１２００２４ |  |  |  |
//! ! member1_relation
//! ~? member1_relation -> 母亲
//! | 赵小军 | 赵文明 | 父亲 | 110101198604120024 | 吴玉芳 | 母亲 | 110101198503050012 |
//! ! member1_id_number related=G4
//! | 孙小芳 | 孙海平 | 父亲 | 110101198604120040 | 林春梅 | 母亲 | 110101198604120024 |
//! ! member1_relation
//! | 王小明 | 王建军 | 父亲 | 110101198503050012 | 周秀英 | 母亲 | 110101198604120024 |
//! | 王小明 | 王建军 | 父亲 | 110101198503050012 | 周秀英 | 母亲 | 110101198503050012 |
//! | 王小明 | 王建军 | 父亲 | 110101198604120025 |  |  |  |
//! | 王小明 | 王德明 | 祖父母或外祖父母 | 110101195501010021 |  |  |  |
//! | 王小明 | 王建军 |  | 110101198503050012 |  | 父亲 |  |
//! | 王小明 | 王建军 | 父亲 | 11010119840412002× |  |  |  |
//! ! member1_relation
//! ~? member1_relation -> 母亲
//! | 王小明 | 王建军 | 父亲 | 110101840412002 |  |  |  |
//! ! member1_relation
//! ~? member1_relation -> 母亲
//! | 王小明 | 王建军 | 父亲 | 1101011985O3050012 |  |  |  |
//! ```
//!
//! 没有关系一栏、由表头说明是谁的：
//!
//! ```roster
//! | 姓名 | 父亲姓名 | 父亲身份证号 | 母亲姓名 | 母亲身份证号 |
//! | 王小明 | 王建军 | 110101198604120024 | 周秀英 | 110101198503050012 |
//! ! member1_id_number related=E2 relation=表头写的是
//! | 李小红 | 李志强 | 110101198604120040 | 吴玉芳 | 110101198604120024 |
//! ! member1_id_number related=B3 value=父亲
//! | 赵小军 | 赵文明 | 110101198503050012 | 林春梅 | 110101198604120024 |
//! ```
//!
//! ```roster
//! | 姓名 | 父亲姓名 | 父亲身份证号 | 父亲关系 |
//! | 王小明 | 王建军 | 110101198604120024 |  |
//! ! member1_id_number
//! | 李小红 | 李志强 | 110101198604120040 | 其他 |
//! ```
//!
//! ```roster
//! | 姓名 | 父亲/监护人姓名 | 父亲/监护人身份证号 |
//! | 王小明 | 周秀英 | 110101198604120024 |
//! ```
//!
//! ---
//!
//! # Relation and sex in the number disagree
//!
//! The 17th digit of a resident ID is odd for men and even for women. This member is said, by the cell or by
//! the header, to be the father with a woman's number, or the mother with a man's.
//!
//! ## Why it matters
//!
//! Either the relation or the number is wrong; mostly the data of the two parents are mixed up. The
//! guardian is then confirmed as the wrong person.
//!
//! ## How to fix
//!
//! Compare with the household register. Where the parents' numbers stand crosswise, exchange them;
//! where only the relation is wrong, one click corrects it.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::{IdNumber, Sex};

use crate::gathered::members::{MEMBERS, Member, have_one_number, is_exchanged};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6005",
    slug: "relation-vs-sex",
    level: Level::Warning,
    zh: "{relation}“{value}”，证件号却是{kind}的，{note}。",
    en: "The {relation} says {value}, but the number is a {kind}; {note}.",
    basis: "GB 11643-1999：第17位奇数为男，偶数为女",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::Member1Relation, Column::Member1IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    // Of two members with one number it is not known whose it is.
    if have_one_number(row) {
        return;
    }
    let found = [wrong(row, &MEMBERS[0]), wrong(row, &MEMBERS[1])];
    let crosswise = matches!(found, [Some(a), Some(b)] if a.0 != b.0);
    for (at, (member, found)) in MEMBERS.iter().zip(found).enumerate() {
        let Some((value, sex)) = found else { continue };
        let (zh, en) = match sex {
            Sex::Male => ("男性", "man's"),
            Sex::Female => ("女性", "woman's"),
        };
        let is_headed = member.is_headed(row);
        let relation = if is_headed {
            ("表头写的是", "header")
        } else {
            ("关系填的是", "relation")
        };
        if crosswise {
            let related = row.place(MEMBERS[1].id_number);
            row.report(member.id_number, |finding| {
                finding.related.extend(related);
                finding.fact("value", value).said("kind", zh, en);
                finding.said("relation", relation.0, relation.1);
                finding.said(
                    "note",
                    "两名家长的号码可能填反了",
                    "the parents' numbers may stand crosswise",
                );
            });
            return;
        }
        let meant = if sex == Sex::Male { "父亲" } else { "母亲" };
        let is_taken = MEMBERS[1 - at].relation(row) == Some(meant);
        let text = row.text(member.relation);
        let (column, other) = if is_headed {
            (member.id_number, member.name)
        } else {
            (member.relation, member.id_number)
        };
        let other = row.place(other);
        row.report(column, |finding| {
            finding.related.extend(other);
            finding.fact("value", value).said("kind", zh, en);
            finding.said("relation", relation.0, relation.1);
            finding.said(
                "note",
                "请对照户口簿核对",
                "compare with the household register",
            );
            if !is_taken && !is_headed {
                finding.fix(Trust::Review, text, meant);
            }
        });
    }
}

/// The parent the row states and the sex of the number, where they disagree. The pupil's own number
/// in the parent's place is another matter.
fn wrong(row: &Row<'_>, member: &Member) -> Option<(&'static str, Sex)> {
    let stated = member.relation(row)?;
    let expected = match stated {
        "父亲" => Sex::Male,
        "母亲" => Sex::Female,
        _ => return None,
    };
    let sex = match row.id(member.id_number) {
        IdNumber::Fifteen(old) if old.birth().is_some() => old.sex(),
        _ => member.resident(row)?.sex(),
    };
    let is_pupils = || member.has_number_of_pupil(row) || is_exchanged(row, member);
    (sex != expected && !is_pupils()).then_some((stated, sex))
}
