//! Names of two characters of which one is left.

use roster_model::Agreement;

use super::check;

const FAMILY: &str = "建设路5号3栋201 | 13812345678 | 彭大明";

fn table(rows: &[(&str, &str, &str)]) -> String {
    let mut table =
        "| 姓名 | 性别 | 出生日期 | 身份证件号 | 现住址 | 联系电话 | 成员1姓名 |".to_owned();
    for (name, number, family) in rows {
        table += &format!("\n| {name} | 男 | 20160311 | {number} | {family} |");
    }
    table
}

#[test]
fn b_one_character_is_left_of_a_name_with_the_same_number() {
    for (name, left) in [
        ("张伟", "张"),
        ("王䶮", "王"),
        ("张伟", "伟"),
        ("張伟", "张"),
    ] {
        let number = "110101201603110013";
        let rows = [(name, number, FAMILY), (left, number, FAMILY)];
        let groups = check(&table(&rows), "B certain: 1 review, 2 review");
        let evidence = &groups[0].links[0].evidence;
        let kinds: Vec<_> = evidence.iter().map(|it| it.agreement).collect();
        assert!(kinds.contains(&Agreement::DroppedCharacter), "{kinds:?}");
    }
    // What is left is of no other name.
    let number = "110101201603110013";
    for (name, left) in [("张伟", "李"), ("张小伟", "张")] {
        let rows = [(name, number, FAMILY), (left, number, FAMILY)];
        check(&table(&rows), "D certain: 1 review, 2 review");
    }
}

#[test]
fn n_one_character_is_left_of_a_name_and_the_family_is_one() {
    let right = "110101201603110013";
    for (wrong, verdict) in [("", "review"), ("110101201603110313", "likely")] {
        check(
            &table(&[("张伟", right, FAMILY), ("张", wrong, FAMILY)]),
            &format!("N {verdict}: 1 review, 2 review"),
        );
    }
    // With nothing of the family it may be anybody of that surname and day.
    let others = "人民路6号1栋101 | 13987654321 | 张小军";
    for family in ["| |", others] {
        check(&table(&[("张伟", right, FAMILY), ("张", "", family)]), "");
    }
}

#[test]
fn parts_of_names_and_characters_in_pieces_are_spellings_of_one_number() {
    let number = "110101201603110013";
    for (name, other) in [
        ("努尔兰·哈森别克·木拉提", "努尔兰·哈森别克"),
        ("阿依古丽·热合曼", "热合曼·阿依古丽"),
        ("扎西顿珠", "扎西"),
        ("欧阳子轩", "子轩"),
        ("李玥", "李王月"),
        ("张龑", "张龙天"),
        ("王喆", "王吉吉"),
        ("李昊", "李旲"),
    ] {
        let rows = [(name, number, FAMILY), (other, number, FAMILY)];
        check(&table(&rows), "B certain: 1 review, 2 review");
    }
    for (name, other) in [
        ("阿依古丽·热合曼", "热依古丽·合曼"),
        ("欧阳子轩", "欧阳"),
        ("李玥", "李王日"),
        ("欧阳子轩", "子涵"),
    ] {
        let rows = [(name, number, FAMILY), (other, number, FAMILY)];
        check(&table(&rows), "D certain: 1 review, 2 review");
    }
}
