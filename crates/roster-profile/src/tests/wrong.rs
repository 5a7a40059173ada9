//! Files that are wrong: where, and what the sentence says.

use crate::read;

fn wrong(text: &str) -> (u32, u32, String) {
    let wrong = crate::understand("", text).expect_err("the file is wrong");
    assert!(!wrong.said.zh.is_empty());
    (wrong.at.line, wrong.at.column, wrong.said.en)
}

/// A file, the line and the column of its mistake, and a part of the sentence.
const WRONG: &[(&str, u32, u32, &str)] = &[
    ("title = \"a\"", 1, 1, "\"id\" is missing"),
    ("id = \"a\"\nextend = \"any\"", 2, 1, "is \"extends\" meant"),
    ("id = \"a\"\nextends = \"xj-2020\"", 2, 11, "xj-2021"),
    ("id = \"any\"", 1, 6, "such as any-2026"),
    ("id = \"a\"\nsince = \"2026\"", 2, 9, "2026-09-01"),
    (
        "id = \"a\"\n[parameters]\nclass_size_max = \"many\"",
        3,
        18,
        "a whole number from 0 on",
    ),
    (
        "id = \"a\"\n[parameters]\nclass_size_max = 99999999999999999999999",
        3,
        18,
        "a whole number from 0 on",
    ),
    (
        "id = \"a\"\n[parameters]\nstudent_age_max = 3",
        3,
        19,
        "cannot be more than",
    ),
    (
        "id = \"a\"\n[parameters]\nschool_county = 11010",
        3,
        17,
        "like 440604",
    ),
    ("id = \"a\"\ntitle = \"\"", 2, 9, "is empty"),
    (
        "id = \"a\"\nleave_out = [\"phone\"]\n[[columns]]\nkey = \"phone\"",
        2,
        14,
        "delete one of them",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"phone\"\nlist = []",
        4,
        1,
        "is empty",
    ),
    // A column of one's own under the header of a known one would switch off what is checked there.
    (
        "id = \"a\"\n[[columns]]\nkey = \"local.x\"\nheader = \"身份证件号\"",
        4,
        10,
        "put \"id_number\" into leave_out",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"phone\"\naliases = [\"姓名\"]",
        4,
        12,
        "put \"name\" into leave_out",
    ),
    (
        "id = \"a\"\n[[comparisons]]\nleft = \"birth_date\"\nis = \"<\"\nright = \"birth_date\"",
        5,
        9,
        "with itself",
    ),
    (
        "id = \"a\"\n[parameters]\nclass_size_mx = 1",
        3,
        1,
        "class_size_max",
    ),
    (
        "id = \"a\"\n[levels]\nR9999 = \"off\"",
        3,
        1,
        "there is no rule",
    ),
    (
        "id = \"a\"\n[levels]\nR1003 = \"quiet\"",
        3,
        9,
        "error, warning, info, off",
    ),
    (
        "id = \"a\"\n[[columns]]\nheader = \"甲\"",
        2,
        1,
        "no \"key\"",
    ),
    ("id = \"a\"\n[[columns]]\nkey = \"姓名\"", 3, 7, "\"name\""),
    (
        "id = \"a\"\n[[columns]]\nkey = \"local.a\"",
        3,
        7,
        "no \"header\"",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"phone\"\nkind = \"date\"",
        4,
        1,
        "cannot be changed",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"phone\"\npattern = \"[0-9\"",
        4,
        11,
        "not closed",
    ),
    (
        "id = \"a\"\n[parameters]\nnew_roster = true",
        3,
        14,
        "\"yes\" or \"no\"",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"phone\"\nrequired = \"yes\"",
        4,
        12,
        "true or false",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"phone\"\nrange = { min = 1 }",
        4,
        1,
        "have a \"range\"",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"birth_date\"\nrange = { min = \"soon\" }",
        4,
        17,
        "2026-09-01",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"school_distance\"\nrange = { min = 2, max = 1 }",
        4,
        1,
        "exchange",
    ),
    (
        "id = \"a\"\n[[columns]]\nkey = \"phone\"\n[[columns]]\nkey = \"phone\"",
        5,
        7,
        "twice",
    ),
    (
        "id = \"a\"\n[[comparisons]]\nleft = \"name\"\nis = \"<\"\nright = \"former_name\"",
        4,
        6,
        "\"!=\"",
    ),
    (
        "id = \"a\"\n[[comparisons]]\nleft = \"name\"\nis = \"=\"",
        2,
        1,
        "\"right\" is missing",
    ),
    (
        "id = \"a\"\nversion = 2026.1",
        2,
        11,
        "a text in quotation marks",
    ),
    ("id = \"a\"\nsince = 2026-09-01", 2, 9, "double quotes"),
    ("id = \"a", 1, 6, "not closed"),
    ("id \"a\"", 1, 4, "equals sign"),
    ("id = \"a\" x = 1", 1, 10, "end of the line"),
    ("{\"id\": \"a\",}", 1, 11, "comma too many"),
    ("{\"id\": 'a'}", 1, 8, "a value"),
    (
        "{\n  \"id\": \"a\",\n  \"columns\": [{\"key\": \"phon\"}]\n}",
        3,
        23,
        "\"phone\"",
    ),
    ("{\"id\": \"a\"\n\"title\": \"b\"}", 2, 1, "a comma"),
    ("{\"fields\": [{\"title\": \"a\"}]}", 1, 13, "no \"name\""),
    (
        "{\"fields\": [{\"name\": \"姓名\"}, {\"name\": \"学生姓名\"}]}",
        1,
        29,
        "the same column as",
    ),
    (
        "{\"fields\": [{\"name\": \"a\", \"constraints\": {\"pattern\": \"(\"}}]}",
        1,
        54,
        "not closed",
    ),
];

#[test]
fn a_wrong_file_is_told_where_and_what_to_write() {
    for &(text, line, column, part) in WRONG {
        let (at_line, at_column, en) = wrong(text);
        assert!(en.contains(part), "{text}\n{en}");
        assert_eq!((at_line, at_column), (line, column), "{text}\n{en}");
    }
    let said = read("a.toml", "id = 5").expect_err("the file is wrong");
    assert!(
        said.zh.starts_with("模板文件“a.toml”第1行第6个字："),
        "{}",
        said.zh
    );
    assert!(
        said.en
            .starts_with("Profile file \"a.toml\", line 1, column 6: "),
        "{}",
        said.en
    );
}
