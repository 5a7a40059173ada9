//! Whose a row of the national system's own list of 问题学籍 is: two children of one number are two children,
//! and what is masked or left out joins where the rest agrees with one pupil alone.

use roster_model::Handling;
use roster_rules::Advice;

use crate::listed::proposed;
use crate::settlement::settled_files;

const PROVED: (Advice, Handling) = (Advice::NumberFits, Handling::Corroborate);

#[test]
fn brother_and_sister_of_one_number_are_two_pupils() {
    let roster = "姓名,性别,出生日期,身份证件号,学籍号
崔兰,女,20150902,110101201509020046,G110101201509020046
";
    let theirs = (Advice::NumberOfAnother, Handling::Change);
    let another = (Advice::AnotherRecord, Handling::Review);
    let head = "学籍号,姓名,性别,出生日期,身份证件号,问题类型";
    let own = "G110101201509020046,崔兰,女,20150902,110101201509020046,身份证号重复";
    for (brother, expected) in [
        ("L110101201703050007,崔一凡,男,20170305", theirs),
        // A homophone and another sex and birth date.
        ("L110101201703050007,崔岚,男,20170305", theirs),
        ("L110101201509021234,崔一凡,女,20150902", another),
    ] {
        let brother = format!("{brother},110101201509020046,身份证号重复");
        for rows in [[own, &brother], [&brother, own]] {
            for columns in [0, 1] {
                let cut = |it: &str| it.splitn(1 + columns, ',').last().map(str::to_owned);
                let lines: Option<Vec<String>> =
                    [head, rows[0], rows[1]].into_iter().map(cut).collect();
                let list = lines.unwrap_or_default().join("\n");
                let (mut told, text) = proposed(&list, roster);
                if rows[0] != own {
                    told.reverse();
                }
                assert_eq!(told, [PROVED, expected], "{list}");
                assert!(!text.contains("同一名学生的学籍，"), "{text}");
            }
        }
        let (told, _) = proposed(&format!("{head}\n{brother}\n"), roster);
        assert_eq!(told, [expected], "{brother}");
    }
}

#[test]
fn a_pupil_who_was_given_the_brothers_number_is_not_deleted() {
    let roster = "姓名,性别,出生日期,身份证件号\n王宇轩,男,20170510,110101201509010016\n";
    let list = "学籍号,姓名,性别,出生日期,身份证件号,问题类型
G110101201509010016,王林豪,男,20150901,110101201509010016,身份证号重复
L110105201705101234,王宇轩,男,20170510,110101201509010016,身份证号重复
";
    let (told, _) = proposed(list, roster);
    let expected = [
        (Advice::AnotherRecord, Handling::Review),
        (Advice::NumberDoesNotFit, Handling::Change),
    ];
    assert_eq!(told, expected);
    // Beside the brother, names tell which row is whose, without a birth date in the list.
    let both = format!("{roster}王林豪,男,20150901,110101201509010016\n");
    let list = "姓名,身份证件号,问题类型
王林豪,110101201509010016,身份证号重复
王宇轩,110101201509010016,身份证号重复
";
    let (told, _) = proposed(list, &both);
    let expected = [
        (Advice::OfGroup, Handling::Corroborate),
        (Advice::OfGroup, Handling::Change),
    ];
    assert_eq!(told, expected);
}

#[test]
fn two_records_whose_names_are_a_slip_apart_are_looked_at() {
    let roster = "姓名,性别,出生日期,身份证件号\n王林豪,男,20150901,110101201509010016\n";
    let list = "学籍号,姓名,性别,出生日期,身份证件号,问题类型
G110101201509010016,王林豪,男,20150901,110101201509010016,身份证号重复
L110101201509011234,王林毫,男,20150901,110101201509010016,身份证号重复
";
    let (told, text) = proposed(list, roster);
    assert_eq!(told, [(Advice::UnsureOfName, Handling::Review); 2]);
    assert!(text.contains("姓名只差一点"), "{text}");
}

#[test]
fn two_rows_of_one_name_and_number_need_a_birth_date_to_be_told_apart() {
    let roster = "姓名,性别,出生日期,身份证件号
王小明,男,20150901,110101201509010016
王小明,男,20150910,110101201509010016
";
    let list = "姓名,身份证件号,问题类型
王小明,110101201509010016,身份证号重复
王小明,110101201509010016,身份证号重复
";
    let (told, _) = proposed(list, roster);
    assert_eq!(told, [(Advice::SeveralOfGroup, Handling::Review); 2]);
}

#[test]
fn a_student_number_at_another_school_is_another_record() {
    let of_school = |school: &str| {
        format!(
            "学校标识码,学籍号,姓名,性别,出生日期,身份证件号
{school},G110101201509010016,王小明,男,20150901,110101201509010016
"
        )
    };
    let list = "学校标识码,学籍号,姓名,身份证件号,问题类型
2111000002,G110101201509010016,王小明,110101201509010016,身份证号重复
";
    let another = (Advice::AnotherRecord, Handling::Review);
    assert_eq!(proposed(list, &of_school("2111000001")).0, [another]);
    assert_eq!(proposed(list, &of_school("2111000002")).0, [PROVED]);
    let both = format!(
        "{}2111000002,G110101201509010016,王小明,男,20150901,110101201509010016\n",
        of_school("2111000001")
    );
    let (told, _) = proposed(list, &both);
    assert!(
        !matches!(told[0].0, Advice::SeveralOfGroup | Advice::Several),
        "{told:?}"
    );
}

const ROSTER: &str = "年级,班级,姓名,性别,出生日期,身份证件号
三年级,1班,崔小兰,女,20150902,110101201509020046
三年级,2班,阿卜杜拉·买买提,男,20150901,110101201509010016
三年级,2班,张偉明,男,20150903,110101201509030033
三年级,1班,王芳,女,20150904,
三年级,2班,王芳,女,20150905,
";

#[test]
fn what_is_masked_or_left_out_joins_where_the_rest_agrees_with_one_pupil() {
    let joined = |head: &str, row: &str| {
        let (told, text) = proposed(&format!("{head},问题类型\n{row},身份证号重复\n"), ROSTER);
        (told[0], text)
    };
    for (head, row) in [
        ("姓名,身份证件号", "崔小兰,110101********0046"),
        ("姓名,身份证件号", "崔小兰,1101012015****0046"),
        ("姓名,身份证件号", "崔小兰,0046"),
        ("姓名,身份证件号", "崔小兰,110101201509020000"),
        ("姓名,身份证件号", "***,110101201509020046"),
        ("姓名,身份证件号", "崔*兰,110101********0046"),
        (
            "姓名,性别,出生日期,身份证件号",
            "崔**,女,20150902,110101********0046",
        ),
        ("姓名,出生日期", "崔小兰,20150902"),
        ("年级,班级,姓名", "三年级,1班,崔小兰"),
        ("班级,姓名", "三年级1班,崔小兰"),
    ] {
        assert_eq!(joined(head, row).0, PROVED, "{row}");
    }
    // Of a masked name the class tells who it may be.
    for name in ["崔**", "崔*兰"] {
        let (told, text) = joined("班级,姓名", &format!("三年级1班,{name}"));
        assert_eq!(told, (Advice::NamesakeUntold, Handling::Review), "{name}");
        assert!(
            text.contains("roster.csv第2行姓名与这条记录相同，或与"),
            "{text}"
        );
    }
    assert_eq!(
        joined("班级,姓名", "三年级2班,崔**").0.0,
        Advice::NotInRosters
    );
    // The system has the name otherwise.
    let changed = (Advice::Differs, Handling::Change);
    let head = "姓名,性别,出生日期";
    for row in ["阿卜杜拉买买提,男,20150901", "张伟明,男,20150903"] {
        assert_eq!(joined(head, row).0, changed, "{row}");
    }
    // Of two namesakes the class tells one; without it, or with the name alone, nobody is chosen.
    let missing = (Advice::NumberMissing, Handling::Review);
    assert_eq!(joined("年级,班级,姓名", "三年级,2班,王芳").0, missing);
    let untold = (Advice::NamesakeUntold, Handling::Review);
    for name in ["王芳", "崔小兰"] {
        let (told, text) = joined("班级,姓名,性别", &format!("1班,{name},女"));
        assert_eq!(told, untold);
        assert!(!text.contains("与这条记录不同"), "{text}");
    }
    // What is legible speaks against it.
    for (head, row, advice) in [
        (
            "姓名,身份证件号",
            "崔小兰,110101********0047",
            Advice::NamesakeInRosters,
        ),
        (
            "姓名,出生日期",
            "崔小兰,20160902",
            Advice::NamesakeInRosters,
        ),
        (
            "姓名,身份证件号",
            "李**,110101********0046",
            Advice::AnotherRecord,
        ),
    ] {
        assert_eq!(joined(head, row).0, (advice, Handling::Review), "{row}");
    }
}

#[test]
fn the_other_party_that_a_list_names_is_looked_for() {
    let roster = "学籍号,姓名,性别,出生日期,身份证件号
G110101201509010016,王小明,男,20150901,110101201509010016
L110101201509021234,李华,女,20150902,110101201509020046
";
    let head = "学籍号,姓名,身份证件号,问题类型,重复学生姓名,重复学生学籍号";
    let list = |other: &str| {
        format!("{head}\nG110101201509010016,王小明,110101201509010016,身份证号重复,{other}\n")
    };
    let (told, text) = proposed(&list("李华,L110101201509021234"), roster);
    assert_eq!(told, [(Advice::OtherPartyHere, Handling::Corroborate)]);
    assert!(text.contains("roster.csv第3行"), "{text}");
    assert!(!text.contains("不在一起检查的名册里"), "{text}");
    assert_eq!(
        proposed(&list("张军,L110101201509020099"), roster).0,
        [PROVED]
    );
}

#[test]
fn a_list_is_known_by_what_its_column_says_whatever_it_is_called() {
    let roster = "姓名,性别,出生日期,身份证件号\n崔小兰,女,20150902,110101201509020046\n";
    let list = |header: &str, text: &str| {
        format!("姓名,身份证件号,{header}\n崔小兰,110101201509020046,{text}\n")
    };
    for header in [
        "问题分类",
        "存在问题",
        "查重结果",
        "异常原因",
        "问题",
        "学籍问题类型",
        "错误原因",
        "校验结果",
        "系统提示",
        "反馈信息",
        "疑点",
    ] {
        let (told, _) = proposed(&list(header, "身份证号重复"), roster);
        assert_eq!(told, [PROVED], "{header}");
    }
    // A roster stays one, whatever is remarked on a few pupils, or in words of its own.
    for (header, text) in [
        ("存在问题", "照片缺失"),
        ("存在问题", "身份证号不重复"),
        ("备注", "身份证号重复"),
        ("异常情况", ""),
        ("处理情况", "身份证号重复"),
    ] {
        let (told, _) = proposed(&list(header, text), roster);
        assert_eq!(told, [], "{header} {text}");
    }
    let many = format!(
        "{}崔一,110101201509010016,\n崔二,110101201509030033,\n",
        list("存在问题", "身份证号重复")
    );
    assert_eq!(proposed(&many, roster).0, []);
    let titled = format!("问题学籍处理列表,,\n{}", list("备注", "身份证号重复"));
    assert_eq!(proposed(&titled, roster).0, [PROVED]);
    // Of whom nothing else is said, in more than a row or two.
    let all = format!(
        "{}崔一,110101201509010016,身份证号重复\n崔二,110101201509030033,身份证号不存在\n",
        list("备注", "身份证号重复")
    );
    assert_eq!(proposed(&all, roster).0.len(), 3);
    // A title may say it of all.
    for title in ["问题学籍花名册（身份证号重复）", "身份证号重复问题学籍名单"]
    {
        let titled = format!("{title},\n姓名,身份证件号\n崔小兰,110101201509020046\n");
        assert_eq!(proposed(&titled, roster).0, [PROVED], "{title}");
    }
    // What may be such a list, and does not say so, is not passed over in silence.
    let unsure = "身份证号重复已核对学生名单,\n姓名,身份证件号\n崔小兰,110101201509020046\n";
    let (told, text) = proposed(
        unsure,
        &format!("{roster}崔一,女,20150903,110101201509030062\n"),
    );
    assert_eq!(told, []);
    assert!(text.contains("--problem-list"), "{text}");
}

#[test]
fn whatever_the_column_of_the_state_is_called_what_is_done_is_done() {
    let roster = "姓名,性别,出生日期,身份证件号\n崔小兰,女,20150902,110101201509020046\n";
    let list = |header: &str, state: &str| {
        format!(
            "姓名,身份证件号,问题类型,{header}\n崔小兰,110101201509020046,身份证号重复,{state}\n"
        )
    };
    let settled = (Advice::Settled, Handling::Keep);
    let waiting = (Advice::HandedIn, Handling::Keep);
    for header in [
        "审核状态",
        "审批状态",
        "当前状态",
        "状态",
        "办理结果",
        "处理进度",
        "学校处理状态",
    ] {
        assert_eq!(
            proposed(&list(header, "审核通过"), roster).0,
            [settled],
            "{header}"
        );
        assert_eq!(
            proposed(&list(header, "待审核"), roster).0,
            [waiting],
            "{header}"
        );
        assert_eq!(
            proposed(&list(header, "退回"), roster).0,
            [PROVED],
            "{header}"
        );
    }
    let both = list("学校处理状态,区县审核状态", "已处理,待审核");
    assert_eq!(proposed(&both, roster).0, [waiting]);
    assert_eq!(proposed(&list("就读状态", "已处理"), roster).0, [PROVED]);
}

#[test]
fn a_school_that_is_told_by_its_name_is_not_called_a_code() {
    let of_school = |school: &str| {
        let row = "王小明,男,20150901,110101201509010016,13812345678\n";
        format!("学校名称,姓名,性别,出生日期,身份证件号,联系电话\n{school},{row}")
    };
    let files = [
        ("一.csv", &*of_school("实验小学")),
        ("二.csv", &*of_school("第二小学")),
    ];
    let text = settled_files(&files, None);
    assert!(text.contains("和我校（第二小学，"), "{text}");
    assert!(
        text.contains("学校（公章）：实验小学　学校标识码：＿"),
        "{text}"
    );
    assert!(
        !text.contains("学校标识码实验小学") && !text.contains("学校标识码：实"),
        "{text}"
    );
}
