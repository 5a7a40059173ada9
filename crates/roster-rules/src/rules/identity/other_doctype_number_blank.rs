//! # 类型为其他且没有号码
//!
//! 证件类型是“其他”，号码是空的。系统允许这样填，所以只作提示，但这名学生还有别的材料要准备。
//!
//! ## 为什么重要
//!
//! 没有证件号的学生，系统按姓名、性别和出生日期查重，还要求上传在本校就读的证明；缺少证明的，学籍批不下来。
//!
//! ## 怎么改
//!
//! 准备《在本校就读证明》，由家长签字、学校盖章，报上级备案，并填写家庭成员的证件类型和证件号。学生上户口、有了身份证号以后，再来改证件类型和号码。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 其他 |  |
//! ! id_number level=info
//! | 王小明 | 其它 | \u{3000} |
//! ! id_number level=info
//! | 王小明 | 其他 | 无 |
//! ! id_number level=info
//! | 王小明 | 其他 | 830000201603150020 |
//! | 王小明 | 其他 | １２３４５６ |
//! | 王小明 | 护照 |  |
//! | 王小明 | 居民身份证 |  |
//! | 王小明 |  |  |
//! ```
//!
//! ---
//!
//! # Document type 其他 without a number
//!
//! The document type is 其他 and the number is blank. The system takes that, so this is an info,
//! but other papers are needed for this pupil.
//!
//! ## Why it matters
//!
//! A pupil without a number is compared by name, sex and birth date, and a certificate of attendance
//! has to be uploaded; without it the registration is not approved.
//!
//! ## How to fix
//!
//! Prepare the certificate of attendance, signed by a parent, stamped by the school and filed with the
//! authority, and fill in documents and numbers of family members. Change type and number here
//! once the pupil has an identity number.

use roster_model::{Column, Level};
use roster_values::id_number::IdNumber;

use crate::gathered::document::stated_label;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1024",
    slug: "other-doctype-number-blank",
    level: Level::Info,
    zh: "证件类型为“其他”且无号码，须准备在本校就读证明（家长签字、学校盖章、报上级备案），并填写家庭成员的证件。",
    en: "Type 其他 without a number: prepare the certificate of attendance (signed by the parent, sealed by the school, reported to the authority) and fill in the documents of family members.",
    basis: "2013年模板的填写说明：证件类型为“其他”且无号码",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdNumber, Column::IdType],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let is_blank = matches!(
        row.id(Column::IdNumber),
        IdNumber::Blank | IdNumber::Placeholder
    );
    if is_blank && stated_label(row) == Some("其他") {
        let document = row.place(Column::IdType);
        row.report(Column::IdNumber, |finding| finding.related.extend(document));
    }
}
