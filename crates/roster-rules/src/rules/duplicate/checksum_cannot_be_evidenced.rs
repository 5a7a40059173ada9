//! # 身份证号有误的学籍不能佐证
//!
//! 这个身份证号本身就不对：校验码、位数、字符、省份或其中的日期有误，不可能是任何人现在的号码。
//!
//! ## 为什么重要
//!
//! 学籍导入以后，这一条会列为“身份证号错误”的问题学籍。佐证是证明“没有错”，号码有误就无从证明，只能变更或删除。
//!
//! ## 怎么改
//!
//! 对照户口簿或身份证找出正确的号码，在系统里依次选：问题学籍处理列表 → 选中这条记录 → 变更 → 修改正确 → 上传户口簿或身份证的扫描件或照片 → 保存。学生不在本校就读的，核实后删除。
//!
//! ## 例子
//!
//! ```roster
//! @ stage=after-import
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010017 |
//! ! id_number
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 张华 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００３２ |
//! | 陈文 | 男 | 20150901 | 护照 | E12345678 |
//! | 赵伟 | 男 | 20150901 | 居民身份证 |  |
//! | 孙明 | 男 | 20150901 | 居民身份证 | 110101150901001 |
//! ! id_number
//! | 周强 | 男 | 20150901 | 居民身份证 | 990101201509010019 |
//! ! id_number
//! ```
//!
//! 导入以前改正表格即可：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010017 |
//! ```
//!
//! ---
//!
//! # A wrong identity number cannot be proved
//!
//! The number itself is wrong, in its check digit, its length, a character, the province or the date in it: it
//! can be nobody's now.
//!
//! ## Why it matters
//!
//! Once imported, the row is listed as a problem registration. 佐证 proves that a row is right, which a
//! wrong number never is: it can only be corrected (变更) or deleted (删除).
//!
//! ## How to fix
//!
//! Find the right number in the household register or the identity card. In the system choose
//! 问题学籍处理列表, the record, 变更, correct it, upload a scan or photograph of the household register or
//! the identity card, and save. If the pupil does not attend the school, delete the row.

use roster_model::{Column, Level, Stage};

use crate::gathered::handled::todos;
use crate::gathered::wrong_numbers::wrong_numbers;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7013",
    slug: "checksum-cannot-be-evidenced",
    level: Level::Info,
    zh: "身份证号有误，不能佐证，只能变更或删除：变更时上传户口簿或身份证的扫描件或照片，删除无需材料。",
    en: "The identity number is wrong, so the row cannot be proved (佐证), only corrected (变更, with a scan of the household register or the identity card) or deleted (删除, without papers).",
    basis: "全国系统的问题学籍处理办法：身份证号错误只能变更或删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    if run.settings.stage != Stage::AfterImport {
        return;
    }
    for (sheet, row) in wrong_numbers(run.rosters, &todos(run), run.settings.today) {
        let place = run.cell_or_row(sheet, row, Column::IdNumber);
        run.report(place, |_| {});
    }
}
