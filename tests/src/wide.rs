//! A sheet with hundreds of columns, as evaluation systems export them: what is said of a pupil does
//! not depend on how far to the right it stands.

use crate::example::Example;
use crate::example_check::{complaints, findings, run};

/// Columns between the name and the number.
const BETWEEN: usize = 600;

#[test]
fn hundreds_of_columns_between_two_known_ones_change_nothing() {
    for real in ["xlsx", "csv", "tsv", "html", "mhtml"] {
        let row = |first: &str, between: &str, last: &str| {
            let cells = vec![between; BETWEEN].join(" | ");
            format!("| {first} | {cells} | {last} |\n")
        };
        let mut block = format!("@ file=花名册.{real} real={real}\n");
        let headers: Vec<String> = (1..=BETWEEN).map(|it| format!("指标{it}")).collect();
        let headers = headers.join(" | ");
        block += &format!("| 姓名 | {headers} | 性别 | 民族 | 身份证件类型 | 身份证件号 |\n");
        block += &row("王小明", "1", "男 | 汉族 | 居民身份证 | 110101201509010016");
        block += &row("李小红", "", "女 | 汉族 | 居民身份证 | 110101201509020021");
        block += "! R1003 id_number expected=X\n";
        block += &row(
            "赵一鸣",
            "优",
            "男生 | 汉族 | 居民身份证 | 110101201502280013",
        );
        block += "! R4007 sex\n~ sex -> 男\n";
        let example = Example::parse(&block).expect("an example");
        let session = run(&example);
        let found = findings(&session);
        let wrong = complaints(&example, &found, |it| it.level != "info");
        assert!(wrong.is_empty(), "{real}\n{}", wrong.join("\n"));
        let number = found.iter().find(|it| it.rule == "R1003");
        let cell = number.and_then(|it| it.place.cell.clone());
        assert_eq!(cell.as_deref(), Some("WG3"), "{real}");
        let unknown = found.iter().filter(|it| it.rule == "R0103");
        assert_eq!(unknown.count(), BETWEEN, "{real}");
    }
}
