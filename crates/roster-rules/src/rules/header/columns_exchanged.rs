//! # 两列填反了
//!
//! 一列里填的都是另一列的内容，另一列里填的是这一列的：“性别”下面是民族，“民族”下面是性别。
//!
//! ## 为什么重要
//!
//! 多半是粘贴时列的顺序不同，或者两列的列名写反了。逐个去改要改很多格，其实只要对调一次。
//!
//! ## 怎么改
//!
//! 看一下列名和内容哪个放反了：内容反了就把两列的内容对调，列名反了就把两个列名对调。对调以后再检查一遍。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 汉族 | 男 |
//! ! sex level=error range=B2:B6,C2:C6 header=性别 other=民族 count=5
//! | 李小红 | 汉族 | 女 |
//! | 张小华 | 回族 | 男 |
//! | 赵小刚 | 汉族 | 男 |
//! | 孙小丽 | 满族 | 女 |
//! | 周小云 | 女 | 汉族 |
//! ```
//!
//! 姓名与籍贯：
//!
//! ```roster
//! | 姓名 | 性别 | 籍贯 |
//! | 北京市 | 男 | 王小明 |
//! ! name range=A2:A6,C2:C6 count=5
//! | 河北省石家庄市 | 女 | 李小红 |
//! | 广东省广州市 | 男 | 张小华 |
//! | 北京市 | 男 | 赵小刚 |
//! | 北京市 | 女 | 孙小丽 |
//! ```
//!
//! 住址与电话：
//!
//! ```roster
//! | 姓名 | 家庭住址 | 联系电话 |
//! | 王小明 | 13800000001 | 光明路1号 |
//! ! home_address range=B2:B6,C2:C6 count=5
//! | 李小红 | 13800000002 | 文化街道3号2单元 |
//! | 张小华 | 13800000003 | 光明路社区7号 |
//! | 赵小刚 | 13800000004 | 柳河村委会2组 |
//! | 孙小丽 | 13800000005 | 文化街道9号 |
//! ```
//!
//! 不到五行的，或者只有一列填错的，仍逐个提示：
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 汉族 | 男 |
//! | 李小红 | 汉族 | 女 |
//! | 张小华 | 回族 | 男 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 汉族 | 汉族 |
//! | 李小红 | 汉族 | 汉族 |
//! | 张小华 | 回族 | 回族 |
//! | 赵小刚 | 汉族 | 汉族 |
//! | 孙小丽 | 满族 | 满族 |
//! ```
//!
//! ---
//!
//! # Two columns took each other's place
//!
//! One column holds what belongs into another, and that one what belongs into the first: ethnic groups
//! under the sex, and sexes under the ethnic group.
//!
//! ## Why it matters
//!
//! Probably they were pasted in another order, or the two headers were exchanged. One exchange mends what
//! would be many corrections.
//!
//! ## How to fix
//!
//! See which is the wrong way round, the headers or what stands below them, and exchange it. Check again
//! afterwards.

use roster_model::{CellPlace, Level, Place, cell_name};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0116",
    slug: "columns-exchanged",
    level: Level::Error,
    zh: "“{header}”与“{other}”两列好像填反了（{range}，{count}行），请把两列的内容或者列名对调。",
    en: "{header} and {other} seem to have taken each other's place ({range}, {count} rows); exchange what stands below them, or the headers.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        for pair in roster.sideways().map_or(&[][..], |it| &it.exchanges) {
            let [one, other] = pair.columns.map(|it| &roster.sheet.columns[it]);
            let mut rows = pair.rows.iter();
            let Some(first) = rows.next() else { continue };
            let last = rows.last().unwrap_or(first);
            let place = |position| {
                Place::Cell(CellPlace {
                    sheet,
                    row: first,
                    position,
                })
            };
            let name =
                |position, row: u32| cell_name(position, roster.sheet.row_numbers[row as usize]);
            let range = [one, other]
                .map(|it| format!("{}:{}", name(it.position, first), name(it.position, last)));
            run.report(place(one.position), |finding| {
                finding.related.push(place(other.position));
                finding
                    .fact("range", range.join(","))
                    .fact("header", one.header.as_str())
                    .fact("other", other.header.as_str())
                    .number("count", pair.rows.len());
            });
        }
    }
}
