//! Whatever the input, there is a report, it is complete, and it agrees with itself: damaged files,
//! and cells with texts that nobody expects in their column.

use roster_engine::{Describe, Language, Original, Session, Values};
use roster_standard::Column;
use xtask::roster::{FileFormat, Plan};

use crate::corpus_truth::{make, options};
use crate::hand_back::{finished, put_into};

#[test]
fn a_damaged_file_gives_a_report() {
    let plan = Plan {
        rows: 30,
        faults: 0.3,
        formats: vec![FileFormat::Xlsx, FileFormat::Csv, FileFormat::Gbk],
        ..Plan::default()
    };
    let mut random = Random(17);
    for (name, bytes) in make(&plan).files {
        for turn in 0..120 {
            let mut damaged = bytes.clone();
            if turn % 3 == 0 {
                damaged.truncate(random.below(bytes.len()));
            } else {
                for _ in 0..=turn % 7 {
                    damaged[random.below(bytes.len())] = random.below(256) as u8;
                }
            }
            let mut session = check(&name, &damaged);
            assert_agrees(&session);
            hand_back(&mut session, &damaged);
        }
    }
}

/// Whatever was read is handed back, or a sentence says why not.
fn hand_back(session: &mut Session, bytes: &[u8]) {
    session.apply_safe(&mut |_| {}).expect("the texts fit");
    let original = Original::new(bytes);
    let values = Values::Shown;
    let corrected = session.corrected(0, &original);
    let marked = Describe { session, values }.marked(0, &original, Language::Zh);
    for output in [corrected, marked] {
        match put_into(output, &original) {
            Ok(it) => assert!(!finished(&it).is_empty()),
            Err(said) => assert!(!said.zh.is_empty() && !said.en.is_empty()),
        }
    }
}

#[test]
fn any_text_in_any_column_gives_a_report() {
    let texts = strange_texts();
    let mut random = Random(23);
    for turn in 0..40 {
        let mut lines = vec![headers()];
        for _ in 0..40 {
            let cells = Column::ALL.iter().map(|_| {
                let text = &texts[random.below(texts.len())];
                format!("\"{}\"", text.replace('"', "\"\""))
            });
            lines.push(cells.collect::<Vec<_>>().join(","));
        }
        let session = check(&format!("{turn}.csv"), lines.join("\r\n").as_bytes());
        assert!(
            session.rosters()[0].sheet.row_count() > 20,
            "they are read as pupils"
        );
        assert_agrees(&session);
    }
}

#[test]
fn the_same_strange_text_everywhere_gives_a_report() {
    for text in strange_texts() {
        let cell = format!("\"{}\"", text.replace('"', "\"\""));
        let row = vec![cell; Column::ALL.len()].join(",");
        let lines = [headers(), row.clone(), row];
        assert_agrees(&check("同.csv", lines.join("\r\n").as_bytes()));
    }
}

/// The counts are those of the findings in full, every sentence is filled, every fix is for the text
/// that is there, and the report can be written in every format.
fn assert_agrees(session: &Session) {
    let describe = Describe {
        session,
        values: Values::Shown,
    };
    let summary = describe.summary();
    let all: Vec<_> = session
        .all_findings()
        .map(|it| describe.finding(&it))
        .collect();
    let total = summary.errors + summary.warnings + summary.infos;
    assert_eq!(all.len() as u64, total, "{:?}", summary.by_rule);
    for finding in &all {
        let message = &finding.message;
        let open = [
            "{value}",
            "{expected}",
            "{kind}",
            "{note}",
            "{list}",
            "{count}",
        ];
        let is_open = |it: &str| open.iter().any(|place| it.contains(place));
        assert!(!is_open(&message.zh), "{finding:?}");
        assert!(!is_open(&message.en), "{finding:?}");
        for fix in &finding.fixes {
            for edit in &fix.edits {
                assert_ne!(edit.from, edit.to, "{finding:?}");
            }
        }
    }
    let plan = describe.workbook_plan(roster_engine::Language::Zh);
    roster_office::write(&plan).unwrap_or_else(|it| panic!("xlsx: {it}"));
    let (language, mut out) = (roster_engine::Language::Zh, Vec::new());
    let text = describe.write_text(language, roster_engine::Detail::All, &mut out);
    text.expect("a text");
    describe.write_json(&mut out).expect("a report");
    describe.write_csv(language, &mut out).expect("a table");
    describe.write_page(language, &mut out).expect("a page");
}

fn check(name: &str, bytes: &[u8]) -> Session {
    let mut session = Session::new(options("before-import"));
    session.open(name, bytes, &mut |_| {});
    session.check(&mut |_| {});
    session
}

fn headers() -> String {
    let headers = Column::ALL.iter().map(|it| it.info().zh.to_owned());
    headers.collect::<Vec<_>>().join(",")
}

/// Texts that break what was written with other texts in mind.
fn strange_texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "\u{3000}",
        "\u{200b}",
        "\u{feff}",
        "\n",
        "'",
        "''",
        "-",
        "无",
        "NULL",
        "#N/A",
        "0",
        "00",
        "-1",
        "1e400",
        "NaN",
        "inf",
        "1.10101E+17",
        "999999999999999999999999999999",
        "110101201509010016",
        "11010120150901001x",
        "１１０１０１２０１５０９０１００１６",
        "110101201509010000",
        "11010120150901001",
        "110101150901001",
        "000000000000000000",
        "99999999999999999X",
        "H12345678",
        "G110101201509010016",
        "L",
        "GLJ",
        "Ｌ",
        "20150901",
        "20150230",
        "2015-9-1",
        "2015年9月",
        "2015年",
        "31/12/2015",
        "13/13/13",
        "99999999",
        "42248",
        "2958466",
        "0000-00-00",
        "男",
        "1",
        "女性",
        "汉",
        "是",
        "√",
        "13800000001",
        "+86",
        "010-60000000",
        "13800000001/13800000002",
        "王小明",
        "王·",
        "·",
        "··",
        "王 小 明",
        "⽂",
        "\u{e123}",
        "𠮷",
        "👨‍👩‍👧",
        "e\u{301}",
        "\u{202e}王",
        "\u{0}",
        "\u{7f}",
        "锟斤拷",
        "\u{fffd}",
        "=1+1",
        "a,b\"c",
        "示例",
        "合计",
        "姓名",
        "\u{1f}\u{85}",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("王".repeat(400));
    texts.push("1".repeat(400));
    texts.push("é".repeat(18));
    texts.push("🀄".repeat(18));
    texts
}

/// A fixed sequence.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}
