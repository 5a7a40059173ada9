//! # 家庭成员没有填完整
//!
//! 模板要求填写的家庭成员不够，或者填了的成员缺姓名、关系、电话、是否监护人中的一项。
//!
//! ## 为什么重要
//!
//! 导入模板要求至少有一名家庭成员，姓名、关系、联系电话、是否监护人都要有，缺了会被退回。
//!
//! ## 怎么改
//!
//! 向家长问清楚，把列出的各项补上。要求几名家庭成员，用模板参数 members_required 设置：0 为不检查，1 为至少一名，2 为两名。
//!
//! 2021年的模板还要求第一名成员的现住址、户口所在地、证件类型和证件号。监护人是福利院、救助站、村委会等单位的，单位没有自己的身份证件和户口，只缺这几项时只作警告：要填的，一般填单位指定的负责人（如院长）的，以上级的要求为准。
//!
//! 只要求一名的，没有母亲或父亲的学生填一名就够数；导入模板要求的是第一名，第一名空着的，把填了的那一名移过去。
//!
//! ## 例子
//!
//! ```roster
//! @ set members_required=1
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1联系电话 | 成员1是否监护人 | 成员2姓名 | 成员2关系 | 成员2联系电话 |
//! | 王小明 | 王建军 | 父亲 |  | 是 | 周秀英 | 母亲 | 13800000002 |
//! ! member1_phone list=成员1联系电话
//! | 李小红 |  |  |  |  |  |  |  |
//! ! member1_name related=C3,D3,E3
//! | 赵小军 | 无 | 父亲 | 13800000003 | 是 |  |  |  |
//! ! member1_name
//! | 赵小军 |  | 父亲 | 13800000003 | 否 | 周秀英 | 母亲 | 13800000002 |
//! ! member1_name list=成员1姓名
//! | 赵小军 | 王建军 | 父亲 | 13800000003 | 是 | 无 | 母亲 | 13800000002 |
//! ! member2_name list=成员2姓名
//! | 孙小芳 |  | 父亲 |  | 否 | 林春梅 | 母亲 | 13800000004 |
//! | 孙小芳 |  |  |  |  | 林春梅 | 母亲 | １３８０００００００４ |
//! | 周文 | 周立平 | 父亲 | 13800000005 | 否 | 吴玉芳 |  | 13800000006 |
//! ! member2_relation
//! | 王小明 | 王建军 | 父亲 | 13800000001 | 是 |  |  |  |
//! ```
//!
//! ```roster
//! @ profile=xj-2021
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1现住址 | 成员1户口所在地行政区划 | 成员1联系电话 | 成员1是否监护人 | 成员1身份证件类型 | 成员1身份证件号 | 成员2姓名 | 成员2身份证件号 |
//! | 王小明 | 王建军 | 父亲 |  | 440604001002 | 13800000001 | 是 | 居民身份证 |  |  |  |
//! ! member1_address list=成员1现住址、成员1身份证件号
//! ```
//!
//! 单位作监护人的：
//!
//! ```roster
//! @ profile=xj-2021
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1现住址 | 成员1户口所在地行政区划 | 成员1联系电话 | 成员1是否监护人 | 成员1身份证件类型 | 成员1身份证件号 |
//! | 王小明 | 县儿童福利院 | 其他 | 桃山路2号 |  | 13800000001 | 是 |  |  |
//! ! member1_hukou_code level=warning
//! | 李小红 | 县救助站 | 其他 | 桃山路2号 | 440604001002 |  | 是 |  |  |
//! ! member1_phone level=error
//! ```
//!
//! ```roster
//! @ set members_required=2
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员2姓名 | 成员2关系 |
//! | 王小明 | 王建军 | 父亲 |  |  |
//! ! member2_name related=E2
//! ```
//!
//! ```roster
//! | 姓名 | 父亲 | 父亲电话 |
//! | 王小明 |  |  |
//! | 李小红 | 李志强 |  |
//! ```
//!
//! 只填了第二名的：
//!
//! ```roster
//! @ profile=xj-2013
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1联系电话 | 成员1是否监护人 | 成员2姓名 | 成员2关系 | 成员2联系电话 |
//! | 孙小芳 |  | 父亲 |  | 否 | 林春梅 | 母亲 | 13800000004 |
//! ! member1_name level=warning
//! ```
//!
//! ---
//!
//! # Family member is not filled in completely
//!
//! There are fewer family members than the template asks for, or one has no name, relation, phone or
//! mark of the guardian.
//!
//! ## Why it matters
//!
//! The import template wants at least one family member with name, relation, phone and the mark of the
//! guardian, and sends the row back without.
//!
//! ## How to fix
//!
//! Ask the parents and fill in what is listed. How many members are wanted is set by the parameter
//! members_required: 0 checks nothing, 1 wants one, 2 wants two.
//!
//! The template of 2021 also wants address, registered residence, document type and number of the first. An institution
//! that is the guardian (福利院, 救助站, 村委会) has neither a document nor a registered residence, so where nothing else is missing
//! that is a warning: mostly those of the person it names, such as its director, are wanted; ask whoever receives the list.
//!
//! Where one member is wanted, a child without a father or a mother needs no second. The import template asks for the first
//! one: where that is blank, move the other there.

use roster_model::{Column, Level};

use crate::gathered::members::{MEMBERS, Member, is_filled, is_institution};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6001",
    slug: "member1-incomplete",
    level: Level::Error,
    zh: "家庭成员没有填完整，缺少：{list}，请问清后补上。",
    en: "A family member is not filled in completely; missing: {list}. Ask and fill it in.",
    basis: "全国系统导入模板：家庭成员一必填",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Row {
        needs: &[Column::Member1Name],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    // Nearly every row is complete, and that is seen without asking what the profile wants.
    let named = MEMBERS.each_ref().map(|it| it.is_named(row));
    let complete = MEMBERS.each_ref().map(|it| missing(row, it).is_empty());
    if named == [true, true] && complete == [true, true] {
        return;
    }
    let wanted = row.parameter_number("members_required").unwrap_or(0);
    let mut lacking = wanted - named.map(i64::from).iter().sum::<i64>();
    for (at, (member, is_named)) in MEMBERS.iter().zip(named).enumerate() {
        let is_wanted = wanted > 0 && (is_named || is_somebody(row, member));
        let is_told = is_wanted || lacking > 0;
        // A template asks for the first one; the one who is there may stand as the second.
        if is_told {
            report(row, member, Level::Error);
        } else if at == 0 && wanted > 0 && !row.roster.profile.partial {
            report(row, member, Level::Warning);
        }
        lacking -= i64::from(is_told && !is_named);
    }
}

/// Whether a member without a name is somebody all the same. A relation alone stands in many templates
/// before anything is filled in.
fn is_somebody(row: &Row<'_>, member: &Member) -> bool {
    is_filled(row, member.phone)
        || is_filled(row, member.id_number)
        || member.is_guardian(row) == Some(true)
}

fn report(row: &mut Row<'_>, member: &Member, level: Level) {
    let columns = missing(row, member);
    let Some((&first, others)) = columns.split_first() else {
        return;
    };
    let level = if columns.iter().all(|it| member.of_persons().contains(it))
        && is_institution(row.text(member.name))
    {
        Level::Warning
    } else {
        level
    };
    let titles = |title: fn(Column) -> &'static str| {
        let all: Vec<&str> = columns.iter().map(|&it| title(it)).collect();
        all
    };
    let zh = titles(|it| it.info().zh).join("、");
    let en = titles(|it| it.info().en).join(", ");
    let related: Vec<_> = others.iter().filter_map(|&it| row.place(it)).collect();
    row.report_at(level, first, |finding| {
        finding.related.extend(related);
        finding.said("list", &zh, &en);
    });
}

/// What a member who is wanted must have and has not.
fn missing(row: &Row<'_>, member: &Member) -> Vec<Column> {
    let asked = member.asked();
    let (always, required) = asked.split_at(4);
    let required = required.iter().filter(|it| row.roster.is_required(**it));
    let is_missing = |it: &Column| row.has(*it) && !is_filled(row, *it);
    let asked = always.iter().chain(required).copied();
    asked.filter(is_missing).collect()
}
