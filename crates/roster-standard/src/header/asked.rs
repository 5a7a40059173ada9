//! What headers have around their word that ask for it: 您孩子的姓名是？, 性别 1男 2女.

use super::{EDGES, Header, alone};

/// How a form on a telephone asks for something.
const REQUESTS: &[&str] = &["请填写", "请输入", "请选择", "您家", "您", "你"];

/// And how such a question ends; what ends another one stands before it.
const QUESTIONS: &[&str] = &[
    "请填写",
    "18位",
    "年月日",
    "什么",
    "多少",
    "哪里",
    "哪天",
    "哪一天",
    "谁",
    "在",
    "是",
    "为",
];

/// What a form asks for: 请填写学生姓名, 您孩子的身份证号是什么, 您孩子所在的班级.
pub(super) fn without_request(tidied: &str) -> String {
    let plain = tidied.replace('的', "").replace("叫什么", "");
    let mut rest = plain.as_str();
    for request in REQUESTS {
        let asked = rest.strip_prefix(request);
        // 您家庭住址 asks for no 庭住址.
        rest = asked.filter(|it| !it.starts_with('庭')).unwrap_or(rest);
    }
    for question in QUESTIONS {
        rest = rest.strip_suffix(question).unwrap_or(rest);
    }
    rest.trim_end_matches(EDGES).to_owned()
}

/// A question that may be put in other words: 是否属于留守儿童 is 是否留守儿童.
pub(super) fn whether(tidied: &str) -> Option<Header> {
    let asked = ["是否属于", "是否是", "是不是"];
    let of = asked.iter().find_map(|it| tidied.strip_prefix(it))?;
    let found = alone(&format!("是否{of}")).or_else(|| alone(of));
    found.filter(|it| matches!(it, Header::Column(column) if column.info().table.is_some()))
}

/// A header without what it says that the codes of its column mean: 性别1男2女.
pub(super) fn without_legend(tidied: &str) -> Option<Header> {
    let place = tidied.find(['0', '1'])?;
    let mut meant = tidied[place..]
        .split(|it: char| it.is_ascii_digit())
        .skip(1);
    let is_legend = meant.clone().nth(1).is_some() && meant.all(|it| !it.is_empty());
    let found = alone(tidied[..place].trim_end_matches(EDGES)).filter(|_| is_legend);
    found.filter(|it| matches!(it, Header::Column(column) if column.info().table.is_some()))
}
